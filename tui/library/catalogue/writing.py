"""What is written to a catalogue, a file at a time, each as if it had never been there before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.library.catalogue.paths import place_in_list, stored_path
from tui.library.catalogue.stamps import Stamp, is_racy
from tui.library.catalogue.wordform import harmless, indexed

if TYPE_CHECKING:
    # Where only a stamp is written anew, nothing of what reads briefings is imported.
    import sqlite3

    from tui.library.catalogue.reading import Reading
    from tui.library.catalogue.record import ActorRow, Record

_OF_A_FILE: Final = ("topics", "appearances", "sources", "texts", "agenda", "briefings")


class Writer:
    """Writes to a catalogue by a connection that is within a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany
        self._actors: dict[bytes, int] = {}

    def put(self, stamp: Stamp, reading: Reading) -> None:
        """Write what was found in a file in the place of what was known of it."""
        record = reading.record
        shared = reading.shared if record is not None and record.depends else None
        file, was_known = self._file(reading.path, stamp, reading.hash, shared)
        if was_known:
            self._clear(file)
        if record is not None:
            self._put_record(file, reading.path, record)

    def put_text(self, path: str, stamp: Stamp, content_hash: bytes, text: str) -> None:
        """Write a stored text, of which every line that is not empty is a passage."""
        row = self._run("SELECT shared FROM files WHERE path = ?", (stored_path(path),)).fetchone()
        # What is a briefing too goes on depending on `library.yaml`.
        file, was_known = self._file(path, stamp, content_hash, row[0] if row else None)
        document = text_document(file)
        if was_known:
            self._run("DELETE FROM documents WHERE rowid = ?", (document,))
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        values = (document, "", "", "", "", indexed([harmless(line) for line in lines]))
        self._run(
            "INSERT INTO documents (rowid, title, body, inside, outside, stored) VALUES (?, ?, ?, ?, ?, ?)", values
        )

    def has_text(self, path: str) -> bool:
        """Whether the file at `path` is known as a stored text, whatever else it is known as."""
        row = self._run("SELECT id FROM files WHERE path = ?", (stored_path(path),)).fetchone()
        found = row and self._run("SELECT 1 FROM documents WHERE rowid = ?", (text_document(row[0]),)).fetchone()
        return found is not None

    def touch(self, path: str, stamp: Stamp) -> None:
        """Write that a file has another stamp, and the same content."""
        self._run(
            "UPDATE files SET size = ?, modified = ?, changed = ?, inode = ?, racy = ? WHERE path = ?",
            (*stamp, is_racy(stamp), stored_path(path)),
        )

    def remove(self, path: str) -> None:
        """Forget a file."""
        row = self._run("SELECT id FROM files WHERE path = ?", (stored_path(path),)).fetchone()
        if row is not None:
            self._clear(row[0])
            self._run("DELETE FROM files WHERE id = ?", row)

    def forget_unused(self) -> None:
        """Forget the actors that are in no briefing any more."""
        self._run("DELETE FROM actors WHERE id NOT IN (SELECT actor FROM appearances)")
        self._actors.clear()

    def _file(self, path: str, stamp: Stamp, content_hash: bytes, shared: bytes | None) -> tuple[int, bool]:
        """The number of a file, and whether it had one."""
        where = stored_path(path)
        row = self._run("SELECT id FROM files WHERE path = ?", (where,)).fetchone()
        values = (*stamp, is_racy(stamp), content_hash, shared, where)
        if row is None:
            written = self._run(
                "INSERT INTO files (size, modified, changed, inode, racy, hash, shared, path)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
            return written.lastrowid or 0, False
        self._run(
            "UPDATE files SET size = ?, modified = ?, changed = ?, inode = ?, racy = ?, hash = ?, shared = ?"
            " WHERE path = ?",
            values,
        )
        return row[0], True

    def _clear(self, file: int) -> None:
        for table in _OF_A_FILE:
            self._run(f"DELETE FROM {table} WHERE file = ?", (file,))
        self._run("DELETE FROM passages WHERE document = ?", (briefing_document(file),))
        for document in (briefing_document(file), text_document(file)):
            self._run("DELETE FROM documents WHERE rowid = ?", (document,))

    def _put_record(self, file: int, path: str, record: Record) -> None:
        values = (file, *record.briefing, stored_path(place_in_list(path)))
        self._run("INSERT INTO briefings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        self._run_many("INSERT INTO topics VALUES (?, ?)", [(topic, file) for topic in record.topics])
        appearances = [(file, self._actor(one), side) for side, one in record.actors]
        self._run_many("INSERT INTO appearances VALUES (?, ?, ?)", appearances)
        self._run_many("INSERT INTO sources VALUES (?, ?, ?)", [(file, *one) for one in record.sources])
        self._run_many("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [_text(file, one) for one in record.texts])
        self._run_many(
            "INSERT INTO agenda VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [(file, *one) for one in record.agenda]
        )
        document = briefing_document(file)
        self._run("INSERT INTO passages VALUES (?, ?)", (document, record.about))
        self._run(
            "INSERT INTO documents (rowid, title, body, inside, outside, stored) VALUES (?, ?, ?, ?, ?, '')",
            (document, *record.document),
        )

    def _actor(self, row: ActorRow) -> int:
        if row.key not in self._actors:
            self._actors[row.key] = self._interned(row)
        return self._actors[row.key]

    def _interned(self, row: ActorRow) -> int:
        found = self._run("SELECT id FROM actors WHERE key = ?", (row.key,)).fetchone()
        if found is not None:
            return int(found[0])
        written = self._run(
            "INSERT INTO actors (key, identifier, name, kind, role, country, aliases, anonymous, shared, names)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row[:-1], "\n".join(row.names)),
        )
        return written.lastrowid or 0


def briefing_document(file: int) -> int:
    """The number of the document that is made of a file as a briefing."""
    return 2 * file


def text_document(file: int) -> int:
    """The number of the document that is made of a file as a stored text."""
    return 2 * file + 1


def _text(file: int, row: tuple[object, ...]) -> tuple[object, ...]:
    return (file, *row)
