"""Bringing a catalogue up to what the files say: only what has changed since is read."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.files.collection import paused_collection
from tui.files.read import size_limit
from tui.library.catalogue.contents import content_hash, shared_hash
from tui.library.catalogue.database import indexing
from tui.library.catalogue.difference import (
    LIMIT,
    Difference,
    difference,
    forget_looked,
    keep_looked,
    looked,
    put_limit,
    said,
)
from tui.library.catalogue.looking import Seen, fingerprint, look
from tui.library.catalogue.paths import named_path, texts_of
from tui.library.catalogue.stamps import Stamp, Stamps

if TYPE_CHECKING:
    from tui.library.catalogue.writing import Writer

_COMMIT: Final = 0.5
"""Seconds of work that are lost at most where the process is killed."""


_TOO_LARGE: Final = b"too-large"
"""What stands for the content of a file that is larger than what is read."""


class Progress(NamedTuple):
    """How far reading has come, in files."""

    done: int
    total: int


@dataclass(slots=True)
class Outcome:
    """What came of it: whether anything was written, and whether it is whole or another process is still at it."""

    changed: bool = False
    complete: bool = True
    files: int = 0
    """How many files there are that may be briefings."""


class _Known(NamedTuple):
    stamp: Stamp
    racy: bool
    hash: bytes
    shared: bytes | None


def refresh(
    root: Path,
    connection: sqlite3.Connection,
    *,
    told: Callable[[Progress], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Bring the catalogue of the library at `root` up to date.

    `told` hears how far it is, whenever something has been written; `stopped` says when to leave off, and what was
    read by then is kept. Where another process is at it, nothing is written. Raises OSError where the folder cannot be
    looked into.
    """
    with paused_collection():
        seen = look(root, texts_of(connection))
        common = shared_hash(root)
        outcome = Outcome(files=len(seen.files))
        found = difference(seen, common, connection)
        if found is Difference.NONE:
            return outcome
    with indexing(root) as is_ours:
        if found is Difference.ONLY_NOT_KEPT:
            if is_ours:
                keep_looked(seen, connection)
            return outcome
        if not is_ours:
            outcome.complete = False
            return outcome
        # Another process may have been at it until now.
        known = _known(connection)
        work = _Work(root, connection, told, stopped)
        outcome.changed = work.bring_up(seen, known, common)
        outcome.complete = not stopped()
    return outcome


def may_have_changed(root: Path, connection: sqlite3.Connection) -> bool:
    """Whether a refresh may find something; next to no memory is used to tell. Raises OSError as `refresh` does."""
    with paused_collection():
        return fingerprint(root, texts_of(connection)) != looked(shared_hash(root), connection)


def _known(connection: sqlite3.Connection) -> dict[str, _Known]:
    rows = connection.execute("SELECT path, size, modified, changed, inode, racy, hash, shared FROM files")
    return {named_path(row[0]): _Known(row[1:5], *row[5:]) for row in rows}


class _Work:
    """One bringing up to date, by the process that has the right to."""

    def __init__(
        self,
        root: Path,
        connection: sqlite3.Connection,
        told: Callable[[Progress], None],
        stopped: Callable[[], bool],
    ) -> None:
        self.root = root
        self.connection = connection
        self.told = told
        self.stopped = stopped
        self.written = False
        self.began: float | None = None

    def bring_up(self, seen: Seen, known: dict[str, _Known], common: bytes) -> bool:
        """Read what has changed, and forget what is gone; whether anything has been written that can be seen."""
        from tui.library.catalogue.writing import Writer  # noqa: PLC0415 - only where something has changed

        writer = Writer(self.connection)
        there = seen.all
        try:
            self._shared(common)
            self._remove(writer, [path for path in known if path not in there])
            stale = self._stale(writer, there, known, common)
            self._briefings(writer, {path: there[path] for path in stale if path in seen.files})
            if not self.stopped():
                self._stored(writer, seen, set(stale))
            if said(self.connection, LIMIT) != size_limit() and not self.stopped():
                self._begin()
                put_limit(self.connection, size_limit())
            if self.written:
                self._begin()
                writer.forget_unused()
            self._commit()
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        return self.written

    def _begin(self) -> None:
        if self.began is None:
            self.connection.execute("BEGIN IMMEDIATE")
            forget_looked(self.connection)
            self.began = monotonic()

    def _commit(self) -> None:
        if self.began is not None:
            self.connection.execute("COMMIT")
            self.began = None

    def _commit_soon(self) -> None:
        if self.began is not None and monotonic() - self.began > _COMMIT:
            self._commit()

    def _shared(self, common: bytes) -> None:
        if said(self.connection, "shared") == common:
            return
        from tui.library.catalogue.common import put_common  # noqa: PLC0415 - as above

        self._begin()
        put_common(self.connection, self.root, common)
        self.written = True

    def _remove(self, writer: "Writer", gone: Iterable[str]) -> None:
        for path in gone:
            self._begin()
            writer.remove(path)
            self.written = True

    def _stale(self, writer: "Writer", there: Stamps, known: dict[str, _Known], common: bytes) -> list[str]:
        """The files that have to be read; one whose content turns out to be the same only gets its new stamp."""
        stale = []
        limit = size_limit()
        has_other_limit = said(self.connection, LIMIT) != limit
        for path, stamp in there.items():
            one = known.get(path)
            if (
                one is None
                or (one.shared is not None and one.shared != common)
                or (has_other_limit and (one.hash == _TOO_LARGE) is not (stamp[0] > limit))
            ):
                stale.append(path)
            elif one.racy or one.stamp != stamp:
                if content_hash(self.root / path) == one.hash:
                    self._begin()
                    writer.touch(path, stamp)
                else:
                    stale.append(path)
        return stale

    def _briefings(self, writer: "Writer", stale: Stamps) -> None:
        if not stale:
            return
        from tui.library.catalogue.workers import read_many  # noqa: PLC0415 - as above

        done, total = 0, len(stale)
        self._commit()
        self.told(Progress(done, total))
        for readings in read_many(self.root, [(path, stamp[0]) for path, stamp in stale.items()], self.stopped):
            self._begin()
            with paused_collection():
                for reading in readings:
                    writer.put(stale[reading.path], reading)
            self.written = True
            done += len(readings)
            self._commit_soon()
            self.told(Progress(done, total))

    def _stored(self, writer: "Writer", seen: Seen, stale: set[str]) -> None:
        """Read the stored texts that are new or have changed, and forget those that no source names any more."""
        named = texts_of(self.connection)
        known = {named_path(path) for (path,) in self.connection.execute("SELECT path FROM files")}
        self._remove(writer, [path for path in known if path not in named and path not in seen.files])
        there = seen.all
        for path in sorted(named):
            # A file that was known as a briefing may be named as a text since.
            if path in known and path not in stale and (path not in seen.files or writer.has_text(path)):
                continue
            from tui.library.catalogue.stored import put_stored  # noqa: PLC0415 - as above

            self._begin()
            if put_stored(writer, self.root, path, there.get(path)):
                self.written = True
            self._commit_soon()
            if self.stopped():
                return
