"""A date as somebody types it: EDTF, or words such as "3 weeks ago", which dateparser reads offline, in English."""

import datetime
import re
from typing import Final

from tui.load.characters import shortened
from tui.model.edtf import EARLIEST, EDTF, LATEST, EDTFError, describe

_LONGEST: Final = 60
_HINT: Final = "write it as 2025-09-19, 2025-09 or 2025, or in words: yesterday, 3 weeks ago, 19 Sep 2025"
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD: Final = re.compile(r"[a-z]{2}", re.IGNORECASE)
_NUMBERS: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
_AT_A_DISTANCE: Final = re.compile(r"\bago\b|\bin\b", re.IGNORECASE)


def typed_date(text: str, today: datetime.date) -> EDTF:
    """The date that `text` names on the day `today`: a day, or a month or a year where no more was typed.

    EDTF is taken as it stands, but for what has no beginning or no end. Raises EDTFError for that, for what is no date,
    and for what may be two: 03/04/2025.
    """
    text = " ".join(text.split())
    try:
        written = EDTF(text)
    except EDTFError as error:
        refusal = error
    else:
        return _closed(written)
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return _of_numbers(numbers)
    if not _WORD.search(text) or len(text) > _LONGEST:
        # It was meant as EDTF, which says best what is wrong with it.
        raise refusal
    found = _read(text, today)
    if found is None:
        raise _no_date(text)
    return found


def _closed(date: EDTF) -> EDTF:
    if date.lower == EARLIEST or date.upper == LATEST:
        missing = "beginning" if date.lower == EARLIEST else "end"
        raise EDTFError(f"“{shortened(date.text, 40)}” has no {missing}", "name a day, a month or a year")
    return date


def is_relative(text: str) -> bool:
    """Whether the date that `text` names hangs on the day on which it is typed."""
    return _WORD.search(text) is not None and _YEAR.search(text) is None


def _of_numbers(numbers: re.Match[str]) -> EDTF:
    first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
    days = [
        f"{year:04}-{month:02}-{day:02}"
        for day, month in dict.fromkeys(((first, second), (second, first)))
        if 1 <= month <= 12
    ]
    if len(days) == 2:
        one, other = (describe(EDTF(day)) for day in days)
        raise EDTFError(f"{numbers[0]} may be {one} or {other}", f"write {days[0]} or {days[1]}")
    if not days:
        raise _no_date(numbers[0])
    return EDTF(days[0])


def _no_date(text: str) -> EDTFError:
    return EDTFError(f"“{shortened(text, 40)}” is no date", _HINT)


def _read(text: str, today: datetime.date) -> EDTF | None:
    # Slow to import, and few dates are typed in words.
    from dateparser.date import DateDataParser  # noqa: PLC0415

    # At noon, so that hours before and after are of the day.
    noon = datetime.datetime.combine(today, datetime.time(12))
    settings = {
        "RELATIVE_BASE": noon,
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "current",
        "PREFER_MONTH_OF_YEAR": "current",
        "PARSERS": ["relative-time", "absolute-time"],
    }
    try:
        found = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    except (ValueError, OverflowError):
        return None
    if found.date_obj is None or found.period not in {"day", "week", "month", "year"}:
        return None
    day = found.date_obj.date()
    # "A month ago" is a day; "last month" is a month.
    period = "day" if _AT_A_DISTANCE.search(text) else found.period
    written = {"month": f"{day.year:04}-{day.month:02}", "year": f"{day.year:04}"}
    return EDTF(written.get(period, day.isoformat()))
