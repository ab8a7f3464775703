"""A list of briefings for people."""

import shutil
import sys
from collections.abc import Callable, Sequence
from typing import Final

import click

from tui.cli.streams import coloured, is_terminal
from tui.library.catalogue.catalogue import Line

_HEADINGS: Final = ("TITLE", "ID", "AS OF", "OPEN", "NEXT", "PROBLEMS")
_NUMBERS: Final = frozenset({3, 5})
_SHRINKING: Final = ((0, 12), (1, 8))
"""The columns that give way where the terminal is narrow, and what is left of each."""
_GAP: Final = "  "


def table(briefings: Sequence[Line]) -> str:
    """The list for people: as wide as the terminal, or whole where stdout is none; "" of no briefing."""
    if not briefings:
        return ""
    rows: list[Sequence[str]] = [_HEADINGS, *briefings]
    # Most rows are plain, and there may be thousands.
    texts = map("".join, rows)
    others = [number for number, text in enumerate(texts) if not (text.isascii() and text.isprintable())]
    width_of: Callable[[str], int] = len
    if others:
        from tui.export.cells import cell_width as width_of
        from tui.load.characters import printable

        for number in others:
            rows[number] = tuple(map(printable, rows[number]))
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    if is_terminal(sys.stdout) and _shrink(widths):
        lines = [_line(row, widths) for row in rows]
    else:
        layout = _GAP.join(f"%{'' if column in _NUMBERS else '-'}{width}s" for column, width in enumerate(widths))
        lines = [(layout % tuple(row)).rstrip() for row in rows]
        for number in others:
            lines[number] = _line(rows[number], widths)
    if coloured():
        lines[0] = click.style(lines[0], bold=True)
    return "\n".join(lines) + "\n"


def _shrink(widths: list[int]) -> bool:
    """Let the columns that can give way, as far as the terminal is too narrow; whether any does."""
    beyond = sum(widths) + len(_GAP) * (len(widths) - 1) - shutil.get_terminal_size((80, 24)).columns
    before = list(widths)
    for column, narrowest in _SHRINKING:
        less = max(0, min(beyond, widths[column] - narrowest))
        widths[column] -= less
        beyond -= less
    return widths != before


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(_cell(row[column], width, column in _NUMBERS) for column, width in enumerate(widths)).rstrip()


def _cell(cell: str, width: int, is_number: bool) -> str:
    from tui.export.cells import cell_width

    taken = cell_width(cell)
    if taken > width:
        from rich.cells import set_cell_size

        return set_cell_size(cell, width - 1) + "…"
    space = " " * (width - taken)
    return space + cell if is_number else cell + space
