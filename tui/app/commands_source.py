"""What can be done on the screen of a source's stored text."""

from typing import Final

from tui.app.commands import MOVE, Command, pages

_TEXT: Final = "Stored text"

SOURCE_TEXT: Final = (
    Command("source.next", "passage(1)", "n", "Next passage", "To the next quoted passage", _TEXT, show=True),
    Command("source.previous", "passage(-1)", "N", "Passage before", "To the passage before", _TEXT, show=True),
    Command(
        "source.close", "close", "backspace,q,escape,left,h", "Back", "Go back to where you came from", _TEXT, show=True
    ),
    Command("source.down", "move('down')", "down,j", "Down", "A line down", MOVE),
    Command("source.up", "move('up')", "up,k", "Up", "A line up", MOVE),
    *pages("source"),
)
