"""What can be done on the screen of a source's stored text."""

from typing import Final

from tui.app.commands import Command

_MOVE: Final = "Move"
_TEXT: Final = "Stored text"

SOURCE_TEXT: Final = (
    Command("source.next", "passage(1)", "n", "Next passage", "To the next quoted passage", _TEXT, show=True),
    Command("source.previous", "passage(-1)", "N", "Passage before", "To the passage before", _TEXT, show=True),
    Command(
        "source.close", "close", "backspace,q,escape,left,h", "Back", "Go back to where you came from", _TEXT, show=True
    ),
    Command("source.down", "move('down')", "down,j", "Down", "A line down", _MOVE),
    Command("source.up", "move('up')", "up,k", "Up", "A line up", _MOVE),
    Command("source.half_down", "move('half_down')", "ctrl+d", "Half a page down", "Half a page down", _MOVE),
    Command("source.half_up", "move('half_up')", "ctrl+u", "Half a page up", "Half a page up", _MOVE),
    Command("source.page_down", "move('page_down')", "pagedown,space", "Page down", "A page down", _MOVE),
    Command("source.page_up", "move('page_up')", "pageup", "Page up", "A page up", _MOVE),
    Command("source.first", "move('first')", "home,g", "First", "To the beginning", _MOVE),
    Command("source.last", "move('last')", "end,G", "Last", "To the end", _MOVE),
)
