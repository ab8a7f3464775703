import importlib
import pkgutil

from golden import assert_golden

import tui.app
from tui.app.commands import Command
from tui.settings.commands import LIST, Listed, list_text, listed


def tables() -> list[Command]:
    """Every command of every table of the reader, `tui/app/commands*.py`."""
    found: dict[str, Command] = {}
    for module in pkgutil.iter_modules(tui.app.__path__):
        if module.name.startswith("commands"):
            values = vars(importlib.import_module(f"tui.app.{module.name}")).values()
            rows = (one for value in values if isinstance(value, tuple) for one in value)
            found |= {one.id: one for one in rows if isinstance(one, Command)}
    return list(found.values())


def test_the_list_has_what_the_tables_have() -> None:
    """After a change to a table: `BRIEF_UPDATE_GOLDEN=1 pytest tests/settings tests/docs` writes the list anew."""
    commands = [
        Listed(one.id, tuple(key.strip() for key in one.key.split(",") if key.strip()), one.help) for one in tables()
    ]
    assert_golden(list_text(commands), LIST)


def test_the_list_is_read_as_it_was_written() -> None:
    assert list_text(list(listed().values())) == LIST.read_text(encoding="utf-8")
    assert listed()["palette"] == Listed("palette", ("ctrl+p",), "Find a command by its name")
