"""The tables of a catalogue."""

import sqlite3
from typing import Final

VERSION: Final = 5
"""Raised by one whenever the tables, or what stands in them, change: an older catalogue is then made again."""

SEPARATOR: Final = "\n\ue000\n"
"""Stands between the passages of a document: a word of its own, so that no phrase is found across it."""

BOTH: Final = 0
"""The side of what is the same within the reader and outside of it."""
INSIDE: Final = 1
"""The side of what stays in the reader."""
OUTSIDE: Final = 2
"""The side of what goes out in its stead."""

# Paths are relative to the library's root, as the file system has them.
_TABLES: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    path NOT NULL UNIQUE,
    size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER,
    racy INTEGER NOT NULL,
    hash BLOB NOT NULL,
    shared BLOB
);
CREATE INDEX files_racy ON files (racy) WHERE racy;
CREATE INDEX files_shared ON files (shared) WHERE shared IS NOT NULL;
CREATE TABLE briefings (
    file INTEGER PRIMARY KEY,
    identifier TEXT NOT NULL,
    title TEXT NOT NULL,
    topics TEXT NOT NULL,
    as_of TEXT NOT NULL,
    as_of_words TEXT NOT NULL,
    newest INTEGER NOT NULL,
    folded TEXT NOT NULL,
    open_questions INTEGER NOT NULL,
    next_date TEXT,
    next_words TEXT NOT NULL,
    problems INTEGER NOT NULL,
    bottom_line TEXT NOT NULL,
    fingerprints BLOB,
    place NOT NULL
);
CREATE INDEX briefings_listed ON briefings (
    place, title, identifier, as_of, as_of_words, open_questions, next_date, next_words, problems
);
CREATE INDEX briefings_in_order ON briefings (newest DESC, folded, file, open_questions);
CREATE INDEX briefings_without_topic ON briefings (file) WHERE topics = '';
CREATE INDEX briefings_by_id ON briefings (identifier);
CREATE TABLE topics (topic TEXT, file INTEGER, PRIMARY KEY (topic, file)) WITHOUT ROWID;
CREATE INDEX topics_by_file ON topics (file);
CREATE TABLE actors (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    identifier TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    country TEXT NOT NULL,
    aliases TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    shared INTEGER NOT NULL,
    names TEXT NOT NULL
);
CREATE TABLE appearances (
    file INTEGER, actor INTEGER, side INTEGER, PRIMARY KEY (file, actor, side)
) WITHOUT ROWID;
CREATE INDEX appearances_by_actor ON appearances (actor, file);
CREATE TABLE sources (file INTEGER, identifier TEXT, folded TEXT, PRIMARY KEY (file, identifier)) WITHOUT ROWID;
CREATE TABLE texts (
    file INTEGER, source TEXT, path NOT NULL, title TEXT NOT NULL,
    date TEXT, lower INTEGER, upper INTEGER, private INTEGER NOT NULL, PRIMARY KEY (file, source)
) WITHOUT ROWID;
CREATE INDEX texts_by_path ON texts (path);
CREATE TABLE agenda (
    file INTEGER NOT NULL, kind TEXT NOT NULL, identifier TEXT NOT NULL, text TEXT NOT NULL, status TEXT NOT NULL,
    date TEXT, lower INTEGER, upper INTEGER, deadline TEXT, warn INTEGER, decided_by TEXT NOT NULL
);
CREATE INDEX agenda_by_file ON agenda (file);
CREATE TABLE passages (document INTEGER PRIMARY KEY, about TEXT NOT NULL);
CREATE VIRTUAL TABLE documents USING fts5(
    title, body, inside, outside, stored, tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO documents (documents, rank) VALUES ('rank', 'bm25(6.0, 1.0, 1.0, 1.0, 0.6)');
"""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables anew, whatever was there."""
    connection.execute("BEGIN EXCLUSIVE")
    with connection:
        if _version(connection) == VERSION:
            # Another process was quicker.
            return
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'documents_%'"
        )
        for (name,) in names.fetchall():
            if not name.startswith("sqlite_"):
                connection.execute('DROP TABLE "{}"'.format(name.replace('"', '""')))
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the tables are those of this version."""
    return _version(connection) == VERSION


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
