"""First frames, keys and memory, measured from outside on the real program in a pseudo-terminal."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.benchmarks.bench import Bench
from tests.benchmarks.making import make_briefing
from tests.benchmarks.measuring import Result, Run, interleaved
from tests.benchmarks.terminal import Session, first_word
from tui.library.catalogue.catalogue import Catalogue

BARE_PANES: Final = (sys.executable, str(Path(__file__).parent / "bare_panes.py"))
BRIEF: Final = (sys.executable, "-m", "tui")


def screens(bench: Bench) -> Iterator[Result]:
    """First frames, keys and memory, from outside."""
    bench.warm()
    with Catalogue(bench.library) as catalogue:
        marker = catalogue.some(catalogue.numbers()[:1])[0].title.split()[0]
    briefing = make_briefing(bench.folder / "briefing" / "of-50-kb.yaml", events=60, size=7)
    frames = interleaved(
        {
            "bare": first_frame(bench, BARE_PANES, "Row 0"),
            "library": first_frame(bench, (*BRIEF, "--library", str(bench.library)), marker),
            "briefing": first_frame(bench, (*BRIEF, str(briefing)), first_word(briefing)),
        },
        bench.rounds,
    )
    yield Result(f"first frame, library of {bench.number:,}", frames["library"], frames["bare"], 1.3)
    yield Result("first frame, briefing of 50 KB", frames["briefing"], frames["bare"], 1.5)
    few = make_briefing(bench.folder / "briefing" / "of-12-events.yaml", events=12)
    many = make_briefing(bench.folder / "briefing" / "of-10000-events.yaml", events=10_000)
    keys: dict[str, list[float]] = {"bare": [], "few": [], "many": [], "library": []}
    memory: dict[str, list[float]] = {"bare": [], "one": []}
    with (
        Session(BARE_PANES, bench.environment) as bare,
        Session((*BRIEF, str(few)), bench.environment) as small,
        Session((*BRIEF, str(many)), bench.environment) as large,
        Session((*BRIEF, "--library", str(bench.library)), bench.environment) as listing,
        Session((*BRIEF, str(briefing)), bench.environment) as one,
    ):
        for session, ready in ((bare, "Row 0"), (small, first_word(few)), (large, first_word(many)), (listing, marker)):
            session.until(ready)
            session.settle(1.0)
        one.until(first_word(briefing))
        one.settle(1.0)
        for session in (small, large):
            session.key("2")
            session.settle()
            # From the first row on, where there is one below in both.
            session.key("g")
            session.settle()
        for number in range(4 * bench.rounds):
            # Down and up again, so that the selection stays where both lists have rows.
            key = "k" if number % 8 >= 4 else "j"
            for name, session in (("bare", bare), ("few", small), ("many", large), ("library", listing)):
                keys[name].append(session.key(key))
        for _ in range(3):
            memory["bare"].append(bare.memory())
            memory["one"].append(one.memory())
    yield Result("key to changed screen, 10,000 events", tuple(keys["many"]), tuple(keys["bare"]), 1.2)
    yield Result("the same against 12 events", tuple(keys["many"]), tuple(keys["few"]), 1.3)
    yield Result(f"key in the library's list of {bench.number:,}", tuple(keys["library"]), tuple(keys["bare"]), 1.2)
    yield Result("memory with one briefing open", tuple(memory["one"]), tuple(memory["bare"]), 1.6, "MiB")


def first_frame(bench: Bench, command: tuple[str, ...], marker: str) -> Run:
    def run() -> float:
        with Session(command, bench.environment) as session:
            return session.until(marker)

    return run
