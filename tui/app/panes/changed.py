"""The list of what changed between two states of a briefing, each change leading to its item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.app.panes.detail import Gap, Paragraph, Title, sections
from tui.app.panes.mention import doors
from tui.app.panes.pane import Pane
from tui.app.panes.row import Columns, Heading, Row
from tui.app.panes.text import line, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.view import View
    from tui.app.panes.detail import Blocks
    from tui.app.panes.row import Entry, Outline
    from tui.export.changes.text import Line, Section

_ROW: Final = "change:"
"""What the id of a row begins with: no item's id has a colon."""


def changes_pane(title: str, found: Sequence[Section], since: str) -> Pane:
    """Every change below what changes of its kind are called; `since` is the date since which, in words."""
    lines = [one for section in found for one in section.lines]
    named = {f"{_ROW}{number}:{one.item}": one for number, one in enumerate(lines)}

    def outline(_: View) -> Outline:
        names = iter(named)
        entries: list[Entry] = []
        for section in found:
            entries += [Heading(section.title), *(next(names) for _ in section.lines)]
        return entries

    def row(_: View, identifier: str) -> Row:
        one = named[identifier]
        return Row(identifier, one_line(one.text), aside=one_line(" · ".join(one.below)))

    def detail(view: View, identifier: str) -> Blocks:
        return _change(view, named[identifier]) if identifier in named else ()

    return Pane(
        title,
        outline,
        row,
        detail,
        count=lambda _: len(named),
        empty=lambda _: f"Nothing changed since {since}. C asks for another date.",
        columns=Columns(),
        wraps=True,
    )


def changed_item(identifier: str) -> str | None:
    """The id of the item for which a row of changes stands; None where it is no such row, or of no item."""
    if not identifier.startswith(_ROW):
        return None
    return identifier.removeprefix(_ROW).partition(":")[2] or None


def _change(view: View, one: Line) -> Blocks:
    below = [block for words in one.below if words for block in (Paragraph(line(words)), Gap())]
    return sections([Title(line(one.text, "strong"))], below[:-1], doors(view, "See", (one.item,) if one.item else ()))
