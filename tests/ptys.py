"""The reader in a pseudo-terminal, and what it has done to that when it is gone."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import Any

ROOT = Path(__file__).parent.parent
PATIENCE = 60
"""Seconds after which something is not coming any more."""

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_KITTY = re.compile(rb"\x1b\[([<>])\d*u")


class Reader:
    """`brief` as a process at a terminal of its own; `code` runs in it first."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        code: str = "",
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        stderr: Any = None,
        parent: str = "",
    ) -> None:
        self.leader, self.follower = os.openpty()
        fcntl.ioctl(self.follower, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(self.follower)
        self.written = b""
        begin = f"import sys\n{code}\nfrom tui.cli.main import program\nprogram()\n"
        command = [sys.executable, "-c", begin, *arguments]
        if parent:
            command = [sys.executable, "-c", parent, *command]
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("XDG_", "BRIEF_", "TEXTUAL", "COLUMNS", "LINES"))
        }
        own = {"HOME": str(home), "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(
            command,
            stdin=self.follower,
            stdout=self.follower,
            stderr=self.follower if stderr is None else stderr,
            cwd=home,
            env={**kept, **own, **(env or {})},
            start_new_session=True,
        )

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()
        os.close(self.follower)

    def hang_up(self) -> None:
        """Take the terminal away."""
        if self.leader >= 0:
            os.close(self.leader)
            self.leader = -1

    def press(self, keys: str) -> None:
        os.write(self.leader, keys.encode())

    def until(self, *words: bytes, after: int = 0) -> int:
        """Read until one of these has come after a place in what was written; give the place behind it."""
        end = monotonic() + PATIENCE
        any_of_them = re.compile(b"|".join(map(re.escape, words)))
        while (found := any_of_them.search(self.written, after)) is None:
            assert self._read(), f"{words!r} never came:\n{self.written[-3000:]!r}"
            assert monotonic() < end, f"{words!r} never came:\n{self.written[-3000:]!r}"
        return found.end()

    def ended(self) -> int:
        """Wait for the end, and give the exit code."""
        end = monotonic() + PATIENCE
        while self.process.poll() is None:
            assert monotonic() < end, f"it does not end:\n{self.written[-3000:]!r}"
            if self.leader >= 0:
                self._read(0.05)
        while self.leader >= 0 and select.select([self.leader], [], [], 0.05)[0] and self._read():
            pass
        return self.process.returncode

    def _read(self, seconds: float = 0.5) -> bool:
        if not select.select([self.leader], [], [], seconds)[0]:
            return self.process.poll() is None
        try:
            self.written += os.read(self.leader, 65536)
        except OSError:
            return False
        return True

    @property
    def is_as_before(self) -> bool:
        """Whether the terminal takes input as it did at first."""
        return termios.tcgetattr(self.follower) == self.before

    def left_on(self) -> set[str]:
        """What has been switched on in the terminal and not off again, or off and not on."""
        return left_on(self.written)


def left_on(written: bytes) -> set[str]:
    """The modes of a terminal that are not as they were before all this was written to it."""
    normal = {"25": True, "7": True}
    modes: dict[str, bool] = {}
    for numbers, switch in _MODE.findall(written):
        modes |= dict.fromkeys(numbers.decode().split(";"), switch == b"h")
    found = {mode for mode, is_on in modes.items() if is_on != normal.get(mode, False)}
    levels = sum(1 if mark == b">" else -1 for mark in _KITTY.findall(written))
    return found | ({"kitty"} if levels > 0 else set())
