"""The drawing of the stances on one question: each actor on a scale from opposition to support, with every move."""

from itertools import pairwise
from typing import Final

from tui.analysis.view import View
from tui.export.html.drawing import WIDTH, circle, diamond, drawing, line, room_of, shortened, words
from tui.export.html.element import Element, element
from tui.export.wording import STANCES
from tui.model.edtf import describe
from tui.model.position import Position, Stance
from tui.model.question import Question

_PLACES: Final[dict[Stance, int]] = {
    "strongly-oppose": 0,
    "oppose": 1,
    "neutral": 2,
    "mixed": 2,
    "support": 3,
    "strongly-support": 4,
}
_LEFT: Final = 12.0
_BETWEEN: Final = 79.0
_TOP: Final = 24.0
_ROW: Final = 46.0


def stances(question: Question, number: int, view: View) -> Element:
    """Who stands where on a question: filled marks are where they stand now, hollow ones where they have been."""
    stands = [one for one in view.stands_on(question.id) if one.stance]
    scale = [
        words(_LEFT, 12, "strong opposition", "label"),
        words(WIDTH / 2, 12, "neutral", "label", "middle"),
        words(WIDTH - _LEFT, 12, "strong support", "label", "end"),
    ]
    rows = [_row(one, _TOP + index * _ROW, view) for index, one in enumerate(stands)]
    said = "; ".join(_said(one, view) for one in stands)
    drawn = drawing(
        f"stances-{number}",
        f"Who stands where on question {number}",
        f"{said}.",
        scale,
        rows,
        height=_TOP + _ROW * len(stands) + 4,
    )
    caption = element("figcaption", element("span", f"{number}. ", class_="number"), question.text)
    return element("figure", caption, drawn, class_="panel")


def _row(position: Position, y: float, view: View) -> list[Element]:
    stance = position.stance or "unknown"
    right = f"{STANCES[stance]}, {describe(position.date)}"
    name = shortened(view.name_of(position.actor), WIDTH - 2 * _LEFT - room_of(right) - 8)
    track = y + 32
    found = [
        words(_LEFT, y + 16, name, "label strong"),
        words(WIDTH - _LEFT, y + 16, right, "label", "end"),
        line(_LEFT, track, WIDTH - _LEFT, track, "track"),
        *(line(_x(place), track - 3, _x(place), track + 3, "track") for place in range(5)),
    ]
    held = [place for one in reversed(_ledger(position, view)) if (place := _place(one)) is not None]
    for before, after in pairwise(held):
        if before != after:
            found += [circle(_x(before), track, 5, "mark-ahead"), *_arrow(_x(before), _x(after), track)]
    if _place(position) is not None:
        shape = diamond if stance == "mixed" else circle
        found.append(shape(_x(held[-1]), track, 8 if stance == "mixed" else 7, "mark-happened"))
    return found


def _ledger(position: Position, view: View) -> list[Position]:
    """The position and those that it replaced, the newest first."""
    found = [position]
    while (before := view.replaced(found[-1])) is not None:
        found.append(before)
    return found


def _place(position: Position) -> int | None:
    return _PLACES.get(position.stance) if position.stance else None


def _x(place: int) -> float:
    return _LEFT + place * _BETWEEN


def _arrow(start: float, end: float, y: float) -> list[Element]:
    way = 1 if end > start else -1
    tip = end - way * 9
    return [
        line(start + way * 5, y, tip, y, "move"),
        line(tip - way * 5, y - 4, tip, y, "move"),
        line(tip - way * 5, y + 4, tip, y, "move"),
    ]


def _said(position: Position, view: View) -> str:
    earlier = [f"{STANCES[one.stance]} ({describe(one.date)})" for one in _ledger(position, view)[1:] if one.stance]
    moved = f", earlier {', '.join(earlier)}" if earlier else ""
    return f"{view.name_of(position.actor)}: {STANCES[position.stance or 'unknown']} ({describe(position.date)}){moved}"
