import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from reader import SIZES, press, reader, selected, settled, shown, write, write_harbour

from tui.app.app import BriefApp
from tui.app.reading import Batch
from tui.app.screens import library as library_screen
from tui.app.screens.library import LibraryScreen


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_harbour(tmp_path / "Harbour")


async def test_the_frame_stands_before_the_library_has_been_read(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = Event()
    read = library_screen.read_library

    def waiting(root: Path) -> Iterator[Batch]:
        assert may_read.wait(20)
        yield from read(root)

    monkeypatch.setattr(library_screen, "read_library", waiting)
    app = BriefApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = shown(app)
        assert "Reading the library…" in before
        assert "Briefing" in before
        may_read.set()
        await settled(pilot)
        assert "Reading" not in shown(app)
        assert "The newer one" in shown(app)


async def test_a_long_reading_shows_what_it_has_read_and_keeps_the_top_selected(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = Event()
    read = library_screen.read_library

    def in_two_parts(root: Path) -> Iterator[Batch]:
        (batch,) = read(root)
        yield Batch(batch.title, batch.rows[1:])
        yield Batch(batch.title, ())
        assert may_end.wait(20)
        yield Batch(batch.title, batch.rows[:1])

    monkeypatch.setattr(library_screen, "read_library", in_two_parts)
    app = BriefApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        while len(screen.rows) < 2:
            await pilot.pause()
        assert "2 briefings · 0 open questions · reading…" in shown(app)
        may_end.set()
        await settled(pilot)
        assert "3 briefings" in shown(app)
        assert selected(app) == "newer"


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_library_says_how_to_begin(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reader(tmp_path, size) as (app, pilot):
        assert "brief new ID" in shown(app)
        assert "brief --sample" in shown(app)
        await press(pilot, "enter", "j", "t")
        write(tmp_path, "first", title="A first briefing")
        await press(pilot, "r")
        assert "A first briefing" in shown(app)
        assert "brief new ID" not in shown(app)


async def test_reading_again_keeps_the_selected_briefing(library: Path) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, "j")
        write(library, "newest", as_of="2025-01-01")
        await press(pilot, "r")
        assert "4 briefings" in shown(app)
        assert selected(app) == "older"
        (library / "older.yaml").unlink()
        await press(pilot, "r")
        assert "3 briefings" in shown(app)
        assert selected(app) == "oldest"


async def test_a_topic_that_is_gone_after_reading_again_gives_way_to_all(library: Path) -> None:
    async with reader(library, (120, 40)) as (app, pilot):
        await press(pilot, "t", "j")
        (library / "newer.yaml").unlink()
        await press(pilot, "r")
        assert "2 briefings" in shown(app)
        assert "money" not in shown(app)


async def test_a_library_that_cannot_be_read_says_why(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(root: Path) -> Iterator[Batch]:
        raise OSError(5, os.strerror(5), "[b]")

    monkeypatch.setattr(library_screen, "read_library", failing)
    app = BriefApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        while not isinstance(app.screen, LibraryScreen) or app.screen.reading:
            await pilot.pause()
        await pilot.pause()
        assert "The library could not be read: [Errno 5]" in shown(app)
        assert "[b]" in shown(app)
