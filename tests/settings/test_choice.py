import os
from pathlib import Path

import pytest

from tui.files.folders import state_folder
from tui.settings.choice import LastTheme, chosen_theme, keep_last, last_theme, remember_theme


@pytest.fixture
def mine(tmp_path: Path) -> LastTheme:
    path = tmp_path / "mine.yaml"
    path.write_text("primary: red\n")
    return LastTheme(path, {"name": "mine", "primary": "red", "variables": {}})


def test_nothing_is_chosen_at_first() -> None:
    assert chosen_theme() is None
    assert last_theme() is None


def test_a_choice_is_kept_and_a_later_one_takes_its_place() -> None:
    for name in ("brief-dusk", "brief-mist"):
        remember_theme(name)
        assert chosen_theme() == name
    assert (state_folder() / "theme").read_text() == "brief-mist\n"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", b"x" * 41, b"x" * 100_000, b"../mine", b"a b", b"[b]"])
def test_a_choice_that_is_damaged_is_none(content: bytes) -> None:
    state_folder().mkdir(parents=True)
    (state_folder() / "theme").write_bytes(content)
    assert chosen_theme() is None


def test_the_last_theme_holds_while_its_file_is_what_it_was(mine: LastTheme) -> None:
    keep_last(mine)
    assert last_theme() == mine
    mine.path.write_text("primary: blue\n")
    assert last_theme() is None
    keep_last(mine)
    mine.path.unlink()
    assert last_theme() is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"path": 1}', '{"path": "/", "state": [], "values": 3}'])
def test_a_damaged_last_theme_is_none(content: str) -> None:
    state_folder().mkdir(parents=True)
    (state_folder() / "theme.json").write_text(content)
    assert last_theme() is None


def test_where_nothing_can_be_written_the_last_theme_is_not_kept(mine: LastTheme) -> None:
    state_folder().parent.mkdir(parents=True, exist_ok=True)
    state_folder().write_text("a file in the place of the folder")
    keep_last(mine)
    assert last_theme() is None
    with pytest.raises(OSError, match=os.strerror(17)):
        remember_theme("brief-dusk")
