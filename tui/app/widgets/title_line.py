"""The line at the top of a briefing: what it is called, to whom it may go, and as of when it is."""

from textual.content import Content
from textual.widget import Widget

from tui.analysis.view import View
from tui.app.panes.text import Line, Piece, clip, joined, line, one_line, pad, width_of
from tui.app.widgets.content import content_of
from tui.model.edtf import describe


class TitleLine(Widget):
    """One line, the title at the left and the facts at the right."""

    def __init__(self, view: View) -> None:
        super().__init__(id="title")
        self._view = view

    def render(self) -> Content:
        """The line for the width there is."""
        return content_of(title_line(self._view, self.content_size.width))


def title_line(view: View, width: int) -> Line:
    """The title of a briefing, cut where it is too long, and at the right its TLP label and its date."""
    label = view.briefing.tlp.label if view.briefing.tlp else ""
    date = describe(view.date)
    words = line(f"as it stood on {date}", "warning") if view.withheld else line(f"as of {date}")
    facts = joined((line(label, "strong"), words), "   ")
    room = width - width_of(facts) - 3
    if room < 12:
        return clip(facts, width)
    title = clip(line(one_line(view.briefing.title), "strong"), room)
    return (*pad(title, room), Piece("   "), *facts)
