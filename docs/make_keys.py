"""Write docs/keys.md, every key of the reader, from its tables of commands: `python docs/make_keys.py`."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from tui.app.commands import EVERYWHERE, HELP, LIBRARY, MOVE, PROBLEMS, Command, key_names
from tui.app.commands_agenda import AGENDA
from tui.app.commands_briefing import BRIEFING, EXPORT, NOTE
from tui.app.commands_library import PEOPLE, SEARCH
from tui.app.commands_source import SOURCE_TEXT

PAGE: Final = Path(__file__).parent / "keys.md"
SCREENS: Final = (
    ("Everywhere", EVERYWHERE),
    ("Library", LIBRARY),
    ("Agenda", AGENDA),
    ("Search", SEARCH),
    ("People", PEOPLE),
    ("Briefing", BRIEFING),
    ("Stored text", SOURCE_TEXT),
    ("Export", EXPORT),
    ("Note", NOTE),
    ("Problems", PROBLEMS),
    ("List of keys", HELP),
)
_TOP: Final = """\
# Keys

Every key of the reader, by screen, as it is by default. In the reader `?` shows those of where you are, and Ctrl+P
finds any command by its name. To begin with, these are enough: Enter and Backspace, the arrows or `h` `j` `k` `l`, `/`
to find, Esc or `q` to go up a level.

The name of a command is what gives it other keys, under `keys:` in `config.yaml`: see
[settings](settings.md#keys). One without a key is found with Ctrl+P.

This page is made from the tables that the reader itself uses, by `python docs/make_keys.py`.
"""


def page() -> str:
    """The whole page, which ends with one newline."""
    return "\n".join([_TOP, *(line for title, commands in SCREENS for line in _section(title, commands))])


def _section(title: str, commands: Iterable[Command]) -> Iterator[str]:
    yield f"## {title}\n"
    # As in the reader, what moves the selection comes last.
    order = sorted(dict.fromkeys(one.group for one in commands), key=MOVE.__eq__)
    for group, members in groupby(sorted(commands, key=lambda one: order.index(one.group)), lambda one: one.group):
        if group != order[0]:
            yield f"**{group}**\n"
        yield "| keys | does | command |"
        yield "|---|---|---|"
        for one in members:
            keys = " ".join(f"`{key}`" for key in key_names(one, {}))
            yield f"| {keys} | {one.help} | `{one.id}` |"
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
