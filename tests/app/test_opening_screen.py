"""While a briefing is being read, its top already stands where it will stand when all of it is there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from conftest import SAMPLE
from reader import SIZES, reader, settled, shown, write
from textual.pilot import Pilot

from tui.app.app import BriefApp
from tui.app.screens.briefing import BriefingScreen
from tui.app.screens.opening import OpeningScreen
from tui.model.edtf import EDTF

LONG = "The bridge is shut, and nobody has said who will pay for its repair before the ferry stops for the winter."


@asynccontextmanager
async def opening(
    path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = (80, 24), as_of: EDTF | None = None
) -> AsyncIterator[tuple[BriefApp, Pilot[None]]]:
    """A reader that has not begun to read the briefing."""
    monkeypatch.setattr(BriefApp, "open_briefing", lambda *_: None)
    app = BriefApp(path.parent, path=path, as_of=as_of)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, OpeningScreen)
        yield app, pilot


@pytest.mark.parametrize("size", SIZES)
async def test_title_panes_and_bottom_line_stand_where_they_will(size, tmp_path: Path, monkeypatch) -> None:
    path = write(tmp_path, "one", title="The harbour bridge", bottom_line=LONG)
    async with opening(path, monkeypatch, size) as (app, _):
        before = shown(app).splitlines()
    monkeypatch.undo()
    async with reader(tmp_path, size, path=path) as (app, _):
        after = shown(app).splitlines()
    width = min(size[0], 100) // 2 if size[0] >= 100 else size[0]
    assert [one[:width].rstrip() for one in before[2:5]] == [one[:width].rstrip() for one in after[2:5]]
    assert before[0].split("   ")[0] == after[0].split("   ")[0]
    assert before[0].endswith("   as of 30 June 2024")
    assert after[0].endswith("   as of 30 June 2024")
    assert all(name in before[1] for name in ("1 Overview", "2 Timeline", "7 Sources"))


async def test_as_of_a_date_the_bottom_line_is_not_told(tmp_path: Path, monkeypatch) -> None:
    path = write(tmp_path, "one", title="The harbour bridge", bottom_line=LONG)
    async with opening(path, monkeypatch, as_of=EDTF("2020")) as (app, _):
        assert "The harbour bridge" in shown(app)
        assert "nobody" not in shown(app)
        assert "2024" not in shown(app)


@pytest.mark.parametrize("content", ["title: '[/b][@click=app.quit]x'\n", "no: title\n", "\x1b[2J", ""])
async def test_a_file_that_is_wrong_is_waited_for_in_a_sentence(content, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "one.yaml"
    path.write_text(content)
    async with opening(path, monkeypatch) as (app, pilot):
        await pilot.pause(0.6)
        text = shown(app)
        assert "Reading one.yaml…" in text
        assert ("[/b][@click=app.quit]x" in text) is ("quit" in content)
        assert "\x1b" not in text
        await pilot.press("q")
        await pilot.pause()
    assert not app.is_running


async def test_every_shipped_and_sample_briefing_has_a_top(monkeypatch) -> None:
    async with opening(SAMPLE / "harbour-bridge.yaml", monkeypatch, (40, 10)) as (app, pilot):
        assert "Bottom line" in shown(app)
        await pilot.resize_terminal(10, 4)
        await pilot.resize_terminal(200, 60)
        assert "Bottom line" in shown(app)


async def test_what_is_typed_while_a_briefing_is_read_is_for_the_briefing(monkeypatch) -> None:
    path = SAMPLE / "harbour-bridge.yaml"
    async with opening(path, monkeypatch) as (app, pilot):
        await pilot.press("3", "tab", "j", "j")
        assert isinstance(app.screen, OpeningScreen)
        monkeypatch.undo()
        app.open_briefing(path)
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, BriefingScreen)
        assert screen.pane.title == "Quotes"
        assert screen.selected == screen.items.ids[2]
