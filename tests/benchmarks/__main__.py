"""Measure everything that may take only so long, print the table, and exit with 1 where a bar is passed."""

import argparse
import datetime
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.bars import GROUPS
from tests.benchmarks.bench import Bench
from tests.benchmarks.growing import GROWTH_HEADING, growth
from tests.benchmarks.measuring import HEADING


def main() -> int:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "groups", nargs="*", choices=[*GROUPS, []], help="what to measure; all of it unless some is named"
    )
    parser.add_argument("--briefings", type=int, default=10_000, help="how many the library has (10,000)")
    parser.add_argument("--rounds", type=int, default=11, help="how often each thing is done (11)")
    parser.add_argument("--growth", type=int, nargs="+", default=[], metavar="N", help="libraries to grow through")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "brief-benchmarks",
        help="where the libraries are made, and kept for the next time",
    )
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    today = datetime.datetime.now(tz=datetime.UTC).date()
    print(
        f"{today}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )
    print(f"\n{HEADING}", flush=True)
    missed = 0
    bench = Bench(asked.folder, asked.briefings, asked.rounds)
    for name in asked.groups or ([] if asked.growth else GROUPS):
        for result in GROUPS[name](bench):
            missed += not result.is_met
            print(result.row(), flush=True)
    if asked.growth:
        print(f"\n{GROWTH_HEADING}", flush=True)
        for number in asked.growth:
            print(growth(Bench(asked.folder, number, 3)), flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
