"""The values of a series as bars to one scale, from zero."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from tui.app.panes.row import CURSOR
from tui.app.panes.text import EMPTY, Line, Piece, clip, line, pad, width_of
from tui.app.panes.words import number, when
from tui.model.figure import Figure

MOST: Final = 20
"""As many values are drawn, those around the one that is shown."""

_SOLID: Final = "█"
_ABOUT: Final = "▒"
_BETWEEN: Final = "░"
_PARTS: Final = " ▏▎▍▌▋▊▉"
_WIDEST: Final = 46
_LEAST: Final = 12
_MOST_PERCENT: Final = 10_000


class Span(NamedTuple):
    """The value of a figure: from `low` to `high`, alike where it is one number."""

    low: Decimal
    high: Decimal


def span(figure: Figure) -> Span:
    """From where to where the value of a figure goes."""
    zero = Decimal(0)
    if figure.value is not None:
        return Span(figure.value, figure.value)
    return Span(figure.low or zero, figure.high or zero)


def change_words(before: Figure, after: Figure) -> str:
    """How a value differs from the one before: `+32.25 (+24.8 %)`; of ranges from where to where, without a percentage.

    Nothing where the units differ.
    """
    if before.unit != after.unit:
        return ""
    was, now = span(before), span(after)
    least, most = now.low - was.high, now.high - was.low
    about = "c. " if before.approximate or after.approximate else ""
    if least != most:
        return f"{about}{_signed(least)} to {_signed(most)}"
    if not least:
        return "unchanged"
    share = least / was.low * 100 if was.low > 0 else None
    # A percentage with more digits says nothing.
    if share is None or abs(share) >= _MOST_PERCENT:
        return f"{about}{_signed(least)}"
    return f"{about}{_signed(least)} ({_signed(round(share, 1))} %)"


def bars(series: Sequence[Figure], shown: Figure, width: int, held: int | None = None) -> tuple[Line, ...]:
    """A line for each value of the series in the unit of `shown`, by date, with what the shades mean below.

    Of many those around `shown`, with how many are not drawn of the `held` (all that are given, if it is not). Nothing
    of fewer than two, or where it is too narrow.
    """
    alike = [one for one in series if one.unit == shown.unit]
    place = next(index for index, one in enumerate(alike) if one.id == shown.id)
    start = min(max(place - MOST // 2, 0), max(len(alike) - MOST, 0))
    drawn = alike[start : start + MOST]
    dates = max((width_of(_date(one)) for one in drawn), default=0)
    values = max((width_of(_value(one)) for one in drawn), default=0)
    room = min(width - dates - values - 6, _WIDEST)
    if len(alike) < 2 or room < _LEAST:
        return ()
    spans = [span(one) for one in drawn]
    low, high = min(Decimal(0), *(one.low for one in spans)), max(Decimal(0), *(one.high for one in spans))
    lines: list[Line] = []
    for figure in drawn:
        here = figure.id == shown.id
        mark = Piece(f"{CURSOR} " if here else "  ", "strong")
        bar = pad(_bar(figure, low, high, room), room)
        value = _value(figure)
        lines.append(
            (mark, *pad(_date(figure), dates + 1), *bar, Piece(" "), *pad(EMPTY, values - width_of(value)), *value)
        )
    hidden = (held or len(series)) - len(drawn)
    notes = [
        f"{_BETWEEN} from low to high" if any(one.low != one.high for one in spans) else "",
        f"{_ABOUT} approximate" if any(one.approximate for one in drawn) else "",
        f"{hidden:,} not drawn" if hidden else "",
    ]
    if any(notes):
        lines.append(clip(line("  " + "   ".join(one for one in notes if one), "muted"), width))
    return tuple(lines)


def _bar(figure: Figure, low: Decimal, high: Decimal, room: int) -> Line:
    """A bar from zero to the value; from zero to the nearer end of a range solid, on to the farther one shaded."""
    whole = high - low
    if not whole:
        return line("▏", "accent")
    one = span(figure)
    shade = _ABOUT if figure.approximate else _SOLID
    zero = _cells(-low, whole, room)
    if one.low >= 0:
        near, far = _cells(one.low - low, whole, room), _cells(one.high - low, whole, room)
        solid = _solid(shade, zero, one.low - low, whole, room) if one.low == one.high else shade * (near - zero)
        return (Piece(" " * zero), Piece(solid or "▏", "accent"), Piece(_BETWEEN * (far - near), "accent"))
    far, near = _cells(one.low - low, whole, room), min(_cells(one.high - low, whole, room), zero)
    beyond = max(_cells(one.high - low, whole, room) - zero, 0)
    lead = Piece(" " * far)
    if one.low == one.high:
        return (lead, Piece(shade * max(zero - far, 1), "accent"))
    solid = "" if beyond else shade * (zero - near)
    return (lead, Piece(_BETWEEN * (near - far), "accent"), Piece(solid, "accent"), Piece(_BETWEEN * beyond, "accent"))


def _solid(shade: str, zero: int, value: Decimal, whole: Decimal, room: int) -> str:
    """A bar to an eighth of a cell."""
    eighths = int(value / whole * room * 8) - zero * 8
    full = max(eighths // 8, 0)
    part = _PARTS[eighths % 8].strip() if shade == _SOLID and eighths > 0 else ""
    return shade * full + part


def _cells(value: Decimal, whole: Decimal, room: int) -> int:
    return int(value / whole * room)


def _date(figure: Figure) -> Line:
    return line(when(figure.date).split(",")[0].replace("\u00a0", " "), "muted")


def _value(figure: Figure) -> Line:
    one = span(figure)
    about = "c. " if figure.approximate else ""
    return line(f"{about}{number(one.low)}" + (f"–{number(one.high)}" if one.low != one.high else ""))


def _signed(value: Decimal) -> str:
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{number(abs(value))}"
