"""What this reader has read, told by what it said: to move, rename or reformat a file makes nothing new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from threading import RLock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tui.reader.store import Revision, Statement, Store

    Fingerprints = Mapping[str, bytes]
    """What `tui.analysis.fingerprint.fingerprints` gives: each item's by its id, the bottom line's by ""."""

_AT_ONCE: Final = 500
"""The values that one query is given: SQLite takes 999 at least."""


@dataclass(frozen=True, slots=True)
class News:
    """The ids of the items that the reader has not read: never before, or not as they now are."""

    new: frozenset[str]
    edited: frozenset[str]

    @property
    def unread(self) -> frozenset[str]:
        """Both."""
        return self.new | self.edited

    def __len__(self) -> int:
        return len(self.new) + len(self.edited)

    def __contains__(self, item: object) -> bool:
        return item in self.new or item in self.edited


class Seen:
    """The items that were read, of all briefings. What cannot be kept counts as read until the reader leaves."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = RLock()
        self._known: set[bytes] = set()
        self._unkept: set[bytes] = set()
        self._read_at: Revision | None = None

    def mark(self, briefing: str, items: Fingerprints) -> None:
        """Mark items of a briefing as read; all of them, where all are given."""
        self.mark_all({briefing: items})

    def mark_all(self, briefings: Mapping[str, Fingerprints]) -> None:
        """Mark items of many briefings as read, at one stroke."""
        rows = [(briefing, item, one) for briefing, items in briefings.items() for item, one in items.items()]
        with self._lock:
            known = self._all()
            kept = self._store.write_many("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", rows)
            known.update(one for _, _, one in rows)
            if not kept:
                self._unkept.update(one for _, _, one in rows)

    def unmark(self, briefing: str, items: Fingerprints) -> None:
        """Make items as if they had never been read: what they say, and whatever these items said before."""
        statements: list[Statement] = [
            (f"DELETE FROM seen WHERE fingerprint IN ({_marks(some)})", some)  # noqa: S608
            for some in _in_parts(tuple(items.values()))
        ]
        statements += [("DELETE FROM seen WHERE briefing = ? AND item = ?", (briefing, item)) for item in items]
        with self._lock:
            self._unkept.difference_update(items.values())
            self._store.write(statements)
            self._read_at = None

    def news(self, briefing: str, items: Fingerprints) -> News:
        """Which of these items of a briefing are new to the reader, and which were edited since.

        An item was edited if it has been read, but not as it is. A briefing that is read under an id for the first
        time is compared with the one of which most has been read: its file has then been renamed, or copied.
        """
        known = self._all()
        unread = {item for item, one in items.items() if one not in known}
        if not unread:
            return News(frozenset(), frozenset())
        before = self._items_of(briefing)
        if not before:
            former = self.predecessor(briefing, items)
            before = self._items_of(former) if former is not None else before
        return News(frozenset(unread - before), frozenset(unread & before))

    def count_new(self, briefings: Mapping[str, Collection[bytes]]) -> dict[str, int]:
        """How many items of each briefing are new or edited, by the fingerprints of all its items."""
        known = self._all()
        return {briefing: sum(one not in known for one in items) for briefing, items in briefings.items()}

    def predecessor(self, briefing: str, items: Fingerprints) -> str | None:
        """The id under which more than half of a briefing was read, where none of it was under its own id."""
        known = self._all()
        wanted = {one for one in items.values() if one in known}
        if 2 * len(wanted) <= len(set(items.values())) or self._items_of(briefing):
            return None
        counts: Counter[str] = Counter()
        for some in _in_parts(tuple(wanted)):
            among = f"fingerprint IN ({_marks(some)})"
            query = f"SELECT briefing, count(DISTINCT fingerprint) FROM seen WHERE {among} GROUP BY briefing"  # noqa: S608
            counts.update(dict(self._store.read(query, some)))
        most = max(counts, key=lambda name: (counts[name], name), default=None)
        return most if most is not None and 2 * counts[most] > len(set(items.values())) else None

    def _items_of(self, briefing: str) -> set[str]:
        return {item for (item,) in self._store.read("SELECT DISTINCT item FROM seen WHERE briefing = ?", (briefing,))}

    def _all(self) -> set[bytes]:
        """Every fingerprint that was read; they are read from the file only when another has written to it."""
        with self._lock:
            revision = self._store.revision_of_others
            if revision != self._read_at:
                self._known = {one for (one,) in self._store.read("SELECT fingerprint FROM seen")}
                self._known |= self._unkept
                self._read_at = revision
            return self._known


def _in_parts(values: tuple[bytes, ...]) -> Iterator[tuple[bytes, ...]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))


def _marks(values: tuple[bytes, ...]) -> str:
    return ",".join("?" * len(values))
