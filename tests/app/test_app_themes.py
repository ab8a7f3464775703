from pathlib import Path

import pytest
from reader import press, reader, settled, shown, write
from textual.theme import Theme

from tui.app.app import BriefApp
from tui.app.themes import theme_of
from tui.files.folders import config_folder, shipped_folder, state_folder
from tui.settings.choice import DEFAULT, TERMINAL, chosen_theme
from tui.settings.config import Settings
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
    "text",
    [
        "primary: red\nvariables: {border: auto 50%, text-muted: '#999'}",
        "primary: ansi_blue\nansi: true",
        "primary: rgb(1,2,3)",
        "primary: hsl(200,50%,50%)\ntext_alpha: 0.9",
    ],
)
def test_a_theme_file_makes_a_theme(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    file, problems = load_theme(path)
    assert problems == ()
    assert file is not None
    assert isinstance(theme_of(file), Theme)


async def test_the_theme_of_the_settings_is_used_where_none_was_chosen(tmp_path: Path, own_folder: Path) -> None:
    async with reader(tmp_path, settings=Settings(theme="brief-mist")) as (app, _):
        assert app.theme == "brief-mist"


async def test_a_chosen_theme_is_there_the_next_time_from_the_first_frame_on(
    tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reader(tmp_path, settings=Settings(theme="brief-mist")) as (app, pilot):
        await press(pilot, "ctrl+p", *"theme", "enter", *"dusk", "enter")
        assert app.theme == "brief-dusk"
    monkeypatch.setattr(BriefApp, "_use_themes", lambda app: None)
    app = BriefApp(tmp_path, settings=Settings(theme="brief-mist"))
    assert app.theme == "brief-dusk"
    assert app.get_css_variables()["background"].lower() == "#191512"
    async with app.run_test() as pilot:
        assert app.screen.styles.background.hex.lower() == "#191512"


async def test_a_theme_whose_file_has_changed_is_shown_as_it_is_now(tmp_path: Path, own_folder: Path) -> None:
    mine = own_folder / "mine.yaml"
    mine.write_text("primary: '#abcdef'\nbackground: '#101010'\n")
    async with reader(tmp_path) as (app, _):
        app.theme = "mine"
    mine.write_text("primary: '#abcdef'\nbackground: '#202020'\n")
    async with reader(tmp_path) as (app, _):
        assert app.theme == "mine"
        assert app.screen.styles.background.hex.lower() == "#202020"


async def test_a_chosen_theme_that_is_gone_gives_the_default_and_a_word(tmp_path: Path, own_folder: Path) -> None:
    mine = own_folder / "mine.yaml"
    mine.write_text("primary: '#abcdef'\n")
    async with reader(tmp_path) as (app, _):
        app.theme = "mine"
    mine.unlink()
    async with reader(tmp_path, (120, 40)) as (app, _):
        assert app.theme == DEFAULT
        assert "There is no theme mine." in shown(app)


async def test_a_choice_that_cannot_be_kept_is_told(tmp_path: Path, own_folder: Path) -> None:
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("a file in the place of the folder")
    async with reader(tmp_path, (120, 40)) as (app, pilot):
        app.theme = "brief-dusk"
        await settled(pilot)
        assert app.theme == "brief-dusk"
        assert "The choice cannot be kept" in shown(app)


async def test_a_theme_of_the_users_that_is_hard_to_read_is_told_and_offered(tmp_path: Path, own_folder: Path) -> None:
    text = "primary: '#abcdef'\nforeground: '#ffffff'\nvariables:\n  text-muted: '#555555'\n"
    (own_folder / "mine.yaml").write_text(text)
    async with reader(tmp_path, (120, 40)) as (app, _):
        assert "mine.yaml:4:15: `text-muted` on `panel` has a contrast of" in shown(app)
        assert "mine" in app.available_themes


async def test_the_users_theme_of_the_same_name_takes_the_place_of_the_one_that_ships(
    tmp_path: Path, own_folder: Path
) -> None:
    (own_folder / "calm.yaml").write_text(f"name: {DEFAULT}\nprimary: '#abcdef'\nbackground: '#101010'\n")
    async with reader(tmp_path) as (app, _):
        assert app.theme == DEFAULT
        assert app.screen.styles.background.hex.lower() == "#101010"


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"COLORTERM": "", "TERM": "xterm"}])
async def test_with_few_colours_or_none_the_terminals_own_are_used_and_the_cursor_is_reversed(
    tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]
) -> None:
    write(tmp_path, "one")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    async with reader(tmp_path) as (app, _):
        assert app.theme == TERMINAL
        styles = [
            segment.style for strip in app.screen._compositor.render_strips() for segment in strip if segment.style
        ]
        assert any(style.reverse for style in styles)
        colours = {colour for style in styles for colour in (style.color, style.bgcolor) if colour is not None}
        assert all(colour.is_default or colour.is_system_defined for colour in colours)
        assert "NO_COLOR" not in variables or all(colour.is_default for colour in colours)


async def test_without_colours_the_chosen_command_of_the_palette_is_underlined(
    tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(tmp_path, (120, 40)) as (app, pilot):
        await press(pilot, "ctrl+p", *"theme")
        strips = app.screen._compositor.render_strips()
        underlined = [one.text for strip in strips for one in strip if one.style and one.style.underline]
        assert "Theme" in "".join(underlined)
        assert "Commands" not in "".join(underlined)


async def test_without_colours_another_theme_is_not_remembered(
    tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reader(tmp_path) as (app, _):
        app.theme = "brief-dusk"
    assert chosen_theme() is None
