"""Characters that no briefing may hold: they would act on a terminal, or hide or reorder what is read."""

import re
import unicodedata
from typing import Final, Literal

CharacterCode = Literal["control-character", "bidi-character", "tag-character", "not-a-character"]

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
# Unicode's property Bidi_Control.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_TAG = "\U000e0000-\U000e007f"
# A byte order mark within a text, two code points that are no characters, and halves of surrogate pairs: YAML 1.1
# has none of them.
_NONE = "\ufeff\ufffe\uffff\ud800-\udfff"

FORBIDDEN: Final = re.compile(f"[{_CONTROL}{_BIDI}{_TAG}{_NONE}]")
"""Matches one character that is refused in a file's text, where a carriage return ends a line."""

FORBIDDEN_IN_VALUE: Final = re.compile(f"[{_CONTROL}\r{_BIDI}{_TAG}{_NONE}]")
"""Matches one character that is refused in a value, where an escape could also have put a carriage return."""

KEY: Final = re.compile(r"[\w-]{1,40}")
"""Matches what may be repeated as a key even where words may not: a single word."""

REPLACEMENT: Final = "\ufffd"

_CODES: Final[tuple[tuple[str, CharacterCode, str], ...]] = (
    (_BIDI, "bidi-character", "it changes the order in which text is shown"),
    (_TAG, "tag-character", "it is invisible"),
    (_NONE, "not-a-character", "it does not belong inside a text"),
)


def code_of(character: str) -> tuple[CharacterCode, str]:
    """The problem's code for a forbidden character, and why it is refused."""
    for characters, code, reason in _CODES:
        if re.match(f"[{characters}]", character):
            return code, reason
    return "control-character", "it could act on a terminal"


def name_of(character: str) -> str:
    """A character by number and, where it has one, by name: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(character, "") or _CONTROL_NAMES.get(character, "")
    return f"U+{ord(character):04X} {name}".strip()


def printable(text: str) -> str:
    """`text` on one line, with every character that could act on a terminal written as an escape.

    For what is not a validated value: names of files, lines of an excerpt.
    """
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def shortened(text: str, most: int = 60) -> str:
    """`text` as `printable` has it, cut to at most `most` characters: for what a message repeats of a file."""
    shown = printable(text[: most + 1])
    return shown if len(shown) <= most else shown[: most - 1] + "…"


# Lone surrogates stand for the bytes of a file name that is not UTF-8.
_UNPRINTABLE: Final = re.compile(f"[{_CONTROL}\t\n\r\u2028\u2029{_BIDI}{_TAG}{_NONE}]")
_CONTROL_NAMES: Final = {
    "\0": "NUL",
    "\a": "BEL",
    "\b": "BACKSPACE",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESC",
    "\x7f": "DEL",
    "\x9b": "CSI",
}
