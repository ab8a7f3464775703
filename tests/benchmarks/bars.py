"""Every row of the table of what may take how long."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Final

from tests.benchmarks.bench import Bench
from tests.benchmarks.making import make_briefing, vocabulary
from tests.benchmarks.measuring import (
    BARE_IMPORTS,
    Result,
    environment,
    interleaved,
    python,
    seconds_of,
    told,
)
from tests.benchmarks.on_screen import screens
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.query import parse
from tui.library.catalogue.refresh import refresh
from tui.library.catalogue.search import search

_WORDS: Final = vocabulary()

QUERIES: Final = (
    _WORDS[0],
    _WORDS[60],
    _WORDS[4_000],
    f"{_WORDS[0]} {_WORDS[60]}",
    f'"{_WORDS[0]} {_WORDS[1]}"',
    f"{_WORDS[60][:4]}*",
)
"""A word of every briefing, one of some, one of few; two words, a phrase, and the beginning of a word."""


_LOADED = """
import sys, time, yaml
from pathlib import Path
from tui.load.briefing import load_file
path = Path(sys.argv[2])
load = load_file if sys.argv[1] == "ours" else lambda path, root: yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
load(Path(sys.argv[3]), path.parent)
best = []
for _ in range(int(sys.argv[4])):
    began = time.perf_counter()
    load(path, path.parent)
    best.append(time.perf_counter() - began)
print(min(best))
"""


def loading(bench: Bench) -> Iterator[Result]:
    """Loading and validating against reading the YAML alone."""
    small = make_briefing(bench.folder / "briefing" / "of-50-kb.yaml", events=60, size=7)
    large = make_briefing(bench.folder / "briefing" / "of-5-mb.yaml", events=12_000, size=500)
    for path, times in ((small, 5), (large, 1)):
        arguments = (str(path), str(small), str(times))
        costs = interleaved(
            {name: told(bench.environment, "-c", _LOADED, name, *arguments) for name in ("ours", "reference")},
            bench.rounds,
        )
        size = path.stat().st_size / 1000
        yield Result(f"load and validate, {size:,.0f} KB", costs["ours"], costs["reference"], 1.3)


INDEXED = """
import sys, time
from pathlib import Path
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.refresh import refresh

def main():
    began = time.perf_counter()
    root = Path(sys.argv[1])
    with Catalogue(root) as catalogue:
        refresh(root, catalogue.connection)
    print(time.perf_counter() - began)

if __name__ == "__main__":
    main()
"""

_ALL_READ = """
import sys, time
from pathlib import Path
began = time.perf_counter()
import yaml
for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
print(time.perf_counter() - began)
"""


def indexing(bench: Bench) -> Iterator[Result]:
    """The first index against one process that reads the YAML of all; then a look at what has changed."""
    root = bench.library
    script = bench.folder / "indexed.py"
    script.write_text(INDEXED)
    cold = bench.folder / "cache-cold"

    def index() -> float:
        shutil.rmtree(cold, ignore_errors=True)
        return told(environment(cold), str(script), str(root))()

    costs = interleaved(
        {"index": index, "reference": told(bench.environment, "-c", _ALL_READ, str(root))}, min(3, bench.rounds)
    )
    yield Result(f"first index of {bench.number:,}", costs["index"], costs["reference"], 1.2)
    bench.warm()

    def again() -> float:
        with Catalogue(root) as catalogue:
            return seconds_of(lambda: refresh(root, catalogue.connection))

    costs = interleaved(
        {"again": again, "reference": lambda: seconds_of(lambda: _look_at(str(root)))}, 3 * bench.rounds
    )
    yield Result(f"looking at {bench.number:,} that have not changed", costs["again"], costs["reference"], 2.0)


def _look_at(folder: str) -> int:
    count = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                count += _look_at(entry.path)
            else:
                entry.stat()
                count += 1
    return count


def searching(bench: Bench) -> Iterator[Result]:
    """Ranked search in the process against ripgrep over the same files."""
    ripgrep = shutil.which("rg")
    if ripgrep is None:
        raise FileNotFoundError("ripgrep (rg) is not there, which search is measured against")
    bench.warm()
    with Catalogue(bench.library) as catalogue:
        for words in QUERIES:
            pattern = words.strip('"*').split()[0] if " " in words and words[0] != '"' else words.strip('"*')
            command = [ripgrep, "--count", "--ignore-case", "--fixed-strings", pattern, str(bench.library)]
            query = parse(words)
            costs = interleaved(
                {
                    "search": lambda query=query: seconds_of(
                        lambda: search(catalogue.connection, query, whole=True, limit=20)
                    ),
                    "reference": lambda command=command: seconds_of(
                        lambda: subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
                    ),
                },
                3 * bench.rounds,
            )
            yield Result(f"search for `{words}` over {bench.number:,}", costs["search"], costs["reference"], 0.5)


def commands(bench: Bench) -> Iterator[Result]:
    """The commands against bare imports."""
    bench.warm()
    few = Bench(bench.folder, 100, bench.rounds)
    few.warm()
    small = make_briefing(bench.folder / "briefing" / "of-50-kb.yaml", events=60, size=7)
    library, hundred = str(bench.library), str(few.library)
    brief = ("-m", "tui")
    runs = {
        "reference": python(bench.environment, *BARE_IMPORTS),
        "version": python(bench.environment, *brief, "--version"),
        "list": python(few.environment, *brief, "list", "--library", hundred),
        "search": python(few.environment, *brief, "search", "badelo", "--library", hundred),
        "list all": python(bench.environment, *brief, "list", "--library", library),
        "search all": python(bench.environment, *brief, "search", "badelo", "--library", library),
        "export": python(bench.environment, *brief, "export", str(small)),
    }
    costs = interleaved(runs, bench.rounds)
    for name, what, bar in (
        ("version", "`brief --version`", 0.5),
        ("list", "`brief list`, 100 briefings", 1.0),
        ("search", "`brief search`, 100 briefings", 1.0),
        ("list all", f"`brief list`, {bench.number:,} briefings", 1.0),
        ("search all", f"`brief search`, {bench.number:,} briefings", 1.0),
        ("export", "`brief export`, 50 KB", 1.8),
    ):
        yield Result(what, costs[name], costs["reference"], bar)


GROUPS: Final = {
    "screens": screens,
    "loading": loading,
    "indexing": indexing,
    "searching": searching,
    "commands": commands,
}
