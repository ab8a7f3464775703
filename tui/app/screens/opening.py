"""What stands on the screen while a briefing that was asked for by name is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.app.widgets.key_line import KeyLine
from tui.load.characters import printable

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from tui.app.commands import Command


class OpeningScreen(Screen[None]):
    """A line that says which file is being read."""

    DEFAULT_CSS = """
    OpeningScreen Static {
        padding: 1 2;
        color: $text-muted;
    }
    """

    commands: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def compose(self) -> ComposeResult:
        """The line, and the footer."""
        yield Static(Content(f"Reading {printable(self.path.name)}…"))
        yield KeyLine()
