"""The drawing of a series of figures over time, to scale; a range is a bar, what is approximate is hollow."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tui.export.html.axis import Axis, span
from tui.export.html.drawing import WIDTH, circle, drawing, line, words
from tui.export.html.element import Element, element
from tui.export.wording import amount, digits
from tui.model.edtf import describe
from tui.model.figure import Figure

_TOP: Final = 26.0
_BASE: Final = 150.0
_SIDE: Final = 16.0
_MOST_LABELS: Final = 6
_TIME_LABEL: Final = 60.0


def series(figures: Sequence[Figure], number: int) -> Element:
    """A figure of the values of one series, by date."""
    low = min(_low(one) for one in figures)
    high = max(_high(one) for one in figures)
    # Heights are compared, so they begin at nothing, unless something is below that.
    bottom, top = min(low, Decimal(0)), max(high, Decimal(0))
    reach = top - bottom or Decimal(1)
    spans = [span(one.date) for one in figures]
    axis = Axis([edge for one in spans for edge in one], _SIDE, WIDTH - _SIDE, whole=True)

    def y(value: Decimal) -> float:
        return _BASE - float((value - bottom) / reach) * (_BASE - _TOP)

    points = [(axis.x((start + end) / 2), one) for one, (start, end) in zip(figures, spans, strict=True)]
    shapes = [line(_SIDE - 8, y(Decimal(0)), WIDTH - _SIDE + 8, y(Decimal(0)), "axis")]
    shapes += [line(tick.x, _BASE, tick.x, _BASE + 5, "axis") for tick in axis.ticks(_TIME_LABEL)]
    shapes += [
        words(
            tick.x,
            _BASE + 19,
            tick.label,
            "label",
            "start" if tick.x < 30 else "end" if tick.x > WIDTH - 30 else "middle",
        )
        for tick in axis.ticks(_TIME_LABEL)
    ]
    for (x, one), (next_x, other) in pairwise(points):
        shapes.append(line(x, y(_middle(one)), next_x, y(_middle(other)), "trend"))
    for x, one in points:
        shapes += _point(x, one, y(_low(one)), y(_high(one)))
    if len(points) <= _MOST_LABELS:
        shapes += [
            words(
                x,
                y(_high(one)) - 9,
                _value(one),
                "label strong",
                "start" if x < 60 else "end" if x > WIDTH - 60 else "middle",
            )
            for x, one in points
        ]
    name, unit = figures[0].name, figures[0].unit
    said = "; ".join(f"{amount(one)} ({describe(one.date)})" for one in figures)
    drawn = drawing(f"figure-{number}", name, f"{said}.", shapes, height=_BASE + 28)
    return element("figure", element("figcaption", name, f", {unit}" if unit else None), drawn, class_="panel")


def _point(x: float, figure: Figure, low: float, high: float) -> list[Element]:
    kind = "mark-happened vague" if figure.approximate else "mark-happened"
    if figure.value is not None:
        return [circle(x, low, 6, kind)]
    return [
        line(x, low, x, high, "range"),
        line(x - 6, low, x + 6, low, "range"),
        line(x - 6, high, x + 6, high, "range"),
    ]


def _low(figure: Figure) -> Decimal:
    return figure.value if figure.value is not None else figure.low or Decimal(0)


def _high(figure: Figure) -> Decimal:
    return figure.value if figure.value is not None else figure.high or Decimal(0)


def _middle(figure: Figure) -> Decimal:
    return (_low(figure) + _high(figure)) / 2


def _value(figure: Figure) -> str:
    about = "c. " if figure.approximate else ""
    if figure.value is not None:
        return about + digits(figure.value)
    return f"{about}{digits(_low(figure))}–{digits(_high(figure))}"
