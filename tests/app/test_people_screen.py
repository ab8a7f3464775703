from pathlib import Path

import pytest
from reader import SIZES, press, reader, shown, write
from textual.pilot import Pilot

from tui.app.app import BriefApp
from tui.app.screens.briefing import BriefingScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.people import PeopleScreen


@pytest.fixture
def library(tmp_path: Path) -> Path:
    mayor = {"id": "mayor", "name": "Ana Ruiz", "kind": "person", "role": "Mayor"}
    write(
        tmp_path,
        "bridge",
        title="The harbour bridge",
        actors=[mayor, {"id": "line", "name": "[b]Ferry line", "kind": "company"}],
        events=[{"id": "vote", "date": "2024-03-01", "title": "The council votes on tolls", "actors": ["mayor"]}],
    )
    write(
        tmp_path,
        "ferry",
        title="The ferry",
        actors=[mayor, {"id": "line", "name": "Railway", "kind": "company"}],
        events=[{"id": "late", "date": "2024-05-01", "title": "It is late", "actors": ["mayor", "line"]}],
    )
    return tmp_path


def screen_of(app: BriefApp) -> PeopleScreen:
    assert isinstance(app.screen, PeopleScreen)
    return app.screen


async def followed(pilot: Pilot[None]) -> None:
    """Wait until what bears on the selected actor is shown."""
    screen = pilot.app.screen
    while isinstance(screen, PeopleScreen) and (screen.reading or not screen.found):
        await pilot.pause(0.01)
    await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_every_actor_is_shown_with_what_bears_on_them_and_the_way_there(
    library: Path, size: tuple[int, int]
) -> None:
    async with reader(library, size) as (app, pilot):
        await press(pilot, "p")
        await press(pilot, "j")
        await followed(pilot)
        text = shown(app)
        assert "3 actors" in text
        assert "[b]Ferry line" in text
        assert "person · 2 briefings · id mayor" in text
        assert text.index("It is late") < text.index("The council votes")
        await press(pilot, "enter", "j", "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "The council votes on tolls" in shown(app)
        while isinstance(app.screen, BriefingScreen):
            await press(pilot, "q")
        await press(pilot, "escape")
        assert not screen_of(app).has_class("-deeds")
        await press(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_two_who_share_an_id_stand_apart_and_are_marked(library: Path) -> None:
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "p")
        assert "≠ 2 share a name or an id with somebody else" in shown(app)
        assert "≠ not the same as, by id `line`: Railway (company, line)" in shown(app)


async def test_a_part_of_a_name_narrows_the_list_until_it_is_given_up(library: Path) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, "p", "slash", "r", "u")
        assert "“ru”: 1 of 3 actors" in shown(app)
        await press(pilot, "x")
        assert "There is nobody by that name." in shown(app)
        await press(pilot, "enter", "enter", "q")
        assert "3 actors" in shown(app)
        assert isinstance(app.screen, PeopleScreen)


async def test_a_library_without_actors_says_so(tmp_path: Path) -> None:
    write(tmp_path, "one")
    async with reader(tmp_path) as (app, pilot):
        await press(pilot, "p")
        assert "0 actors" in shown(app)
        await press(pilot, "enter", "j", "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_what_is_cut_ends_in_an_ellipsis_before_the_scroll_bar(tmp_path: Path) -> None:
    name = "Somebody whose name is very long"
    many = [{"id": f"one-{one}", "name": f"{one:02} {name}", "kind": "person"} for one in range(40)]
    write(tmp_path, "one", actors=many)
    async with reader(tmp_path, (80, 24)) as (app, pilot):
        await press(pilot, "p")
        people = screen_of(app).people
        assert people.show_vertical_scrollbar
        width = people.scrollable_content_region.width
        row = people.render_line(0)
        assert row.cell_length == width
        assert row.text.rstrip().endswith("1")
        assert "…" in row.text


async def test_dates_are_told_in_words(tmp_path: Path) -> None:
    events = [{"id": "talks", "date": "2020-08-10~", "title": "They talk", "actors": ["mayor"]}]
    write(tmp_path, "one", actors=[{"id": "mayor", "name": "Ana Ruiz"}], events=events)
    async with reader(tmp_path) as (app, pilot):
        await press(pilot, "p")
        await followed(pilot)
        text = shown(app)
        assert "event    c. 10 Aug 2020  They talk" in text
        assert "event · c. 10 Aug 2020 · one · talks" in text
        assert "2020-08" not in text
