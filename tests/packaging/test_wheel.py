"""What goes out in the wheel."""

import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    """The files of the wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_library_and_the_themes_ship(names):
    shipped = {name.removeprefix("tui/_shipped/") for name in names if name.startswith("tui/_shipped/")}
    there = {f"briefings/{path.name}" for path in ROOT.glob("briefings/*.yaml")} | {"briefings/quotes.lock"}
    assert shipped == there | {f"themes/{path.name}" for path in ROOT.glob("themes/*.yaml")}


def test_no_stored_article_ships(names):
    assert [name for name in names if "texts" in Path(name).parts] == []


def test_all_of_the_program_ships_and_nothing_else(names):
    program = {str(path.relative_to(ROOT)) for path in ROOT.glob("tui/**/*") if path.is_file()}
    program = {name for name in program if "__pycache__" not in name}
    assert names - {name for name in names if name.startswith("tui/_shipped/")} == program
    assert "tui/py.typed" in names
