"""What EDTF level 2 adds, which is recognized to be named, not read."""

import re

from tui.model.edtf.days import days_in

_COMPONENTS = re.compile(
    r"[?~%]?-?[\dX]{4}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?)?)?", re.ASCII
).fullmatch
# What X leaves open must leave something possible: no month 13, no day 4X.
_POSSIBLE = re.compile(
    r"-?[\dX]{4}(?:-(?:0[1-9X]|1[0-2X]|2[1-4]|X[\dX])(?:-(?:0[1-9X]|[12][\dX]|3[01X]|X[\dX]))?)?", re.ASCII
).fullmatch
_SET = re.compile(r"\{[-\dXY.,?~%/ ]*\}|\[[-\dXY.,?~%/ ]*\]", re.ASCII).fullmatch
_EXPONENT = re.compile(r"Y(-?)(\d{1,12})E(\d{1,2})(?:S\d+)?", re.ASCII).fullmatch
_SIGNIFICANT = re.compile(r"(Y?-?\d{4,12})S(\d{1,2})[?~%]?", re.ASCII).fullmatch
_LATE_SEASON = re.compile(r"(-?\d{4})-(2[5-9]|3\d|4[01])[?~%]?", re.ASCII).fullmatch

# The months of the groups 25 to 41: northern and southern seasons, quarters, thirds and halves of a year.
_NORTHERN = {25: "21", 26: "22", 27: "23", 28: "24"}
_MONTHS = {
    29: (9, 11), 31: (3, 5), 32: (6, 8), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


def is_level_2(text: str) -> bool:
    """Whether a text that is not level 0 or 1 has the shape of level 2."""
    if _SET(text) or _EXPONENT(text) or _SIGNIFICANT(text) or _LATE_SEASON(text):
        return True
    if not _COMPONENTS(text):
        return False
    inner = text.rstrip("?~%")
    if re.search("[?~%]", inner):
        return True
    return "X" in inner and _POSSIBLE(inner) is not None


def nearest(text: str) -> list[str]:
    """Give the dates of level 0 and 1 that come nearest to one of level 2. They need not be real."""
    if match := _EXPONENT(text):
        sign, digits, zeros = match.groups()
        return [f"Y{sign}{digits}{'0' * int(zeros)}"]
    if match := _SIGNIFICANT(text):
        return [match[1]]
    if match := _LATE_SEASON(text):
        return _season(match[1], int(match[2]))
    if not _COMPONENTS(text):
        return []
    if marks := set(re.findall("[?~%]", text)):
        mark = marks.pop() if len(marks) == 1 else "%"
        plain = re.sub("[?~%]", "", text)
        return [plain + mark]
    return _unspecified(text)


def _season(year: str, number: int) -> list[str]:
    if number in _NORTHERN:
        return [f"{year}-{_NORTHERN[number]}"]
    if number in _MONTHS:
        first, last = _MONTHS[number]
        return [f"{year}-{first:02}/{year}-{last:02}"]
    return [f"{year}-12/{int(year) + 1:04}-02"]


def _unspecified(text: str) -> list[str]:
    """Widen what X leaves open: 1XXX is 1000/1999, 2004-1X is 2004-10/2004-12."""
    match = re.fullmatch(r"(\d[\dX]{3})(?:-([\dX]{2}))?(?:-([\dX]{2}))?", text, re.ASCII)
    if match is None:
        return []
    year, month, day = match.groups()
    if "X" in year:
        # A year that is open says nothing a month could add to.
        single = re.fullmatch(r"\d\d(\dX|XX)", year)
        return [year] if single else [f"{year.replace('X', '0')}/{year.replace('X', '9')}"]
    if month and day and month.isdigit():
        return _tens(f"{year}-{month}", day[0], days_in(int(year), int(month)))
    return _tens(year, month[0], 12) if month else []


def _tens(date: str, tens: str, most: int) -> list[str]:
    """Widen a month or a day of which only the first digit is given, or neither."""
    if not tens.isdigit():
        return [f"{date}-XX"]
    first, last = max(int(tens) * 10, 1), min(int(tens) * 10 + 9, most)
    return [f"{date}-{first:02}/{date}-{last:02}" if first < last else f"{date}-{first:02}"]
