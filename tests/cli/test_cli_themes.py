import json
from pathlib import Path

import pytest
from golden import assert_golden

from tui.files.folders import config_folder
from tui.settings.choice import remember_theme

pytest_plugins = ("running",)

GOLDEN = Path(__file__).parent / "golden"
COLOURED = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.fixture
def own_folder(home):
    folder = config_folder() / "themes"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def at_a_terminal(monkeypatch):
    # What is first imported while the streams' own is replaced would keep the replacement.
    monkeypatch.setattr("tui.cli.streams.is_terminal", lambda stream: True)
    for name, value in COLOURED.items():
        monkeypatch.setenv(name, value)


def test_the_themes_are_listed_one_a_line(brief):
    outcome = brief("themes")
    assert (outcome.code, outcome.err) == (0, "")
    assert_golden(outcome.out, GOLDEN / "themes.txt")


def test_the_json_has_every_theme_and_which_one_is_used(brief, own_folder):
    (own_folder / "mine.yaml").write_text("primary: '#ffd080'\nbackground: black\nforeground: white\n")
    remember_theme("mine")
    themes = json.loads(brief("themes", "--json").out)
    assert len(themes) >= 7
    assert [one["name"] for one in themes if one["used"]] == ["mine"]
    assert {one["kind"] for one in themes} == {"dark", "light", "terminal"}
    mine = themes[-1]
    assert (mine["name"], mine["ships"], Path(mine["path"])) == ("mine", False, own_folder / "mine.yaml")
    assert mine["contrast"] >= 4.5
    assert set(mine["lowest"]) == {"text", "background"}
    assert json.loads(brief("themes", "mine", "--json").out) == [mine]


def test_a_preview_is_plain_where_stdout_is_no_terminal(brief):
    outcome = brief("themes", "brief-dusk")
    assert (outcome.code, outcome.err) == (0, "")
    assert "\x1b" not in outcome.out
    assert "brief-dusk · dark · ships with brief" in outcome.out
    assert "background  #191512" in outcome.out


def test_at_a_terminal_a_preview_has_the_themes_colours(brief, at_a_terminal):
    shown = brief("themes", "brief-dusk").out
    assert "\x1b[1;38;2;251;243;230;48;2;92;67;41m" in shown
    assert "The mayor keeps an open mind" in shown
    assert "\x1b[7m" in brief("themes", "brief-terminal").out or "\x1b[7;" in brief("themes", "brief-terminal").out


def test_no_colour_is_shown_to_those_who_refuse_it(brief, at_a_terminal, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in brief("themes").out
    assert "\x1b" not in brief("themes", "brief-dusk").out


def test_a_theme_that_is_not_there_is_wrong_usage_and_the_nearest_is_named(brief):
    outcome = brief("themes", "brief-dusc")
    assert (outcome.code, outcome.out) == (2, "")
    assert "did you mean `brief-dusk`?" in outcome.err


def test_a_broken_theme_is_told_with_its_place_and_the_others_are_listed(brief, own_folder):
    (own_folder / "broken.yaml").write_text("primary: '#abcdef'\naccent: nosuchcolour\n")
    (own_folder / "markup.yaml").write_text("name: '[/b][@click=app.quit]x'\nprimary: red\n")
    outcome = brief("themes")
    assert outcome.code == 1
    assert "broken.yaml:2:9: error[wrong-value]: “nosuchcolour” is no colour" in outcome.err
    assert "markup.yaml:1:7: error[wrong-value]: a theme's name is letters, digits and hyphens" in outcome.err
    assert "brief-dark" in outcome.out


def test_a_theme_that_is_hard_to_read_is_told_and_listed(brief, own_folder):
    (own_folder / "faint.yaml").write_text(
        "primary: '#abcdef'\nbackground: '#000'\nforeground: '#fff'\nvariables: {text-muted: '#444'}\n"
    )
    outcome = brief("themes")
    assert outcome.code == 0
    assert "warning[low-contrast]: `text-muted` on" in outcome.err
    assert "faint " in outcome.out
