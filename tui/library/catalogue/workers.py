"""Reading many files on every core, in processes that end with the one that started them."""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.files.collection import paused_collection
from tui.files.read import limit_size, size_limit
from tui.library.catalogue.reading import Reader, Reading

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_WORTH_IT: Final = 3_000_000
"""Bytes to read, from which on the start of other processes pays."""

_AT_A_TIME: Final = 150_000
"""Bytes that a process is given at a time, about: an answer comes several times a second."""

_MOST: Final = 8


def read_many(
    root: Path, sizes: Sequence[tuple[str, int]], stopped: Callable[[], bool] = lambda: False
) -> Iterator[list[Reading]]:
    """Read files (paths relative to `root`, with their sizes), some at a time, in no order; until `stopped` says so."""
    parts = _parts(sizes)
    number = min(os.cpu_count() or 1, _MOST)
    if number > 1 and sum(size for _, size in sizes) >= _WORTH_IT:
        crew = _crew(root, number, parts)
        if crew is not None:
            yield from crew.readings(stopped)
            return
    reader = Reader(root)
    for part in parts:
        if stopped():
            return
        yield reader.read_all(part)


def _crew(root: Path, number: int, parts: list[list[str]]) -> "_Crew | None":
    """Processes that read; None where none can be started, be it for want of memory or of streams."""
    try:
        return _Crew(root, number, parts)
    except (OSError, ValueError):
        return None


def _parts(sizes: Sequence[tuple[str, int]]) -> list[list[str]]:
    parts: list[list[str]] = []
    room = 0
    for path, size in sizes:
        if room <= 0:
            parts.append([])
            room = _AT_A_TIME
        parts[-1].append(path)
        room -= size + 1_000
    return parts


class _Crew:
    """Processes that read; each has one part in hand and one waiting, so that it never idles."""

    def __init__(self, root: Path, number: int, parts: list[list[str]]) -> None:
        self._parts = iter(parts)
        self._root = root
        self._hands: dict[Connection, tuple[BaseProcess, list[list[str]]]] = {}
        # A fork of a process with threads may hang.
        context = get_context("spawn")
        try:
            for _ in range(min(number, len(parts))):
                ours, theirs = context.Pipe()
                process = context.Process(target=_work, args=(theirs, root, size_limit()), daemon=True)
                process.start()
                theirs.close()
                self._hands[ours] = (process, [])
        except BaseException:
            self._dismiss()
            raise

    def readings(self, stopped: Callable[[], bool]) -> Iterator[list[Reading]]:
        try:
            for connection in list(self._hands):
                for _ in range(2):
                    self._give(connection)
            while not stopped() and any(held for _, held in self._hands.values()):
                for ready in wait(list(self._hands), timeout=0.1):
                    if isinstance(ready, Connection):
                        yield self._take(ready)
        finally:
            self._dismiss()

    def _give(self, connection: Connection) -> None:
        for part in islice(self._parts, 1):
            self._hands[connection][1].append(part)
            with suppress(OSError):
                connection.send(part)

    def _take(self, connection: Connection) -> list[Reading]:
        _, held = self._hands[connection]
        try:
            with paused_collection():
                readings: list[Reading] = connection.recv()
        except (EOFError, OSError):
            # The process was ended, perhaps for want of memory: what it had in hand is read here.
            self._hands.pop(connection)[0].join(1)
            reader = Reader(self._root)
            lost = [path for part in held for path in part]
            if not self._hands:
                lost += [path for part in self._parts for path in part]
            return reader.read_all(lost)
        held.pop(0)
        self._give(connection)
        return readings

    def _dismiss(self) -> None:
        for connection, (process, _) in self._hands.items():
            connection.close()
            process.terminate()
        for process, _ in self._hands.values():
            process.join(2)
        self._hands = {}


def _work(connection: Connection, root: Path, limit: int) -> None:
    # Ctrl+C is for the process that started this one; and nothing here may write to its terminal.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _silence()
    limit_size(limit)
    reader = Reader(root)
    gc.freeze()
    gc.disable()
    with suppress(EOFError, OSError):
        while True:
            connection.send(reader.read_all(connection.recv()))


def _silence() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(null, stream.fileno())
    os.close(null)
