"""The reader's state as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.bookmarks import Bookmarks
from tui.reader.choices import Choices
from tui.reader.notes import Notes
from tui.reader.seen import Seen
from tui.reader.store import NotKeptError, Revision, Store
from tui.reader.visits import Visits

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from tui.reader.seen import Fingerprints

__all__ = ["NotKeptError", "ReaderState", "Revision"]

# One statement a table, each to leave alone what the new id has already.
_MOVES = tuple(
    f"UPDATE OR IGNORE {table} SET briefing = ? WHERE briefing = ?"  # noqa: S608 - our own names
    for table in ("note", "bookmark", "visit", "place")
)
_COPY = "INSERT OR IGNORE INTO seen SELECT ?, item, fingerprint FROM seen WHERE briefing = ?"


class ReaderState:
    """What this reader has read, bookmarked, noted and chosen.

    It is opened at the first use, may be used from every thread, and agrees with what other processes write. Every
    call is short; only another process that holds the file makes one wait, two seconds at most. Reading never raises.
    Of what is written, bookmarks and notes raise `NotKeptError` where they cannot be kept; all else is then said in
    `take_sentences`.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Keep it in `folder`, the platform's state folder if none is given."""
        if folder is None:
            from tui.files.folders import state_folder  # noqa: PLC0415 - platformdirs is not needed for a given one

            folder = state_folder()
        self._store = Store(folder)
        self.seen = Seen(self._store)
        self.visits = Visits(self._store)
        self.bookmarks = Bookmarks(self._store)
        self.notes = Notes(self._store)
        self.choices = Choices(self._store)

    @property
    def revision(self) -> Revision:
        """Another one than before when anything was written, by this process or another; it takes microseconds."""
        return self._store.revision

    @property
    def is_kept(self) -> bool:
        """Whether what is written outlives this process; where not, a sentence says why."""
        return self._store.is_kept

    def take_sentences(self) -> tuple[str, ...]:
        """What there is to tell the user about the state itself, each sentence once: it is damaged, cannot be kept."""
        return self._store.take_sentences()

    def follow(self, briefing: str, items: Fingerprints, present: Container[str]) -> str | None:
        """Let a briefing whose id has changed, with its file's name, keep what it had; give the former id.

        To be called when a briefing is opened, with all of its items and the ids of its library's briefings. Nothing
        happens where it is not new, or nothing is like it. What was read counts for a copy too; notes, bookmarks and
        places go along only if the former briefing is no longer there.
        """
        former = self.seen.predecessor(briefing, items)
        if former is None:
            return None
        moves = _MOVES if former not in present else ()
        self._store.write([(statement, (briefing, former)) for statement in (_COPY, *moves)])
        return former

    def close(self) -> None:
        """Let the file go; the next use opens it again."""
        self._store.close()
