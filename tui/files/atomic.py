"""The one writer: a file is there whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


class ExistsError(Exception):
    """The file is there already, and replacing it was not asked for."""


def write_atomically(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write `content` to `path`, so that a kill at any moment leaves the old file or the new one whole.

    A new file is written beside it, flushed to disk and renamed; the mode of a replaced file is kept. Raises
    ExistsError where `path` exists and `replace` is false, and OSError where the folder cannot be written.
    """
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _mode(path))
    try:
        with os.fdopen(descriptor, "wb") as file:
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


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return 0o666


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
