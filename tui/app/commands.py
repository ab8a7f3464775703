"""What a person can do: one table, from which the keys, the footer, the help and the palette are made."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from textual.binding import Binding, BindingType

from tui.settings.keys import called


class Command(NamedTuple):
    """One thing to do, and the keys that do it.

    `id` is that of its Binding, by which keys can be remapped; `action` is Textual's, looked up in the screen that
    binds it unless it names another (`app.quit`). `key` has Textual's names, parted by commas; with "" the command
    stands in the palette only. `title` is short enough for the footer, `help` says what it does, `group` is the
    heading above it in the help. `show` puts it into the footer; `priority` has it before the widget in focus, and
    behind a dialog.
    """

    id: str
    action: str
    key: str
    title: str
    help: str
    group: str
    show: bool = False
    priority: bool = False


MOVE: Final = "Move"
"""The group of what moves the selection; it comes last where commands are listed."""

_LIBRARY: Final = "Library"
_HELP: Final = "Keys"
_EVERYWHERE: Final = "Everywhere"

EVERYWHERE: Final = (
    Command("help", "app.help", "question_mark", "Keys", "Show the keys of where you are", _EVERYWHERE, show=True),
    Command(
        "palette", "app.command_palette", "ctrl+p", "Commands", "Find a command by its name", _EVERYWHERE, show=True
    ),
    Command("back", "app.back", "q,escape", "Back", "Go up a level; at the top, leave", _EVERYWHERE, show=True),
    Command("theme", "app.change_theme", "", "Theme", "Choose the colours", _EVERYWHERE),
    Command(
        "suspend", "app.suspend_process", "ctrl+z", "To the shell", "Go to the shell; `fg` comes back", _EVERYWHERE
    ),
    Command("quit", "app.quit", "ctrl+q", "Leave", "Leave from anywhere", _EVERYWHERE, priority=True),
    Command("interrupt", "app.quit", "ctrl+c", "Leave", "Leave, unless text is selected: then copy it", _EVERYWHERE),
)

LIBRARY: Final = (
    Command("library.open", "open", "enter", "Open", "Open the selected briefing", _LIBRARY, show=True),
    Command(
        "library.topics", "topics", "t", "Topics", "Choose a topic; again, go back to the list", _LIBRARY, show=True
    ),
    Command(
        "library.close_topics",
        "close_topics",
        "q,escape",
        "List",
        "From the topics, go back to the list",
        _LIBRARY,
        show=True,
    ),
    Command(
        "library.agenda",
        "agenda",
        "a",
        "Agenda",
        "What is open and what falls due in all briefings",
        _LIBRARY,
        show=True,
    ),
    Command(
        "library.search",
        "search",
        "slash",
        "Search",
        "Search every briefing and every stored text",
        _LIBRARY,
        show=True,
    ),
    Command("library.people", "people", "p", "People", "Show every actor over all briefings", _LIBRARY, show=True),
    Command("library.read", "read", "r", "Read again", "Read the library again", _LIBRARY, show=True),
    Command("library.down", "move('down')", "down,j", "Down", "One row down", MOVE),
    Command("library.up", "move('up')", "up,k", "Up", "One row up", MOVE),
    Command("library.left", "column(-1)", "left,h", "Left", "To the column at the left", MOVE),
    Command("library.right", "column(1)", "right,l", "Right", "To the column at the right", MOVE),
    Command("library.half_down", "move('half_down')", "ctrl+d", "Half a page down", "Half a page down", MOVE),
    Command("library.half_up", "move('half_up')", "ctrl+u", "Half a page up", "Half a page up", MOVE),
    Command("library.page_down", "move('page_down')", "pagedown,space", "Page down", "A page down", MOVE),
    Command("library.page_up", "move('page_up')", "pageup", "Page up", "A page up", MOVE),
    Command("library.preview_down", "scroll_preview(3)", "J", "Preview down", "Scroll the preview down", MOVE),
    Command("library.preview_up", "scroll_preview(-3)", "K", "Preview up", "Scroll the preview up", MOVE),
    Command("library.first", "move('first')", "home,g", "First", "To the first row", MOVE),
    Command("library.last", "move('last')", "end,G", "Last", "To the last row", MOVE),
)

HELP: Final = (
    Command("help.close", "close", "escape,q,question_mark", "Back", "Close the keys", _HELP, show=True),
    Command("help.down", "scroll('down')", "down,j", "Down", "A line down", _HELP),
    Command("help.up", "scroll('up')", "up,k", "Up", "A line up", _HELP),
    Command("help.page_down", "scroll('page_down')", "pagedown,space,ctrl+d", "Page down", "A page down", _HELP),
    Command("help.page_up", "scroll('page_up')", "pageup,ctrl+u", "Page up", "A page up", _HELP),
    Command("help.first", "scroll('first')", "home,g", "First", "To the top", _HELP),
    Command("help.last", "scroll('last')", "end,G", "Last", "To the end", _HELP),
    Command("help.interrupt", "app.quit", "ctrl+c", "Leave", "Leave", _HELP),
)

PROBLEMS: Final = (Command("problems.read", "read", "r", "Read again", "Read the file again", "Problems", show=True),)


def pages(screen: str) -> tuple[Command, ...]:
    """The commands that move by pages and to the ends of what a screen shows; `screen` begins their ids."""
    return tuple(
        Command(f"{screen}.{where}", f"move('{where}')", keys, title, told, MOVE)
        for where, keys, title, told in (
            ("half_down", "ctrl+d", "Half a page down", "Half a page down"),
            ("half_up", "ctrl+u", "Half a page up", "Half a page up"),
            ("page_down", "pagedown,space", "Page down", "A page down"),
            ("page_up", "pageup", "Page up", "A page up"),
            ("first", "home,g", "First", "To the beginning"),
            ("last", "end,G", "Last", "To the end"),
        )
    )


def commands_of(screen: object) -> tuple[Command, ...]:
    """What can be done on a screen: the commands in its attribute `commands`, which it binds."""
    found: tuple[Command, ...] = getattr(screen, "commands", ())
    return found


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of those commands that have a key, each with its command's id."""
    return [
        Binding(
            one.key,
            one.action,
            one.title,
            show=one.show,
            priority=one.priority,
            tooltip=one.help,
            id=one.id,
        )
        for one in commands
        if one.key
    ]


def key_name(key: str) -> str:
    """A key of Textual's as people call it: `Ctrl+P` for `ctrl+p`, `?` for `question_mark`."""
    *modifiers, last = key.split("+") if len(key) > 1 else (key,)
    name = _NAMES.get(last, last.upper() if modifiers and len(last) == 1 else called(last))
    return "+".join((*(one.capitalize() for one in modifiers), name))


def key_names(command: Command, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of a command as people call them; `keymap` has the keys that were remapped, by the command's id."""
    keys = keymap.get(command.id, command.key)
    return tuple(key_name(one.strip()) for one in keys.split(",") if one.strip())


_NAMES: Final = {
    "backslash": "\\",
    "backspace": "Backspace",
    "circumflex_accent": "^",
    "comma": ",",
    "delete": "Del",
    "down": "↓",
    "end": "End",
    "enter": "Enter",
    "equals_sign": "=",
    "escape": "Esc",
    "exclamation_mark": "!",
    "full_stop": ".",
    "greater_than_sign": ">",
    "home": "Home",
    "left": "←",
    "left_square_bracket": "[",
    "less_than_sign": "<",
    "minus": "-",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "plus": "+",
    "question_mark": "?",
    "right": "→",
    "right_square_bracket": "]",
    "slash": "/",
    "space": "Space",
    "tab": "Tab",
    "up": "↑",
}
