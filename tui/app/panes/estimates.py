"""What was expected of a question over time, as a small plot: dates from left to right, ICD 203's degrees upwards."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from tui.app.panes.days import ordinal
from tui.app.panes.text import EMPTY, Line, Piece, clip, line, pad, width_of
from tui.app.panes.words import when
from tui.model.likelihood import Likelihood, Term
from tui.model.question import Estimate

SEVERAL: Final = "∗"
"""Stands where more estimates fall than have room beside each other."""

_RANGE: Final = "┃"
_LETTERS: Final = ascii_uppercase + ascii_lowercase
_ROWS: Final = tuple(Term)[::-1]
_WORDS: Final = 30
"""The cells of what stands before the plot, with its words; without them `_PERCENT`."""

_PERCENT: Final = 9
_LITTLE: Final = Decimal("0.0001")
_LEAST: Final = 16
"""The cells below which there is no plot."""


def letters_of(estimates: Sequence[Estimate]) -> Mapping[str, str]:
    """A letter for each actor, in the order of the estimates; there are 52."""
    actors = dict.fromkeys(one.by for one in estimates)
    return dict(zip(actors, _LETTERS, strict=False))


def plot(estimates: Sequence[Estimate], width: int) -> tuple[Line, ...]:
    """Nine lines: a row for each of the seven degrees, and the dates below; none of fewer than two estimates.

    Each stands as its actor's letter in the row of its midpoint, with a bar through those that its range reaches into.
    Where two would stand in one place the later one moves a cell on.
    """
    before = _WORDS if width >= _WORDS + 2 * _LEAST else _PERCENT
    room = min(width - before, 60)
    if len(estimates) < 2 or room < _LEAST:
        return ()
    letters = letters_of(estimates)
    estimates = sorted(estimates, key=lambda one: one.date.place)
    cells = [[" "] * room for _ in _ROWS]
    days = [ordinal(one.date.place) for one in estimates]
    span = max(days[-1] - days[0], 1)
    for estimate, day in zip(estimates, days, strict=True):
        rows = range(_row(_top(estimate.likelihood)), _row(estimate.likelihood.low) + 1)
        column = _free(cells, rows, (day - days[0]) * (room - 1) // span)
        middle = _row((estimate.likelihood.low + estimate.likelihood.high) / 2)
        for row in rows:
            mark = letters.get(estimate.by, SEVERAL) if row == middle else _RANGE
            cells[row][column] = mark if cells[row][column] == " " else SEVERAL
    found: list[Line] = [
        (*_label(term, before), Piece("│", "muted"), *line("".join(row).rstrip(), "accent"))
        for term, row in zip(_ROWS, cells, strict=True)
    ]
    found.append((*pad(EMPTY, before - 1), Piece("└" + "─" * room, "muted")))
    found.append(clip((*pad(EMPTY, before), *_ends(estimates, room)), width))
    return tuple(found)


def _ends(estimates: Sequence[Estimate], room: int) -> Line:
    """The first date, and at the right the last; the first alone where there is room for one."""
    start, end = line(when(estimates[0].date), "muted"), line(when(estimates[-1].date), "muted")
    gap = room - width_of(start) - width_of(end)
    return (*start, Piece(" " * gap), *end) if gap > 0 and start != end else start


def degree_words(likelihood: Likelihood) -> str:
    """In words and numbers; the degree is named where only a number was given, and all of it lies in one."""
    low, high = Term.of(likelihood.low), Term.of(_top(likelihood))
    if likelihood.term is not None or low is None or low is not high:
        return likelihood.words
    return f"{likelihood.words}, {low.words}"


def _label(term: Term, width: int) -> Line:
    low, high = term.band
    percent = f"{low}–{high} %"
    words = pad(line(term.words, "muted"), _WORDS - _PERCENT) if width == _WORDS else EMPTY
    return (*words, *line(f"{percent:>{_PERCENT - 2}} ", "muted"))


def _top(likelihood: Likelihood) -> Decimal:
    """The upper end, which a range has within it up to where the next degree begins."""
    return likelihood.high if likelihood.high == likelihood.low else likelihood.high - _LITTLE


def _row(percent: Decimal) -> int:
    """The row of a percentage, from the top; what no degree has stands in the nearest."""
    term = Term.of(percent)
    if term is not None:
        return _ROWS.index(term)
    return 0 if percent > 50 else len(_ROWS) - 1


def _free(cells: Sequence[Sequence[str]], rows: range, column: int) -> int:
    """The nearest column, at most three on, in which these rows are empty; else the one itself."""
    for one in range(column, min(column + 4, len(cells[0]))):
        if all(cells[row][one] == " " for row in rows):
            return one
    for one in range(column - 1, max(column - 4, -1), -1):
        if all(cells[row][one] == " " for row in rows):
            return one
    return column
