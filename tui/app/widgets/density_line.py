"""The span of a briefing's dates on a line or two, with a mark where one stands."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.app.panes.density import day_at, density
from tui.app.widgets.content import content_of
from tui.model.edtf import Day


class DensityLine(Widget):
    """How much falls where; hidden where there is nothing to show."""

    DEFAULT_CSS = """
    DensityLine { height: auto; padding: 0 1; background: $panel; color: $foreground; display: none; }
    """

    class Chosen(Message):
        """A place on the span was clicked; `day` is the nearest of the days that are shown."""

        def __init__(self, day: Day) -> None:
            super().__init__()
            self.day = day

    def __init__(self) -> None:
        super().__init__(id="density")
        self._days: tuple[Day, ...] = ()
        self._marker: Day | None = None

    def show(self, days: Sequence[Day], marker: Day | None) -> None:
        """Show these days, and the mark at one of them."""
        shown, before = tuple(days), self._days
        if (shown, marker) != (before, self._marker):
            self._days, self._marker = shown, marker
            # Where the mark stands has no say in how many lines there are.
            self.refresh(layout=shown != before)

    def render(self) -> Content:
        """The lines for the width there is."""
        lines = density(self._days, self.content_size.width, self._marker)
        return Content("\n").join(content_of(one) for one in lines)

    def on_click(self, event: events.Click) -> None:
        """Choose the day under the mouse."""
        offset = event.get_content_offset(self)
        day = None if offset is None else day_at(offset.x, self._days, self.content_size.width, self._marker)
        if day is not None:
            self.post_message(self.Chosen(day))
