"""Text as it is drawn: pieces with a tone, cut and wrapped by the cells that they take in a terminal.

Nothing here is ever parsed: a piece is shown as it is.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final, Literal, NamedTuple

from rich.cells import cell_len

Tone = Literal["plain", "strong", "muted", "heading", "accent", "warning", "match"]
"""How a piece stands out; each widget gives the tones the colours of the theme."""

TONES: Final[tuple[Tone, ...]] = ("plain", "strong", "muted", "heading", "accent", "warning", "match")
ELLIPSIS: Final = "…"


class Piece(NamedTuple):
    """Some text in one tone."""

    text: str
    tone: Tone = "plain"


Line = tuple[Piece, ...]
"""Pieces that follow each other."""

EMPTY: Final[Line] = ()

_NO_BREAK: Final = "\u00a0"
_BREAKS: Final = re.compile("[\n\r\v\f\x85\u2028\u2029]")
_SPACES: Final = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000"
_TOKENS: Final = re.compile(f"\r\n|[\n\r\v\f\x85\u2028\u2029]|[{_SPACES}]+|[^{_SPACES}\n\r\v\f\x85\u2028\u2029]+")
_LINE_ENDS: Final = frozenset("\n\r\v\f\x85\u2028\u2029")
_WHITE: Final = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
_SPACE: Final = re.compile(f"[{_SPACES}\n\r\v\f\x85\u2028\u2029]+")
_NOT_SPACES: Final = re.compile(f"[\t\n\r\v\f\x85\u2028\u2029{_NO_BREAK}]")

# A line of Chinese or Japanese does not begin with these.
_CLOSING: Final = frozenset("，。、！？；：）」』》〉】〕”’…—～")


def line(text: str, tone: Tone = "plain") -> Line:
    """A line of one piece; no piece where there is no text."""
    return (Piece(text, tone),) if text else EMPTY


def plain(pieces: Line) -> str:
    """The text of a line without its tones."""
    return "".join(piece.text for piece in pieces)


def width_of(pieces: Line) -> int:
    """The cells that a line takes."""
    return sum(cell_len(piece.text) for piece in pieces)


def one_line(text: str) -> str:
    """The text with a space wherever it has white space or begins a new line."""
    return _SPACE.sub(" ", text).strip()


def unbroken(text: str) -> str:
    """The text with spaces at which a line is not broken: for dates, and for what stands with a sign."""
    return text.replace(" ", _NO_BREAK)


def joined(parts: Iterable[Line], separator: str = f"{_NO_BREAK}· ") -> Line:
    """The parts that are not empty, with the separator between them."""
    found: list[Piece] = []
    for part in parts:
        if part:
            found += [*([Piece(separator, "muted")] if found else []), *part]
    return tuple(found)


def clip(pieces: Line, width: int) -> Line:
    """The line on one line of at most `width` cells; what is cut ends in an ellipsis."""
    flat = tuple(Piece(_NOT_SPACES.sub(" ", piece.text), piece.tone) for piece in pieces)
    if width_of(flat) <= width:
        return flat
    if width <= 0:
        return EMPTY
    kept: list[Piece] = []
    room = width - 1
    for piece in flat:
        text = _prefix(piece.text, room)
        kept.append(Piece(text, piece.tone))
        room -= cell_len(text)
        if len(text) < len(piece.text):
            break
    last = kept[-1]
    kept[-1] = Piece(last.text.rstrip() + ELLIPSIS, last.tone)
    return tuple(kept)


def unfinished(pieces: Line, width: int) -> Line:
    """A line after which more is left out, in at most `width` cells: it ends in one ellipsis, however it ended."""
    cut = clip(pieces, width - 1)
    if not cut or cut[-1].text.endswith(ELLIPSIS):
        return cut
    return (*cut, Piece(ELLIPSIS, cut[-1].tone))


def pad(pieces: Line, width: int) -> Line:
    """The line with spaces after it up to `width` cells; unchanged where it is longer."""
    missing = width - width_of(pieces)
    return (*pieces, Piece(" " * missing)) if missing > 0 else pieces


@lru_cache(maxsize=4096)
def wrap(pieces: Line, width: int) -> tuple[Line, ...]:
    """The lines, each of at most `width` cells (at least 1), into which a line is broken.

    It is broken at white space, between wide characters, and at the line breaks that it has; within a word only
    where the word alone is wider than `width`.
    """
    width = max(width, 2)
    lines: list[Line] = []
    current: list[Piece] = []
    used = 0
    for unit in _units(pieces):
        if unit.ends_line:
            lines.append(_merged(current))
            current, used = [], 0
            continue
        gap = 1 if unit.after_space and current else 0
        if current and used + gap + unit.width > width:
            lines.append(_merged(current))
            current, used, gap = [], 0, 0
        for part in _folded(unit.pieces, width) if unit.width > width else (unit.pieces,):
            size = width_of(part)
            if current and used + gap + size > width:
                lines.append(_merged(current))
                current, used, gap = [], 0, 0
            if gap:
                current.append(Piece(" ", part[0].tone if part else "plain"))
            current += part
            used += gap + size
            gap = 0
    lines.append(_merged(current))
    return tuple(lines)


class _Unit(NamedTuple):
    """What is not broken, unless it is wider than a line."""

    pieces: Line
    width: int
    after_space: bool
    ends_line: bool = False


def _units(pieces: Line) -> Iterator[_Unit]:
    word: list[Piece] = []
    width = 0
    after_space = False
    for piece in pieces:
        for match in _TOKENS.finditer(piece.text):
            token = match[0]
            ends_line = token[0] in _LINE_ENDS
            if ends_line or token[0] in _WHITE:
                if word:
                    yield _Unit(tuple(word), width, after_space)
                word, width, after_space = [], 0, not ends_line
                if ends_line:
                    yield _Unit(EMPTY, 0, after_space=False, ends_line=True)
                continue
            if token.isascii():
                word.append(Piece(token, piece.tone))
                width += len(token)
                continue
            for text, breaks_before in _parts(token):
                if breaks_before and word:
                    yield _Unit(tuple(word), width, after_space)
                    word, width, after_space = [], 0, False
                word.append(Piece(text, piece.tone))
                width += cell_len(text)
    if word:
        yield _Unit(tuple(word), width, after_space)


def _parts(token: str) -> Iterator[tuple[str, bool]]:
    """The parts of a token, and of each whether a line may be broken before it: beside a wide character it may."""
    if cell_len(token) == len(token):
        yield token, False
        return
    start = 0
    was_wide = False
    breaks = False
    for index, character in enumerate(token):
        size = cell_len(character)
        if size == 0:
            continue
        is_wide = size == 2
        if index > start and (is_wide or was_wide) and character not in _CLOSING:
            yield token[start:index], breaks
            start, breaks = index, True
        was_wide = is_wide
    yield token[start:], breaks


def _folded(pieces: Line, width: int) -> Iterator[Line]:
    """The parts of a word that is wider than a line."""
    for piece in pieces:
        rest = piece.text
        while rest:
            part = _prefix(rest, width)
            yield (Piece(part, piece.tone),)
            rest = rest[len(part) :]


def _prefix(text: str, width: int) -> str:
    """As much of the beginning as fits; characters without a width stay with the one before them."""
    if text.isascii():
        return text[: max(width, 0)]
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text


def _merged(pieces: list[Piece]) -> Line:
    runs = groupby(pieces, key=itemgetter(1))
    return tuple(Piece("".join(text for text, _ in run).replace(_NO_BREAK, " "), tone) for tone, run in runs)
