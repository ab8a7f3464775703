from pathlib import Path

import pytest
from reader import press, reader, settled, shown, write
from textual.theme import Theme

from tui.app.themes import theme_of
from tui.files.folders import config_folder, shipped_folder
from tui.load.problem import Problem
from tui.settings.choice import DEFAULT
from tui.settings.themes import load_theme, load_themes

SHIPPED = [theme.name for theme in load_themes((shipped_folder("themes"),))[0]]


@pytest.fixture
def own_folder() -> Path:
    """The user's folder for themes."""
    folder = config_folder() / "themes"
    folder.mkdir(parents=True)
    return folder


async def test_the_default_theme_is_used_unless_another_is_chosen(tmp_path: Path, own_folder: Path) -> None:
    async with reader(tmp_path) as (app, _):
        assert app.theme == DEFAULT
        assert app.screen.styles.background.hex.lower() == "#12161b"


@pytest.mark.parametrize("name", SHIPPED)
async def test_every_theme_that_ships_can_be_chosen(tmp_path: Path, own_folder: Path, name: str) -> None:
    write(tmp_path, "one")
    async with reader(tmp_path) as (app, pilot):
        app.theme = name
        await press(pilot, "question_mark", "escape", "ctrl+p", "escape", "enter")
        theme = app.get_theme(name)
        assert theme is not None
        assert app.screen.styles.background.hex.lower() == theme.background


async def test_only_themes_whose_texts_can_be_read_are_offered(tmp_path: Path, own_folder: Path) -> None:
    async with reader(tmp_path) as (app, _):
        assert set(app.available_themes) == set(SHIPPED)


async def test_a_broken_theme_of_the_users_is_said_once_and_the_others_are_offered(
    tmp_path: Path, own_folder: Path
) -> None:
    (own_folder / "mine.yaml").write_text("primary: '#abcdef'\nbackground: '#101010'\n")
    (own_folder / "broken.yaml").write_text("primary: '#abcdef'\naccent: nosuchcolour\n")
    async with reader(tmp_path, (120, 40)) as (app, pilot):
        assert "broken.yaml:2:9: “nosuchcolour” is no colour" in shown(app)
        assert "broken" not in app.available_themes
        app.theme = "mine"
        await settled(pilot)
        assert app.screen.styles.background.hex.lower() == "#101010"


async def test_a_default_theme_that_is_broken_leaves_a_reader_that_works(tmp_path: Path, own_folder: Path) -> None:
    (own_folder / f"{DEFAULT}.yaml").write_text("primary: nosuchcolour\n")
    async with reader(tmp_path, (120, 40)) as (app, _):
        assert "There are no briefings here yet." in shown(app)
        assert app.theme == DEFAULT


@pytest.mark.parametrize(
    ("text", "is_theme"),
    [
        ("primary: red\nvariables: {border: auto 50%, text-muted: '#999'}", True),
        ("primary: ansi_blue\nansi: true", True),
        ("primary: rgb(1,2,3)", True),
        ("primary: rgb(,)", False),
        ("primary: red\nvariables: {border: nosuchcolour}", False),
    ],
)
def test_a_file_makes_a_theme_or_a_problem(tmp_path: Path, text: str, is_theme: bool) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    file, _ = load_theme(path)
    assert file is not None
    assert isinstance(theme_of(file), Theme if is_theme else Problem)
