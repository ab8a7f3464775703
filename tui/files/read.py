"""Reading a file of unknown origin, bounded in size and never waiting on it."""

import os
import stat
from pathlib import Path
from typing import Final

MEBIBYTE: Final = 1024 * 1024
SIZE_LIMIT: Final = 16 * MEBIBYTE
"""Bytes; the most that is read of one file."""


class UnreadableError(Exception):
    """A file that cannot be read: `code`, a `message` for people, and a `hint` on what to do."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def read_file(path: Path, limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of a regular file of at most `limit` bytes.

    Raises UnreadableError for whatever else stands at `path`; a FIFO or a device is not waited for.
    """
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
        _check(os.fstat(descriptor), limit)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            # One byte more tells a file that grew after it was measured.
            content = file.read(limit + 1)
    except OSError as error:
        raise _refusal(error) from None
    finally:
        os.close(descriptor)
    if len(content) > limit:
        raise _too_large(limit)
    return content


def _check(state: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise UnreadableError("directory", "is a folder, not a file", "name a file in it")
    if not stat.S_ISREG(state.st_mode):
        raise UnreadableError("not-a-file", "is not a regular file", "briefings are read from plain files")
    if state.st_size > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> UnreadableError:
    return UnreadableError("too-large", f"is larger than {limit / MEBIBYTE:g} MiB", "split it into several briefings")


def _refusal(error: OSError) -> UnreadableError:
    if isinstance(error, FileNotFoundError):
        return UnreadableError("no-such-file", "does not exist", "check the spelling of its name")
    if isinstance(error, PermissionError):
        return UnreadableError("no-permission", "may not be read", "check its permissions with `ls -l`")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return UnreadableError("unreadable", f"cannot be read: {reason[:1].lower()}{reason[1:]}")
