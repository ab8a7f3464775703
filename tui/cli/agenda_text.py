"""An agenda for people."""

import datetime
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple, Self

import click
from rich.cells import cell_len, set_cell_size

from tui.analysis.agenda import AgendaEntry
from tui.analysis.ahead import Group, heading
from tui.analysis.open_question import OpenQuestion, listed
from tui.cli.agenda_reading import Dated
from tui.cli.streams import coloured, is_terminal
from tui.load.characters import printable

SIGNS: Final = {"question": "?", "deadline": "◇", "event": "○"}
_WARNED: Final = "!"
_WIDEST_WHEN: Final = 30
"""The cells of the column of dates where lines are as wide as a terminal; elsewhere no date is cut."""


class Style(NamedTuple):
    """How it is printed: lines of so many cells, None for whole lines, and whether in colour."""

    width: int | None
    colour: bool

    @classmethod
    def plain(cls) -> Self:
        """As for a file."""
        return cls(None, colour=False)

    @classmethod
    def of_stdout(cls) -> Self:
        """As wide as the terminal, or whole where stdout is none."""
        width = shutil.get_terminal_size((80, 24)).columns if is_terminal(sys.stdout) else None
        return cls(width, coloured())

    def line(self, text: str, *, colour: str | None = None, bold: bool = False, dim: bool = False) -> str:
        """A line, cut where it is too long."""
        text = printable(text).rstrip()
        if self.width is not None and cell_len(text) > self.width:
            text = set_cell_size(text, max(self.width - 1, 0)).rstrip() + "…"
        return (click.style(text, fg=colour, bold=bold, dim=dim) if self.colour else text) + "\n"


def text(found: Sequence[Dated], today: datetime.date, style: Style) -> str:
    """The agenda under its headings; "" where nothing is on it.

    An entry is a line, with one below it for each question: who decides, where it stands, and what is expected.
    """
    return "\n".join(
        "".join(_group(group, [one.entry for one in entries], today, style))
        for group, entries in groupby(found, key=lambda one: one.entry.group)
    )


def _group(group: Group, entries: Sequence[AgendaEntry], today: datetime.date, style: Style) -> Iterator[str]:
    yield style.line(heading(group, today), bold=True)
    has_dates = group is not Group.NO_DATE
    whens = [" ".join(one.when.split()) if has_dates else "" for one in entries]
    lefts = [_left(one) for one in entries]
    when_width = max(map(cell_len, whens))
    if style.width is not None:
        when_width = min(when_width, _WIDEST_WHEN)
    left_width = max(map(cell_len, lefts))
    for entry, when, left in zip(entries, whens, lefts, strict=True):
        columns = [f"{_WARNED if entry.warned else ' '} {SIGNS[entry.kind]}"]
        columns += [_fit(when, when_width)] if when_width else []
        columns += [_fit(left, left_width)] if left_width else []
        colour = "red" if group is Group.OVERDUE else "yellow" if entry.warned else None
        said = ", ".join(one for one in (entry.became, "" if has_dates else entry.when) if one)
        title = f"{entry.text} ({said})" if said else entry.text
        yield style.line("  ".join((*columns, " ".join(title.split()))), colour=colour)
        for line in _below(entry):
            yield style.line(f"     {' '.join(line.split())}", dim=True)


def _left(entry: AgendaEntry) -> str:
    return f"{entry.distance.words}, warned" if entry.warned else entry.distance.words


def _below(entry: AgendaEntry) -> Iterator[str]:
    briefing = entry.briefing
    about = [f"{briefing.id}#{entry.id}", *([briefing.tlp.label] if briefing.tlp else [])]
    if entry.kind == "question":
        yield " · ".join((*about, *_briefed(entry.questions[0])))
        return
    yield " · ".join((*about, *([f"with {listed(entry.actors)}"] if entry.actors else [])))
    for question in entry.questions:
        yield f"? {question.text}"
        if briefed := " · ".join(_briefed(question)):
            yield briefed


def _briefed(question: OpenQuestion) -> Iterator[str]:
    if question.deciders:
        yield f"decided by {listed(question.deciders)}"
    if question.standing:
        yield question.standing
    if question.expected:
        yield f"expected: {question.expected}"


def _fit(cell: str, width: int) -> str:
    if cell_len(cell) > width:
        return set_cell_size(cell, width - 1).rstrip().ljust(width - 1) + "…"
    return cell + " " * (width - cell_len(cell))
