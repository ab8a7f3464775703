"""The list of bookmarks: those of the briefing that is open first, then those of the others."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from tui.analysis.view import View
from tui.app.panes.detail import Blocks, Paragraph, Title, sections
from tui.app.panes.gathered import item_detail, item_row
from tui.app.panes.overview import BOTTOM_LINE, OVERVIEW
from tui.app.panes.pane import Pane
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import line
from tui.reader.bookmarks import Bookmark

ELSEWHERE: Final = "elsewhere:"
"""What the id of a row begins with that stands for an item of another briefing: no id has a colon."""


def bookmarks_pane(title: str, bookmarks: Sequence[Bookmark], briefing: str) -> Pane:
    """The bookmarks, the last first; `briefing` is the id of the one that is open."""
    here = [one for one in bookmarks if one.briefing == briefing]
    others = sorted((one for one in bookmarks if one.briefing != briefing), key=lambda one: one.briefing)
    labels = {one.item: one.label for one in here} | {_name(one): one.label for one in others}

    def outline(_: View) -> Outline:
        entries: list[Entry] = [Heading("In this briefing"), *(one.item for one in here)] if here else []
        for other, members in groupby(others, key=lambda one: one.briefing):
            entries += [Heading(f"In {other}"), *map(_name, members)]
        return entries

    def row(view: View, identifier: str) -> Row:
        if identifier == BOTTOM_LINE:
            return OVERVIEW.row(view, identifier)
        return item_row(view, identifier) if identifier in view.entries else Row(identifier, labels[identifier])

    def detail(view: View, identifier: str) -> Blocks:
        if identifier == BOTTOM_LINE:
            return OVERVIEW.detail(view, identifier)
        if identifier in view.entries:
            return item_detail(view, identifier)
        other = identifier.startswith(ELSEWHERE)
        words = "Enter opens it there." if other else "It is not shown here, or not in the briefing any more."
        return sections([Title(line(labels.get(identifier, ""), "strong"))], [Paragraph(line(words, "muted"))])

    return Pane(
        title,
        outline,
        row,
        detail,
        count=lambda _: len(labels),
        empty=lambda _: "You have no bookmarks. b on an item makes one.",
        columns=Columns(),
        wraps=True,
    )


def elsewhere(identifier: str) -> tuple[str, str] | None:
    """The briefing's id and the item's for which a row stands; None where it is of the briefing that is open."""
    if not identifier.startswith(ELSEWHERE):
        return None
    briefing, _, item = identifier.removeprefix(ELSEWHERE).partition(":")
    return briefing, item


def _name(bookmark: Bookmark) -> str:
    return f"{ELSEWHERE}{bookmark.briefing}:{bookmark.item}"
