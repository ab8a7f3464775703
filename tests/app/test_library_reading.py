import os
import shutil
from collections.abc import Callable
from multiprocessing import resource_tracker
from pathlib import Path
from sqlite3 import Connection
from threading import Event
from typing import Any

import pytest
from reader import SIZES, press, reader, selected, settled, shown, write, write_harbour
from textual.pilot import Pilot

from tui.app import keeping
from tui.app.app import BriefApp
from tui.app.screens.library import LibraryScreen
from tui.library.catalogue import workers
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.database import Place
from tui.library.catalogue.query import parse
from tui.library.catalogue.refresh import Outcome, Progress, refresh
from tui.library.catalogue.search import search


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds; a test that never sees it ends by its time limit."""
    while not holds():
        await pilot.pause(0.02)


def screen_of(app: BriefApp) -> LibraryScreen:
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_harbour(tmp_path / "Harbour")


async def test_the_frame_stands_before_the_library_has_been_read(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = Event()

    def waiting(*arguments: Any, **options: Any) -> Outcome:
        assert may_read.wait(20)
        return refresh(*arguments, **options)

    monkeypatch.setattr(keeping, "refresh", waiting)
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


async def test_a_library_that_was_read_before_is_there_in_the_first_frame(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(library):
        pass
    may_read = Event()
    monkeypatch.setattr(keeping, "refresh", lambda *_, **__: may_read.wait(20) and Outcome())
    app = BriefApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "The newer one" in shown(app)
        assert "3 briefings · 2 open questions" in shown(app)
        may_read.set()


async def test_a_long_reading_says_how_far_it_is_and_keeps_the_top_selected(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = Event()

    def in_parts(root: Path, connection: Connection, *, told: Any, **options: Any) -> Outcome:
        newer = (library / "newer.yaml").rename(library / "newer.txt")
        refresh(root, connection, told=lambda _: None, **options)
        told(Progress(2, 3))
        assert may_end.wait(20)
        newer.rename(library / "newer.yaml")
        return refresh(root, connection, told=told, **options)

    monkeypatch.setattr(keeping, "refresh", in_parts)
    app = BriefApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        while len(screen.shown) < 2:
            await pilot.pause()
        await pilot.pause()
        assert "2 briefings · 0 open questions · reading ████████░░░░ 2 of 3 files" in shown(app)
        may_end.set()
        await settled(pilot)
        assert "3 briefings" in shown(app)
        assert "reading" not in shown(app)
        assert selected(app) == "newer"


@pytest.mark.parametrize("size", SIZES)
async def test_a_library_with_a_briefing_selected_follows_what_changes_in_the_folder(
    library: Path, size: tuple[int, int]
) -> None:
    async with reader(library, size) as (app, pilot):
        await press(pilot, "j")
        write(library, "newest", as_of="2025-01-01", title="Newly written")
        await until(pilot, lambda: "Newly written" in shown(app))
        assert selected(app) == "older"
        write(library, "newest", as_of="2025-01-01", title="Written anew")
        await until(pilot, lambda: "Written anew" in shown(app))
        (library / "newest.yaml").rename(library / "renamed.yaml")
        await until(pilot, lambda: "renamed" in [row.path.stem for row in screen_of(app).shown])
        assert len(screen_of(app).shown) == 4
        (library / "renamed.yaml").unlink()
        await until(pilot, lambda: "Written anew" not in shown(app))
        (library / "library.yaml").write_text("title: Another name\n")
        await until(pilot, lambda: "Another name" in shown(app))
        assert selected(app) == "older"


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
    def failing(*_: Any, **__: Any) -> Outcome:
        raise OSError(5, os.strerror(5), "[b]")

    monkeypatch.setattr(keeping, "refresh", failing)
    app = BriefApp(library)
    async with app.run_test(size=(80, 24)) as pilot:
        while not isinstance(app.screen, LibraryScreen) or app.screen.reading:
            await pilot.pause()
        await pilot.pause()
        assert "The library could not be read: [Errno 5]" in shown(app)
        assert "[b]" in shown(app)


async def test_much_is_read_by_other_processes_while_the_reader_has_the_streams(tmp_path: Path, monkeypatch) -> None:
    started: list[workers._Crew] = []
    start = workers._Crew.__init__

    def noting(crew: workers._Crew, *arguments: Any) -> None:
        start(crew, *arguments)
        started.append(crew)

    monkeypatch.setattr(workers._Crew, "__init__", noting)
    monkeypatch.setattr(workers, "_WORTH_IT", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    # As in a process in which no other was started before.
    tracker = resource_tracker.ResourceTracker()
    monkeypatch.setattr(resource_tracker, "getfd", tracker.getfd)
    for name in ("one", "two"):
        write(tmp_path, name)
    async with reader(tmp_path) as (app, _):
        assert all(name in shown(app) for name in ("one", "two"))
    tracker._stop()
    assert started


async def test_a_catalogue_that_is_taken_away_is_made_anew(library: Path) -> None:
    async with reader(library) as (app, pilot):
        shutil.rmtree(Place(library).folder)
        write(library, "another")
        await until(pilot, lambda: "another" in shown(app))
        with Catalogue(library) as catalogue:
            assert search(catalogue.connection, parse("another"), whole=True, limit=5)
