from pathlib import Path

import pytest
from reader import SIZES, press, reader, selected, settled, shown, write, write_harbour
from textual.app import App, ComposeResult

from tui.app.panes.text import Line, line
from tui.app.screens.library import LibraryScreen
from tui.app.widgets.row_list import RowList


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_harbour(tmp_path / "Harbour")


@pytest.mark.parametrize("size", SIZES)
async def test_the_library_lists_its_briefings_with_the_newest_first(library: Path, size: tuple[int, int]) -> None:
    async with reader(library, size) as (app, _):
        text = shown(app)
        assert "Harbour  3 briefings · 2 open questions" in text
        first = next(one for one in text.splitlines() if "The newer one" in one)
        assert "30 June 2024" in first
        assert "1 Aug 2024" in first
        assert text.index("The newer one") < text.index("older") < text.index("oldest")


@pytest.mark.parametrize("size", SIZES)
async def test_what_the_selected_briefing_says_first_stands_beside_or_below_the_list(
    library: Path, size: tuple[int, int]
) -> None:
    async with reader(library, size) as (app, pilot):
        assert "What matters about newer." in shown(app)
        await press(pilot, "j")
        assert "What matters about older." in shown(app)
        assert "As of 15 Jan 2024 · 0 open questions" in shown(app)


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (["j"], "older"),
        (["down", "down"], "oldest"),
        (["G"], "oldest"),
        (["end", "g"], "newer"),
        (["G", "k"], "older"),
        (["ctrl+d"], "oldest"),
        (["ctrl+d", "ctrl+u"], "newer"),
        (["pagedown", "up", "home"], "newer"),
        (["k"], "newer"),
    ],
)
async def test_arrows_and_vi_keys_move_in_the_list(library: Path, keys: list[str], at: str) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, *keys)
        assert selected(app) == at


async def test_a_topic_shows_its_briefings_and_those_below_it(library: Path) -> None:
    async with reader(library, (120, 40)) as (app, pilot):
        tree = [one[:28].split() for one in shown(app).splitlines()[2:8]]
        assert tree == [
            ["All", "3"],
            ["money", "1"],
            ["transport", "2"],
            ["ferries", "1"],
            ["rail", "1"],
            ["without", "a", "topic", "1"],
        ]
        await press(pilot, "h", "j", "j")
        assert "transport: 2 of 3 briefings" in shown(app)
        assert "oldest" not in shown(app)
        await press(pilot, "j", "j")
        assert "transport/rail: 1 of 3 briefings" in shown(app)
        await press(pilot, "G")
        assert "without a topic: 1 of 3 briefings" in shown(app)
        await press(pilot, "l")
        assert selected(app) == "oldest"


async def test_a_narrow_terminal_shows_the_topics_while_one_is_chosen(library: Path) -> None:
    async with reader(library) as (app, pilot):
        assert "Topics" not in shown(app).splitlines()[1]
        await press(pilot, "t", "j")
        assert "Topics" in shown(app).splitlines()[1]
        assert "q List" in shown(app)
        await press(pilot, "escape")
        assert app.is_running
        assert "Topics" not in shown(app).splitlines()[1]
        assert "money: 1 of 3 briefings" in shown(app)
        assert app.focused is not None
        assert app.focused.id == "briefings"


async def test_enter_on_a_topic_goes_to_its_briefings(library: Path) -> None:
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "t", "j", "enter")
        assert app.focused is not None
        assert app.focused.id == "briefings"
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_keys_that_are_typed_fast_act_on_the_column_gone_to(library: Path, size: tuple[int, int]) -> None:
    async with reader(library, size) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        screen.action_topics()
        screen.action_move("down")
        screen.action_column(1)
        screen.action_open()
        await settled(pilot)
        assert "What matters about newer." in shown(app)
        assert not isinstance(app.screen, LibraryScreen)


async def test_a_title_is_shown_as_it_is_written_and_never_acts(tmp_path: Path) -> None:
    title = "[/b][@click=app.quit]x[/] $boom"
    write(tmp_path, "one", title=title, bottom_line=f"{title} says the bottom line", topics=["[b]"])
    write(tmp_path, "[b][@click=app.quit]x", title=None, bottom_line=None, as_of="2020")
    (tmp_path / "library.yaml").write_text(f"title: '{title}'\n")
    for size in ((80, 24), (120, 40), (200, 60)):
        async with reader(tmp_path, size) as (app, pilot):
            assert shown(app).splitlines()[0].startswith(f" {title}")
            assert f"{title} says the bottom line" in shown(app)
            await pilot.click("#preview-text", offset=(14, 0))
            await pilot.click("#briefings", offset=(14, 1))
            await settled(pilot)
            assert app.is_running
            assert selected(app) == "[b][@click=app.quit]x"


