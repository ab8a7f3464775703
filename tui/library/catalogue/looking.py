"""A look at the files of a library: the stamp of each, and one fingerprint of them all.

Like `stamps`, nothing here is slow to import.
"""

from __future__ import annotations

import errno
import marshal
import os
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.library.catalogue.stamps import Stamp, Stamps, stamp_of
from tui.load.names import SHARED_NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_SUFFIXES: Final = (".yaml", ".yml")

_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.ENAMETOOLONG})
"""Why a folder below the root is passed over: it is gone, may not be read, or has too long a path to be opened."""

_SOME: Final = 1_000
"""How many texts are handed over at a time."""

_HALF: Final = 32

Found = list[tuple[str, Stamp]]
"""Paths relative to a library's root, each with its stamp."""


class Seen(NamedTuple):
    """What a library's files look like: those that may be briefings, and its stored texts."""

    files: Stamps
    texts: Stamps
    fingerprint: bytes
    """What tells the files, and `library.yaml`, from others, and then the texts: 32 bytes each."""

    @property
    def all(self) -> Stamps:
        """The files and the texts."""
        return self.files | self.texts


def look(root: Path, texts: Collection[str]) -> Seen:
    """The stamps of every YAML file below `root`, and of those of `texts` (paths relative to it) that are there.

    Hidden folders are passed over, and links to folders are not followed, as in `briefing_files`. Raises OSError where
    a folder cannot be looked into for another reason than that it is gone, may not be read, or has too long a path:
    then nothing can be said of what is in it.
    """
    files = list(files_in(root))
    stored = list(texts_in(root, texts))
    return Seen(
        {path: stamp for found in files for path, stamp in found},
        {path: stamp for found in stored for path, stamp in found},
        files_fingerprint(root, map(as_bytes, files)) + _digest(map(as_bytes, stored)),
    )


def fingerprint(root: Path, texts: Collection[str]) -> bytes:
    """That of a `look`, of which nothing else is kept: there may be thousands of files. Raises OSError as it does."""
    return files_fingerprint(root, map(as_bytes, files_in(root))) + texts_fingerprint(root, texts)


def files_fingerprint(root: Path, told: Iterable[bytes]) -> bytes:
    """What tells the files from others, and `library.yaml`: the first half of a look's. `told` is them `as_bytes`."""
    return _digest((repr(stamp_of(root / SHARED_NAME)).encode(), *told))


def texts_fingerprint(root: Path, texts: Collection[str]) -> bytes:
    """What tells the texts from others: the second half of a look's. Raises OSError where the root is gone."""
    return _digest(map(as_bytes, texts_in(root, texts)))


def halves(fingerprint: bytes) -> tuple[bytes, bytes]:
    """What a fingerprint tells of the files, and what of the texts."""
    return fingerprint[:_HALF], fingerprint[_HALF:]


def _digest(told: Iterable[bytes]) -> bytes:
    from hashlib import sha256  # noqa: PLC0415 - slow to import

    digest = sha256()
    for one in told:
        digest.update(one)
    return digest.digest()


def as_bytes(found: Found) -> bytes:
    """What was found, the same for the same."""
    # The second version writes equal values alike; later ones write also which of them are held elsewhere.
    return marshal.dumps(found, 2)


def is_yaml(path: str) -> bool:
    """Whether a path has the suffix of a briefing, and is not that of a `library.yaml`."""
    return path[-5:].lower().endswith(_SUFFIXES) and path.rpartition("/")[2] != SHARED_NAME


def files_in(root: Path | str) -> Iterator[Found]:
    """The files that may be briefings, those of each folder by name. Raises OSError as `look` does."""
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            # A file is found sooner from the folder in which it is than from the root of the file system.
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            if not prefix or error.errno not in _GONE:
                raise
            continue
        try:
            names, folders = _names_in(descriptor)
            # In order, they are also nearer to each other on the disk.
            found = [
                (prefix + name, stamp) for name in sorted(names) if (stamp := stamp_of(name, descriptor)) is not None
            ]
        finally:
            os.close(descriptor)
        yield found
        waiting += [(f"{folder}/{name}", f"{prefix}{name}/") for name in sorted(folders, reverse=True)]


def texts_in(root: Path | str, texts: Collection[str]) -> Iterator[Found]:
    """Those of the texts that are there, by path, some at a time. Raises OSError where the root cannot be opened."""
    in_order = sorted(texts)
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for start in range(0, len(in_order), _SOME):
            some = in_order[start : start + _SOME]
            yield [(text, stamp) for text in some if (stamp := stamp_of(text, descriptor)) is not None]
    finally:
        os.close(descriptor)


def _names_in(descriptor: int) -> tuple[list[str], list[str]]:
    """The names in a folder of what may be briefings, and of folders."""
    names: list[str] = []
    folders: list[str] = []
    with os.scandir(descriptor) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(name)
            elif name != SHARED_NAME and (name.endswith(_SUFFIXES) or is_yaml(name)):
                names.append(name)
    return names, folders
