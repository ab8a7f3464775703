"""A source's stored text, laid out with the passages that are quoted from it marked."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui.app.panes.text import EMPTY, Line, Piece, Tone, plain, wrap
from tui.load.characters import FORBIDDEN, REPLACEMENT

READING_WIDTH: Final = 90
"""The cells that a line takes at most, its margin apart."""

MARGIN: Final = 2
"""The cells at the left, in which a sign says what is quoted: colour alone carries no meaning."""

HERE: Final = "▶ "
QUOTED: Final = "▎ "
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_INK: Final = re.compile(r"\S")


class Passage(NamedTuple):
    """What a quote takes from a text: the spans of its parts, in code points, in order and apart from each other."""

    quote: str
    parts: tuple[tuple[int, int], ...]


class SourceLayout(NamedTuple):
    """A text laid out for one width: its lines, and on which of them each passage begins and ends."""

    lines: tuple[Line, ...]
    places: tuple[tuple[int, int], ...]


class _Mark(NamedTuple):
    start: int
    end: int
    passage: int


def in_order(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages by where they begin; those without a place are left out."""
    return tuple(sorted((one for one in passages if one.parts), key=lambda one: one.parts))


def lay_out_source(text: str, passages: Sequence[Passage], current: int | None, width: int) -> SourceLayout:
    """The lines of a text that is `width` cells wide, its passages marked, the one of the number `current` most.

    What could act on a terminal is shown as a replacement character.
    """
    safe = FORBIDDEN.sub(REPLACEMENT, text)
    room = max(min(width - MARGIN, READING_WIDTH), 10)
    marks = sorted(
        (_Mark(start, end, number) for number, one in enumerate(passages) for start, end in one.parts),
        key=lambda one: (one.start, one.end),
    )
    starts = [one.start for one in marks]
    lines: list[Line] = []
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for match in _LINE.finditer(safe):
        if match.start() == len(safe) and lines:
            break
        paragraph = match[0].rstrip("\r\n")
        begin, end = match.start(), match.start() + len(paragraph)
        # A passage runs on from the paragraph before only if it began there.
        near = marks[: bisect_right(starts, end)]
        here = [one for one in near[-_MOST_AT_ONCE:] if one.end > begin and one.start < end]
        pieces = _pieces(paragraph, begin, here, current)
        for number, wrapped in enumerate(_wrapped(pieces, room, paragraph, begin)):
            within = [one for one in here if one.start < wrapped.end and one.end > wrapped.start]
            for one in within:
                first.setdefault(one.passage, len(lines))
                last[one.passage] = len(lines)
            lines.append((_sign(within, current), *wrapped.pieces) if within or number == 0 else wrapped.pieces)
            if not within:
                lines[-1] = (Piece("  "), *wrapped.pieces) if wrapped.pieces else EMPTY
    places = tuple((first.get(number, 0), last.get(number, 0)) for number in range(len(passages)))
    return SourceLayout(tuple(lines), places)


# More quotes than this do not overlap one paragraph in earnest.
_MOST_AT_ONCE: Final = 500


def _sign(within: Sequence[_Mark], current: int | None) -> Piece:
    is_current = any(one.passage == current for one in within)
    return Piece(HERE if is_current else QUOTED, "accent")


def _pieces(paragraph: str, begin: int, marks: Sequence[_Mark], current: int | None) -> Line:
    """The paragraph in pieces, cut wherever a passage begins or ends."""
    cuts = {0, len(paragraph)}
    for one in marks:
        cuts |= {min(max(one.start - begin, 0), len(paragraph)), min(max(one.end - begin, 0), len(paragraph))}
    edges = sorted(cuts)
    found = []
    for start, end in pairwise(edges):
        over = [one for one in marks if one.start - begin < end and one.end - begin > start]
        tone: Tone = "plain"
        if over:
            tone = "strong" if any(one.passage == current for one in over) else "accent"
        found.append(Piece(paragraph[start:end], tone))
    return tuple(found)


class _Wrapped(NamedTuple):
    pieces: Line
    start: int
    end: int


def _wrapped(pieces: Line, room: int, paragraph: str, begin: int) -> Iterator[_Wrapped]:
    """The lines of a paragraph, each with the span of the text that it shows.

    Wrapping drops white space only, so a line ends where as many other characters have gone by.
    """
    ink = [match.start() for match in _INK.finditer(paragraph)]
    used = 0
    for one in wrap(pieces, room):
        count = len(_INK.findall(plain(one)))
        start = ink[used] if used < len(ink) else len(paragraph)
        used += count
        end = ink[used - 1] + 1 if count else start
        yield _Wrapped(one, begin + start, begin + end)
