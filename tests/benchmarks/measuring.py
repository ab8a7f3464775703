"""Ratios of interleaved runs, against a bar."""

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

PROJECT: Final = Path(__file__).parent.parent.parent
BARE_IMPORTS: Final = ("-c", "from pydantic import BaseModel; import yaml, click")

Run = Callable[[], float]
"""Does something once, and gives what it cost: seconds, or bytes."""


@dataclass(frozen=True, slots=True)
class Result:
    """What something cost, as a ratio to its reference; the bar is the most that it may."""

    what: str
    cost: tuple[float, ...]
    reference: tuple[float, ...]
    bar: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """The ratio of the medians."""
        return statistics.median(self.cost) / statistics.median(self.reference)

    @property
    def is_met(self) -> bool:
        """Whether it is within its bar, to two digits."""
        return round(self.ratio, 2) <= self.bar

    def row(self) -> str:
        """A row of a Markdown table."""
        sign = "met" if self.is_met else "**missed**"
        cost, reference = (self._spread(one) for one in (self.cost, self.reference))
        return f"| {self.what} | {cost} | {reference} | {self.ratio:.2f} | {self.bar:g} | {sign} |"

    def _spread(self, values: Sequence[float]) -> str:
        scale, digits = (1000, 1) if self.unit == "ms" else (1 / 1024**2, 0)
        low, middle, high = (one * scale for one in (min(values), statistics.median(values), max(values)))
        return f"{middle:,.{digits}f} ({low:,.{digits}f}–{high:,.{digits}f}) {self.unit}"


HEADING: Final = """\
| what | median (spread) | reference | ratio | at most | |
|---|---|---|---|---|---|"""


def interleaved(runs: Mapping[str, Run], rounds: int) -> dict[str, tuple[float, ...]]:
    """The costs of several runs, each done once a round, so that what disturbs one disturbs all."""
    costs: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            costs[name].append(run())
    return {name: tuple(one) for name, one in costs.items()}


def seconds_of(action: Callable[[], object]) -> float:
    """How long something takes in this process."""
    began = perf_counter()
    action()
    return perf_counter() - began


def python(environment: Mapping[str, str], *arguments: str) -> Run:
    """Runs Python with these arguments as a process of its own."""

    def run() -> float:
        began = perf_counter()
        subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True, cwd="/")
        return perf_counter() - began

    return run


def told(environment: Mapping[str, str], *arguments: str) -> Run:
    """Runs Python with these arguments, which prints how many seconds what is measured took in it."""

    def run() -> float:
        ran = subprocess.run(
            [sys.executable, *arguments], env=environment, check=True, capture_output=True, text=True, cwd="/"
        )
        return float(ran.stdout)

    return run


def environment(cache: Path) -> dict[str, str]:
    """The environment of a reader who has set nothing, with a cache of their own."""
    # What is installed has been compiled, and is not compiled again with each start.
    others = ("BRIEF_", "XDG_", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    home = str(cache / "home")
    return {**kept, "HOME": home, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(PROJECT)}
