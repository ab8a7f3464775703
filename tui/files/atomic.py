"""The one writer: a file is there whole or not at all."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class ExistsError(Exception):
    """The file is there already, and replacing it was not asked for."""


def write_atomically(path: Path, content: bytes, *, replace: bool = False, follow: bool = True) -> None:
    """Write `content` to `path`, so that a kill at any moment leaves the old file or the new one whole.

    A new file is written beside it, flushed to disk and renamed. A replaced file keeps its mode, and its owner and
    group where the system allows that; extended attributes and access lists are not kept, and another hard link to it
    keeps the old content. A symbolic link stays one and its file is replaced, unless `follow` is false: then the link
    itself is. Raises ExistsError where `path` exists and `replace` is false, and OSError where the folder cannot be
    written or `path` is anything but a file.
    """
    if replace and follow:
        path = _followed(path)
    before = _state(path) if replace else None
    # A character takes up to four bytes of the 255 that a name may have.
    temporary = path.with_name(f".{path.name[:50]}.{secrets.token_hex(6)}.tmp")
    try:
        _write_whole(temporary, content, before)
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


def _write_whole(temporary: Path, content: bytes, before: os.stat_result | None) -> None:
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        if before is not None:
            _take_after(descriptor, before)
        with os.fdopen(descriptor, "wb", closefd=False) as file:
            file.write(content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_after(descriptor: int, before: os.stat_result) -> None:
    """Give a new file the owner, the group and the mode of the one that it replaces."""
    mode = stat.S_IMODE(before.st_mode)
    now = os.fstat(descriptor)
    if before.st_uid != now.st_uid:
        with suppress(OSError):
            os.fchown(descriptor, before.st_uid, -1)
    if before.st_gid != now.st_gid:
        try:
            os.fchown(descriptor, -1, before.st_gid)
        except OSError:
            # What its group might do, another group may not: it may do what everybody may.
            mode = mode & ~0o070 | (mode & 0o007) << 3
    os.fchmod(descriptor, mode)


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder `path` with these files in it, whole or not at all.

    It is made beside its place, flushed to disk and renamed. Raises ExistsError where anything is at `path`, and
    OSError where it cannot be written.
    """
    if os.path.lexists(path):
        raise ExistsError(str(path))
    temporary = path.with_name(f".{path.name[:50]}.{secrets.token_hex(6)}.tmp")
    temporary.mkdir()
    try:
        for name, content in files.items():
            write_atomically(temporary / name, content)
        # On a folder, a rename replaces nothing but one that is empty.
        temporary.rename(path)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    _sync_folder(path.parent)


def _followed(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:
        # A loop of symbolic links, before Python 3.13.
        raise OSError(errno.ELOOP, "too many symbolic links", str(path)) from error


def _state(path: Path) -> os.stat_result | None:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        # It goes itself, and lends nothing.
        return None
    if not stat.S_ISREG(found.st_mode):
        # A rename would put a file in the place of a device or a pipe.
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return found


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
