"""Days as numbers: how far apart two are, and how far one is from today."""

import datetime

from tui.model.edtf import EDTF, LATEST, Day


def ordinal(day: Day) -> int:
    """The days since some day, for any year of the proleptic Gregorian calendar."""
    year, month, number = day
    # Counted from March, so that the day of a leap year comes last.
    year -= month < 3
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * ((month + 9) % 12) + 2) // 5 + number


def days_until(date: EDTF, today: datetime.date) -> int | None:
    """The days from today to the last day of a date, below 0 where it has passed; None where it has no last day."""
    if date.upper == LATEST:
        return None
    return ordinal(date.upper) - ordinal((today.year, today.month, today.day))


def days_words(days: int) -> str:
    """How far a day lies ahead or behind: `in 12 days`, `today`, `3 days overdue`."""
    if days == 0:
        return "today"
    number = f"{abs(days):,} {'day' if abs(days) == 1 else 'days'}"
    return f"in {number}" if days > 0 else f"{number} overdue"
