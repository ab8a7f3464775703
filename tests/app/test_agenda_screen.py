from pathlib import Path

import pytest
from briefing_stories import prose
from reader import SIZES, press, reader, selected, settled, shown, write, write_harbour
from rich.cells import cell_len

from tui.app.screens.agenda import AgendaScreen
from tui.app.screens.briefing import BriefingScreen
from tui.app.screens.library import LibraryScreen


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_TODAY", "2024-07-10")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = write_harbour(tmp_path / "Harbour")
    write(
        root,
        "toll",
        title="The toll",
        tlp="amber",
        actors=[{"id": "ann", "name": "Ann Berg"}, {"id": "council", "name": "The council"}],
        questions=[
            {
                "id": "q",
                "text": "Will the toll pass?",
                "due": "vote",
                "warn": "14d",
                "decided_by": ["council"],
                "estimates": [
                    {"date": "2024-05-01", "by": "ann", "likelihood": "20%"},
                    {"date": "2024-06-01", "by": "ann", "likelihood": "likely"},
                ],
            },
            {"id": "late", "text": "Was the toll heard?", "due": "2024-07-01"},
        ],
        positions=[{"actor": "ann", "question": "q", "date": "2024-05-01", "stance": "oppose"}],
        events=[{"id": "vote", "date": "2024-07-12", "title": "The council votes", "kind": "deadline"}],
    )
    return root


@pytest.mark.parametrize("size", SIZES)
async def test_the_agenda_of_all_briefings_is_reached_from_the_library(library: Path, size: tuple[int, int]) -> None:
    async with reader(library, size) as (app, pilot):
        await press(pilot, "a")
        text = shown(app)
        assert "today is Wednesday 10 July 2024 · 4 entries · 1 overdue · 1 warned" in " ".join(text.split())
        order = ["Overdue · 1", "Was the toll heard?", "This week, until Sunday 14 July 2024 · 1", "The council votes"]
        order += ["Later · 1", "Question 1?", "No date · 1", "Question 2?"]
        places = [text.index(one) for one in order]
        assert places == sorted(places)


@pytest.mark.parametrize("size", SIZES)
async def test_the_selected_entry_says_who_decides_where_each_stands_and_what_is_expected(
    library: Path, size: tuple[int, int]
) -> None:
    async with reader(library, size) as (app, pilot):
        await press(pilot, "a", "j")
        if size[1] < 40:
            await press(pilot, "J")
        words = " ".join(shown(app).split())
        for part in ("Decided by", "The council", "Ann Berg:", "− oppose", "likely (55–80 %)", "up 47.5 points"):
            assert part in words


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_cut_without_an_ellipsis(tmp_path: Path, size: tuple[int, int]) -> None:
    long = "Will it pass " * 30 + "in the end?"
    write(
        tmp_path,
        "story",
        title="A story " * 20,
        questions=[{"id": "q", "text": long, "due": "2024-07-11", "warn": "9d"}],
    )
    async with reader(tmp_path, size) as (app, pilot):
        await press(pilot, "a")
        row = next(one for one in shown(app).splitlines() if one.startswith("▸"))
        assert "…" in row
        assert "! tomorrow" in row
        assert all(cell_len(one) <= size[0] for one in shown(app).splitlines())


async def test_a_deadline_that_no_longer_stands_says_what_became_of_it(tmp_path: Path) -> None:
    root = tmp_path / "Harbour"
    root.mkdir()
    write(
        root,
        "toll",
        title="The toll",
        questions=[{"id": "q", "text": "Will it pass?", "due": "vote"}],
        events=[{"id": "vote", "date": "2024-07-12", "title": "Vote", "kind": "deadline", "status": "cancelled"}],
    )
    async with reader(root, SIZES[-1]) as (app, pilot):
        await press(pilot, "a")
        assert "Vote (cancelled)" in shown(app)


async def test_enter_opens_the_briefing_at_the_entry_and_the_way_back_keeps_the_selection(library: Path) -> None:
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "j")
        before = selected(app)
        await press(pilot, "a", "j", "enter")
        screen = app.screen
        assert isinstance(screen, BriefingScreen)
        assert screen.items.selected == "vote"
        await press(pilot, "q", "q")
        assert isinstance(app.screen, AgendaScreen)
        assert app.screen.entries.selected == f"{library / 'toll.yaml'}#vote"
        await press(pilot, "backspace")
        assert isinstance(app.screen, LibraryScreen)
        assert selected(app) == before


@pytest.mark.parametrize("key", ["q", "escape", "backspace"])
async def test_there_is_a_way_back_to_the_library(library: Path, key: str) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, "a", key)
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        (["j"], "vote"),
        (["down", "down"], "question-1"),
        (["G"], "question-2"),
        (["end", "home"], "late"),
        (["G", "k"], "question-1"),
        (["pagedown"], "question-2"),
        (["ctrl+d", "g"], "late"),
    ],
)
async def test_arrows_and_vi_keys_move_in_the_list(library: Path, keys: list[str], at: str) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, "a", *keys)
        assert isinstance(app.screen, AgendaScreen)
        assert (app.screen.entries.selected or "").rpartition("#")[2] == at


async def test_a_click_selects_and_another_opens(library: Path) -> None:
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "a")
        place = next(y for y, one in enumerate(shown(app).splitlines()) if "The council votes" in one)
        for _ in range(2):
            await pilot.click(offset=(20, place))
            await settled(pilot)
        assert isinstance(app.screen, BriefingScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_agenda_says_how_to_begin(tmp_path: Path, size: tuple[int, int]) -> None:
    write(tmp_path, "story")
    async with reader(tmp_path, size) as (app, pilot):
        await press(pilot, "a")
        assert "Nothing is open, and nothing falls due." in shown(app)
        assert "kind: deadline}" in shown(app)
        await press(pilot, "j", "enter", "G", "J", "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_what_was_written_meanwhile_is_there_when_it_is_read_again_and_the_selection_stays(library: Path) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, "a", "j")
        write(library, "new", questions=[{"id": "n", "text": "Is this new?", "due": "2024-06-01"}])
        await press(pilot, "r")
        assert "Is this new?" in shown(app)
        assert isinstance(app.screen, AgendaScreen)
        assert (app.screen.entries.selected or "").endswith("#vote")


async def test_a_briefing_that_is_wrong_is_counted_and_does_not_stop_the_rest(library: Path) -> None:
    (library / "broken.yaml").write_text("format: brief/1\n- x\n")
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "a")
        assert "! 1 partly wrong: `brief check`" in shown(app)
        assert "The council votes" in shown(app)


async def test_a_day_that_is_none_is_said(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_TODAY", "soon")
    async with reader(library) as (app, pilot):
        await press(pilot, "a")
        assert "$BRIEF_TODAY is not a day such as 2025-09-19." in prose(shown(app))


async def test_markup_in_a_briefing_is_text(tmp_path: Path) -> None:
    write(tmp_path, "story", title="[b]x[/b]", questions=[{"id": "q", "text": "[@click=app.quit]Will it?[/]"}])
    async with reader(tmp_path, (120, 40)) as (app, pilot):
        await press(pilot, "a")
        assert "[@click=app.quit]Will it?[/]" in shown(app)
        assert "[b]x[/b]" in shown(app)


async def test_the_keys_of_the_agenda_are_in_the_help(library: Path) -> None:
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "a", "question_mark")
        assert "Open the briefing at what is selected" in shown(app)
