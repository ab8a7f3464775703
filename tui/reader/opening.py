"""Opening the reader's state, whatever stands in its place: there is always something to read and write."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.files.paths import number_of
from tui.load.characters import printable
from tui.reader.folder import NAME, PATIENCE, entered, make_folder, make_private, set_aside
from tui.reader.schema import SCRIPTS, TABLES, is_ours, migrate, version_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from tui.reader.schema import Script

_WHAT: Final = "what you have read, bookmarked and noted"
_LOST: Final = "what you mark now is kept only until you leave"
_BEGINNING: Final = b"SQLite format 3\0"
_DAMAGE: Final = frozenset({11, 26})
"""SQLITE_CORRUPT and SQLITE_NOTADB."""


class Opened(NamedTuple):
    """A connection, and whether it is to the file or only to memory; `said` is a sentence to show, "" for none.

    `file` is the file's device and number, by which one that takes its place is told.
    """

    connection: sqlite3.Connection
    said: str = ""
    file: tuple[int, int] | None = None


def open_state(folder: Path, scripts: Sequence[Script] = SCRIPTS, *, thorough: bool = False) -> Opened:
    """Open the state in `folder`, which is made if need be.

    What is damaged, or is something else, is set aside and a new file begun. Where nothing can be written, and where a
    newer version has written the file, a copy in memory is read and written instead. It raises nothing.
    `thorough` looks for damage in every page and index.
    """
    import sqlite3  # noqa: PLC0415 - not before the first use

    path = folder / NAME
    try:
        make_folder(folder)
        with entered(folder):
            return _open_file(path, scripts, thorough=thorough)
    except OSError as error:
        reason = "another brief is opening it" if isinstance(error, BlockingIOError) else _reason(error)
    except sqlite3.Error as error:
        reason = str(error)
    return _in_memory(path, scripts, f"{_WHAT} cannot be kept in {_shown(folder)} ({reason}): {_LOST}")


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is not sound, rather than busy, full or out of reach."""
    # The lowest byte is the code; those above it tell more.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE


def _open_file(path: Path, scripts: Sequence[Script], *, thorough: bool) -> Opened:
    fault = _not_a_database(path)
    if not fault:
        make_private(path)
        connection = _connect(path)
        try:
            fault = _fault(connection, len(scripts), thorough=thorough)
            if not fault:
                return _ready(connection, path, scripts)
        except BaseException:
            connection.close()
            raise
        connection.close()
    aside = set_aside(path)
    make_private(path)
    said = f"{_WHAT} could not be read: {NAME} {fault}. It is kept as {_shown(aside)}, and a new one is begun"
    return _ready(_connect(path), path, scripts, said)


def _not_a_database(path: Path) -> str:
    """What stands in the place of a database, as the end of a sentence; "" where nothing else does."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        # Also a link that leads to nothing yet.
        return ""
    if not stat.S_ISREG(mode):
        return "is a folder" if stat.S_ISDIR(mode) else "is not a regular file"
    with path.open("rb") as file:
        beginning = file.read(len(_BEGINNING))
    # SQLite would delete what it had written beside a file that it cannot read.
    return "" if beginning in {b"", _BEGINNING} else "is damaged (it does not begin as a database does)"


def _connect(path: Path) -> sqlite3.Connection:
    import sqlite3  # noqa: PLC0415

    # One connection serves every thread, behind a lock.
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
    return connection


def _fault(connection: sqlite3.Connection, known: int, *, thorough: bool = False) -> str:
    """What is wrong with a file, as the end of a sentence; "" where it is sound."""
    import sqlite3  # noqa: PLC0415

    try:
        if version_of(connection) <= known and not is_ours(connection):
            return "is a database of something else"
        found = connection.execute(f"PRAGMA {'integrity' if thorough else 'quick'}_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return f"is damaged ({error})"
    return "" if found == "ok" else "is damaged"


def _ready(connection: sqlite3.Connection, path: Path, scripts: Sequence[Script], said: str = "") -> Opened:
    if version_of(connection) > len(scripts):
        connection.close()
        newer = f"{_WHAT} was written by a newer brief, and stays as it is: {_LOST}"
        return _in_memory(path, scripts, newer)
    # A file system on which this cannot be has a slower journal instead.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    migrate(connection, path, scripts)
    return Opened(connection, _sentence(said), number_of(path))


def _in_memory(path: Path, scripts: Sequence[Script], said: str) -> Opened:
    """A connection to memory, with what can be read of the file at `path`."""
    import sqlite3  # noqa: PLC0415

    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    if os.path.lexists(path):
        # Of a folder that cannot be written, only a file that nobody else writes can be read.
        for mode in ("mode=ro", "immutable=1"):
            with suppress(sqlite3.Error, ValueError):
                source = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=PATIENCE)
                try:
                    if _fault(source, len(scripts)) == "":
                        source.backup(connection)
                        break
                finally:
                    source.close()
    try:
        migrate(connection, None, scripts)
        for table in TABLES:
            connection.execute(f"SELECT * FROM {table} LIMIT 1")  # noqa: S608 - our own names
    except sqlite3.Error:
        # A newer version has other tables.
        connection.close()
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        migrate(connection, None, scripts)
    return Opened(connection, _sentence(said))


def _reason(error: OSError) -> str:
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]


def _shown(path: Path) -> str:
    return printable(str(path))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
