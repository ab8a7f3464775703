"""Text on its way in: what could act on a terminal is left out."""

import re
from typing import Final

from tui.load.characters import FORBIDDEN_IN_VALUE

_LINE_END: Final = re.compile("\r\n?|[\u2028\u2029]")
_SPACE: Final = re.compile(r"\s+")
_MARGIN: Final = re.compile(r"\A\s*\n|\s+\Z")
_LONGEST_LABEL: Final = 200


def clean(text: str) -> str:
    """Text of several lines without control, bidirectional and tag characters, and without empty lines around it."""
    return _MARGIN.sub("", FORBIDDEN_IN_VALUE.sub("", _LINE_END.sub("\n", text)))


def label(text: str) -> str:
    """A few words on one line, cleaned in the same way."""
    words = _SPACE.sub(" ", clean(text)).strip()
    return words if len(words) <= _LONGEST_LABEL else f"{words[: _LONGEST_LABEL - 1]}…"
