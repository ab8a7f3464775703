"""What stands on the screen while a briefing that was asked for by name is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.app.commands_briefing import PANE_TITLES
from tui.app.panes.row import Columns, Heading, Row
from tui.app.panes.text import Line, Piece, clip, line, one_line, pad, width_of
from tui.app.screens.widths import IN_CONTEXT, SIDE_BY_SIDE
from tui.app.widgets.content import content_of
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.pane_tabs import PaneTabs, Tab
from tui.load.characters import printable

if TYPE_CHECKING:
    from pathlib import Path

    from textual import events
    from textual.app import ComposeResult

    from tui.app.app import BriefApp
    from tui.app.commands import Command
    from tui.load.head import Head

_ROW: Final = ""
_PATIENCE: Final = 0.5
"""Seconds after which it is said that a file is being read."""


class OpeningScreen(Screen[None]):
    """The top of the briefing at `path`, where it will stand when all of it has been read.

    `root` is the folder of its library. Its bottom line is not shown where it is opened as of a date, on which it may
    not have been known.
    """

    CSS_PATH = "opening.tcss"
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [  # type: ignore[misc]
        (0, "-narrow"),
        (SIDE_BY_SIDE, "-side-by-side"),
        (IN_CONTEXT, "-in-context"),
    ]

    commands: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, root: Path, path: Path, *, is_dated: bool) -> None:
        super().__init__()
        self._root = root
        self._path = path
        self._is_dated = is_dated
        self._head: Head | None = None

    def compose(self) -> ComposeResult:
        """The title, the panes, the bottom line and the keys."""
        from tui.load.head import read_head

        self._head = read_head(self._root, self._path)
        if self._head is not None:
            yield _TitleLine(self._head, is_dated=self._is_dated)
            yield PaneTabs([Tab(title, None, number) for number, title in enumerate(PANE_TITLES, start=1)])
            with Horizontal(id="body"):
                yield ItemList(id="list")
                yield Static(id="detail")
                yield Static(id="context")
        yield Static(id="reading")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the bottom line, and say what is being done where it takes a while."""
        self.set_timer(_PATIENCE, self._say)
        if self._head is not None and self._head.bottom_line and not self._is_dated:
            items = self.query_one("#list", ItemList)
            row = Row(_ROW, self._head.bottom_line)
            items.show([Heading("Bottom line"), _ROW], lambda _: row, Columns(sign=1), wraps=True, empty="")
            items.select(_ROW)

    def on_key(self, event: events.Key) -> None:
        """Keep a key that does nothing here until the briefing is there, for which it was pressed."""
        active = self.active_bindings.get(event.key)
        if active is not None and active.node is self.app:
            return
        event.stop()
        event.prevent_default()
        app = cast("BriefApp", self.app)
        take = app.keep if self.is_current else app.type_again
        take(event)

    def _say(self) -> None:
        self.query_one("#reading", Static).update(Content(f"Reading {printable(self._path.name)}…"))


class _TitleLine(Static):
    def __init__(self, head: Head, *, is_dated: bool) -> None:
        super().__init__(id="title")
        self._title = line(one_line(head.title), "strong")
        self._facts = () if is_dated else line(_date(head.as_of))

    def render(self) -> Content:
        width = self.content_size.width
        room = width - width_of(self._facts) - 3
        shown: Line = (*pad(clip(self._title, room), room), Piece("   "), *self._facts)
        return content_of(shown if room >= 12 else clip(self._facts, width))


def _date(written: str) -> str:
    from tui.model.edtf import EDTF, EDTFError, describe

    try:
        return f"as of {describe(EDTF(written))}"
    except EDTFError:
        return ""
