"""What can be done on the agenda's screen."""

from typing import Final

from tui.app.commands import MOVE, Command, pages

_AGENDA: Final = "Agenda"

AGENDA: Final = (
    Command("agenda.open", "open", "enter", "Open", "Open the briefing at what is selected", _AGENDA, show=True),
    Command("agenda.read", "read", "r", "Read again", "Read the library again", _AGENDA, show=True),
    Command("agenda.close", "app.back", "backspace", "Library", "Go back to the library", _AGENDA),
    Command("agenda.down", "move('down')", "down,j", "Down", "One row down", MOVE),
    Command("agenda.up", "move('up')", "up,k", "Up", "One row up", MOVE),
    *pages("agenda"),
    Command("agenda.detail_down", "scroll_detail(3)", "J", "Detail down", "Scroll the detail down", MOVE),
    Command("agenda.detail_up", "scroll_detail(-3)", "K", "Detail up", "Scroll the detail up", MOVE),
)
