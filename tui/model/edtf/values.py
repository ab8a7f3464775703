"""Dates of the right shape with a value that does not exist: a 13th month, a 31 June, an hour 24.

A `Fault` is a sentence and the texts that may have been meant, of which not all need be dates.
"""

import re
from collections.abc import Callable

from tui.model.edtf.days import Day, days_in, next_day
from tui.model.edtf.parse import read

Fault = tuple[str, tuple[str, ...]]

_MONTH_NAMES = (
    "", "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(-?\d{4})-(\d\d|XX)(?:-(\d\d|XX))?([?~%]?)", re.ASCII).fullmatch
_NUMBER = re.compile(r"([+-]?)(\d+)([?~%]?)", re.ASCII).fullmatch
_LONG_YEAR = re.compile(r"[Yy](-?)(\d+)([?~%]?)(-.*)?", re.ASCII).fullmatch
_MARKS = re.compile(r"(.*?)([?~%]{2,})").fullmatch
_OLD_X = re.compile(r"(-?\d{2}[\du]{2}(?:-[\du]{2}){0,2})", re.ASCII).fullmatch
_TIME = re.compile(
    r"([^T\s]+)([Tt]| +)(\d\d?)(?::?(\d\d))?(?::?(\d\d))?([.,]\d+)?"
    r"(?: ?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?([?~%]?)",
    re.ASCII,
).fullmatch


def wrong_value(text: str) -> Fault | None:
    """Find what is wrong with a date that has no time of day; None where its shape is another."""
    if text.startswith("-0000"):
        return "There is no year -0000", (text.removeprefix("-"),)
    for shape, fault in _SHAPES:
        if match := shape(text):
            return fault(*match.groups())
    return None


def _wrong_marks(date: str, marks: str) -> Fault:
    mark = marks[0] if len(set(marks)) == 1 else "%"
    return "One mark stands at the end of a date: ?, ~ or % for both", (date + mark,)


def _wrong_part(year: str, month: str, day: str | None, mark: str) -> Fault | None:
    if month == "00":
        return "There is no month 00", (f"{year}{mark}", f"{year}-XX{mark}")
    if "21" <= month <= "24" and day is not None:
        return "A season has no days", (f"{year}-{month}{mark}",)
    if "12" < month < "XX":
        return f"There is no month {month}", (f"{year}-{day}-{month}{mark}",) if day else ()
    return None if "XX" in {month, day} or day is None else _wrong_day(year, int(month), day, mark)


def _wrong_day(year: str, month: int, day: str, mark: str) -> Fault | None:
    if day == "00":
        return "There is no day 00", (f"{year}-{month:02}{mark}", f"{year}-{month:02}-XX{mark}")
    length = days_in(int(year), month)
    return (f"{_MONTH_NAMES[month]} {year} has {length} days", ()) if int(day) > length else None


def _wrong_long_year(sign: str, digits: str, mark: str, rest: str | None) -> Fault | None:
    number = digits.lstrip("0") or "0"
    if len(number) > 12:
        return "A year has at most twelve digits", ()
    if len(number) < 5:
        return "A year after Y has five digits or more", (f"{sign}{number:0>4}{rest or ''}{mark}",)
    if rest:
        return "A year after Y has no months or days", (f"Y{sign}{number}{mark}",)
    return "A year after Y does not begin with 0", (f"Y{sign}{number}{mark}",)


def _wrong_number(sign: str, digits: str, mark: str) -> Fault | None:
    minus = "-" if sign == "-" else ""
    if len(digits) == 4:
        return "A year has no plus sign", (digits + mark,)
    if len(digits) < 4:
        decade = {2: f"{minus}{digits}XX{mark}", 3: f"{minus}{digits}X{mark}"}.get(len(digits))
        year = f"{minus}{digits:0>4}{mark}"
        return "A year has four digits", (decade, year) if decade else (year,)
    if len(digits) == 6 or (len(digits) == 8 and not sign):
        compact = "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if part)
        return "A date has hyphens between year, month and day", (minus + compact + mark,)
    if len(digits) > 12:
        return "A year has at most twelve digits", ()
    return "A year of more than four digits has a Y before it", (f"Y{minus}{digits.lstrip('0')}{mark}",)


def _wrong_digit(text: str) -> Fault:
    return "An unknown digit is written as X", (text.replace("u", "X"),)


_SHAPES: tuple[tuple[Callable[[str], re.Match[str] | None], Callable[..., Fault | None]], ...] = (
    (_MARKS, _wrong_marks),
    (_DATE, _wrong_part),
    (_LONG_YEAR, _wrong_long_year),
    (_NUMBER, _wrong_number),
    (_OLD_X, _wrong_digit),
)


def wrong_time(text: str) -> Fault | None:
    """Find what is wrong with a date that has a time of day; None where its shape is another."""
    match = _TIME(text)
    if match is None:
        return None
    date, separator, hour, minute, second, fraction, shift, mark = match.groups()
    reading, zone = read(date), _zone(shift)
    if reading is None:
        return wrong_value(date)
    meant = f"{date}T{hour:0>2}:{minute or '00'}:{second or '00'}{zone}"
    if fault := _wrong_clock(reading[0], hour, minute or "00", second or "00", zone):
        return fault
    faults = (
        (
            reading[2].precision != "day" or date[-1] in "?~%",
            "A time of day stands after a plain calendar day",
        ),
        (read(f"2000-01-01T00:00:00{zone}") is None, "A time zone is at most 23:59 from UTC"),
        (mark, "A date with a time of day takes no ?, ~ or %"),
        (separator != "T", "A T stands between the date and the time of day"),
        (not second, "A time of day has hours, minutes and seconds"),
        (fraction, "A time of day has whole seconds"),
        (True, "A time of day is written as 12:00:00, with Z or a shift like +05:30 for its zone"),
    )
    return next(message for wrong, message in faults if wrong), (meant, date + mark) if mark else (meant,)


def _wrong_clock(day: Day, hour: str, minute: str, second: str, zone: str) -> Fault | None:
    if (hour, minute, second) == ("24", "00", "00"):
        year, month, number = next_day(day)
        digits = f"-{-year:04}" if year < 0 else f"{year:04}"
        return "There is no hour 24", (f"{digits}-{month:02}-{number:02}T00:00:00{zone}",)
    limits = ((hour, 23, "hour"), (minute, 59, "minute"), (second, 59, "second"))
    beyond = (f"There is no {name} {part}" for part, limit, name in limits if int(part) > limit)
    message = next(beyond, None)
    return None if message is None else (message, ())


def _zone(shift: str | None) -> str:
    """Give a time zone as EDTF has it."""
    if shift is None:
        return ""
    if shift[0] not in "+-":
        return "Z"
    digits = shift[1:].replace(":", "")
    return shift[0] + ":".join(part for part in (digits[:2], digits[2:]) if part)
