"""The grammar: which texts are dates of EDTF level 0 or 1, and which days they cover.

What is not a date is answered with None; `explain` finds the words for why.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from tui.model.edtf.days import EARLIEST, LATEST, Day, days_in

Precision = Literal["century", "decade", "year", "season", "month", "day", "time", "interval"]
"""How much time a date leaves open. `2020-XX` leaves a year open, and `2020-09-XX` a month."""


class Form(NamedTuple):
    """What a date says besides its days. The ends of an interval are texts: a date, `..` or nothing."""

    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    time: str | None = None
    zone: str | None = None
    ends: tuple[str, str] | None = None


Reading = tuple[Day, Day, Form]
"""First day, last day, form."""

_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII).fullmatch
_DATE = re.compile(
    # No year is written -0000.
    r"((?!-0000)-?\d{4})(?:-(\d\d|XX)(?:-(0[1-9]|[12]\d|3[01]|XX))?)?([?~%]?)",
    re.ASCII,
).fullmatch
_YEARS = re.compile(r"(-?)(\d\d)(\dX|XX)([?~%]?)", re.ASCII).fullmatch
_LONG_YEAR = re.compile(r"Y(-?[1-9]\d{4,11})([?~%]?)", re.ASCII).fullmatch
_TIME = re.compile(
    r"([-\d]{10,11})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?", re.ASCII
).fullmatch

_PLAIN_DAY = Form("day")
_SEASON_STARTS = {"21": 3, "22": 6, "23": 9, "24": 12}


@cache
def _form(precision: Precision, qualifier: str) -> Form:
    return Form(precision, approximate=qualifier in {"~", "%"}, uncertain=qualifier in {"?", "%"})


def read(text: str) -> Reading | None:
    """Read a date of level 0 or 1: its bounds and its form, or None where the text is no such date."""
    if match := _DAY(text):
        year, month, number = map(int, match.groups())
        if number > 28 and number > days_in(year, month):
            return None
        day = (year, month, number)
        return day, day, _PLAIN_DAY
    if "/" in text:
        return _read_interval(text)
    return read_end(text) or _read_date(text) or _read_years(text) or _read_time(text)


def read_end(text: str) -> Reading | None:
    """Read what may stand at an end of an interval: a date without X and without a time of day."""
    if "X" in text:
        return None
    if match := _LONG_YEAR(text):
        year = int(match[1])
        return (year, 1, 1), (year, 12, 31), _form("year", match[2])
    return _read_date(text)


def _read_date(text: str) -> Reading | None:
    match = _DATE(text)
    if match is None:
        return None
    year, part, day, qualifier = int(match[1]), match[2], match[3], match[4]
    if part is None or (part == "XX" and day in {None, "XX"}):
        return (year, 1, 1), (year, 12, 31), _form("year", qualifier)
    if part in _SEASON_STARTS and day is None:
        return *_season(year, _SEASON_STARTS[part]), _form("season", qualifier)
    return _read_month(year, int(part), day, qualifier) if "01" <= part <= "12" else None


def _read_month(year: int, month: int, day: str | None, qualifier: str) -> Reading | None:
    """Read a month or, where `day` is given in digits, a day of it."""
    length = days_in(year, month)
    if day is None or day == "XX":
        return (year, month, 1), (year, month, length), _form("month", qualifier)
    whole = (year, month, int(day))
    return (whole, whole, _form("day", qualifier)) if whole[2] <= length else None


def _season(year: int, month: int) -> tuple[Day, Day]:
    if month == 12:
        return (year, 12, 1), (year + 1, 2, days_in(year + 1, 2))
    return (year, month, 1), (year, month + 2, days_in(year, month + 2))


def _read_years(text: str) -> Reading | None:
    """Read a decade or a century: a year with X for its last digits."""
    match = _YEARS(text)
    if match is None:
        return None
    sign, century, rest, qualifier = match.groups()
    first = int(century + rest.replace("X", "0"))
    last = int(century + rest.replace("X", "9"))
    if sign:
        # No year is written -0000, so -000X ends with -0001.
        first, last = -last, -(first or 1)
    form = _form("century" if rest == "XX" else "decade", qualifier)
    return (first, 1, 1), (last, 12, 31), form


def _read_time(text: str) -> Reading | None:
    match = _TIME(text)
    reading = read_end(match[1]) if match else None
    if match is None or reading is None or reading[2] is not _form("day", ""):
        return None
    return reading[0], reading[1], Form("time", time=match[2], zone=match[3])


def _read_interval(text: str) -> Reading | None:
    start_text, _, end_text = text.partition("/")
    start, end = read_end(start_text), read_end(end_text)
    if not ((start or start_text in {"", ".."}) and (end or end_text in {"", ".."})):
        return None
    # An unknown end has the bounds of the end that is known; an open end has none.
    known = start or end
    if known is None:
        return None
    lower = EARLIEST if start_text == ".." else known[0]
    upper = LATEST if end_text == ".." else (end or known)[1]
    if lower > upper:
        return None
    forms = [reading[2] for reading in (start, end) if reading]
    approximate = any(form.approximate for form in forms)
    uncertain = any(form.uncertain for form in forms)
    return lower, upper, Form("interval", approximate, uncertain, ends=(start_text, end_text))
