"""What is said of a file of which nothing can be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.app.commands import PROBLEMS, Command, bindings
from tui.app.widgets.key_line import KeyLine
from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from tui.load.problem import Problem

_MOST = 200


class ProblemsScreen(Screen[None]):
    """The problems of one file, each with its place, what is wrong, and what to do about it."""

    CSS_PATH = "problems.tcss"
    BINDINGS = bindings(PROBLEMS)
    AUTO_FOCUS = "#problems"

    commands: ClassVar[tuple[Command, ...]] = PROBLEMS

    class ReadAgain(Message):
        """The file is to be read again."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.path = path
        self.problems = tuple(problems)

    def compose(self) -> ComposeResult:
        """A line on top, the problems, the footer."""
        yield Static(Content(f"Nothing of {printable(self.path.name)} can be shown"), id="summary")
        with VerticalScroll(id="problems"):
            yield Static(problems_text(self.problems))
        yield KeyLine()

    def action_read(self) -> None:
        """Try again, since the file may have been mended."""
        self.post_message(self.ReadAgain(self.path))


def problems_text(problems: Sequence[Problem]) -> Content:
    """Problems in the order of the text, each with its place and its hint; 200 at most."""
    parts: list[Content] = []
    for one in problems[:_MOST]:
        place = f"{printable(one.path.name)}:{one.place.line}:{one.place.column}"
        head = Content.assemble((place, "$text-muted"), "  ", (one.severity.value, "$text-error"))
        parts += [head, Content(one.message)]
        if one.hint:
            parts.append(Content.styled(one.hint, "$text-muted"))
        parts.append(Content())
    if len(problems) > _MOST:
        parts.append(Content(f"… and {len(problems) - _MOST:,} more"))
    return Content("\n").join(parts)
