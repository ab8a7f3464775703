"""The dialog in which a note on an item is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from tui.app.commands import Command, bindings
from tui.app.commands_briefing import NOTE

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class NoteScreen(ModalScreen[str | None]):
    """Asks for the text of a note, which Esc keeps; its result is the text, None where it was given up."""

    CSS_PATH = "note.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NOTE)]
    AUTO_FOCUS = "#text"

    commands: ClassVar[tuple[Command, ...]] = NOTE

    text = query_one("#text", TextArea)

    def __init__(self, label: str, text: str) -> None:
        super().__init__()
        self._label = label
        self._text = text

    def compose(self) -> ComposeResult:
        """What the note is on, and the text."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = Content("Your note")
            dialog.border_subtitle = Content("Esc keep · empty removes it · Ctrl+G give up")
            yield Static(Content(self._label), id="label", markup=False)
            yield TextArea(self._text, id="text", show_line_numbers=False, soft_wrap=True, tab_behavior="focus")

    def on_mount(self) -> None:
        """Put the cursor behind what is there."""
        self.text.move_cursor(self.text.document.end)

    def action_keep(self) -> None:
        """Keep the note and close."""
        self.dismiss(self.text.text)

    def action_give_up(self) -> None:
        """Close, and leave the note as it was."""
        self.dismiss(None)
