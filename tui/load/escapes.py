"""What escapes within quotation marks put into a value."""

import re
from collections.abc import Iterator
from typing import Final

_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0abvferN\\]))")
_LETTERS: Final = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "e": "\x1b",
    "r": "\r",
    "N": "\x85",
    "\\": "\\",
}


def escapes(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The escapes of a double-quoted scalar that could stand for a refused character.

    Each as the character, where the escape begins in `text`, and how many code points it takes.
    """
    for match in _ESCAPE.finditer(text, start, end):
        code = match[1] or match[2] or match[3]
        character = _LETTERS[match[4]] if match[4] else chr(int(code, 16))
        yield character, match.start(), len(match[0])
