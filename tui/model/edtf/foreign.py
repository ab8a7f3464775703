"""Dates as people and programs write them elsewhere, and what they are in EDTF.

Nothing here is accepted: the answers are hints, and a spelling that can be read in two ways has none or both.
"""

import re

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?", re.ASCII).fullmatch
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII).fullmatch
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII).fullmatch
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII).fullmatch
_DAY_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})", re.ASCII).fullmatch
_NAMED_DAY = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII).fullmatch
_NAMED = re.compile(r"([a-z]{3,9})\.?,? (\d{4})", re.ASCII).fullmatch
_SEASON = re.compile(r"(spring|summer|autumn|fall|winter),? (?:of )?(\d{4})", re.ASCII).fullmatch
_DECADE = re.compile(r"(?:the )?(\d{3})0['’]?s", re.ASCII).fullmatch
_ABOUT = re.compile(r"(?:c\.|ca\.|circa|about|around|~) ?(.+)").fullmatch
_BETWEEN = re.compile(r" ?[–—] ?| - | to |(?<=\d{4})-(?=\d{4}$)")
_SEASON_NUMBERS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}


def rewrite(text: str) -> list[str]:
    """Give what a text may mean, spelled as EDTF, most likely first. Not all of it need be a real date."""
    text = text.lower()
    if match := _YEAR_FIRST(text) or _COMPACT(text):
        return _year_first(*match.groups())
    if match := _YEAR_LAST(text):
        first, second, year = match.groups()
        return list(dict.fromkeys([_iso(year, second, first), _iso(year, first, second)]))
    if match := _MONTH_YEAR(text):
        return [_iso(match[2], match[1])]
    if match := _DECADE(text):
        return [f"{match[1]}X"]
    if match := _SEASON(text):
        return [f"{match[2]}-{_SEASON_NUMBERS[match[1]]}"]
    return _named(text) or _compound(text)


def _year_first(year: str, month: str, day: str | None) -> list[str]:
    if day is not None and int(month) > 12:
        return [_iso(year, day, month)]
    return [_iso(year, month, day)]


def _named(text: str) -> list[str]:
    """Rewrite a date that names its month."""
    if match := _DAY_NAMED(text):
        day, name, year = match.groups()
    elif match := _NAMED_DAY(text):
        name, day, year = match.groups()
    elif match := _NAMED(text):
        (name, year), day = match.groups(), None
    else:
        return []
    # "Sept" and "Sep" are beginnings of the name; three letters tell all twelve apart.
    return [_iso(year, str(number), day) for number, month in enumerate(_MONTHS, 1) if month.startswith(name)]


def _compound(text: str) -> list[str]:
    """Rewrite "about …", and "… to …", whose parts are EDTF or rewritten in turn."""
    if match := _ABOUT(text):
        return [f"{date}~" for date in _parts(match[1])]
    ends = _BETWEEN.split(text)
    if len(ends) == 2:
        return [f"{start}/{end}" for start in _parts(ends[0]) for end in _parts(ends[1])]
    # Dashes that typing programs put in place of hyphens.
    return [re.sub("[‐‑‒–—−]", "-", text)]


def _parts(text: str) -> list[str]:
    plain = re.fullmatch(r"\d{4}(-\d\d){0,2}[?~%]?", text, re.ASCII)
    return [text] if plain else rewrite(text)


def _iso(year: str, month: str, day: str | None = None) -> str:
    date = f"{year}-{int(month):02}"
    return date if day is None else f"{date}-{int(day):02}"
