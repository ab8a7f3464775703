"""The one connection that everything of the reader's goes through, from any thread."""

from __future__ import annotations

from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tui.files.paths import number_of
from tui.reader.folder import NAME
from tui.reader.opening import Opened, is_damage, open_state
from tui.reader.schema import SCRIPTS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tui.reader.schema import Script

    Row = tuple[Any, ...]
    Statement = tuple[str, Sequence[Any]]

Revision = tuple[int, ...]
"""Changes whenever somebody has written; revisions compare only for being the same."""

_Answer = TypeVar("_Answer")
_NOTHING: Final[tuple[Row, ...]] = ()


class NotKeptError(Exception):
    """What a reader wrote could not be kept; the text is a sentence for people."""


class Store:
    """Reads and writes the state in a folder, which is opened at the first use.

    A file that turns out to be damaged, or is no longer in its place, is opened anew. `said` has the sentences to show
    that came of all this, each once.
    """

    def __init__(self, folder: Path, scripts: Sequence[Script] = SCRIPTS) -> None:
        self._folder = folder
        self._scripts = scripts
        self._lock = RLock()
        self._opened: Opened | None = None
        self._openings = 0
        self._writes = 0
        self._said: list[str] = []
        self._was_said: set[str] = set()

    def read(self, query: str, values: Sequence[Any] = ()) -> Sequence[Row]:
        """The rows that a query finds; none where the file cannot be read just now, which is then said."""
        import sqlite3  # noqa: PLC0415 - not before the first use

        try:
            return self._with_connection(lambda connection: connection.execute(query, values).fetchall())
        except sqlite3.Error as error:
            self._say(f"What you have read, bookmarked and noted cannot be read: {error}")
            return _NOTHING

    def write(self, statements: Sequence[Statement]) -> bool:
        """Do all of these or none, soon to be on the disk; false where it could not be done, which is then said."""
        return self._say_unless_kept(lambda connection: _execute(connection, statements))

    def write_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> bool:
        """Do one statement with each of many rows, as `write`."""
        return self._say_unless_kept(lambda connection: connection.executemany(statement, rows))

    def write_surely(self, statements: Callable[[], Sequence[Statement]]) -> None:
        """Do all of these or none, and be on the disk afterwards. Raises NotKeptError.

        What is read while they are made is what they will change: nobody else writes in between.
        """
        self._transact(lambda connection: _execute(connection, statements()), flushed=True)

    @property
    def revision(self) -> Revision:
        """Changes when anybody has written: cheap enough to ask ten times a second."""
        return (*self.revision_of_others, self._writes)

    @property
    def revision_of_others(self) -> Revision:
        """Changes when another process has written, or the file was opened anew."""
        found = self.read("PRAGMA data_version")
        return (self._openings, found[0][0] if found else 0)

    @property
    def is_kept(self) -> bool:
        """Whether what is written outlives this process."""
        with self._lock:
            return self._open().file is not None

    def take_sentences(self) -> tuple[str, ...]:
        """The sentences to show that have not been taken yet."""
        with self._lock:
            said, self._said = tuple(self._said), []
            return said

    def close(self) -> None:
        """Let the file go; the next use opens it again."""
        import sqlite3  # noqa: PLC0415

        with self._lock:
            if self._opened is not None:
                with suppress(sqlite3.Error):
                    self._opened.connection.close()
                self._opened = None

    def _say_unless_kept(self, act: Callable[[sqlite3.Connection], object]) -> bool:
        try:
            self._transact(act, flushed=False)
        except NotKeptError as error:
            self._say(str(error))
            return False
        return True

    def _transact(self, act: Callable[[sqlite3.Connection], object], *, flushed: bool) -> None:
        import sqlite3  # noqa: PLC0415

        try:
            changed = self._with_connection(lambda connection: _transaction(connection, act, flushed=flushed))
        except sqlite3.Error as error:
            raise NotKeptError(f"What you have just marked or written could not be kept: {error}") from None
        self._writes += changed

    def _with_connection(self, act: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
        import sqlite3  # noqa: PLC0415

        with self._lock:
            try:
                return act(self._open().connection)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
            # Opening it sets aside what is damaged; what a quick look at it passed over, a thorough one finds.
            self.close()
            return act(self._open(thorough=True).connection)

    def _open(self, *, thorough: bool = False) -> Opened:
        opened = self._opened
        if opened is not None and opened.file is not None and opened.file != number_of(self._folder / NAME):
            # Another process has set it aside, or somebody has deleted it.
            self.close()
            opened = None
        if opened is None:
            opened = self._opened = open_state(self._folder, self._scripts, thorough=thorough)
            self._openings += 1
            if opened.said:
                self._say(opened.said)
        return opened

    def _say(self, sentence: str) -> None:
        with self._lock:
            if sentence not in self._was_said:
                self._was_said.add(sentence)
                self._said.append(sentence)


def _transaction(connection: sqlite3.Connection, act: Callable[[sqlite3.Connection], object], *, flushed: bool) -> bool:
    """Do something whole or not at all; say whether it changed anything."""
    import sqlite3  # noqa: PLC0415

    # Only a loss of power can take what is not flushed, never a kill.
    connection.execute(f"PRAGMA synchronous = {'FULL' if flushed else 'NORMAL'}")
    before = connection.total_changes
    connection.execute("BEGIN IMMEDIATE")
    try:
        act(connection)
        connection.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled it back already.
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    return connection.total_changes != before


def _execute(connection: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    for statement, values in statements:
        connection.execute(statement, values)
