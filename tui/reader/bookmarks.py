"""Bookmarks, over all briefings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.reader import times
from tui.reader.text import label as cleaned

if TYPE_CHECKING:
    from datetime import datetime

    from tui.reader.store import Statement, Store


class Bookmark(NamedTuple):
    """An item to come back to; `label` is what it was called when it was bookmarked."""

    briefing: str
    item: str
    label: str
    at: datetime


class Bookmarks:
    """An item has one bookmark or none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, briefing: str, item: str, label: str) -> None:
        """Bookmark an item; one that has a bookmark gets the new label. Raises NotKeptError."""
        self._store.write_surely(lambda: [_adding(briefing, item, label)])

    def remove(self, briefing: str, item: str) -> None:
        """Take the bookmark of an item away, if it has one. Raises NotKeptError."""
        self._store.write_surely(lambda: [_removing(briefing, item)])

    def toggle(self, briefing: str, item: str, label: str) -> bool:
        """Add the bookmark of an item or take it away; true where it has one now. Raises NotKeptError."""

        def statements() -> list[Statement]:
            has_one = item in self.of(briefing)
            return [_removing(briefing, item) if has_one else _adding(briefing, item, label)]

        self._store.write_surely(statements)
        return item in self.of(briefing)

    def of(self, briefing: str) -> frozenset[str]:
        """The ids of a briefing's bookmarked items."""
        return frozenset(
            item for (item,) in self._store.read("SELECT item FROM bookmark WHERE briefing = ?", (briefing,))
        )

    def all(self) -> tuple[Bookmark, ...]:
        """Every bookmark, the last one first."""
        rows = self._store.read("SELECT briefing, item, label, at FROM bookmark ORDER BY at DESC, rowid DESC")
        return tuple(Bookmark(briefing, item, label, times.read(at)) for briefing, item, label, at in rows)


def _adding(briefing: str, item: str, label: str) -> Statement:
    values = (briefing, item, cleaned(label), times.written(times.now()))
    return ("INSERT OR REPLACE INTO bookmark VALUES (?, ?, ?, ?)", values)


def _removing(briefing: str, item: str) -> Statement:
    return ("DELETE FROM bookmark WHERE briefing = ? AND item = ?", (briefing, item))
