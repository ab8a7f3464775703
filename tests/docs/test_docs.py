"""What the documentation says is so."""

import re
import runpy
from pathlib import Path

import pytest

from tui.analysis.lints.problems import lint
from tui.cli.theme_list import all_themes
from tui.load.briefing import load_text
from tui.settings.config import load_settings
from tui.settings.config_file import SETTINGS
from tui.settings.palette import faint
from tui.settings.themes import load_theme

ROOT = Path(__file__).parent.parent.parent
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page):
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    targets = [link.split("#")[0] for link in links if not re.match(r"[a-z]+:", link)]
    assert [one for one in targets if one and not (page.parent / one).exists()] == []


def test_the_quick_start_is_one_block_of_two_lines():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("## Quick start")[1].split("\n## ")[0]
    (block,) = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    assert len(block.strip().splitlines()) == 2


def test_the_first_briefing_of_the_readme_is_sound():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    loaded = load_text(blocks[0] + blocks[1], Path("/library/harbour-bridge.yaml"), Path("/library"))
    assert loaded.problems == ()
    assert lint(loaded) == []


def test_every_setting_is_explained_and_its_example_sets_it():
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z]+)` \|.*\| `([^`]+)` \|$", page, re.MULTILINE)
    assert [name for name, _ in rows] == list(SETTINGS)
    for name, example in rows:
        assert example.startswith(f"{name}: ")


def test_every_example_of_settings_holds(tmp_path):
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    keys, theme = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "config.yaml").write_text(keys, encoding="utf-8")
    assert load_settings(tmp_path).problems == ()
    assert len(load_settings(tmp_path).keys) == 3
    (tmp_path / "mine.yaml").write_text(theme, encoding="utf-8")
    file, problems = load_theme(tmp_path / "mine.yaml")
    assert problems == ()
    assert faint(file) is None


def test_every_theme_that_ships_is_told_with_its_contrast():
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(brief-[a-z-]+)` \| (\w+) \| ([0-9.]+:1|own) \|", page, re.MULTILINE)
    shipped = [one for one in all_themes()[0] if one.ships]
    told = {(one.file.name, one.kind, f"{one.contrast}:1" if one.contrast else "own") for one in shipped}
    assert set(rows) == told


def test_the_reference_of_the_format_is_what_the_schema_says():
    page = runpy.run_path(str(ROOT / "docs" / "make_format.py"))["page"]()
    assert (ROOT / "docs" / "format.md").read_text(encoding="utf-8") == page, "run python docs/make_format.py"
