"""What can be done where a library is searched, and where its people are shown."""

from typing import Final

from tui.app.commands import MOVE, Command

_SEARCH: Final = "Search"
_PEOPLE: Final = "People"


def _moves(screen: str, *, vi: bool) -> tuple[Command, ...]:
    """The commands that move in a list; without `vi`, by keys that are not typed."""
    return tuple(
        Command(f"{screen}.{where}", f"move('{where}')", keys if vi else keys.split(",")[0], title, told, MOVE)
        for where, keys, title, told in (
            ("down", "down,j", "Down", "One row down"),
            ("up", "up,k", "Up", "One row up"),
            ("half_down", "ctrl+d", "Half a page down", "Half a page down"),
            ("half_up", "ctrl+u", "Half a page up", "Half a page up"),
            ("page_down", "pagedown,space", "Page down", "A page down"),
            ("page_up", "pageup", "Page up", "A page up"),
            *(
                [("first", "home,g", "First", "To the first row"), ("last", "end,G", "Last", "To the last row")]
                if vi
                else []
            ),
        )
    )


SEARCH: Final = (
    Command("search.open", "open", "enter", "Open", "Open the briefing at what was found", _SEARCH, show=True),
    Command("search.back", "app.back", "escape", "Back", "Go back to the library", _SEARCH, show=True),
    *_moves("search", vi=False),
)

PEOPLE: Final = (
    Command("people.open", "open", "enter", "Open", "Go to what bears on an actor; there, open it", _PEOPLE, show=True),
    Command("people.find", "find", "slash", "Find", "Narrow the list to a name", _PEOPLE, show=True),
    Command(
        "people.close", "close", "q,escape", "Back", "Go back: to all actors, then to the library", _PEOPLE, show=True
    ),
    Command("people.left", "column(-1)", "left,h", "Left", "To the actors", MOVE),
    Command("people.right", "column(1)", "right,l", "Right", "To what bears on the selected one", MOVE),
    *_moves("people", vi=True),
)
