"""What drawings are made of: an SVG with its title and description, and text that fits its room."""

from typing import Final

from rich.cells import cell_len, set_cell_size

from tui.export.html.element import Element, Node, element

WIDTH: Final = 340
"""Pixels: as wide as the narrowest phone shows without shrinking."""

_PLAIN: Final = 6.3
"""Pixels that a character of a label takes, on average; less in most fonts."""

_STRONG: Final = 7.6
"""Pixels that a character of a strong label takes."""


def drawing(
    name: str, title: str, description: str, *shapes: Node, height: float, width: float = WIDTH, class_: str = ""
) -> Element:
    """An SVG for those who see it; `title` and `description` are its words. `name` is unique within the page."""
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-words"),
        *shapes,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=number(width),
        height=number(height),
        role="img",
        aria_labelledby=f"{name}-title {name}-words",
        class_=f"drawing {class_}".strip(),
    )


def number(value: float) -> str:
    """A number of pixels, to a tenth: the same on every machine."""
    return f"{round(value, 1):.1f}".removesuffix(".0")


def line(x1: float, y1: float, x2: float, y2: float, class_: str, **more: str) -> Element:
    """A straight line."""
    return element("line", x1=number(x1), y1=number(y1), x2=number(x2), y2=number(y2), class_=class_, **more)


def circle(x: float, y: float, r: float, class_: str) -> Element:
    """A circle."""
    return element("circle", cx=number(x), cy=number(y), r=number(r), class_=class_)


def diamond(x: float, y: float, r: float, class_: str) -> Element:
    """A square on its point."""
    points = ((x, y - r), (x + r, y), (x, y + r), (x - r, y))
    return element("polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in points), class_=class_)


def words(x: float, y: float, text: str, class_: str = "label", anchor: str = "start") -> Element:
    """Text whose line stands at `y`."""
    return element("text", text, x=number(x), y=number(y), class_=class_, text_anchor=anchor)


def shortened(text: str, room: float) -> str:
    """The text of a strong label, on one line and cut to so many pixels."""
    line = " ".join(text.split())
    cells = max(int(room / _STRONG), 4)
    return line if cell_len(line) <= cells else f"{set_cell_size(line, cells - 1).rstrip()}…"


def room_of(text: str) -> float:
    """About how many pixels a label takes."""
    return cell_len(text) * _PLAIN
