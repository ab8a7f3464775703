"""How far a date lies ahead of today or behind it, and under which heading of an agenda it falls."""

import datetime
from calendar import monthrange
from enum import StrEnum
from typing import Final, NamedTuple

from tui.model.edtf import EARLIEST, EDTF, LATEST, Precision, describe, ordinal

_WITHIN_WHICH: Final[frozenset[Precision]] = frozenset({"century", "decade", "year", "season", "month"})
"""What is due in one of these is due by its end."""


class Group(StrEnum):
    """The headings of an agenda, in their order. A week is that of ISO 8601: it ends with Sunday."""

    OVERDUE = "overdue"
    THIS_WEEK = "this-week"
    THIS_MONTH = "this-month"
    LATER = "later"
    NO_DATE = "no-date"

    @property
    def words(self) -> str:
        """The heading as it is shown: `This week`."""
        return self.value.replace("-", " ").capitalize()


class Distance(NamedTuple):
    """Where a date stands as seen from today.

    `days` are those left to the first day that the date covers, 0 from then on, and below 0 the days since its last;
    None where there is no date. `at_most` are those left to its last day, where it covers several.
    """

    group: Group
    days: int | None = None
    at_most: int | None = None

    @property
    def words(self) -> str:
        """For people: `5 days overdue`, `today`, `tomorrow`, `in 12 days`, `in 5–7 days`, `up to 20 days left`."""
        if self.days is None:
            return ""
        if self.days < 0:
            return f"{_days(-self.days)} overdue"
        if self.at_most:
            return f"in {self.days:,}–{_days(self.at_most)}" if self.days else f"up to {_days(self.at_most)} left"
        return {0: "today", 1: "tomorrow"}.get(self.days, f"in {_days(self.days)}")


def distance(date: EDTF | None, today: datetime.date) -> Distance:
    """Where a date stands as seen from `today`.

    It is overdue once its last day has passed. What is due in a month, a season or a year stands where that ends, all
    else where it begins, or from then on where today does. An interval without an end is no date; one without a
    beginning is its end.
    """
    if date is None or date.upper == LATEST:
        return Distance(Group.NO_DATE)
    now, last = today.toordinal(), ordinal(date.upper)
    first = last if date.lower == EARLIEST else ordinal(date.lower)
    if last < now:
        return Distance(Group.OVERDUE, last - now)
    begins = (date.start or date.end or date) if date.precision == "interval" else date
    pressing = ordinal(begins.upper) if begins.precision in _WITHIN_WHICH else first
    return Distance(_group(max(pressing, now), today), max(first - now, 0), last - now if last > first else None)


def heading(group: Group, today: datetime.date) -> str:
    """A heading as it is shown, with the day on which the week ends: `This week, until Sunday 21 Sep 2025`."""
    if group is not Group.THIS_WEEK:
        return group.words
    sunday = min(today.toordinal() + 6 - today.weekday(), datetime.date.max.toordinal())
    return f"{group.words}, until Sunday {describe(EDTF.from_date(datetime.date.fromordinal(sunday)))}"


def is_warned(date: EDTF | None, today: datetime.date, ahead: int, *, is_due: bool) -> bool:
    """Whether today is within `ahead` days before a date; of what is due by it before its last day, else its first.

    A warning stays until the date's last day has passed.
    """
    far = distance(date, today)
    left = far.at_most if is_due and far.at_most is not None else far.days
    return left is not None and 0 <= left <= ahead


def _group(number: int, today: datetime.date) -> Group:
    """The heading for a day, by its number, that is not before today."""
    now = today.toordinal()
    if number <= now + 6 - today.weekday():
        return Group.THIS_WEEK
    if number < now - today.day + 1 + monthrange(today.year, today.month)[1]:
        return Group.THIS_MONTH
    return Group.LATER


def _days(number: int) -> str:
    return f"{number:,} day{'' if number == 1 else 's'}"
