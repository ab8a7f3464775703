"""What is read from files while the reader runs: in a thread, and with its imports made there.

The first frame needs none of it, and pydantic alone takes as long to import as that frame to draw.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tui.analysis.agenda import AgendaEntry
    from tui.analysis.view import View
    from tui.library.proofs import Proven
    from tui.load.briefing import Loaded
    from tui.load.problem import Place
    from tui.model.edtf import EDTF


_SOONEST: Final = 0.15
"""Seconds of reading after which the first entries are handed over."""

_GROWTH: Final = 1.3
"""How many times as long as until the last handing over it takes until the next: showing a long list takes time too."""


class AgendaBatch(NamedTuple):
    """What some of a library's briefings have on the agenda, each with its file, and how many of them are wrong."""

    entries: tuple[tuple[Path, AgendaEntry], ...]
    wrong: int


def read_agenda(root: Path, today: datetime.date) -> Iterator[AgendaBatch]:
    """The agenda of the library at `root`, a batch at a time; one batch at least, which may be empty."""
    from tui.analysis.agenda import entries_of
    from tui.analysis.view import view
    from tui.library.folder import Library
    from tui.load.problem import Severity

    entries: list[tuple[Path, AgendaEntry]] = []
    wrong = 0
    start, next_at = monotonic(), _SOONEST
    for loaded in Library(root).load_all():
        wrong += any(one.severity is Severity.ERROR for one in loaded.problems)
        if loaded.briefing is not None:
            entries += ((loaded.path, entry) for entry in entries_of(view(loaded.briefing), today))
        if monotonic() - start > next_at:
            yield AgendaBatch(tuple(entries), wrong)
            entries, wrong = [], 0
            next_at = _GROWTH * (monotonic() - start)
    yield AgendaBatch(tuple(entries), wrong)


def read_briefing(root: Path, path: Path, as_of: EDTF | None) -> tuple[Loaded, View | None]:
    """A briefing of the library at `root`, and its View; no View where nothing of it can be shown."""
    from tui.analysis.view import view
    from tui.library.folder import Library

    loaded = _without_documents(Library(root).load(path))
    return loaded, view(loaded.briefing, as_of) if loaded.briefing is not None else None


def _without_documents(loaded: Loaded) -> Loaded:
    """What is read of the files, without where each value stands in them: that takes as much memory again."""
    shared = loaded.shared._replace(document=None) if loaded.shared is not None else None
    return loaded._replace(document=None, shared=shared)


def read_place(root: Path, path: Path, identifier: str) -> tuple[Path, Place]:
    """Where an item of the briefing at `path` stands now, as `place_of` tells; in a broken file, what is wrong."""
    from tui.library.folder import Library
    from tui.load.places import place_of

    loaded = Library(root).load(path)
    if loaded.briefing is None and loaded.problems:
        return loaded.problems[0].path, loaded.problems[0].place
    return place_of(loaded, identifier)


def find_briefing(root: Path, identifier: str) -> Path | None:
    """The file of the briefing with this id in the library at `root`, if there is one."""
    from tui.library.folder import Library

    return next(iter(Library(root).find(identifier)), None)


class Present:
    """The ids of the briefings in the library at `root`, each looked for when it is asked for."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, str) and find_briefing(self._root, identifier) is not None


def read_proofs(root: Path, loaded: Loaded) -> Proven:
    """The proofs of the quotes of a briefing of the library at `root`."""
    from tui.library.folder import Library
    from tui.library.proofs import prove

    return prove(loaded, Library(root))


Stamp = tuple[tuple[int, int, int] | None, ...]
"""By what is seen that a file is another than it was: when it was changed, its size and its number, of each file."""


def stamp_of(root: Path, path: Path, texts: Iterable[Path] = ()) -> Stamp:
    """The stamp of a briefing, of what it shares with its library, of its seals, and of its texts."""
    from tui.load.names import SHARED_NAME
    from tui.load.seal import LOCK_NAME

    return tuple(_stamp_of(one) for one in (path, root / SHARED_NAME, root / LOCK_NAME, *texts))


def _stamp_of(path: Path) -> tuple[int, int, int] | None:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
