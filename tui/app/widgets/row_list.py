"""A list of one-line rows that are drawn by number; what it costs does not grow with the rows it holds."""

from collections.abc import Callable
from typing import Literal

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.app.panes.text import Line
from tui.app.widgets.lines import Lines

Move = Literal["up", "down", "half_up", "half_down", "page_up", "page_down", "first", "last"]


class RowList(Lines):
    """Rows of one line each, one of them selected.

    `draw_row(index, width)` gives the row of a number, in as many cells; it is called for the rows on screen only.
    """

    index: reactive[int] = reactive(0, repaint=False)
    """The selected row, counted from 0."""

    class Selected(Message):
        """Another row is selected, or other rows are shown."""

        def __init__(self, row_list: "RowList") -> None:
            super().__init__()
            self.row_list = row_list

    class Opened(Message):
        """The row that is selected was clicked."""

        def __init__(self, row_list: "RowList") -> None:
            super().__init__()
            self.row_list = row_list

    def __init__(self, draw_row: Callable[[int, int], Line], *, id: str) -> None:  # noqa: A002 - the name is Textual's
        super().__init__(id=id)
        self._draw_row = draw_row
        self.count = 0

    def show_rows(self, count: int, index: int = 0) -> None:
        """Show as many rows as `count`, with the one of the number `index` selected."""
        self.count = count
        self.set_count(count)
        self.set_reactive(RowList.index, self.validate_index(index))
        self._show_selected()
        self.post_message(self.Selected(self))

    def move(self, where: Move) -> None:
        """Select another row; both ends stop it."""
        half = max(self.page // 2, 1)
        steps: dict[Move, int] = {
            "up": -1,
            "down": 1,
            "half_up": -half,
            "half_down": half,
            "page_up": -self.page,
            "page_down": self.page,
            "first": -self.count,
            "last": self.count,
        }
        self.index += steps[where]

    def validate_index(self, index: int) -> int:
        """The nearest number that a row has."""
        return max(0, min(index, self.count - 1))

    def watch_index(self, before: int, now: int) -> None:
        """Draw the two rows that change."""
        self._show_selected()
        self.refresh_line(before)
        self.refresh_line(now)
        self.post_message(self.Selected(self))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index = y + self.top
        # Without the scroll bar, behind which the end of a row would stand.
        width = self.scrollable_content_region.width
        if index >= self.count:
            return self.draw((), width)
        return self.draw(self._draw_row(index, width), width, cursor_from=0 if index == self.index else None)

    def on_resize(self) -> None:
        """Keep the selected row in view."""
        self._show_selected()

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse; open the one that is selected already."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y + self.top >= self.count:
            return
        before, self.index = self.index, offset.y + self.top
        if before == self.index:
            self.post_message(self.Opened(self))

    def _show_selected(self) -> None:
        if self.count:
            self.bring_into_view(self.index, self.index)
