"""Whether the files of a library are as its catalogue has them."""

import sqlite3
from contextlib import suppress
from enum import Enum, auto
from typing import Final

from tui.files.read import size_limit
from tui.library.catalogue.looking import Seen
from tui.library.catalogue.paths import named_path
from tui.library.catalogue.stamps import Stamps

_LOOKED: Final = "looked"
"""The key of the fingerprint of all stamps, which is there while they are those of the table of files."""


LIMIT: Final = "limit"
"""The key of the size up to which files were read."""


class Difference(Enum):
    """How the files and the catalogue differ."""

    NONE = auto()
    ONLY_NOT_KEPT = auto()
    """Not at all, but every file had to be compared to tell."""
    SOME = auto()


def looked(common: bytes, connection: sqlite3.Connection) -> bytes | None:
    """The fingerprint of a look that finds nothing changed; None where something must be read whatever it finds.

    `common` is the hash of `library.yaml`.
    """
    found = said(connection, _LOOKED)
    return found if isinstance(found, bytes) and not _must_read(common, connection) else None


def difference(seen: Seen, common: bytes, connection: sqlite3.Connection) -> Difference:
    """Whether a file is not as the catalogue has it, or may not be; `common` is the hash of `library.yaml`."""
    must_read = _must_read(common, connection)
    if not must_read and said(connection, _LOOKED) == seen.fingerprint:
        return Difference.NONE
    if must_read or seen.all != _stamps(connection):
        return Difference.SOME
    return Difference.ONLY_NOT_KEPT


def said(connection: sqlite3.Connection, key: str) -> object:
    """What the catalogue says of the library as a whole under a key; None where it says nothing."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None


def put_limit(connection: sqlite3.Connection, limit: int) -> None:
    """Keep the size, in bytes, up to which files have been read."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (LIMIT, limit))


def forget_looked(connection: sqlite3.Connection) -> None:
    """Have the next look compare every file, as the table of files is about to change."""
    connection.execute("DELETE FROM meta WHERE key = ?", (_LOOKED,))


def keep_looked(seen: Seen, connection: sqlite3.Connection) -> None:
    """Let the next look compare one fingerprint, where the table of files says what the files do."""
    with suppress(sqlite3.Error):
        # Another process may have written since they were compared.
        connection.execute("BEGIN IMMEDIATE")
        try:
            if seen.all == _stamps(connection):
                connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_LOOKED, seen.fingerprint))
        finally:
            connection.execute("COMMIT")


def _must_read(common: bytes, connection: sqlite3.Connection) -> bool:
    run = connection.execute
    return (
        said(connection, "shared") != common
        or said(connection, LIMIT) != size_limit()
        or run("SELECT 1 FROM files WHERE racy LIMIT 1").fetchone() is not None
        or run("SELECT 1 FROM files WHERE shared < ?1 OR shared > ?1 LIMIT 1", (common,)).fetchone() is not None
    )


def _stamps(connection: sqlite3.Connection) -> Stamps:
    rows = connection.execute("SELECT path, size, modified, changed, inode FROM files")
    known = {row[0]: row[1:] for row in rows}
    for path in [path for path in known if path.__class__ is bytes]:
        known[named_path(path)] = known.pop(path)
    return known
