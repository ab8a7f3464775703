"""Whether a file has changed since it was read, told without reading it.

Nothing here is slow to import: a process that looks at the files aside has no time for more.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_RACY: Final = 2_000_000_000
"""Nanoseconds. Within a file system's tick (FAT's is 2 s) a file can change and keep its time of change."""

_KIND: Final = 0o170000
_REGULAR: Final = 0o100000


Stamp = tuple[int, int, int, int]
"""What a file system says of a file's content: its bytes, when it and its record changed (ns), and which file it is."""

Stamps = dict[str, Stamp]
"""Stamps by path relative to the library's root."""


def is_racy(stamp: Stamp) -> bool:
    """Whether a file may change again without another stamp: then its content has to be looked at."""
    return abs(time.time_ns() - stamp[1]) < _RACY


def stamp_of(path: Path | str, folder: int | None = None) -> Stamp | None:
    """The stamp of a regular file; None where there is none. `folder` is that in which it is, as a descriptor."""
    try:
        state = os.stat(path, dir_fd=folder)
    except (OSError, ValueError):
        # A link to nowhere, a file that has just gone, or a path that no file has.
        return None
    if state.st_mode & _KIND != _REGULAR:
        return None
    return (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
