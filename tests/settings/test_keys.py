import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.keys import Keys, _character_to_key

from tui.settings.keys import KEYS, called, key_of


@pytest.mark.parametrize("character", [*string.ascii_letters, *string.digits, *string.punctuation, "ä", "ß", "§"])
def test_a_character_is_called_as_textual_calls_it(character: str) -> None:
    assert key_of(character) == _character_to_key(character)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        ("[", "left_square_bracket"),
        ("Ctrl+P", "ctrl+p"),
        ("ctrl+p", "ctrl+p"),
        ("CTRL+P", "ctrl+p"),
        ("control+\\", "ctrl+backslash"),
        ("ctrl++", "ctrl+plus"),
        ("+", "plus"),
        ("Shift+Tab", "shift+tab"),
        ("shift+g", "G"),
        ("ctrl+shift+F5", "ctrl+shift+f5"),
        ("shift+ctrl+f5", "ctrl+shift+f5"),
        ("G", "G"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("Page Down", "pagedown"),
        ("↑", "up"),
        ("Space", "space"),
        ("Return", "enter"),
        (" f5 ", "f5"),
    ],
)
def test_keys_may_be_written_as_people_do_and_as_textual_does(written: str, key: str) -> None:
    assert key_of(written) == key


@pytest.mark.parametrize(
    "written", ["", " ", "f99", "hyperspace", "ctrl+", "crtl+p", "j,down", "[b]", "++", "ctrl+hyper"]
)
def test_what_is_no_key_has_no_name(written: str) -> None:
    assert key_of(written) == ""


def test_every_key_with_a_name_is_one_of_textuals() -> None:
    theirs = {one.value for one in Keys} | {_character_to_key(sign) for sign in string.punctuation}
    assert {key_of(one) for one in KEYS} <= theirs
    assert all(key_of(called(key_of(one))) == key_of(one) for one in KEYS)


@given(st.text(max_size=20))
def test_any_text_is_a_key_or_none(written: str) -> None:
    key = key_of(written)
    assert "," not in key
    assert key.strip() == key
