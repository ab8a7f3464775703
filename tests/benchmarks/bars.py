"""Every row of the table of what may take how long."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks.making import make_briefing, make_library, vocabulary
from tests.benchmarks.measuring import (
    BARE_IMPORTS,
    Result,
    Run,
    environment,
    interleaved,
    python,
    seconds_of,
    told,
)
from tests.benchmarks.terminal import Session, first_word
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.query import parse
from tui.library.catalogue.refresh import refresh
from tui.library.catalogue.search import search

BARE_PANES: Final = (sys.executable, str(Path(__file__).parent / "bare_panes.py"))
BRIEF: Final = (sys.executable, "-m", "tui")

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


@dataclass(frozen=True, slots=True)
class Bench:
    """Where it all is, and how often each thing is done."""

    folder: Path
    number: int
    rounds: int

    @property
    def library(self) -> Path:
        """The library, which is made where it is not there yet."""
        return make_library(self.folder / f"library-{self.number}", self.number)

    @property
    def cache(self) -> Path:
        """The cache in which the library's catalogue is kept."""
        return self.folder / f"cache-{self.number}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the programs that are measured."""
        return environment(self.cache)

    def warm(self) -> None:
        """See to it that the catalogue is up to date."""
        os.environ["XDG_CACHE_HOME"] = str(self.cache)
        with Catalogue(self.library) as catalogue:
            refresh(self.library, catalogue.connection)


def screens(bench: Bench) -> Iterator[Result]:
    """First frames, keys and memory, from outside."""
    bench.warm()
    with Catalogue(bench.library) as catalogue:
        marker = catalogue.some(catalogue.numbers()[:1])[0].title.split()[0]
    briefing = make_briefing(bench.folder / "briefing" / "of-50-kb.yaml", events=60, size=7)
    frames = interleaved(
        {
            "bare": _frame(bench, BARE_PANES, "Row 0"),
            "library": _frame(bench, (*BRIEF, "--library", str(bench.library)), marker),
            "briefing": _frame(bench, (*BRIEF, str(briefing)), first_word(briefing)),
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


def _frame(bench: Bench, command: tuple[str, ...], marker: str) -> Run:
    def run() -> float:
        with Session(command, bench.environment) as session:
            return session.until(marker)

    return run


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


_INDEXED = """
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
    script.write_text(_INDEXED)
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


def growth(bench: Bench) -> str:
    """A row on a library of one size: what each thing takes in absolute terms."""
    root = bench.library
    shutil.rmtree(bench.cache, ignore_errors=True)
    script = bench.folder / "indexed.py"
    script.write_text(_INDEXED)
    index = told(bench.environment, str(script), str(root))()
    bench.warm()
    with Catalogue(root) as catalogue:
        marker = catalogue.some(catalogue.numbers()[:1])[0].title.split()[0]
        words = parse("romokota vuridovi")
        look = min(seconds_of(lambda: refresh(root, catalogue.connection)) for _ in range(5))
        seek = min(seconds_of(lambda: search(catalogue.connection, words, whole=True, limit=20)) for _ in range(5))
    size = sum(one.stat().st_size for one in bench.cache.rglob("*") if one.is_file())
    frame = min(_frame(bench, (*BRIEF, "--library", str(root)), marker)() for _ in range(bench.rounds))
    with Session((*BRIEF, "--library", str(root)), bench.environment) as session:
        session.until(marker)
        session.settle(2.0)
        key = sorted(session.key("j") for _ in range(15))[7]
        memory = session.memory()
    listing = min(python(bench.environment, "-m", "tui", "list", "--library", str(root))() for _ in range(bench.rounds))
    cells = (
        f"{bench.number:,}",
        f"{index:,.1f} s",
        f"{size / 1e6:,.0f} MB",
        *(f"{one * 1000:,.0f} ms" for one in (look, frame, key)),
        f"{memory / 1024**2:,.0f} MiB",
        *(f"{one * 1000:,.0f} ms" for one in (seek, listing)),
    )
    return f"| {' | '.join(cells)} |"


GROWTH_HEADING: Final = """\
| briefings | first index | catalogue | a look for changes | first frame | key | memory | search | `brief list` |
|---|---|---|---|---|---|---|---|---|"""
