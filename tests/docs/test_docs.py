"""What the documentation says is so."""

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from golden import assert_golden
from pages import PAGES, ROOT, blocks, commands, read

from tui.cli.program import COMMANDS, program
from tui.cli.theme_list import all_themes
from tui.settings.commands import listed
from tui.settings.config import load_settings
from tui.settings.config_file import SETTINGS
from tui.settings.palette import faint
from tui.settings.themes import load_theme

pytest_plugins = ("running",)


def test_the_quick_start_is_one_block_of_two_lines() -> None:
    section = read("README.md").split("## Quick start")[1].split("\n## ")[0]
    (block,) = blocks(section)
    assert block.language == "sh"
    assert len(block.text.strip().splitlines()) == 2


def test_the_first_briefing_of_the_readme_is_sound_and_a_wrong_key_is_told_as_it_says(
    here: Path,
    brief: Callable[..., Any],
) -> None:
    briefing = next(one.text for one in blocks(read("README.md")) if one.language == "yaml")
    file = here / "harbour-bridge.yaml"
    file.write_text(briefing, encoding="utf-8")
    assert brief("check", file.name).out == "No problems in 1 briefing; 1 quote: 1 unproven\n"
    file.write_text(briefing.replace("decided_by", "decided_on"), encoding="utf-8")
    (said,) = commands(next(one for one in blocks(read("README.md")) if "error[" in one.text))
    assert said.typed == "brief check harbour-bridge.yaml"
    assert brief("check", file.name).out == said.printed


def test_every_command_has_a_row_in_the_readme() -> None:
    section = read("README.md").split("\n## Commands\n")[1].split("\n## ")[0]
    named = re.findall(r"^\| `brief ([a-z]+)", section, re.MULTILINE)
    assert sorted(named) == sorted(COMMANDS)


def test_every_option_that_a_page_names_is_one_of_its_command() -> None:
    """A line that begins with `brief COMMAND`, in a block or between backticks."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for name, rest in re.findall(rf"brief ({'|'.join(COMMANDS)})\b([^`\n|#]*)", text):
            command = program.get_command(click.Context(program), name)
            options = {one for parameter in command.params for one in parameter.opts} | {"--help"}
            assert set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", rest)) <= options, f"{page.name}: brief {name}{rest}"


def test_every_setting_is_explained_and_its_example_sets_it():
    page = read("docs/settings.md")
    rows = re.findall(r"^\| `([a-z]+)` \|.*\| `([^`]+)` \|$", page, re.MULTILINE)
    assert [name for name, _ in rows] == list(SETTINGS)
    for name, example in rows:
        assert example.startswith(f"{name}: ")


def test_every_example_of_settings_holds(tmp_path):
    page = read("docs/settings.md")
    keys, theme = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "config.yaml").write_text(keys, encoding="utf-8")
    assert load_settings(tmp_path).problems == ()
    assert len(load_settings(tmp_path).keys) == 3
    (tmp_path / "mine.yaml").write_text(theme, encoding="utf-8")
    file, problems = load_theme(tmp_path / "mine.yaml")
    assert problems == ()
    assert faint(file) is None


def test_every_theme_that_ships_is_told_with_its_contrast():
    page = read("docs/settings.md")
    rows = re.findall(r"^\| `(brief-[a-z-]+)` \| (\w+) \| ([0-9.]+:1|own) \|", page, re.MULTILINE)
    shipped = [one for one in all_themes()[0] if one.ships]
    told = {(one.file.name, one.kind, f"{one.contrast}:1" if one.contrast else "own") for one in shipped}
    assert set(rows) == told


def test_the_reference_of_the_format_is_what_the_schema_says() -> None:
    """After a change to the format: `python docs/make_format.py`, or BRIEF_UPDATE_GOLDEN=1, writes it anew."""
    assert_golden(made("make_format.py")["page"](), ROOT / "docs" / "format.md")


def test_the_keys_are_those_of_the_reader() -> None:
    """After a change to a table of commands: `python docs/make_keys.py`, or BRIEF_UPDATE_GOLDEN=1, writes them anew."""
    page = made("make_keys.py")["page"]()
    assert sorted(re.findall(r"\| `([a-z_0-9.]+)` \|$", page, re.MULTILINE)) == sorted(listed())
    assert_golden(page, ROOT / "docs" / "keys.md")


def made(script: str) -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / script))
