import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.cli.excerpt import excerpt
from tui.load.characters import FORBIDDEN_IN_VALUE
from tui.load.problem import Place


def drawn(line: str, word: str, room: int = 80) -> str:
    shown = excerpt(line, Place(1, line.index(word) + 1, len(word)), room)
    return f"{shown.text}\n{' ' * shown.offset}{'^' * shown.width}"


@pytest.mark.parametrize(
    ("line", "word", "expected"),
    [
        ("title: wrong", "wrong", "title: wrong\n       ^^^^^"),
        ("title: 中文 wrong", "wrong", "title: 中文 wrong\n            ^^^^^"),
        ("title: 中文", "中文", "title: 中文\n       ^^^^"),
        ("e\u0301te\u0301: wrong", "wrong", "e\u0301te\u0301: wrong\n     ^^^^^"),
        ("a:\twrong", "wrong", "a:    wrong\n      ^^^^^"),
        ("a: \x1b[2J wrong", "wrong", "a: \\x1b[2J wrong\n           ^^^^^"),
    ],
)
def test_the_mark_stands_under_the_very_word(line, word, expected):
    assert drawn(line, word) == expected


def test_a_long_line_is_cut_around_the_word():
    line = "a" * 5000 + " wrong " + "b" * 5000
    text, mark = drawn(line, "wrong", 60).split("\n")
    assert text.startswith("…a")
    assert text.endswith("b…")
    assert cell_len(text) <= 62
    assert text[mark.index("^") : mark.rindex("^") + 1] == "wrong"


@settings(max_examples=60)
@given(st.text(st.characters(exclude_characters="\r\n"), max_size=200), st.integers(1, 250), st.integers(1, 250))
def test_any_line_is_shown_without_acting_on_a_terminal_and_within_its_room(line, column, width):
    shown = excerpt(line, Place(1, column, width), 60)
    assert FORBIDDEN_IN_VALUE.search(shown.text) is None
    assert "\t" not in shown.text
    assert cell_len(shown.text) <= 75
    assert 1 <= shown.width <= 75
