"""Whether a file has changed since it was read, told without reading it."""

import errno
import marshal
import os
import time
from collections.abc import Callable, Collection, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from tui.files.read import UnreadableError, read_file
from tui.load.names import SHARED_NAME

_RACY: Final = 2_000_000_000
"""Nanoseconds. Within a file system's tick (FAT's is 2 s) a file can change and keep its time of change."""

_SUFFIXES: Final = (".yaml", ".yml")
_KIND: Final = 0o170000
_REGULAR: Final = 0o100000

_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.ENAMETOOLONG})
"""Why a folder below the root is passed over: it is gone, may not be read, or has too long a path to be opened."""


Stamp = tuple[int, int, int, int]
"""What a file system says of a file's content: its bytes, when it and its record changed (ns), and which file it is."""

Stamps = dict[str, Stamp]
"""Stamps by path relative to the library's root, in the order in which its briefings are listed."""

_Found = list[tuple[str, Stamp]]


class Seen(NamedTuple):
    """What a library's files look like: those that may be briefings, and its stored texts."""

    files: Stamps
    texts: Stamps
    fingerprint: bytes
    """What tells these, and its `library.yaml`, from others."""

    @property
    def all(self) -> Stamps:
        """The files and the texts."""
        return self.files | self.texts


def is_racy(stamp: Stamp) -> bool:
    """Whether a file may change again without another stamp: then its content has to be looked at."""
    return abs(time.time_ns() - stamp[1]) < _RACY


def look(root: Path, texts: Collection[str]) -> Seen:
    """The stamps of every YAML file below `root`, and of those of `texts` (paths relative to it) that are there.

    Hidden folders are passed over, and links to folders are not followed, as in `briefing_files`. Raises OSError where
    a folder cannot be looked into for another reason than that it is gone, may not be read, or has too long a path:
    then nothing can be said of what is in it.
    """
    found: Stamps = {}
    kept: Stamps = {}

    def keep(files: _Found, stored: _Found) -> None:
        found.update(files)
        kept.update(stored)

    return Seen(found, kept, fingerprint(root, texts, keep))


def fingerprint(root: Path, texts: Collection[str], keep: Callable[[_Found, _Found], None] | None = None) -> bytes:
    """That of a `look`, of which nothing else is kept: there may be thousands of files. Raises OSError as it does.

    Where there is a `keep`, it is given what is in each folder, the files and the stored texts.
    """
    digest = sha256(repr(stamp_of(root / SHARED_NAME)).encode())
    for files, stored in _folders(root, texts):
        # The second version writes equal values alike; later ones write also which of them are held elsewhere.
        digest.update(marshal.dumps((files, stored), 2))
        if keep is not None:
            keep(files, stored)
    return digest.digest()


def _folders(root: Path, texts: Collection[str]) -> Iterator[tuple[_Found, _Found]]:
    """What is in each folder, files and stored texts; at last the texts that are nowhere below them."""
    waiting = [(str(root), "")]
    found: set[str] = set()
    # A text may have the name of a briefing, and stand where none is looked for.
    like_briefings = {text for text in texts if is_yaml(text)}
    while waiting:
        folder, prefix = waiting.pop()
        try:
            files, stored, names = _look_into(folder, prefix, texts)
        except OSError as error:
            if not prefix or error.errno not in _GONE:
                raise
            continue
        yield files, stored
        found.update(path for path, _ in stored)
        if like_briefings:
            found.update(path for path, _ in files if path in like_briefings)
        waiting += [(f"{folder}/{name}", f"{prefix}{name}/") for name in sorted(names, reverse=True)]
    others = sorted(text for text in texts if text not in found)
    yield [], [(text, stamp) for text in others if (stamp := stamp_of(root / text)) is not None]


def is_yaml(path: str) -> bool:
    """Whether a path has the suffix of a briefing, and is not that of a `library.yaml`."""
    return path[-5:].lower().endswith(_SUFFIXES) and path.rpartition("/")[2] != SHARED_NAME


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


def _look_into(folder: str, prefix: str, texts: Collection[str]) -> tuple[_Found, _Found, list[str]]:
    """The stamps of one folder's files and of the texts in it, and the names of the folders in it."""
    folders: list[str] = []
    files: _Found = []
    stored: _Found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(name)
                continue
            # Spelt out, as all of this is done for every file of a library twice a second.
            path = prefix + name
            may_be_briefing = name.endswith(_SUFFIXES) or is_yaml(name)
            if not may_be_briefing and path not in texts:
                continue
            try:
                state = entry.stat()
            except OSError:
                # A link to nowhere, or a file that has just gone.
                continue
            if state.st_mode & _KIND == _REGULAR and name != SHARED_NAME:
                stamp = (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
                (files if may_be_briefing else stored).append((path, stamp))
    files.sort()
    stored.sort()
    return files, stored, folders


def _stamp(state: os.stat_result) -> Stamp | None:
    if state.st_mode & _KIND != _REGULAR:
        return None
    return (state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)


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
