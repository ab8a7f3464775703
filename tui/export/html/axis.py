"""A line of time on which days stand to scale; a stretch in which nothing happens for long is cut out, and marked."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tui.model.edtf import EDTF, LATEST, Day

_BREAK: Final = 26.0
"""How wide a cut is, in pixels."""

_MOST_BREAKS: Final = 3
_EMPTY: Final = 0.45
"""The part of all time beyond which a stretch without anything is cut."""

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec")
_BEFORE: Final = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_STEPS: Final = tuple(digit * 10**zeros for zeros in range(13) for digit in (1, 2, 5))


def moment(day: Day) -> float:
    """A day as a number of years."""
    year, month, number = day
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    passed = _BEFORE[month - 1] + number - 1 + (is_leap and month > 2)
    return year + passed / (366 if is_leap else 365)


def span(date: EDTF) -> tuple[float, float]:
    """The beginning and the end of what a date covers; one that is open begins or ends with what is known of it."""
    upper = date.lower if date.upper == LATEST else date.upper
    return moment(date.place), moment(upper) + 1 / 365


class Tick(NamedTuple):
    """A place on the axis with what it is called; `strong` where a year begins."""

    x: float
    label: str
    strong: bool


class Axis:
    """Maps moments to pixels from `left` to `right`; a `whole` one is never cut."""

    def __init__(self, moments: Iterable[float], left: float, right: float, *, whole: bool = False) -> None:
        self._segments = _segments(sorted(moments), most=0 if whole else _MOST_BREAKS)
        width = right - left - _BREAK * (len(self._segments) - 1)
        years = sum(end - start for start, end in self._segments)
        self._scale = width / years
        self._left = left

    @property
    def breaks(self) -> list[float]:
        """Where something is cut out."""
        return [self._start_of(index) - _BREAK / 2 for index in range(1, len(self._segments))]

    def x(self, when: float) -> float:
        """The pixel of a moment; what lies in a cut stands at its edge."""
        for index, (_, end) in enumerate(self._segments):
            if when <= end or index == len(self._segments) - 1:
                start = self._segments[index][0]
                return self._start_of(index) + (min(max(when, start), end) - start) * self._scale
        raise AssertionError("an axis has a segment")

    def ticks(self, least: float = 44.0) -> list[Tick]:
        """Years, or months where there is room for them, each at least so many pixels from the one before."""
        found = [tick for segment in self._segments for tick in self._ticks_of(segment, least)]
        kept: list[Tick] = []
        for one in found:
            if not kept or one.x - kept[-1].x >= least:
                kept.append(one)
            elif one.strong and not kept[-1].strong:
                kept[-1] = one
        return kept

    def _ticks_of(self, segment: tuple[float, float], least: float) -> list[Tick]:
        start, end = segment
        months = next((step for step in (1, 3, 6) if self._scale * step / 12 >= least), None)
        if months is not None:
            first, last = int(start // 1), int(end // 1)
            days = [(year, month, 1) for year in range(first, last + 1) for month in range(1, 13, months)]
            return [
                Tick(self.x(moment(day)), _year(day[0]) if day[1] == 1 else _MONTHS[day[1] - 1], day[1] == 1)
                for day in days
                if start <= moment(day) <= end
            ]
        step = next(step for step in _STEPS if self._scale * step >= least)
        first = -int(-start // step) * step
        return [Tick(self.x(year), _year(year), strong=True) for year in range(first, int(end // 1) + 1, step)]

    def _start_of(self, index: int) -> float:
        before = sum(end - start for start, end in self._segments[:index])
        return self._left + before * self._scale + _BREAK * index


def _segments(moments: Sequence[float], *, most: int) -> list[tuple[float, float]]:
    first, last = moments[0], moments[-1]
    room = max((last - first) * 0.02, 0.02)
    gaps = sorted(((after - before, before, after) for before, after in pairwise(moments)), reverse=True)
    cuts: list[tuple[float, float]] = []
    left = last - first
    for gap, before, after in gaps[:most]:
        if gap < left * _EMPTY:
            break
        cuts.append((before, after))
        left -= gap
    room = max(left * 0.02, 0.01) if cuts else room
    edges = [first - room]
    for before, after in sorted(cuts):
        edges += [before + room, after - room]
    edges.append(last + room)
    return list(zip(edges[::2], edges[1::2], strict=True))


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"
