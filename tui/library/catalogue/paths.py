"""Paths relative to a library's root, as a catalogue has them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def stored_path(path: str) -> str | bytes:
    """A path as a table has it: text, or the bytes of a name that is none."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def named_path(stored: str | bytes) -> str:
    """A path from a table."""
    return stored if isinstance(stored, str) else os.fsdecode(stored)


def place_in_list(path: str) -> str:
    """What orders paths as briefings are listed: by name, the files of a folder before the folders in it."""
    *folders, name = path.split("/")
    return "".join([f"\x02{folder}\x00" for folder in folders]) + f"\x01{name}"


def texts_of(connection: sqlite3.Connection) -> set[str]:
    """The paths of the stored texts that the sources of a library name."""
    return {named_path(path) for (path,) in connection.execute("SELECT path FROM texts")}
