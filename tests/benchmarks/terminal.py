"""A program in a pseudo-terminal, watched from outside: when something is on its screen, and what a key costs."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Final, Self

_PATIENCE: Final = 60.0
_QUIET: Final = 0.08
"""Seconds without output after which a screen is complete."""


class Session:
    """A program of `command` in a terminal of 120 by 40 cells."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._screen = ours
        self.began = perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._screen)

    def until(self, marker: str) -> float:
        """Seconds since the start after which `marker` had been written to the terminal."""
        seen = b""
        wanted = marker.encode()
        while wanted not in seen:
            if perf_counter() - self.began > _PATIENCE:
                raise TimeoutError(f"“{marker}” never came")
            seen = seen[-len(wanted) - 100_000 :] + self._read(1.0)
        return perf_counter() - self.began

    def settle(self, quiet: float = 0.4) -> None:
        """Wait until nothing has been written for a while."""
        while self._read(quiet):
            pass

    def key(self, key: str) -> float:
        """Seconds from a key to the end of what it wrote."""
        os.write(self._screen, key.encode())
        began = last = perf_counter()
        waits = 5.0
        while self._read(waits):
            last = perf_counter()
            waits = _QUIET
        return last - began

    def memory(self) -> float:
        """Bytes of the process that are in memory."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self._process.pid)], capture_output=True, text=True, check=True
        )
        return float(told.stdout) * 1024

    def _read(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._screen], [], [], seconds)
        if not ready:
            return b""
        try:
            return os.read(self._screen, 65536)
        except OSError:
            return b""


def first_word(path: Path) -> str:
    """The first word of a briefing's title, as it stands in its file."""
    line = next(one for one in path.read_text(encoding="utf-8").splitlines() if one.startswith("title: "))
    return line.split()[1]
