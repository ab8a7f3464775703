"""A passage as it is shown: what was found is marked, and what is far from it is cut."""

import re
from typing import Final, NamedTuple

from tui.library.catalogue.wordform import BEGIN, END, folded, shown

_BEFORE: Final = 80
_LONGEST: Final = 320
"""Characters of a passage that are shown."""

_MARKED: Final = re.compile(f"{BEGIN}([^{END}]*){END}")
_SPACE: Final = re.compile(r"\s+")


class Piece(NamedTuple):
    """Some text of a passage, and whether it was looked for."""

    text: str
    is_match: bool = False


def has_match(marked: str) -> bool:
    """Whether anything in a text is marked."""
    return BEGIN in marked


def matches(marked: str) -> frozenset[str]:
    """The words and phrases that are marked, each once."""
    return frozenset(folded(one) for one in _MARKED.findall(marked))


def excerpt(marked: str) -> tuple[Piece, ...]:
    """A passage on one line, from a little before the first match; what is cut ends in an ellipsis."""
    text = _SPACE.sub(" ", shown(marked)).strip()
    first = text.find(BEGIN)
    start = 0
    if first > _BEFORE and len(text) > _LONGEST:
        start = text.find(" ", first - _BEFORE, first) + 1 or first
    pieces = list(_pieces(text[start:]))
    kept: list[Piece] = [Piece("…")] if start else []
    room = _LONGEST
    for piece in pieces:
        if len(piece.text) > room:
            cut = piece.text[:room]
            kept.append(Piece(cut.rpartition(" ")[0] or cut, piece.is_match))
            kept.append(Piece("…"))
            break
        kept.append(piece)
        room -= len(piece.text)
    return tuple(kept)


def _pieces(text: str) -> list[Piece]:
    pieces = []
    for index, part in enumerate(_MARKED.split(text)):
        if part:
            pieces.append(Piece(part, is_match=bool(index % 2)))
    return pieces
