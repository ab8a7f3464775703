from pathlib import Path

import pytest
from reader import SIZES, press, reader, settled, shown, write
from textual.pilot import Pilot

from tui.app.app import BriefApp
from tui.app.screens.briefing import BriefingScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.search import SearchScreen


@pytest.fixture
def library(tmp_path: Path) -> Path:
    write(
        tmp_path,
        "bridge",
        title="The harbour bridge",
        actors=[{"id": "mayor", "name": "Ana Ruiz"}],
        quotes=[
            {"id": "open", "text": "I have an open mind about tolls", "speaker": "mayor", "source": "report"},
            {
                "id": "quiet",
                "text": "Zanzibar paid for it",
                "speaker": "mayor",
                "source": "report",
                "attribution": "off-record",
            },
        ],
        events=[{"id": "vote", "date": "2024-03-01", "title": "The council votes on tolls"}],
    )
    write(tmp_path, "ferry", title="The ferry", bottom_line="It is [b]late[/b] again.")
    return tmp_path


def screen_of(app: BriefApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


async def typed(pilot: Pilot[None], words: str) -> None:
    """Type words into the search, and wait for what they find."""
    await pilot.press(*("space" if one == " " else one for one in words))
    await pilot.pause()
    while isinstance(pilot.app.screen, SearchScreen) and pilot.app.screen.searching:
        await pilot.pause(0.01)
    await settled(pilot)


async def leave_briefing(app: BriefApp, pilot: Pilot[None]) -> None:
    while isinstance(app.screen, BriefingScreen):
        await press(pilot, "q")


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_typed_is_found_while_it_is_typed_and_opens_at_the_item(
    library: Path, size: tuple[int, int]
) -> None:
    async with reader(library, size) as (app, pilot):
        await press(pilot, "slash")
        assert "Search every briefing" in shown(app)
        await typed(pilot, "counc")
        assert "1 passage in 1 briefing" in shown(app)
        assert "The council votes on tolls" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "The council votes on tolls" in shown(app)
        assert app.screen.items.selected == "vote"
        await leave_briefing(app, pilot)
        assert "The council votes on tolls" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_arrows_choose_among_what_was_found_and_the_passage_is_shown_in_full(library: Path) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, "slash")
        await typed(pilot, "tolls")
        first = screen_of(app).hits[0].item
        await press(pilot, "down")
        second = screen_of(app).hits[screen_of(app).found.index].item
        assert {first, second} == {"open", "vote"}
        assert f"{second} · " in shown(app)


async def test_words_off_the_record_are_found_here_and_marked(library: Path) -> None:
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "slash")
        await typed(pilot, "zanzibar")
        assert "! “Zanzibar paid for it”" in shown(app)
        assert "! Said off record" in shown(app)


async def test_nothing_that_is_typed_is_an_error_and_nothing_found_is_markup(library: Path) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, "slash")
        await typed(pilot, "late ")
        assert "It is [b]late[/b] again." in shown(app)
        screen_of(app).words.value = '"( AND before: NOT * [b]'
        await settled(pilot)
        while screen_of(app).searching:
            await pilot.pause(0.01)
        assert "Nothing was found" in shown(app)
        await press(pilot, "enter", "down")
        assert isinstance(app.screen, SearchScreen)
        screen_of(app).words.value = ""
        while screen_of(app).searching:
            await pilot.pause(0.01)
        await settled(pilot)
        assert "topic:path" in shown(app)


async def test_the_footer_tells_that_enter_opens(library: Path) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, "slash")
        assert shown(app).splitlines()[-1] == " Enter Open  Esc Back  Ctrl+P Commands"
