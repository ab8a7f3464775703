"""The folder of the reader's state: private, entered by one at a time, and nothing in it ever deleted."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from tui.reader.times import stamp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME: Final = "reader.sqlite"
LOCK_NAME: Final = "reader.lock"
_ENDINGS: Final = ("-wal", "-shm", "")
"""Of the files that are one database, in the order in which they go: a new one never finds what was another's."""

PATIENCE: Final = 2.0
"""Seconds that are waited for another process to finish."""

_PAUSE: Final = 0.01
_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL})


def make_folder(folder: Path) -> None:
    """Make the folder, if need be, and make it the user's alone. Raises OSError where it cannot be."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(OSError):
        folder.chmod(0o700)


def make_private(path: Path) -> None:
    """Make the file, if need be, and make it the user's alone; SQLite gives the files beside it the same mode.

    Raises OSError where it may not be written.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        with suppress(OSError):
            os.fchmod(descriptor, 0o600)
    finally:
        os.close(descriptor)


@contextmanager
def entered(folder: Path) -> Iterator[None]:
    """Hold the folder, so that no two processes set one file aside; raises OSError where another holds on to it.

    A file system that has no locks is entered without.
    """
    descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _lock(descriptor)
        yield
    finally:
        # Closing it gives the lock back.
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise
            time.sleep(_PAUSE)
        except OSError as error:
            if error.errno in _NO_LOCKS:
                return
            raise
        else:
            return


def set_aside(path: Path) -> Path:
    """Give whatever stands at `path`, and what belongs to it, another name with the time in it; say which."""
    aside = free(path.with_name(f"{path.name}.damaged-{stamp()}"))
    for ending in _ENDINGS:
        one = path.with_name(path.name + ending)
        if os.path.lexists(one):
            one.rename(aside.with_name(aside.name + ending))
    return aside


def free(path: Path) -> Path:
    """A name at which nothing stands: the one given, else with a number after it."""
    number, found = 1, path
    while os.path.lexists(found):
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found
