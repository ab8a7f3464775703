"""Days as numbers, by which SQLite compares them."""

from typing import Final

_MOST: Final = 2**62

Day = tuple[int, int, int]


def day_number(day: Day) -> int:
    """A number that is the greater the later the day; years beyond what SQLite counts are as far as it does."""
    return max(-_MOST, min(_MOST, day[0] * 372 + (day[1] - 1) * 31 + day[2] - 1))
