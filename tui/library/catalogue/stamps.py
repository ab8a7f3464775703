"""Whether a file has changed since it was read, told without reading it."""

import os
import stat
import time
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from tui.files.read import UnreadableError, read_file
from tui.library.scan import SUFFIXES
from tui.load.names import SHARED_NAME

_RACY: Final = 2_000_000_000
"""Nanoseconds. Within a file system's tick (FAT's is 2 s) a file can change and keep its time of change."""

_GONE: Final = (FileNotFoundError, NotADirectoryError, PermissionError)


class Stamp(NamedTuple):
    """What a file system says of a file's content: bytes, nanoseconds, and which file it is."""

    size: int
    modified: int
    changed: int
    inode: int

    @property
    def is_racy(self) -> bool:
        """Whether the file may change again without another stamp: then its content has to be looked at."""
        return abs(time.time_ns() - self.modified) < _RACY


Stamps = dict[str, Stamp]
"""Stamps by path relative to the library's root, in the order in which its briefings are listed."""


def scan(root: Path, texts: Collection[str]) -> Stamps:
    """The stamps of every YAML file below `root`, and of those of `texts` (paths relative to it) that are there.

    Hidden folders are passed over, and links to folders are not followed, as in `briefing_files`. Raises OSError where
    a folder cannot be looked into for another reason than that it is gone or may not be read: then nothing can be said
    of what is in it.
    """
    found: Stamps = {}
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            names = _look_into(folder, prefix, texts, found)
        except _GONE:
            if not prefix:
                raise
        else:
            waiting += [(f"{folder}/{name}", f"{prefix}{name}/") for name in sorted(names, reverse=True)]
    for text in texts:
        if text not in found:
            stamp = stamp_of(root / text)
            if stamp is not None:
                found[text] = stamp
    return found


def is_yaml(path: str) -> bool:
    """Whether a path has the suffix of a briefing, and is not that of a `library.yaml`."""
    name = path.rpartition("/")[2]
    return os.path.splitext(name)[1].lower() in SUFFIXES and name != SHARED_NAME  # noqa: PTH122 - ten times as quick


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a regular file; None where there is none."""
    try:
        return _stamp(path.stat())
    except (OSError, ValueError):
        return None


def content_hash(path: Path) -> bytes:
    """What tells the content of the file at `path` from another; why it cannot be read where it cannot."""
    try:
        return sha256(read_file(path)).digest()
    except UnreadableError as error:
        return error.code.encode()


def shared_hash(root: Path) -> bytes:
    """The `content_hash` of the `library.yaml` of the library at `root`."""
    return content_hash(root / SHARED_NAME)


def _look_into(folder: str, prefix: str, texts: Collection[str], found: Stamps) -> list[str]:
    """Add the stamps of one folder's files, and give the names of the folders in it."""
    folders: list[str] = []
    files: list[tuple[str, Stamp]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(name)
            elif is_yaml(name) or prefix + name in texts:
                stamp = _entry_stamp(entry)
                if stamp is not None:
                    files.append((prefix + name, stamp))
    found.update(sorted(files))
    return folders


def _entry_stamp(entry: "os.DirEntry[str]") -> Stamp | None:
    try:
        return _stamp(entry.stat())
    except OSError:
        # A link to nowhere, or a file that has just gone.
        return None


def _stamp(state: os.stat_result) -> Stamp | None:
    if not stat.S_ISREG(state.st_mode):
        return None
    return Stamp(state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
