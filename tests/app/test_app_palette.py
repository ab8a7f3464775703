from pathlib import Path

from reader import press, reader, shown, write
from textual.widgets import OptionList

from tui.app.commands import EVERYWHERE, LIBRARY
from tui.app.screens.help import HelpScreen
from tui.app.screens.library import LibraryScreen


async def test_the_palette_holds_every_command_that_makes_sense(tmp_path: Path) -> None:
    write(tmp_path, "one")
    async with reader(tmp_path, (120, 60)) as (app, pilot):
        await press(pilot, "ctrl+p")
        listed = app.screen.query_one(OptionList)
        prompts = [str(listed.get_option_at_index(index).prompt) for index in range(listed.option_count)]
        left_out = {"library.close_topics", "palette", "interrupt"}
        expected = {one.help for one in (*LIBRARY, *EVERYWHERE) if one.id not in left_out}
        assert {one for one in expected if any(one in prompt for prompt in prompts)} == expected
        assert "From the topics" not in "".join(prompts)


async def test_a_command_found_by_name_is_run(tmp_path: Path) -> None:
    async with reader(tmp_path) as (app, pilot):
        write(tmp_path, "one", title="A new story")
        await press(pilot, "ctrl+p", *"read again")
        assert "Read the library again" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        assert "A new story" in shown(app)


async def test_a_command_found_by_what_it_does_is_run(tmp_path: Path) -> None:
    async with reader(tmp_path) as (app, pilot):
        await press(pilot, "ctrl+p", *"keys of where")
        await press(pilot, "enter")
        assert isinstance(app.screen, HelpScreen)


async def test_markup_typed_into_the_palette_is_text(tmp_path: Path) -> None:
    async with reader(tmp_path) as (app, pilot):
        await press(pilot, "ctrl+p", *"[/b][@click=app.quit]")
        assert app.is_running
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)
