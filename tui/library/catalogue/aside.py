"""A look at the files of a library by a process beside this one, which goes on meanwhile; git has threads for it.

It may begin before it is known which library is asked: then this one has most of what it needs still to import, and
the other needs nothing more.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NoReturn

from tui.library.catalogue.looking import as_bytes, files_fingerprint, files_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_WORTH: Final = 4_000_000
"""Bytes of a catalogue, of some three hundred briefings, below which a look takes no longer than making a process."""

_END: Final = b"\0"


class LookAside:
    """A look that has begun at the library that `root` gives, in the other process. Raises OSError if none can be."""

    def __init__(self, root: Callable[[], str]) -> None:
        self._pipe, tells = os.pipe()
        try:
            self._process = os.fork()
            if self._process == 0:
                _look(root, tells)
        except OSError:
            os.close(self._pipe)
            raise
        finally:
            os.close(tells)

    def files_fingerprint(self, root: Path) -> bytes | None:
        """That of `looking`; None where it could not be told, or it has looked at another library."""
        from pathlib import Path

        pieces = []
        while piece := os.read(self._pipe, 1_000_000):
            pieces.append(piece)
        where, end, found = b"".join(pieces).partition(_END)
        return files_fingerprint(root, [found]) if end and Path(os.fsdecode(where)) == root else None

    def close(self) -> None:
        """End it, whether it has told what it found or not."""
        os.close(self._pipe)
        # Where nobody wants to hear of processes that end (SIGCHLD is ignored), it may be gone already.
        with suppress(OSError):
            os.kill(self._process, 9)
            # It is not waited for: it holds nothing that anybody waits for.
            os.waitpid(self._process, os.WNOHANG)


_begun: list[LookAside] = []


def begin(root: Callable[[], str]) -> None:
    """Begin to look at the library that `root` gives, which is called in the other process."""
    found = _started(root)
    if found is not None:
        _begun.append(found)


def end() -> None:
    """End what has begun and was not asked for."""
    while _begun:
        _begun.pop().close()


def look_aside(root: Path) -> LookAside | None:
    """A look at the library at `root` that has begun; None where it would not pay, or other threads are at work."""
    if not _is_worth(root):
        end()
        return None
    return _begun.pop() if _begun else _started(lambda: str(root))


def _started(root: Callable[[], str]) -> LookAside | None:
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return None
    if "threading" in sys.modules and sys.modules["threading"].active_count() > 1:
        return None
    try:
        return LookAside(root)
    except OSError:
        # There can be no more processes, and everything goes on as without one.
        return None


def _is_worth(root: Path) -> bool:
    from tui.library.catalogue.database import Place

    try:
        return Place(root).file.stat().st_size > _WORTH
    except OSError:
        return False


def _look(root: Callable[[], str], tells: int) -> NoReturn:
    """What the other process does, which leaves all that it shares with this one as it is."""
    try:
        # Whoever reads what is written waits until nobody can write any more.
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in {0, 1, 2} - {tells}:
            os.dup2(nowhere, stream)
        where = root()
        told = b"".join([os.fsencode(where), _END, *map(as_bytes, files_in(where))])
        while told:
            told = told[os.write(tells, told) :]
    finally:
        # Whatever happened: this process has no other business.
        os._exit(0)
