"""The line at the top of a briefing: what it is called, to whom it may go, and as of when it is."""

from typing import Final

from textual.content import Content
from textual.widget import Widget

from tui.analysis.view import View
from tui.app.panes.text import Line, Piece, clip, joined, line, one_line, pad, width_of
from tui.app.widgets.content import content_of
from tui.model.edtf import describe

_LEAST: Final = 10
"""The cells below which a title says nothing."""


class TitleLine(Widget):
    """One line, the title at the left and the facts at the right."""

    def __init__(self, view: View) -> None:
        super().__init__(id="title")
        self._view = view
        self._sought = ""
        self._new = 0

    def show(self, view: View) -> None:
        """Show the title and the facts of another View."""
        self._view = view
        self.refresh()

    def say_sought(self, found: str) -> None:
        """Say how many items have the words that are sought: `3 of 27`; "" where none are."""
        self._sought = found
        self.refresh()

    def say_new(self, items: int) -> None:
        """Say how many items are new to this reader."""
        self._new = items
        self.refresh()

    def render(self) -> Content:
        """The line for the width there is."""
        return content_of(title_line(self._view, self.content_size.width, sought=self._sought, new=self._new))


def title_line(view: View, width: int, *, sought: str = "", new: int = 0) -> Line:
    """The title of a briefing, cut where it is too long, and at the right what narrows it, its TLP label and its date.

    `sought` is how many items have the words that are sought, `new` how many are new to this reader.
    """
    label = view.briefing.tlp.label if view.briefing.tlp else ""
    date = describe(view.date)
    words = line(f"as it stood on {date}", "warning") if view.withheld else line(f"as of {date}")
    found = line(f"/ {sought}" if sought else "", "accent")
    marked = line(label, "strong")
    facts: Line = ()
    room = 0
    # Where there is little room, what is new gives way to the title first, as it is told in the overview too.
    for told, dated in (
        (line(f"* {new:,} new" if new else "", "accent"), words),
        ((), words),
        ((), words if view.withheld else line(date)),
    ):
        facts = joined((found, told, marked, dated), "   ")
        room = width - width_of(facts) - 3
        if room >= _LEAST:
            break
    focus = line(f"only {focus_name(view)}", "accent") if view.focus is not None else ()
    if room < _LEAST:
        return clip(facts, width)
    named = line(one_line(view.briefing.title), "strong")
    if focus:
        # What is focused on is told even where the title has to give way.
        left = max(room - width_of(focus) - 2, 0)
        named = clip((*(clip(named, left) if left >= 8 else ()), Piece("  "), *focus), room)
    title = clip(named, room)
    return (*pad(title, room), Piece("   "), *facts)


def focus_name(view: View) -> str:
    """What the briefing is focused on: an actor's name or a question's text."""
    question = view.question(view.focus or "")
    return one_line(question.text if question else view.name_of(view.focus or ""))
