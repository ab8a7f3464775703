"""Calendar days of any year, in the proleptic Gregorian calendar."""

Day = tuple[int, int, int]
"""Astronomical year (0 is 1 BC), month 1 to 12, day 1 to 31. Days compare as tuples."""

EARLIEST: Day = (-(10**12), 1, 1)
"""Before every date that can be written: the lower bound of an interval with an open start."""

LATEST: Day = (10**12, 12, 31)
"""After every date that can be written: the upper bound of an interval with an open end."""

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(year: int, month: int) -> int:
    """Say how many days a month has; `month` is 1 to 12."""
    if month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
        return 29
    return _LENGTHS[month]


def next_day(day: Day) -> Day:
    """Give the calendar day that follows."""
    year, month, number = day
    if number < days_in(year, month):
        return (year, month, number + 1)
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def ordinal(day: Day) -> int:
    """Number the days: 1 is the first of year 1, as in `datetime.date.toordinal`, but of any year."""
    year, month, number = day
    # Counted from March, so that the day which a leap year adds comes last.
    year, month = (year, month - 3) if month > 2 else (year - 1, month + 9)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + number - 306
