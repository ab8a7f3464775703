import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from reader import SIZES, press, reader, settled, shown, write

from tui.app.app import BriefApp
from tui.app.screens.briefing import BriefingScreen
from tui.app.screens.help import HelpScreen
from tui.app.screens.library import LibraryScreen
from tui.library.folder import Library
from tui.model.edtf import EDTF

FIRST_FRAME = """
import sys
from pathlib import Path
from tui.app.app import BriefApp
from tui.app.keeping import Keeper

HEAVY = {"pydantic", "yaml", "tui.load.briefing", "tui.analysis.view", "tui.library.folder"}
assert not HEAVY & set(sys.modules), HEAVY & set(sys.modules)

def look(keeper):
    strips = app.screen._compositor.render_strips()
    text = "".join(segment.text for strip in strips for segment in strip)
    assert sys.argv[2] in text, text
    print(sorted(HEAVY & set(sys.modules)))
    app.exit()

# What follows the first frame: the themes, and then a look at the files.
BriefApp._use_themes = lambda app: None
Keeper.start = look
app = BriefApp(Path(sys.argv[1]))
app.run(headless=True, size=(80, 24))
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    write(tmp_path, "one", title="The first story")
    return tmp_path


async def test_the_first_frame_needs_neither_pydantic_nor_yaml_nor_the_loader(library: Path) -> None:
    def first_frame(showing: str) -> None:
        command = [sys.executable, "-c", FIRST_FRAME, str(library), showing]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert (ran.returncode, ran.stdout.strip()) == (0, "[]"), ran.stdout + ran.stderr

    first_frame("Reading the library")
    async with reader(library):
        pass
    first_frame("The first story")


@pytest.mark.parametrize("size", SIZES)
async def test_a_briefing_opens_from_the_library_and_leaving_it_goes_back(library: Path, size: tuple[int, int]) -> None:
    async with reader(library, size) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "The first story" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "q")
        assert not app.is_running


async def test_a_briefing_asked_for_by_name_stands_alone_and_leaving_it_leaves(library: Path) -> None:
    async with reader(library, path=library / "one.yaml") as (app, pilot):
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "escape")
        assert not app.is_running


async def test_a_briefing_asked_for_is_shown_as_of_the_date_asked_for(library: Path) -> None:
    app = BriefApp(Library(library), path=library / "one.yaml", as_of=EDTF.parse("2024-06-15"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, BriefingScreen)
        assert app.screen.view.date == EDTF.parse("2024-06-15")


async def test_a_briefing_asked_for_that_cannot_be_shown_says_why(library: Path) -> None:
    async with reader(library, path=library / "gone.yaml") as (app, pilot):
        assert "Nothing of gone.yaml can be shown" in shown(app)
        assert "the file does not exist" in shown(app)
        write(library, "gone", title="Here it is")
        await press(pilot, "r")
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "q")
        assert not app.is_running


async def test_the_keys_of_a_sample_briefing_leave_it_too(sample_root: Path) -> None:
    async with reader(sample_root, path=sample_root / "harbour-bridge.yaml") as (app, pilot):
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, BriefingScreen)


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c"])
@pytest.mark.parametrize("before", [[], ["enter"], ["question_mark"]])
async def test_ctrl_q_and_ctrl_c_leave_from_anywhere(library: Path, key: str, before: list[str]) -> None:
    async with reader(library) as (app, pilot):
        await press(pilot, *before)
        await press(pilot, key)
        assert not app.is_running
        assert app.return_code == 0


async def test_opening_a_briefing_twice_in_a_row_shows_it_once(library: Path) -> None:
    async with reader(library) as (app, pilot):
        app.open_briefing(library / "one.yaml")
        app.open_briefing(library / "one.yaml")
        await settled(pilot)
        assert len(app.screen_stack) == 2


async def test_where_there_is_not_enough_memory_the_reader_says_so_and_stays(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tui.app.app.read_briefing", failing)
    app = BriefApp(library)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        for _ in range(10):
            await pilot.pause()
        assert "There is not enough memory for this." in shown(app)
        assert isinstance(app.screen, LibraryScreen)


def test_a_library_may_be_given_by_its_folder(library: Path, load_sample: Callable[..., object]) -> None:
    assert BriefApp(library).root == BriefApp(Library(library)).root
