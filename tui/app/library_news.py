"""How much of each briefing of a library is new to this reader, worked out from the catalogue in a thread."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from tui.library.catalogue.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tui.reader.reader import ReaderState

_SIZE: Final = 16
"""The bytes of a fingerprint, that of `tui.analysis.fingerprint`, which is not needed for counting."""

_AT_ONCE: Final = 500
"""Briefings whose fingerprints are held at a time."""


def count_new(root: Path, state: ReaderState) -> Mapping[int, int]:
    """How many items are new to the reader or were edited, by the number of the briefing's file; none are left out.

    Raises sqlite3.Error and OSError where the catalogue cannot be read.
    """
    found: dict[int, int] = {}
    with Catalogue(root) as catalogue:
        rows = catalogue.fingerprints()
        while some := list(islice(rows, _AT_ONCE)):
            parts = {
                str(file): [prints[at : at + _SIZE] for at in range(0, len(prints), _SIZE)] for file, prints in some
            }
            found |= {int(file): new for file, new in state.seen.count_new(parts).items() if new}
    return found
