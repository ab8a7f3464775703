"""Reading a file of unknown origin, bounded in size and never waiting on it."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

MEBIBYTE: Final = 1024 * 1024
SIZE_LIMIT: Final = 16 * MEBIBYTE
"""Bytes; the most that is read of one file, unless the user has said otherwise."""


class _Limit:
    """The most that is read of one file, in bytes: one for the process, since whoever runs it sets it."""

    size = SIZE_LIMIT


def limit_size(limit: int = SIZE_LIMIT) -> None:
    """Read files of up to `limit` bytes from now on; without one, of as many as at first."""
    _Limit.size = limit


def size_limit() -> int:
    """The most that is read of one file, in bytes."""
    return _Limit.size


class UnreadableError(Exception):
    """A file that cannot be read: `code`, a `message` for people, and a `hint` on what to do."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def read_file(path: Path, limit: int | None = None) -> bytes:
    """The bytes of a regular file of at most `limit` bytes, by default of as many as `limit_size` has set.

    Raises UnreadableError for whatever else stands at `path`; a FIFO or a device is not waited for.
    """
    limit = _Limit.size if limit is None else limit
    with _opened(path) as (descriptor, state):
        if state.st_size > limit:
            raise _too_large(limit)
        content = _content(descriptor, limit)
    if len(content) > limit:
        raise _too_large(limit)
    if len(content) < state.st_size:
        raise UnreadableError("changed", "became shorter while it was read", "read it again when it has been written")
    return content


def read_beginning(path: Path, most: int) -> bytes:
    """The first `most` bytes of a regular file, or as many as it has; raises what `read_file` does."""
    with _opened(path) as (descriptor, _):
        return _content(descriptor, most - 1)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[int, os.stat_result]]:
    try:
        # Without O_NONBLOCK, opening a FIFO would wait for somebody to write to it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise _refusal(error) from None
    except ValueError:
        raise UnreadableError(
            "no-such-file", "has a name that no file can have", "check the spelling of its name"
        ) from None
    try:
        state = os.fstat(descriptor)
        _check(state)
        yield descriptor, state
    except OSError as error:
        raise _refusal(error) from None
    finally:
        os.close(descriptor)


def _content(descriptor: int, limit: int) -> bytes:
    """What is there, up to one byte more than `limit`: that byte tells a file that grew after it was measured."""
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0 and (piece := os.read(descriptor, min(left, MEBIBYTE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _check(state: os.stat_result) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise UnreadableError("directory", "is a folder, not a file", "name a file in it")
    if not stat.S_ISREG(state.st_mode):
        raise UnreadableError("not-a-file", "is not a regular file", "put a plain file in its place")


def _too_large(limit: int) -> UnreadableError:
    hint = "split it into several files, or have more read with `--max-size`, as in `--max-size 64M`"
    return UnreadableError("too-large", f"is larger than {limit / MEBIBYTE:g} MiB", hint)


def _refusal(error: OSError) -> UnreadableError:
    if isinstance(error, FileNotFoundError):
        return UnreadableError("no-such-file", "does not exist", "check the spelling of its name")
    if isinstance(error, PermissionError):
        return UnreadableError("no-permission", "may not be read", "check its permissions with `ls -l`")
    if error.errno == errno.ELOOP:
        return UnreadableError("unreadable", "is a link that leads in a circle", "put the file itself in its place")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return UnreadableError("unreadable", f"cannot be read: {reason[:1].lower()}{reason[1:]}")
