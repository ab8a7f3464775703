"""The drawing of the timeline: every event where it stands in time, to scale, stacked where several meet."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.analysis.view import View
from tui.export.html.axis import Axis, moment, span
from tui.export.html.drawing import circle, diamond, drawing, line, words
from tui.export.html.element import Element, element
from tui.model.edtf import describe
from tui.model.event import Event

_MOST_MARKS: Final = 150
"""Beyond this many, events are counted instead of drawn one by one."""

_RADIUS: Final = 9.0
_STEP: Final = 22.0
_BIN: Final = 8.0
_HIGHEST: Final = 120.0


class _Mark(NamedTuple):
    event: Event
    number: int
    x: float
    start: float
    end: float
    lane: int


def strip(view: View, numbers: dict[str, int], *, width: float, name: str, class_: str) -> Element:
    """The events of a View on a line of time; `numbers` has the number of each in the list beside it."""
    spans = [span(one.date) for one in view.events]
    now = moment(view.date.upper)
    axis = Axis([*(edge for one in spans for edge in one), now, now + 1 / 365], 14.0, width - 14.0)
    title = "Timeline, to scale"
    first, last = view.events[0], view.events[-1]
    said = f"{len(view.events)} events from {describe(first.date)} to {describe(last.date)}"
    if len(view.events) > _MOST_MARKS:
        shapes, top = _counted(spans, axis)
        described = f"{said}, counted where they stand in time. The list has every one."
    else:
        marks = _marks(view.events, spans, numbers, axis)
        top = _STEP * (max(one.lane for one in marks) + 1)
        shapes = [shape for one in marks for shape in _drawn(one, view, top)]
        described = f"{said}, each with its number in the list."
    base = top + 22
    x = axis.x(now)
    at_edge = "end" if x > width - 60 else "start"
    as_of = [
        line(x, 8, x, base, "as-of"),
        words(x + (-4 if at_edge == "end" else 4), 12, "as of", "label as-of-label", at_edge),
    ]
    scale = [line(14, base, width - 14, base, "axis")]
    for tick in axis.ticks():
        scale.append(line(tick.x, base, tick.x, base + (6 if tick.strong else 4), "axis"))
        anchor = "start" if tick.x < 26 else "end" if tick.x > width - 26 else "middle"
        scale.append(words(tick.x, base + 20, tick.label, "label strong" if tick.strong else "label", anchor))
    for cut in axis.breaks:
        scale += [line(cut - 6, base + 6, cut + 1, base - 6, "cut"), line(cut - 1, base + 6, cut + 6, base - 6, "cut")]
    return drawing(name, title, described, as_of, shapes, scale, height=base + 28, width=width, class_=class_)


def _marks(
    events: Sequence[Event], spans: Sequence[tuple[float, float]], numbers: dict[str, int], axis: Axis
) -> list[_Mark]:
    placed = []
    lanes: list[float] = []
    drawn = [(axis.x(start), axis.x(end), one) for one, (start, end) in zip(events, spans, strict=True)]
    for start, end, one in sorted(drawn, key=lambda each: (each[0] + each[1], numbers[each[2].id])):
        x = (start + end) / 2
        left, right = min(start, x - _RADIUS - 1), max(end, x + _RADIUS + 1)
        lane = next((index for index, taken in enumerate(lanes) if taken <= left), len(lanes))
        lanes[lane : lane + 1] = [right]
        placed.append(_Mark(one, numbers[one.id], x, start, end, lane))
    return placed


def _drawn(mark: _Mark, view: View, top: float) -> list[Element]:
    y = top + 10 - _STEP / 2 - mark.lane * _STEP
    date, status = mark.event.date, view.status(mark.event)
    vague = " vague" if date.approximate or date.uncertain else ""
    kind = "happened" if status == "happened" else "off" if status in {"postponed", "cancelled"} else "ahead"
    shape = diamond if mark.event.kind == "deadline" else circle
    radius = _RADIUS + 2.5 if mark.event.kind == "deadline" else _RADIUS
    found = []
    if mark.end - mark.start > 2 * _RADIUS:
        found.append(line(mark.start, y, mark.end, y, f"span{vague}"))
    found.append(shape(mark.x, y, radius, f"mark-{kind}{vague}"))
    if kind == "off":
        found.append(line(mark.x - 6, y + 6, mark.x + 6, y - 6, "cut"))
    size = "on-mark small" if mark.number > 99 else "on-mark"
    inked = " inked" if kind == "happened" and not vague else ""
    found.append(words(mark.x, y + 3.6, str(mark.number), size + inked, "middle"))
    return found


def _counted(spans: Sequence[tuple[float, float]], axis: Axis) -> tuple[list[Element], float]:
    counts = Counter(int(axis.x((start + end) / 2) // _BIN) for start, end in spans)
    most = max(counts.values())
    bars = []
    for index, count in sorted(counts.items()):
        height = max(_HIGHEST * count / most, 2.0)
        bars.append(
            element(
                "rect",
                x=f"{index * _BIN + 1:.1f}",
                y=f"{_HIGHEST + 20 - height:.1f}",
                width=f"{_BIN - 2:.1f}",
                height=f"{height:.1f}",
                class_="mark-happened",
            )
        )
    return bars, _HIGHEST
