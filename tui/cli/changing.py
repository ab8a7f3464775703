"""What `brief changes` found, for people."""

import shutil
import sys
from collections.abc import Iterator
from typing import Final

import click
from rich.cells import cell_len, chop_cells

from tui.analysis.changes import Changes
from tui.cli.streams import coloured, is_terminal
from tui.export.changes.text import sections
from tui.load.characters import printable

_NARROWEST: Final = 30
_INDENT: Final = "  "
_BELOW: Final = "      "


def report(changes: Changes, between: str) -> str:
    """Every change by kind; as wide as the terminal, or each on one line where stdout is none.

    `between` says what was compared.
    """
    found = sections(changes)
    if not found:
        return f"Nothing changed {printable(between)}.\n"
    width = max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns) if is_terminal(sys.stdout) else None
    lines = [*_wrapped(f"Changes {between}", "", "", width)]
    for section in found:
        title = printable(section.title)
        lines += ["", click.style(title, bold=True) if coloured() else title]
        for line in section.lines:
            lines += _wrapped(line.text, f"{_INDENT}- ", f"{_INDENT}  ", width)
            for below in line.below:
                lines += _wrapped(below, _BELOW, _BELOW, width)
    return "".join(f"{line}\n" for line in lines)


def _wrapped(text: str, first: str, rest: str, width: int | None) -> Iterator[str]:
    """The text on lines of at most `width` cells; on one where there is no width."""
    shown = printable(" ".join(text.split()))
    if width is None:
        yield first + shown
        return
    line = first
    is_empty = True
    for word in shown.split(" "):
        for piece in chop_cells(word, width - cell_len(rest)) or [""]:
            space = "" if is_empty else " "
            if not is_empty and cell_len(line) + len(space) + cell_len(piece) > width:
                yield line
                line, space = rest, ""
            line += space + piece
            is_empty = False
    yield line
