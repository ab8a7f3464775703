"""Dates of a briefing as days and moments of a calendar, or why a calendar has no place for one.

What covers a year or more by its precision alone is left out: as an entry it would lie over every week of that year. A
month or a season has its days, as does an interval.
"""

import datetime
from typing import Final, NamedTuple

from tui.model.edtf import EARLIEST, EDTF, LATEST, Day, Precision

_TOO_LONG: Final[frozenset[Precision]] = frozenset({"century", "decade", "year"})
_FIRST_YEAR: Final = 1
_LAST_YEAR: Final = 9999


class NoPlaceError(ValueError):
    """A calendar has no place for a date; the text goes on after "with"."""


class Span(NamedTuple):
    """What a date covers: from a day to the day after the last, or one moment, which has no end.

    A moment is in UTC, or without a zone where its briefing gives none.
    """

    start: datetime.date
    end: datetime.date | None = None


def span(date: EDTF) -> Span:
    """What a date covers. Raises NoPlaceError where that has no end or no beginning, or is too vague or too far."""
    if date.upper == LATEST or date.lower == EARLIEST:
        raise NoPlaceError("a date open at one end")
    ends = [one for one in (date.start, date.end) if one] if date.precision == "interval" else [date]
    if any(one.precision in _TOO_LONG for one in ends):
        raise NoPlaceError("a date that says no more than the year")
    if date.precision == "time":
        return Span(_moment(date))
    first = _day(date.lower)
    try:
        return Span(first, _day(date.upper) + datetime.timedelta(days=1))
    except OverflowError:
        if date.lower == date.upper:
            return Span(first)
        raise NoPlaceError(_OUT_OF_YEARS) from None


def last_day(date: EDTF) -> datetime.date:
    """The day, or the moment, by which something is due. Raises NoPlaceError where there is none."""
    if date.upper == LATEST:
        raise NoPlaceError("a date open at one end")
    return _moment(date) if date.precision == "time" else _day(date.upper)


def stamp(date: EDTF) -> datetime.datetime:
    """The last day of a date as a moment in UTC; the nearest that a calendar has."""
    year, month, day = date.upper
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        year, month, day = (_FIRST_YEAR, 1, 1) if year < _FIRST_YEAR else (_LAST_YEAR, 12, 31)
    return datetime.datetime(year, month, day, tzinfo=datetime.UTC)


def _day(day: Day) -> datetime.date:
    try:
        return datetime.date(*day)
    except (ValueError, OverflowError):
        raise NoPlaceError(_OUT_OF_YEARS) from None


def _moment(date: EDTF) -> datetime.datetime:
    day = _day(date.lower)
    moment = datetime.datetime.combine(day, datetime.time.fromisoformat(date.time or "00:00:00"))
    if date.zone is None:
        return moment
    zone = date.zone if ":" in date.zone or date.zone == "Z" else f"{date.zone}:00"
    try:
        return datetime.datetime.fromisoformat(f"{moment.isoformat()}{zone}").astimezone(datetime.UTC)
    except OverflowError:
        raise NoPlaceError(_OUT_OF_YEARS) from None


_OUT_OF_YEARS: Final = "a date beyond the years 1 to 9999"
