"""Dates as people write them: "c. 10 Aug 2020", "27–29 Oct 2025", "from Sept 2025"."""

from tui.model.edtf.date import EDTF

# Short months differ by what they stand with: "19 Sep 2025", but "Sept 2025".
_WITH_DAY = ("", "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec")
_ALONE = ("", "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def describe(date: EDTF) -> str:
    """Word a date for people: British day order, short months, "c." for approximate, "?" for uncertain."""
    if date.precision != "interval":
        return _qualified(date)
    start, end = date.start, date.end
    if start is None:
        return f"{'until' if date.open_start else '? –'} {_qualified(end)}" if end else date.text
    if end is None:
        return f"from {_qualified(start)}" if date.open_end else f"{_qualified(start)} – ?"
    marked = date.approximate or date.uncertain
    if start.precision != end.precision or marked:
        return f"{_qualified(start)} – {_qualified(end)}"
    return _range(start, end)


def describe_when(date: EDTF) -> str:
    """Word a date as it stands in a sentence: "on 10 Aug 2020", "in Aug 2020", "in the 2020s", "until Sept 2025"."""
    words = describe(date)
    first = date.start if date.precision == "interval" else date
    if first is None or (date.precision == "interval" and date.end is None):
        return words
    if first.precision in {"day", "time"} or "a day in " in words:
        return f"on {words}"
    return f"in the {words}" if words.removesuffix("?").endswith("0s") else f"in {words}"


def _qualified(date: EDTF) -> str:
    return ("c. " if date.approximate else "") + _plain(date) + ("?" if date.uncertain else "")


def _plain(date: EDTF) -> str:
    """Word what is no interval, without its qualifier."""
    year, month, _ = date.lower
    match date.precision:
        case "time":
            words = f"{_day(date)}, {_time(date)}"
        case "day":
            words = _day(date)
        case "month":
            words = f"{'a day in ' if 'X' in date.text else ''}{_ALONE[month]} {_year(year)}"
        case "season":
            words = f"{_SEASONS[month]} {_winter_years(year) if month == 12 else _year(year)}"
        case "year":
            # 2020-XX-XX is a day, 2020-XX a month.
            part = {4: "a day in ", 2: "a month in "}.get(date.text.count("X"), "")
            words = f"{part}{_year(year)}"
        case "decade" if year >= 10:
            words = f"{year}s"
        case _:
            words = _year_range(year, date.upper[0])
    return words


def _day(date: EDTF) -> str:
    year, month, day = date.lower
    return f"{day} {_WITH_DAY[month]} {_year(year)}"


def _time(date: EDTF) -> str:
    time = (date.time or "").removesuffix(":00")
    match date.zone:
        case None:
            return time
        case "Z":
            return f"{time} UTC"
        case shift:
            return f"{time} {shift if ':' in shift else f'{shift}:00'}"


def _year(year: int) -> str:
    """Word an astronomical year: 2020, AD 14, 44 BC, 17,000."""
    if year <= 0:
        return f"{_digits(1 - year)} BC"
    return f"AD {year}" if year < 100 else _digits(year)


def _digits(year: int) -> str:
    return f"{year:,}" if year >= 10_000 else str(year)


def _year_range(first: int, last: int) -> str:
    if first >= 100:
        return f"{_digits(first)}–{_digits(last)}"
    if last <= 0:
        return f"{_digits(1 - first)}–{_year(last)}"
    return f"{_year(first)} – {_year(last)}"


def _winter_years(year: int) -> str:
    """Word the two years of a winter: 2025–26, 1999–2000."""
    if year >= 100 and year // 100 == (year + 1) // 100:
        return f"{_digits(year)}–{(year + 1) % 100:02}"
    return _year_range(year, year + 1)


def _range(start: EDTF, end: EDTF) -> str:
    """Word an interval between two dates of one precision, what they share only once."""
    first, last, whole = start.lower, end.lower, _plain(end)
    if first == last:
        return whole
    if start.precision == "year":
        return _year_range(first[0], last[0])
    winter = start.precision == "season" and 12 in {first[1], last[1]}
    if first[0] != last[0] or winter:
        return f"{_plain(start)} – {whole}"
    if start.precision == "day":
        same_month = first[1] == last[1]
        return f"{first[2]}–{whole}" if same_month else f"{first[2]} {_WITH_DAY[first[1]]} – {whole}"
    return f"{(_ALONE[first[1]] if start.precision == 'month' else _SEASONS[first[1]])} – {whole}"
