"""A list of briefings, for people and for programs."""

import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import Final

import click
from rich.cells import cell_len, set_cell_size

from tui.cli.streams import coloured, is_terminal
from tui.files.typed import typed
from tui.library.summary import Summary
from tui.load.characters import printable

_HEADINGS: Final = ("TITLE", "ID", "AS OF", "OPEN", "NEXT", "PROBLEMS")
_NUMBERS: Final = frozenset({3, 5})
_SHRINKING: Final = ((0, 12), (1, 8))
"""The columns that give way where the terminal is narrow, and what is left of each."""
_GAP: Final = "  "


def entries(summaries: Iterable[Summary]) -> list[dict[str, object]]:
    """The list for programs; of a file of which nothing can be shown, `id` and `as_of` are None."""
    return [
        {
            "id": one.id or None,
            "path": typed(one.path),
            "title": one.title,
            "topics": list(one.topics),
            "as_of": one.as_of or None,
            "open_questions": one.open_questions,
            "next_date": one.next_date,
            "problems": one.problems,
        }
        for one in summaries
    ]


def table(summaries: Sequence[Summary]) -> str:
    """The list for people: as wide as the terminal, or whole where stdout is none; "" of no briefing."""
    if not summaries:
        return ""
    rows = [_HEADINGS, *map(_row, summaries)]
    widths = [max(cell_len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    if is_terminal(sys.stdout):
        beyond = sum(widths) + len(_GAP) * (len(widths) - 1) - shutil.get_terminal_size((80, 24)).columns
        for column, narrowest in _SHRINKING:
            less = max(0, min(beyond, widths[column] - narrowest))
            widths[column] -= less
            beyond -= less
    heading, *lines = [_line(row, widths) for row in rows]
    if coloured():
        heading = click.style(heading, bold=True)
    return "".join(f"{line}\n" for line in (heading, *lines))


def _row(one: Summary) -> tuple[str, ...]:
    cells = (
        one.title,
        one.id,
        one.as_of,
        str(one.open_questions or ""),
        one.next_date or "",
        str(one.problems or ""),
    )
    return tuple(map(printable, cells))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        _cell(cell, width, column in _NUMBERS) for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return _GAP.join(cells).rstrip()


def _cell(cell: str, width: int, is_number: bool) -> str:
    if cell_len(cell) > width:
        return set_cell_size(cell, width - 1) + "…"
    space = " " * (width - cell_len(cell))
    return space + cell if is_number else cell + space
