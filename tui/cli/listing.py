"""A list of briefings, for people and for programs."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from pathlib import Path
from typing import Final

import click

from tui.cli.shown import escaped, typed_below
from tui.cli.streams import coloured, is_terminal
from tui.export.cells import cell_width
from tui.library.catalogue.catalogue import Listed
from tui.load.characters import printable

_HEADINGS: Final = ("TITLE", "ID", "AS OF", "OPEN", "NEXT", "PROBLEMS")
_NUMBERS: Final = frozenset({3, 5})
_SHRINKING: Final = ((0, 12), (1, 8))
"""The columns that give way where the terminal is narrow, and what is left of each."""
_GAP: Final = "  "


def json_list(root: Path, briefings: Iterable[Listed]) -> str:
    """The list for programs; of a file of which nothing can be shown, `id` and `as_of` are null."""
    # Laid out as `json_text` would, which takes ten times as long.
    text = encode_basestring
    where = typed_below(root)
    parts = []
    for one in briefings:
        topics = ",\n".join(f"      {text(topic)}" for topic in one.topics)
        topics = f"[\n{topics}\n    ]" if topics else "[]"
        parts.append(
            "  {\n"
            f'    "id": {text(one.id) if one.id else "null"},\n'
            f'    "path": {text(where(one.path))},\n'
            f'    "title": {text(one.title)},\n'
            f'    "topics": {topics},\n'
            f'    "as_of": {text(one.as_of) if one.as_of else "null"},\n'
            f'    "open_questions": {one.open_questions},\n'
            f'    "next_date": {text(one.next_date) if one.next_date else "null"},\n'
            f'    "problems": {one.problems}\n'
            "  }"
        )
    return escaped("[\n" + ",\n".join(parts) + "\n]\n" if parts else "[]\n")


def table(briefings: Sequence[Listed]) -> str:
    """The list for people: as wide as the terminal, or whole where stdout is none; "" of no briefing."""
    if not briefings:
        return ""
    rows = [_HEADINGS, *map(_row, briefings)]
    widths = [_widest(column) for column in zip(*rows, strict=True)]
    if is_terminal(sys.stdout):
        beyond = sum(widths) + len(_GAP) * (len(widths) - 1) - shutil.get_terminal_size((80, 24)).columns
        for column, narrowest in _SHRINKING:
            less = max(0, min(beyond, widths[column] - narrowest))
            widths[column] -= less
            beyond -= less
    heading, *lines = _lines(rows, widths)
    if coloured():
        heading = click.style(heading, bold=True)
    return "".join(f"{line}\n" for line in (heading, *lines))


def _row(one: Listed) -> tuple[str, ...]:
    cells = (
        one.title,
        one.id,
        one.as_of_words or one.as_of,
        str(one.open_questions or ""),
        one.next_words or one.next_date or "",
        str(one.problems or ""),
    )
    return tuple(cell if cell.isprintable() and cell.isascii() else printable(cell) for cell in cells)


def _lines(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    # Most rows are plain, and there may be thousands.
    layout = _GAP.join(f"%{'' if column in _NUMBERS else '-'}{width}s" for column, width in enumerate(widths))
    for row in rows:
        if "".join(row).isascii() and all(map(int.__le__, map(len, row), widths)):
            yield (layout % tuple(row)).rstrip()
        else:
            cells = (_cell(row[column], width, column in _NUMBERS) for column, width in enumerate(widths))
            yield _GAP.join(cells).rstrip()


def _cell(cell: str, width: int, is_number: bool) -> str:
    taken = cell_width(cell)
    if taken > width:
        from rich.cells import set_cell_size

        return set_cell_size(cell, width - 1) + "…"
    space = " " * (width - taken)
    return space + cell if is_number else cell + space


def _widest(column: Sequence[str]) -> int:
    return max(map(len, column)) if "".join(column).isascii() else max(map(cell_width, column))
