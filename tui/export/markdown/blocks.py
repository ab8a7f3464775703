"""The blocks of which a document is made. What they take is Markdown already, but for `paragraph_texts`."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.export.cells import cell_width
from tui.export.markdown.escape import inline

INDENT = "  "


class Entry(NamedTuple):
    """An item of a list, with the items below it. `lines` stand below each other in one paragraph."""

    lines: tuple[str, ...]
    below: tuple["Entry", ...] = ()


def entry(*lines: str, below: Iterable[Entry] = ()) -> Entry:
    """An item of a list of the lines that are not empty."""
    return Entry(tuple(line for line in lines if line), tuple(below))


def heading(level: int, text: str, number: int | None = None) -> str:
    """A heading of a level from 1 to 6, with a number before it where one is given."""
    numbered = "" if number is None else f"{number}. "
    return f"{'#' * level} {numbered}{inline(text)}"


def bullets(entries: Iterable[Entry], depth: int = 0) -> str:
    """A tight list."""
    return "\n".join(_bullet(one, depth) for one in entries)


def _bullet(item: Entry, depth: int) -> str:
    before = INDENT * depth
    text = f"\\\n{before}{INDENT}".join(item.lines)
    below = f"\n{bullets(item.below, depth + 1)}" if item.below else ""
    return f"{before}- {text}{below}"


def quotation(paragraphs: Iterable[str]) -> str:
    """A block quotation."""
    text = "\n\n".join(paragraphs)
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; every row has as many cells as the header. Its columns are aligned by the cells of a terminal."""
    all_rows = [header, *rows]
    widths = [max(3, *map(cell_width, column)) for column in zip(*all_rows, strict=True)]
    ruled = [all_rows[0], ["-" * width for width in widths], *all_rows[1:]]
    return "\n".join(
        f"| {' | '.join(cell + ' ' * (width - cell_width(cell)) for cell, width in zip(row, widths, strict=True))} |"
        for row in ruled
    )
