"""The file of a catalogue: one for each library, in the cache folder, shared by every process that reads it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from tui.files.folders import cache_folder
from tui.library.catalogue import schema

_WAIT: Final = 10_000
"""Milliseconds to wait for another process that writes; what it writes at a time takes far less."""


class Place:
    """Where the catalogue of the library at `root` is kept, or would be kept."""

    def __init__(self, root: Path) -> None:
        name = sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:32]
        self.folder = cache_folder() / "catalogue"
        self.file = self.folder / f"{name}.db"
        self.lock = self.folder / f"{name}.lock"
        self.memory = f"file:brief-{name}?mode=memory&cache=shared"
        """The catalogue of this process alone, where the folder cannot be written."""


_in_memory: dict[str, sqlite3.Connection] = {}
"""Keeps the catalogues in memory there between connections, by their name."""


def connect(root: Path) -> sqlite3.Connection:
    """A connection for this thread to the catalogue of the library at `root`, made anew where it is of no use.

    Where the cache folder cannot be written, it is to one in memory, which every connection of this process shares.
    """
    place = Place(root)
    if place.memory not in _in_memory:
        try:
            return _open_file(place)
        except (OSError, sqlite3.Error):
            _in_memory[place.memory] = _prepared(sqlite3.connect(place.memory, uri=True, check_same_thread=False))
    connection = _configured(sqlite3.connect(place.memory, uri=True))
    # Readers of a shared cache would be refused while another connection writes.
    connection.execute("PRAGMA read_uncommitted = 1")
    return connection


def is_in_memory(root: Path) -> bool:
    """Whether the catalogue of the library at `root` is this process's own."""
    return Place(root).memory in _in_memory


def keep_in_memory(root: Path) -> None:
    """Give up the file, which cannot be written any more (the disk may be full), for one in memory."""
    place = Place(root)
    if place.memory not in _in_memory:
        _in_memory[place.memory] = _prepared(sqlite3.connect(place.memory, uri=True, check_same_thread=False))


def discard(root: Path) -> None:
    """Take away a catalogue that is damaged; the next connection makes it anew."""
    place = Place(root)
    if place.memory in _in_memory:
        _in_memory.pop(place.memory).close()
    _remove(place)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error means that the file is damaged, and not that it is in use, or the disk full."""
    said = str(error)
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    if not isinstance(error, sqlite3.OperationalError):
        return not isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError) or "UNIQUE" not in said
    return any(one in said for one in ("no such table", "no such column", "malformed", "vtable", "fts5", "corrupt"))


@contextmanager
def indexing(root: Path) -> Iterator[bool]:
    """Hold the right to write to the catalogue of `root`, which one process has at a time; whether it was free.

    It is a lock of the operating system's, which ends with the process that holds it.
    """
    place = Place(root)
    if place.memory in _in_memory:
        yield True
        return
    try:
        import fcntl  # noqa: PLC0415 - only where something has changed

        descriptor = os.open(place.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        yield True
        return
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        except OSError:
            # The file system has no locks; SQLite's own still keep writers apart.
            pass
        yield True
    finally:
        os.close(descriptor)


def _open_file(place: Place) -> sqlite3.Connection:
    place.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        return _open_prepared(place.file)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        _remove(place)
        return _open_prepared(place.file)


def _open_prepared(file: Path) -> sqlite3.Connection:
    if not file.exists():
        # What is quoted in a briefing is nobody else's to read.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    connection = sqlite3.connect(file)
    try:
        return _prepared(connection)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    _configured(connection)
    if not schema.is_current(connection):
        connection.execute("PRAGMA journal_mode = WAL")
        schema.create(connection)
    return connection


def _configured(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _remove(place: Place) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            place.file.with_name(place.file.name + suffix).unlink()
