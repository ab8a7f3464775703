"""How what it costs grows with the library, in absolute terms."""

import shutil
from typing import Final

from tests.benchmarks.bars import INDEXED
from tests.benchmarks.bench import Bench
from tests.benchmarks.measuring import python, seconds_of, told
from tests.benchmarks.on_screen import BRIEF, first_frame
from tests.benchmarks.terminal import Session
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.query import parse
from tui.library.catalogue.refresh import refresh
from tui.library.catalogue.search import search


def growth(bench: Bench) -> str:
    """A row on a library of one size: what each thing takes in absolute terms."""
    root = bench.library
    shutil.rmtree(bench.cache, ignore_errors=True)
    script = bench.folder / "indexed.py"
    script.write_text(INDEXED)
    index = told(bench.environment, str(script), str(root))()
    bench.warm()
    with Catalogue(root) as catalogue:
        marker = catalogue.some(catalogue.numbers()[:1])[0].title.split()[0]
        words = parse("romokota vuridovi")
        look = min(seconds_of(lambda: refresh(root, catalogue.connection)) for _ in range(5))
        seek = min(seconds_of(lambda: search(catalogue.connection, words, whole=True, limit=20)) for _ in range(5))
    size = sum(one.stat().st_size for one in bench.cache.rglob("*") if one.is_file())
    frame = min(first_frame(bench, (*BRIEF, "--library", str(root)), marker)() for _ in range(bench.rounds))
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
