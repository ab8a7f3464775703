"""The one writer: a file is there whole or not at all."""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path


class ExistsError(Exception):
    """The file is there already, and replacing it was not asked for."""


def write_atomically(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write `content` to `path`, so that a kill at any moment leaves the old file or the new one whole.

    A new file is written beside it, flushed to disk and renamed; the mode of a replaced file is kept, and a symbolic
    link stays one. Raises ExistsError where `path` exists and `replace` is false, and OSError where the folder cannot
    be written or `path` is anything but a file.
    """
    if replace:
        path = _followed(path)
    mode = _mode(path) if replace else None
    # A character takes up to four bytes of the 255 that a name may have.
    temporary = path.with_name(f".{path.name[:50]}.{secrets.token_hex(6)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                os.fchmod(descriptor, mode)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            temporary.replace(path)
        else:
            # A rename would replace what another program has put there meanwhile; a link does not.
            _link(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def _followed(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:
        # A loop of symbolic links, before Python 3.13.
        raise OSError(errno.ELOOP, "too many symbolic links", str(path)) from error


def _mode(path: Path) -> int | None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        # A rename would put a file in the place of a device or a pipe.
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return stat.S_IMODE(mode)


def _link(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise ExistsError(str(path)) from None
    except OSError:
        # Some file systems have no hard links.
        if path.exists() or path.is_symlink():
            raise ExistsError(str(path)) from None
        temporary.rename(path)
        return
    temporary.unlink()


def _sync_folder(folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return
    try:
        # Some file systems refuse to flush a folder; the file itself is on disk by now.
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
