"""A move is on the screen whole in the next frame: the list, and what stands beside it."""

from pathlib import Path

from briefing_stories import reading, written
from reader import press, question, reader, shown, write, write_harbour

from tui.app.panes.detail import Title
from tui.app.panes.text import plain
from tui.app.screens.agenda import AgendaScreen
from tui.app.screens.library import LibraryScreen
from tui.app.widgets.detail_view import DetailView

EVENTS = "events: [{id: one, date: 2024-01-01, title: One}, {id: two, date: 2024-03-01, title: Two}]\n"


def titles(detail: DetailView) -> str:
    return " ".join(plain(one.text) for one in detail.blocks if isinstance(one, Title))


async def test_the_detail_follows_the_list_at_once_and_nothing_is_laid_out_again(tmp_path: Path) -> None:
    async with reading(written(tmp_path, EVENTS)) as story:
        await story.press("2", "g")
        screen = story.briefing
        assert "One" in titles(screen.detail)
        screen.action_move("down")
        assert "Two" in titles(screen.detail)
        assert not screen._layout_required
        await story.press("k")
        assert "One" in titles(screen.detail)


async def test_the_preview_follows_the_list_of_the_library_at_once(tmp_path: Path) -> None:
    async with reader(write_harbour(tmp_path / "Harbour"), (120, 40)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        screen.action_move("down")
        assert "What matters about older." in str(screen.query_one("#preview-text").render())
        await press(pilot)
        assert "What matters about older." in shown(app)


async def test_the_detail_of_the_agenda_follows_at_once(tmp_path: Path) -> None:
    write(tmp_path, "toll", questions=[question(1, "2024-07-11"), question(2, "2024-08-01")])
    async with reader(tmp_path, (120, 40)) as (app, pilot):
        await press(pilot, "a")
        screen = app.screen
        assert isinstance(screen, AgendaScreen)
        assert "Question 1?" in titles(screen.detail)
        screen.action_move("down")
        assert "Question 2?" in titles(screen.detail)
