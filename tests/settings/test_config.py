from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.settings.commands import listed
from tui.settings.config import Settings, load_settings
from tui.settings.config_file import SETTINGS
from tui.settings.documented import documented


def written(folder: Path, text: str) -> Settings:
    """The settings of a file with this text."""
    (folder / "config.yaml").write_text(text, encoding="utf-8", newline="")
    return load_settings(folder)


def test_without_a_file_nothing_is_set_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    found = written(tmp_path, "library: mine\ntheme: brief-dusk\nkeys: {help: [f1, '?'], library.read: Ctrl+R}\n")
    assert found.problems == ()
    assert (found.library, found.theme) == (tmp_path / "mine", "brief-dusk")
    assert found.keys == {"help": "f1,question_mark", "library.read": "ctrl+r"}


def test_an_empty_list_leaves_a_command_without_a_key(tmp_path: Path) -> None:
    found = written(tmp_path, "keys:\n  library.read: []\n")
    assert (found.keys, found.problems) == ({"library.read": ""}, ())


def test_two_commands_may_change_their_keys_with_each_other(tmp_path: Path) -> None:
    found = written(tmp_path, "keys:\n  library.read: t\n  library.topics: r\n")
    assert found.problems == ()
    assert found.keys == {"library.read": "t", "library.topics": "r"}


def test_what_shares_a_key_by_design_may_share_another(tmp_path: Path) -> None:
    found = written(tmp_path, "keys:\n  briefing.open: o\n  briefing.follow: o\n")
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "hint"),
    [
        ("libary: x\n", 1, 1, "unknown-key", "did you mean `library`?"),
        ("library: [x]\n", 1, 10, "wrong-type", "write `library: ~/briefings`"),
        ("library: ~nobody-here/x\n", 1, 10, "wrong-type", "whole path"),
        ("theme: [x]\n", 1, 8, "wrong-type", "`brief themes`"),
        ("theme: '[b]x'\n", 1, 8, "wrong-type", "`brief themes`"),
        ("keys: x\n", 1, 7, "wrong-type", "write `help: f1`"),
        ("keys:\n  hepl: f1\n", 2, 3, "unknown-command", "did you mean `help`?"),
        ("keys:\n  help:\n", 2, 3, "wrong-type", "[] leaves it without a key"),
        ("keys:\n  help: {a: b}\n", 2, 9, "wrong-type", "write `help: f1`"),
        ("keys:\n  help: [f1, f99]\n", 2, 14, "unknown-key-name", "did you mean"),
        ("keys:\n  help: hyperspace\n", 2, 9, "unknown-key-name", "space"),
        ("keys:\n  help: f1,f2\n", 2, 9, "unknown-key-name", "as a list: [j, down]"),
        ("keys:\n  library.read: t\n", 2, 17, "key-clash", "give `library.topics` another key"),
        ("keys:\n  help: r\n", 2, 9, "key-clash", "give `library.read` another key"),
        ("keys:\n  quit: []\n", 2, 9, "no-way-out", "it keeps ctrl+q"),
        ("keys:\n  help.close: []\n", 2, 15, "no-way-out", "it keeps escape and q and ?"),
        ("- x\n", 1, 1, "wrong-type", "write `library: …`"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_a_hint(
    tmp_path: Path, text: str, line: int, column: int, code: str, hint: str
) -> None:
    found = written(tmp_path, text)
    (one,) = found.problems
    assert (one.place.line, one.place.column, one.code) == (line, column, code)
    assert hint in one.hint
    assert found.keys == {}


def test_the_rest_of_a_wrong_file_holds(tmp_path: Path) -> None:
    text = "libary: x\ntheme: brief-mist\nkeys:\n  hepl: f1\n  library.topics: f2\n  library.read: f2\n  back: f9\n"
    found = written(tmp_path, text)
    assert [one.place.line for one in found.problems] == [1, 4, 6]
    assert (found.theme, found.keys) == ("brief-mist", {"library.topics": "f2", "back": "f9"})


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").mkdir()
    assert [one.code for one in load_settings(tmp_path).problems] == ["directory"]


def test_the_documented_file_sets_nothing_and_says_everything(tmp_path: Path) -> None:
    assert written(tmp_path, documented()) == Settings()
    for name in (*SETTINGS, *listed()):
        assert f"{name}:" in documented()


def test_what_the_documented_file_says_is_what_holds_without_it(tmp_path: Path) -> None:
    """With every comment that is a setting turned into that setting, nothing is wrong and no key is another."""
    lines = [line for line in documented().splitlines() if line.startswith(("#   ", "# keys:\n")) or line == "# keys:"]
    found = written(tmp_path, "".join(f"{line[2:]}\n" for line in lines))
    assert found.problems == ()
    assert found.keys == {one.id: ",".join(one.keys) for one in listed().values()}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120) | st.text("keyshlpqtui: .[]{}'\n-,", max_size=60).map("keys:\n  ".__add__))
def test_any_file_gives_settings(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    found = load_settings(tmp_path)
    assert all(one.message and one.place.line >= 1 for one in found.problems)
    assert set(found.keys) <= set(listed())