async def test_a_file_name_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\nb.yaml").write_text("format: brief/2\n")
    async with reader(tmp_path) as (app, pilot):
        assert r"a\x1b[31m\nb.yaml" in shown(app)
        assert "Nothing of this file can be shown" in shown(app)
        await press(pilot, "enter")
        assert r"a\x1b[31m\nb.yaml:1:9" in shown(app)
        assert "\x1b" not in shown(app)


async def test_resizing_keeps_the_selection_and_the_topic(library: Path) -> None:
    for number in range(60):
        write(library, f"more-{number:02}", as_of="2022", topics=["transport"])
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "t", "j", "j", "l", "G")
        last = selected(app)
        for size in ((80, 24), (200, 60), (40, 10), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert selected(app) == last
            assert last in shown(app)
        assert "transport: 62 of 63 briefings" in shown(app)


async def test_a_file_with_errors_is_listed_with_how_many_and_opens_as_far_as_it_can_be_shown(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The command is one for the folder in which the reader was started.
    monkeypatch.chdir(library.parent)
    write(library, "faulty", as_of="2025-01-01", title="Partly wrong", nonsense="1", tlp="purple")
    async with reader(library) as (app, pilot):
        row = next(one for one in shown(app).splitlines() if "Partly wrong" in one)
        assert "!2" in row.split()
        assert "2 problems: see `brief check Harbour/faulty.yaml`" in shown(app)
        await press(pilot, "enter")
        assert not isinstance(app.screen, LibraryScreen)
        assert "Partly wrong" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_file_of_which_nothing_can_be_shown_says_where_and_what_to_do(
    library: Path, size: tuple[int, int]
) -> None:
    path = library / "a-broken.yaml"
    path.write_text("format: brief/9\n", encoding="utf-8")
    async with reader(library, size) as (app, pilot):
        await press(pilot, "G", "enter")
        assert "Nothing of a-broken.yaml can be shown" in shown(app)
        assert "a-broken.yaml:1:9  error" in shown(app)
        assert "get a newer version of brief" in shown(app)
        write(library, "a-broken", title="It has been mended")
        await press(pilot, "r")
        assert "It has been mended" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_click_selects_and_a_second_one_opens(library: Path) -> None:
    async with reader(library) as (app, pilot):
        await pilot.click("#briefings", offset=(5, 1))
        await settled(pilot)
        assert selected(app) == "older"
        await pilot.click("#briefings", offset=(5, 7))
        await settled(pilot)
        assert selected(app) == "older"
        await pilot.click("#briefings", offset=(5, 1))
        await settled(pilot)
        assert not isinstance(app.screen, LibraryScreen)


async def test_of_many_rows_only_those_on_screen_are_drawn() -> None:
    drawn: set[int] = set()

    def draw(index: int, width: int) -> Line:
        drawn.add(index)
        return line(f"row {index}")

    class Many(App[None]):
        def compose(self) -> ComposeResult:
            yield RowList(draw, id="many")

        def on_mount(self) -> None:
            self.query_one(RowList).show_rows(10_000)

    app = Many()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.query_one(RowList).move("last")
        await pilot.pause()
        assert {0, 23, 9_976, 9_999} <= drawn
        assert len(drawn) <= 48


@pytest.mark.parametrize("size", [(80, 12), (40, 10), (40, 8)])
async def test_on_few_lines_the_list_is_there_and_the_preview_is_not(size: tuple[int, int], tmp_path: Path) -> None:
    async with reader(write_harbour(tmp_path), size) as (app, pilot):
        text = shown(app)
        assert "older" in text
        assert "oldest" in text
        assert "What matters about" not in text
        await pilot.resize_terminal(80, 24)
        await press(pilot, "j")
        assert "What matters about" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_names_of_the_columns_stand_over_them(tmp_path: Path, size: tuple[int, int]) -> None:
    write(tmp_path, "one")
    async with reader(tmp_path, size) as (app, _):
        heading = next(one for one in shown(app).splitlines() if "As of" in one and "Briefing" in one)
        row = next(one for one in shown(app).splitlines() if "30 June 2024" in one)
        assert heading.index("As of") == row.index("30 June 2024")
