"""Keys as people write them, and as Textual calls them."""

import unicodedata
from typing import Final

_MODIFIERS: Final = {
    "alt": "alt",
    "control": "ctrl",
    "ctrl": "ctrl",
    "hyper": "hyper",
    "meta": "meta",
    "option": "alt",
    "shift": "shift",
    "super": "super",
}
_NAMED: Final = (
    *("backspace", "delete", "down", "end", "enter", "escape", "home", "insert", "left"),
    *("pagedown", "pageup", "right", "space", "tab", "up"),
    *(f"f{number}" for number in range(1, 25)),
)
_PEOPLES: Final = {
    "del": "delete",
    "esc": "escape",
    "ins": "insert",
    "page-down": "pagedown",
    "page-up": "pageup",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "return": "enter",
    "spacebar": "space",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
_SHORTER: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""The signs whose Unicode name Textual does not take."""


def key_of(written: str) -> str:
    """Textual's name of a key that is written as people do or as Textual does; "" where there is no such key.

    `?`, `question_mark`, `Ctrl+P`, `ctrl+p`, `Esc`, `PgDn`, `F5`, `g`, `G`: a single letter is itself, all else may be
    written large or small.
    """
    written = written.strip()
    if len(written) == 1:
        return _PEOPLES.get(written) or _of_character(written)
    # The last plus may be the key itself: `ctrl++`.
    before, plus, last = written[:-1].rpartition("+")
    last += written[-1:]
    modifiers = [_MODIFIERS.get(one.strip().lower(), "") for one in before.split("+")] if plus else []
    if not all(modifiers):
        return ""
    return _with_modifiers(modifiers, last.strip())


def _with_modifiers(modifiers: list[str], last: str) -> str:
    if len(last) == 1 and last not in _PEOPLES:
        key = _of_character(last.lower() if modifiers else last)
        if modifiers == ["shift"] and key.isalpha() and len(key) == 1:
            # What a terminal sends for Shift and a letter is the capital.
            return key.upper()
    else:
        key = _named(last.lower())
    return "+".join((*sorted(set(modifiers)), key)) if key else ""


def _named(name: str) -> str:
    name = _PEOPLES.get(name.replace(" ", "-").replace("_", "-"), name)
    return name if name in _NAMED or name in _SIGNS else ""


def _of_character(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name)


def called(key: str) -> str:
    """A key of Textual's as it is written most shortly: `?` for `question_mark`."""
    before, plus, last = key.rpartition("+")
    return before + plus + _SIGNS.get(last, last)


_SIGNS: Final = {_of_character(sign): sign for sign in map(chr, range(0x21, 0x7F)) if not sign.isalnum()}

KEYS: Final = (*_NAMED, *sorted(_SIGNS), *_PEOPLES)
"""The keys that have a name, in both spellings."""
