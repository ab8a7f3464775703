"""What a person sets in config.yaml, as they then see it in the reader."""

from pathlib import Path

from reader import press, reader, shown, write

from tui.app.screens.briefing import BriefingScreen
from tui.app.screens.export import ExportScreen
from tui.app.screens.help import HelpScreen
from tui.app.screens.library import LibraryScreen
from tui.settings.config import Settings, load_settings


def settings_of(text: str) -> Settings:
    """The settings of a file with this text, in the user's folder."""
    from tui.settings.config import config_path

    config_path().parent.mkdir(parents=True, exist_ok=True)
    config_path().write_text(text, encoding="utf-8")
    return load_settings()


async def test_a_remapped_key_works_and_stands_in_footer_help_and_palette(tmp_path: Path) -> None:
    write(tmp_path, "one")
    settings = settings_of("keys:\n  library.read: f5\n  help: ['~', f1]\n  library.topics: 'Ctrl+T'\n")
    async with reader(tmp_path, (120, 40), settings=settings) as (app, pilot):
        footer = shown(app).splitlines()[-1]
        assert "f5 Read again" in footer
        assert "~ Keys" in footer
        assert "Ctrl+T Topics" in footer
        await press(pilot, "question_mark")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "tilde")
        assert isinstance(app.screen, HelpScreen)
        assert "~ f1" in shown(app)
        await press(pilot, "escape", "ctrl+p", *"topics")
        assert "Topics  Ctrl+T" in shown(app)


async def test_a_command_without_a_key_is_in_the_palette_only(tmp_path: Path) -> None:
    write(tmp_path, "one")
    async with reader(tmp_path, (120, 40), settings=settings_of("keys:\n  library.topics: []\n")) as (app, pilot):
        assert "Topics" not in shown(app).splitlines()[-1]
        await press(pilot, "question_mark")
        assert "Choose a topic" not in shown(app)
        await press(pilot, "escape", "t")
        assert not app.screen.has_class("-topics")
        await press(pilot, "ctrl+p", *"topics", "enter")
        assert app.screen.has_class("-topics")


async def test_a_key_that_two_commands_share_stays_with_the_other(tmp_path: Path) -> None:
    """Enter opens a row and follows a door; who opens with `o` still follows with Enter."""
    write(tmp_path, "one")
    settings = settings_of("keys:\n  briefing.open: o\n  library.open: o\n")
    async with reader(tmp_path, (80, 24), settings=settings) as (app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)
        await press(pilot, "o")
        assert isinstance(app.screen, BriefingScreen)
        assert [one.key for one in app.screen._bindings.key_to_bindings["enter"]] == ["enter"]
        assert app.screen._bindings.key_to_bindings["enter"][0].id == "briefing.follow"


async def test_the_keys_of_a_dialog_can_be_remapped_and_ctrl_q_always_leaves(tmp_path: Path) -> None:
    write(tmp_path, "one")
    settings = settings_of("keys:\n  export.close: f4\n  quit: []\n")
    async with reader(tmp_path, (120, 40), settings=settings, path=tmp_path / "one.yaml") as (app, pilot):
        assert "config.yaml:3:9: `quit` cannot be without a key" in shown(app)
        await press(pilot, "x", "escape")
        assert isinstance(app.screen, ExportScreen)
        await press(pilot, "f4")
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "x", "ctrl+q")
        assert not app.is_running


async def test_a_wrong_file_is_a_notice_with_its_place_and_the_rest_of_it_holds(tmp_path: Path) -> None:
    write(tmp_path, "one")
    settings = settings_of("libary: x\nkeys:\n  hepl: f1\n  '[b]': f2\n  library.read: f5\n  library.open: r\n")
    async with reader(tmp_path, (120, 40), settings=settings) as (app, _):
        seen = shown(app)
        assert "config.yaml:1:1: there is no setting `libary`" in seen
        assert "did you mean `library`?" in seen
        assert "config.yaml:3:3: there is no command `hepl`" in seen
        assert "there is no command `[b]`" in seen
        assert "f5 Read again" in seen
        assert "r Open" in seen
