"""Runs of text: links, dates, marks of sources."""

from collections.abc import Iterable

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element
from tui.export.links import address
from tui.model.edtf import EDTF, describe
from tui.model.source import Source


def link(text: str, url: str | None) -> Node:
    """A link where `url` is an http, https or mailto address; else the text alone."""
    target = address(url)
    return element("a", text, href=target, rel="noreferrer") if target else text


def time(date: EDTF, shown: str | None = None) -> Node:
    """A date as people write it; where HTML has a value for it, an element that holds that for machines."""
    words = shown or describe(date)
    value = machine_readable(date)
    return element("time", words, datetime=value) if value else words


def machine_readable(date: EDTF) -> str | None:
    """A valid value of `datetime`, or None where HTML has none: for what is approximate, unknown or no one span."""
    year = date.lower[0]
    if date.approximate or date.uncertain or "X" in date.text or year < 1:
        return None
    match date.precision:
        case "year":
            return f"{year:04}"
        case "month":
            return f"{year:04}-{date.lower[1]:02}"
        case "day":
            return f"{year:04}-{date.lower[1]:02}-{date.lower[2]:02}"
        case "time":
            zone = date.zone or ""
            whole = zone if zone in {"", "Z"} or ":" in zone else f"{zone}:00"
            return f"{year:04}-{date.lower[1]:02}-{date.lower[2]:02}T{date.time}{whole}"
        case _:
            return None


def paragraphs(text: str) -> list[Element]:
    """The paragraphs of a text; a line end within one stays one."""
    found = []
    for part in text.replace("\r\n", "\n").split("\n\n"):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        broken: list[Node] = []
        for line in lines:
            broken += [element("br"), line] if broken else [line]
        if broken:
            found.append(element("p", broken))
    return found


class Notes:
    """The notes of one document: its sources, numbered by first use as its sections are made from top to bottom."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._marks: dict[str, int] = {}

    def marks(self, sources: Iterable[str]) -> Node:
        """The marks for some sources, in their order, each a link to its note. One that is not shown has none."""
        return [self._mark(one) for one in dict.fromkeys(sources) if self._view.source(one) is not None]

    def numbered(self) -> list[tuple[int, Source]]:
        """Every source that was marked, with its number."""
        found = ((number, self._view.source(one)) for number, one in enumerate(self._marks, 1))
        return [(number, source) for number, source in found if source is not None]

    def _mark(self, source: str) -> Element:
        first = source not in self._marks
        number = self._marks.setdefault(source, len(self._marks) + 1)
        anchor = element(
            "a",
            str(number),
            href=f"#note-{number}",
            id=f"mark-{number}" if first else None,
            role="doc-noteref",
            aria_label=f"Source {number}",
        )
        return element("sup", anchor, class_="mark")
