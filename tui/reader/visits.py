"""When a briefing was last read, up to which date, and where in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.reader import times

if TYPE_CHECKING:
    from datetime import datetime

    from tui.reader.store import Store


class Visit(NamedTuple):
    """The last time that a briefing was read; dates are EDTF as written.

    `as_of` is the briefing's own date at that time, and `before` the one it had at an earlier time, before its author
    moved it on; None where it has always been this one.
    """

    at: datetime
    as_of: str
    before: str | None = None


class Spot(NamedTuple):
    """A place in a briefing: a pane and the id of an item, "" where none is selected."""

    pane: str
    item: str = ""


class Visits:
    """One record a briefing, of the last visit and of the last place."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, briefing: str, as_of: str) -> Visit | None:
        """Record that a briefing of that date is being read now; give the visit before, None where there was none."""
        last = self.last(briefing)
        before = None
        if last is not None:
            before = last.before if last.as_of == as_of else last.as_of
        values = (briefing, times.written(times.now()), as_of, before)
        self._store.write([("INSERT OR REPLACE INTO visit VALUES (?, ?, ?, ?)", values)])
        return last

    def last(self, briefing: str) -> Visit | None:
        """The last visit to a briefing."""
        rows = self._store.read("SELECT at, as_of, before FROM visit WHERE briefing = ?", (briefing,))
        return next((Visit(times.read(at), as_of, before) for at, as_of, before in rows), None)

    def all(self) -> dict[str, Visit]:
        """The last visit to every briefing that was ever read, by its id."""
        rows = self._store.read("SELECT briefing, at, as_of, before FROM visit")
        return {briefing: Visit(times.read(at), as_of, before) for briefing, at, as_of, before in rows}

    def leave(self, briefing: str, spot: Spot) -> None:
        """Remember where in a briefing the reader was."""
        values = (briefing, spot.pane, spot.item)
        self._store.write([("INSERT OR REPLACE INTO place VALUES (?, ?, ?)", values)])

    def spot(self, briefing: str) -> Spot | None:
        """Where in a briefing the reader was last; neither the pane nor the item need be there any more."""
        rows = self._store.read("SELECT pane, item FROM place WHERE briefing = ?", (briefing,))
        return next((Spot(pane, item) for pane, item in rows), None)
