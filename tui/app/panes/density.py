"""A strip of the whole span of a story: how much falls where, and where one stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from rich.cells import cell_len

from tui.analysis.view import View
from tui.app.panes.days import ordinal
from tui.app.panes.text import EMPTY, Line, Piece, clip, line
from tui.app.panes.words import MONTHS, year_name
from tui.model.edtf import EARLIEST, LATEST, Day

NARROWEST: Final = 20
"""The cells below which there is no strip."""

MARKER: Final = "┊"
_BLOCKS: Final = " ▁▂▃▄▅▆▇█"

_FULL: Final = 4
"""A full block is that of the fullest cell, or of as many: one event alone is no peak."""

_OPEN: Final = frozenset({EARLIEST, LATEST})
_MONTH_STEPS: Final = (1, 3, 6)


class _Scale(NamedTuple):
    """Days from `first` to `last`, as ordinals, over so many cells."""

    first: int
    last: int
    cells: int

    def cell(self, number: int) -> int:
        """The cell in which the day of an ordinal falls."""
        return min(max((number - self.first) * self.cells // (self.last - self.first + 1), 0), self.cells - 1)

    def start(self, cell: int) -> int:
        """The first day that falls into a cell, or into one after it."""
        return self.first - (-cell * (self.last - self.first + 1) // self.cells)


def event_days(view: View) -> tuple[Day, ...]:
    """A day for every event, in order: the first that its date covers, the last where it has no first."""
    return tuple(sorted(one.date.place for one in view.events))


def density(days: Sequence[Day], width: int, marker: Day | None, *, lines: Literal[1, 2] = 2) -> tuple[Line, ...]:
    """How many of the days fall where, from the first of them to the last, in `width` cells.

    All cells stand for equally long times, and the height of a block is proportional to how many days fall there.
    The marker stands after the cell in which its day falls, and widens the span where it lies outside. With two lines
    the second has years, or months where the span is short; with one, the first and the last year stand beside it.
    Nothing where there are no days, or fewer than NARROWEST cells. Open bounds have no place, a marker there is at an
    edge.
    """
    ordered = _bounded(days)
    if not ordered or width < NARROWEST:
        return ()
    first, last = _ends(ordered, marker)
    if lines == 1:
        before, after = (f"{year_name(first[0])} ", f" {year_name(last[0])}")
        room = width - cell_len(before) - cell_len(after)
        if room >= NARROWEST // 2:
            strip = _strip(ordered, first, last, room, marker)
            return ((Piece(before, "muted"), *strip, Piece(after, "muted")),)
    strip = _strip(ordered, first, last, width, marker)
    return (strip,) if lines == 1 else (strip, _labels(first, last, width, marker))


def day_at(cell: int, days: Sequence[Day], width: int, marker: Day | None) -> Day | None:
    """Which of the days lies nearest to a cell of the strip that `density` draws of them; None where there is none."""
    ordered = _bounded(days)
    if not ordered or width < NARROWEST:
        return None
    scale = _scale(*_ends(ordered, marker), width, marker)
    if marker is not None:
        cell -= cell >= _after(scale, marker)
    middle = (scale.start(cell) + scale.start(cell + 1) - 1) / 2
    return min(ordered, key=lambda day: (scale.cell(ordinal(day)) != cell, abs(ordinal(day) - middle)))


def _bounded(days: Sequence[Day]) -> Sequence[Day]:
    """The days in order, without those that have no place."""
    ordered = sorted(days)
    return ordered[bisect_right(ordered, EARLIEST) : bisect_left(ordered, LATEST)]


def _ends(ordered: Sequence[Day], marker: Day | None) -> tuple[Day, Day]:
    ends = [ordered[0], ordered[-1], *([marker] if marker and marker not in _OPEN else [])]
    return min(ends), max(ends)


def _strip(ordered: Sequence[Day], first: Day, last: Day, width: int, marker: Day | None) -> Line:
    scale = _scale(first, last, width, marker)
    # Searched for and not counted: what it costs does not grow with the days.
    starts = [bisect_left(ordered, scale.start(cell), key=ordinal) for cell in range(scale.cells)]
    cells = [after - before for before, after in pairwise((*starts, len(ordered)))]
    most = max(*cells, _FULL)
    # Rounded up, so that a single day among thousands is still seen.
    blocks = "".join(_BLOCKS[-(-8 * number // most)] for number in cells)
    if marker is None:
        return line(blocks)
    at = _after(scale, marker)
    return (*line(blocks[:at]), Piece(MARKER, "accent"), *line(blocks[at:]))


def _labels(first: Day, last: Day, width: int, marker: Day | None) -> Line:
    """Names of years and months below where they begin, as many as there is room for."""
    scale = _scale(first, last, width, marker)
    at = scale.cells if marker is None else _after(scale, marker)
    text = ""
    for day, words in _ticks(first, last, scale):
        cell = scale.cell(ordinal(day))
        cell += cell >= at
        if (not text or cell >= cell_len(text) + 2) and cell + cell_len(words) <= width:
            text += " " * (cell - cell_len(text)) + words
    return clip(line(text, "muted"), width) if text else EMPTY


def _scale(first: Day, last: Day, width: int, marker: Day | None) -> _Scale:
    return _Scale(ordinal(first), ordinal(last), width - (marker is not None))


def _after(scale: _Scale, marker: Day) -> int:
    if marker in _OPEN:
        return 0 if marker == EARLIEST else scale.cells
    return scale.cell(ordinal(marker)) + 1


def _ticks(first: Day, last: Day, scale: _Scale) -> Iterator[tuple[Day, str]]:
    """The days that have a name below them, the first day among them, so far apart that their names fit."""
    days = max(scale.last - scale.first, 1)
    year, month, _ = first
    months = next((one for one in _MONTH_STEPS if one * 30 * scale.cells >= days * 6), 0)
    if months and days < 3 * 366:
        yield first, f"{MONTHS[month]} {year_name(year)}"
        for index in range(year * 12 + month, last[0] * 12 + last[1]):
            if index % months == 0:
                begins = (index // 12, index % 12 + 1, 1)
                yield begins, year_name(begins[0]) if begins[1] == 1 else MONTHS[begins[1]]
        return
    room = max(cell_len(year_name(first[0])), cell_len(year_name(last[0]))) + 2
    step = _round_up(-(-room * (last[0] - year + 1) // scale.cells))
    yield first, year_name(year)
    for begins_in in range(year - year % step + step, last[0] + 1, step):
        yield (begins_in, 1, 1), year_name(begins_in)


def _round_up(years: int) -> int:
    """The next of 1, 2, 5, 10, 20, 50, … years."""
    power: int = 10 ** (len(str(max(years, 1))) - 1)
    return next(one * power for one in (1, 2, 5, 10) if one * power >= years)
