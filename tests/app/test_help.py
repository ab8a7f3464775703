from pathlib import Path

import pytest
from reader import SIZES, press, reader, shown, write

from tui.app.commands import EVERYWHERE, HELP, LIBRARY, PROBLEMS, Command, bindings, key_name, key_names
from tui.app.commands_briefing import BRIEFING, EXPORT
from tui.app.screens.help import HelpScreen, help_text
from tui.app.screens.library import LibraryScreen
from tui.settings.config import Settings

TABLES = {"everywhere": EVERYWHERE, "help": HELP, "library": LIBRARY, "problems": PROBLEMS, "briefing": BRIEFING}


@pytest.mark.parametrize("size", SIZES)
async def test_the_help_shows_the_keys_of_where_you_are_and_then_those_of_everywhere(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    write(tmp_path, "one")
    async with reader(tmp_path, size) as (app, pilot):
        await press(pilot, "question_mark")
        text = shown(app)
        assert "Open the selected briefing" in text
        assert "PgDn Space" in text
        assert text.index("Library") < text.index("Move")
        await press(pilot, "G")
        text = shown(app)
        assert text.index("Move" if "Move" in text else "Last") < text.index("Everywhere")
        await press(pilot, "G")
        assert "Leave from anywhere" in shown(app)
        await press(pilot, "g")
        assert "Open the selected briefing" in shown(app)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize("key", ["escape", "q", "question_mark"])
async def test_the_help_closes_to_where_it_was_asked_for(tmp_path: Path, key: str) -> None:
    async with reader(tmp_path) as (app, pilot):
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, key)
        assert isinstance(app.screen, LibraryScreen)


async def test_the_help_of_a_briefing_has_its_panes(tmp_path: Path) -> None:
    write(tmp_path, "one")
    async with reader(tmp_path, (120, 40)) as (app, pilot):
        await press(pilot, "enter")
        await press(pilot, "question_mark", "pagedown")
        assert "To the pane Timeline" in shown(app)


async def test_a_key_that_was_remapped_works_and_stands_in_help_and_footer(tmp_path: Path) -> None:
    write(tmp_path, "one")
    settings = Settings(keys={"library.read": "f5", "help": "f1"})
    async with reader(tmp_path, (120, 40), settings=settings) as (app, pilot):
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        assert next(one.plain for one in app.screen.text.split() if "Read the library" in one.plain).split()[0] == "f5"
        await press(pilot, "escape")
        assert "f5 Read again" in shown(app)


@pytest.mark.parametrize("name", TABLES)
def test_every_command_has_an_id_of_its_own_and_says_what_it_does(name: str) -> None:
    commands = TABLES[name]
    assert len({one.id for one in commands}) == len(commands)
    assert all(one.title and one.help and one.group for one in commands)


def test_ids_are_unique_over_all_screens() -> None:
    ids = [one.id for one in (*EVERYWHERE, *HELP, *LIBRARY, *PROBLEMS, *BRIEFING, *EXPORT)]
    assert len(set(ids)) == len(ids)


def test_a_binding_has_the_id_of_its_command_and_a_command_without_key_has_none() -> None:
    commands = (
        Command("one", "go", "a,b", "Go", "Go there", "Move", show=True),
        Command("two", "stay", "", "Stay", "Stay here", "Move"),
    )
    (binding,) = bindings(commands)
    assert not isinstance(binding, tuple)
    assert (binding.id, binding.key, binding.action, binding.show) == ("one", "a,b", "go", True)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+p", "Ctrl+P"),
        ("question_mark", "?"),
        ("G", "G"),
        ("shift+tab", "Shift+Tab"),
        ("left_square_bracket", "["),
        ("pagedown", "PgDn"),
        ("f5", "f5"),
        ("+", "+"),
    ],
)
def test_keys_are_called_as_people_call_them(key: str, name: str) -> None:
    assert key_name(key) == name


def test_groups_stand_together_and_commands_without_a_key_are_left_out() -> None:
    commands = (
        Command("one", "go", "a", "Go", "Go there", "First"),
        Command("two", "go", "b", "Go", "Go elsewhere", "Second"),
        Command("three", "go", "c", "Go", "Go back", "First"),
        Command("four", "go", "", "Go", "Go nowhere", "Third"),
    )
    lines = [one.plain.split() for one in help_text(commands, {"two": "x, y"}).split() if one.plain]
    assert lines == [
        ["First"],
        ["a", "Go", "there"],
        ["c", "Go", "back"],
        ["Second"],
        ["x", "y", "Go", "elsewhere"],
    ]
    assert key_names(commands[1], {"two": "x, y"}) == ("x", "y")


async def test_what_is_wrapped_in_the_help_goes_on_beside_the_keys(tmp_path: Path) -> None:
    write(tmp_path, "one")
    async with reader(tmp_path, (40, 24)) as (app, pilot):
        await press(pilot, "question_mark")
        inside = [one.strip("│") for one in shown(app).splitlines()]
        at = next(at for at, one in enumerate(inside) if one.split()[:3] == ["Enter", "Open", "the"])
        began = inside[at].index("Open")
        assert inside[at + 1].index("selected") == began
        await pilot.resize_terminal(80, 24)
        assert "Open the selected briefing" in shown(app)
