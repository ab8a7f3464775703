"""The reader's commands as a list of values, for those who may not import the reader.

`commands.json` is made from the reader's tables, `tui/app/commands*.py`: a test holds the two to be the same, and
rewrites the file with BRIEF_UPDATE_GOLDEN=1.
"""

import json
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

LIST: Final = Path(__file__).with_name("commands.json")


class Listed(NamedTuple):
    """A command: `keys` has Textual's names of its default keys, `does` says what it does."""

    id: str
    keys: tuple[str, ...]
    does: str

    @property
    def screen(self) -> str:
        """The screen that binds it, "" where it holds everywhere."""
        return self.id.rpartition(".")[0]

    @property
    def is_way_out(self) -> bool:
        """Whether somebody could be caught on a screen if no key did this."""
        return self.id in {"back", "quit"} or self.id.endswith(".close")


@cache
def listed() -> dict[str, Listed]:
    """Every command by its id, in the order of the tables."""
    rows = json.loads(LIST.read_text(encoding="utf-8"))
    return {identifier: Listed(identifier, tuple(keys), does) for identifier, keys, does in rows}


def list_text(commands: list[Listed]) -> str:
    """The text of the list, a command a line."""
    rows = (json.dumps([one.id, one.keys, one.does], ensure_ascii=False) for one in commands)
    return "[\n" + ",\n".join(rows) + "\n]\n"
