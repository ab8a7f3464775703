"""The line that a problem is about, with a mark under the very words."""

from typing import Final, NamedTuple

from rich.cells import cell_len

from tui.load.characters import printable
from tui.load.problem import Place

_TAB: Final = "    "
_BEFORE: Final = 0.4
"""The share of the width that stands before the place, where a line has to be cut."""


class Excerpt(NamedTuple):
    """A line as it is shown, and the mark: `offset` cells of space, then `width` cells."""

    text: str
    offset: int
    width: int


def excerpt(line: str, place: Place, room: int) -> Excerpt:
    """Show a line in at most about `room` cells, cut around the place where it is longer.

    Widths are those of terminal cells: a wide character takes two, a combining one none. What could act on a terminal
    is written as an escape.
    """
    start = min(place.column - 1, len(line))
    end = min(start + place.width, len(line))
    first, last, before, after = 0, len(line), "", ""
    if len(line) > room or cell_len(_shown(line)) > room:
        first, last = _window(line, start, room)
        end = min(end, last)
        before = "…" if first else ""
        after = "…" if last < len(line) else ""
    lead = before + _shown(line[first:start])
    marked = _shown(line[start:end])
    text = lead + marked + _shown(line[end:last]) + after
    offset = cell_len(lead)
    return Excerpt(text.rstrip(), offset, max(1, cell_len(lead + marked) - offset))


def _window(line: str, start: int, room: int) -> tuple[int, int]:
    """The part of a line around `start` that fits in `room` cells."""
    first, used = start, 0
    while first > 0 and used < room * _BEFORE:
        first -= 1
        used += cell_len(_shown(line[first]))
    last = start
    while last < len(line) and used < room:
        used += cell_len(_shown(line[last]))
        last += 1
    while first > 0 and used < room:
        first -= 1
        used += cell_len(_shown(line[first]))
    return first, last


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))
