"""A tour of the reader in a real terminal, with the keys alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

pytestmark = pytest.mark.external

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60
"""Seconds after which a screen is not coming any more."""


class Terminal:
    """A terminal of tmux's, in a server of its own."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self.folder = folder
        self.size = (str(width), str(height))
        self.socket = str(folder / "tmux")

    def tmux(self, *arguments: str) -> str:
        command = [shutil.which("tmux") or "tmux", "-S", self.socket, *arguments]
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=self.environment)
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "HOME": str(self.folder), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TERM": "screen"}

    def start(self, *arguments: str) -> None:
        width, height = self.size
        shell = ("new-session", "-d", "-x", width, "-y", height, "-c", str(self.folder))
        # The shell stays, so that what the terminal is left like can be seen.
        self.tmux("-f", os.devnull, *shell, f"{sys.executable} -m tui {' '.join(arguments)}; echo ended $?; cat")

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def shows(self, words: str) -> str:
        """Look until the words are there."""
        end = monotonic() + PATIENCE
        while words not in (seen := self.screen()):
            assert monotonic() < end, f"{words!r} never came:\n{seen}"
        return seen

    def hides(self, words: str) -> None:
        """Look until the words are gone."""
        end = monotonic() + PATIENCE
        while words in (seen := self.screen()):
            assert monotonic() < end, f"{words!r} never went:\n{seen}"

    def keys(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)


@pytest.fixture
def terminal(tmp_path):
    """Opens terminals of a size; their servers end with the test."""
    opened = []

    def open_one(width, height):
        opened.append(Terminal(tmp_path, width, height))
        return opened[-1]

    yield open_one
    for one in opened:
        one.tmux("kill-server")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_all_panes_can_be_walked_without_a_mouse(terminal, size):
    reader = terminal(*size)
    reader.start("--library", str(ROOT / "briefings"))
    reader.shows("TikTok's US divestiture")
    reader.keys("G", "k", "Enter")
    reader.shows("1 Overview")
    for key, words in (
        ("2", "2025"),
        ("3", "ByteDance"),
        ("4", "6 Aug"),
        ("5", "bridge"),
        ("6", "users"),
        ("7", "London Daily"),
        ("1", "Bottom line"),
    ):
        reader.keys(key)
        reader.shows(words)
    reader.keys("?")
    reader.shows("╭─ Keys")
    reader.keys("Escape")
    reader.hides("╭─ Keys")
    reader.keys("q")
    reader.shows("3 briefings")
    reader.keys("q")
    reader.shows("ended 0")


def test_x_and_enter_write_a_markdown_file(terminal, tmp_path):
    reader = terminal(80, 24)
    reader.start("--library", str(ROOT / "briefings"), "tiktok-divestiture")
    reader.shows("Bottom line")
    reader.keys("x")
    reader.shows("tiktok-divestiture.md")
    reader.keys("Enter")
    end = monotonic() + PATIENCE
    while not (tmp_path / "tiktok-divestiture.md").exists():
        assert monotonic() < end
    assert (tmp_path / "tiktok-divestiture.md").read_text(encoding="utf-8").startswith("# TikTok's US divestiture\n")


@pytest.mark.parametrize("key", ["C-c", "C-q"])
def test_the_terminal_is_given_back(terminal, key):
    reader = terminal(80, 24)
    reader.start("--library", str(ROOT / "briefings"))
    reader.shows("3 briefings")
    reader.keys(key)
    seen = reader.shows("ended 0")
    assert "Briefing" not in seen
