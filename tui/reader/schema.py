"""The tables, and how a file of an older version becomes one of this version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.reader.times import stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

Script = tuple[str, ...]
"""The statements that make of one version the next."""

# The columns of a key stand first and in its order: SQLite's quick_check has been wrong about others.
SCRIPTS: Final[tuple[Script, ...]] = (
    (
        """CREATE TABLE seen (
            briefing TEXT NOT NULL, item TEXT NOT NULL, fingerprint BLOB NOT NULL,
            PRIMARY KEY (briefing, item, fingerprint)
        ) WITHOUT ROWID""",
        "CREATE TABLE visit (briefing TEXT NOT NULL PRIMARY KEY, at TEXT NOT NULL, as_of TEXT NOT NULL, before TEXT)",
        "CREATE TABLE place (briefing TEXT NOT NULL PRIMARY KEY, pane TEXT NOT NULL, item TEXT NOT NULL)",
        """CREATE TABLE bookmark (
            briefing TEXT NOT NULL, item TEXT NOT NULL, label TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (briefing, item)
        )""",
        """CREATE TABLE note (
            briefing TEXT NOT NULL, item TEXT NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL,
            private INTEGER NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (briefing, item)
        )""",
        "CREATE TABLE choice (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
    ),
)
"""One script a version, the first of which begins with nothing."""

TABLES: Final = ("seen", "visit", "place", "bookmark", "note", "choice")
"""The tables that every version has."""

APPLICATION: Final = 0x62726965
"""What `PRAGMA application_id` says of our files: `brie`."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of a file's tables; 0 of one that has none yet."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether a file is empty, or has the mark of this program and its tables."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not there and version_of(connection) == 0:
        return True
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    return mark == APPLICATION and version_of(connection) > 0 and there.issuperset(TABLES)


def migrate(connection: sqlite3.Connection, path: Path | None, scripts: Sequence[Script]) -> None:
    """Bring the tables to the version of the last of `scripts`, one version at a time.

    Each step is done whole or not at all. Before each, the file at `path` is copied beside it; without a path, and
    where there is nothing yet, nothing is.
    """
    for version in range(version_of(connection), len(scripts)):
        if path is not None and version > 0:
            _back_up(connection, path, version)
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in scripts[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {version + 1}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _back_up(connection: sqlite3.Connection, path: Path, version: int) -> None:
    import sqlite3  # noqa: PLC0415 - not before it is needed

    from tui.reader.folder import free, make_private  # noqa: PLC0415

    copy = free(path.with_name(f"{path.name}.before-version-{version + 1}-{stamp()}"))
    make_private(copy)
    target = sqlite3.connect(copy)
    try:
        connection.backup(target)
    finally:
        target.close()
