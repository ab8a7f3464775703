"""The reader's notes: one on an item, which outlives the item."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.reader import times
from tui.reader.text import clean
from tui.reader.text import label as cleaned

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import datetime

    from tui.reader.store import Row, Statement, Store

_COLUMNS = "briefing, item, label, text, private, at"


class Note(NamedTuple):
    """A note on an item; `label` is what the item was called when the note was written.

    `private` is true where the item was a quote that is not on the record: then the note is in no export.
    """

    briefing: str
    item: str
    label: str
    text: str
    private: bool
    at: datetime


class Notes:
    """An item has one note or none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(
        self, briefing: str, item: str, text: str, *, label: str, private: bool, before: str | None = None
    ) -> Note | None:
        """Write the note on an item and give it as it is kept; None where `text` is empty: then there is none any more.

        `before` is the text that the reader began with. Where another window has written meanwhile, its text is kept
        above this one. What could act on a terminal is left out. Raises NotKeptError.
        """

        def statements() -> list[Statement]:
            current = self.on(briefing, item)
            kept = clean(text) if before is None else _joined(current, clean(before), clean(text))
            if not kept:
                return [("DELETE FROM note WHERE briefing = ? AND item = ?", (briefing, item))]
            values = (briefing, item, cleaned(label), kept, int(private), times.written(times.now()))
            return [("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?)", values)]

        self._store.write_surely(statements)
        return self.on(briefing, item)

    def on(self, briefing: str, item: str) -> Note | None:
        """The note on an item."""
        rows = self._store.read(f"SELECT {_COLUMNS} FROM note WHERE briefing = ? AND item = ?", (briefing, item))  # noqa: S608
        return next(map(_note, rows), None)

    def of(self, briefing: str) -> dict[str, Note]:
        """The notes on a briefing's items, by the item's id, those included whose item is no longer there."""
        rows = self._store.read(f"SELECT {_COLUMNS} FROM note WHERE briefing = ? ORDER BY at, rowid", (briefing,))  # noqa: S608
        return {note.item: note for note in map(_note, rows)}

    def all(self) -> tuple[Note, ...]:
        """Every note of every briefing, the last one first."""
        rows = self._store.read(f"SELECT {_COLUMNS} FROM note ORDER BY at DESC, rowid DESC")  # noqa: S608
        return tuple(map(_note, rows))

    def without_item(self, briefing: str, present: Container[str]) -> tuple[Note, ...]:
        """The notes on what is no longer among a briefing's items, of which `present` has the ids."""
        return tuple(note for note in self.of(briefing).values() if note.item not in present)


def _joined(current: Note | None, before: str, text: str) -> str:
    """The text as it is to be kept: below what another window has written since `before`, if that is not the same."""
    if current is None or current.text in {before, text}:
        return text
    return f"{current.text}\n\n{text}" if text else current.text


def _note(row: Row) -> Note:
    briefing, item, label, text, private, at = row
    return Note(briefing, item, label, text, bool(private), times.read(at))
