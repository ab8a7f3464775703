"""What the catalogue keeps of a library's `library.yaml`."""

import json
import sqlite3
from pathlib import Path

from tui.library.folder import Library


def put_common(connection: sqlite3.Connection, root: Path, content_hash: bytes) -> None:
    """Write what the library is called, and what is wrong with its `library.yaml`."""
    library = Library(root)
    shared = library.shared
    problems = [
        [one.place.line, one.place.column, one.severity.value, one.code, one.message, one.hint]
        for one in (shared.problems if shared else ())
    ]
    title = shared.shared.title if shared else None
    values = (("shared", content_hash), ("title", title), ("problems", json.dumps(problems, ensure_ascii=False)))
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values)
