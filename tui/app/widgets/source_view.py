"""A source's stored text with the passages that are quoted from it, line by line."""

from collections.abc import Sequence

from textual.strip import Strip

from tui.app.panes.passages import Passage, SourceLayout, lay_out_source
from tui.app.widgets.lines import Lines


class SourceView(Lines):
    """A text, its quoted passages marked and one of them in view."""

    def __init__(self, text: str, passages: Sequence[Passage], current: int | None, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._text = text
        self._passages = passages
        self._layout = SourceLayout((), ())
        self._width = 0
        self.current = current

    def show(self, current: int | None) -> None:
        """Bring another passage into view."""
        self.current = current
        self._measure()
        self._show_current()

    def move(self, where: str) -> None:
        """Scroll by a line, half a page or a page, or to an end."""
        last = len(self._layout.lines)
        steps = {
            "up": -1,
            "down": 1,
            "half_up": -(self.page // 2),
            "half_down": self.page // 2,
            "page_up": -self.page,
            "page_down": self.page,
            "first": -last,
            "last": last,
        }
        self.go_to(min(self.top + steps[where], max(last - self.page, 0)))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index = y + self.top
        lines = self._layout.lines
        return self.draw(lines[index] if index < len(lines) else (), self.size.width)

    def notify_style_update(self) -> None:
        """Draw again when the theme has changed."""
        super().notify_style_update()
        self.refresh()

    def on_resize(self) -> None:
        """Lay the text out for the new width, the passage still in view."""
        if self.scrollable_content_region.width != self._width:
            self._measure()
            self._show_current()

    def _measure(self) -> None:
        self._width = self.scrollable_content_region.width
        self._layout = lay_out_source(self._text, self._passages, self.current, self._width)
        self.set_count(len(self._layout.lines))

    def _show_current(self) -> None:
        if self.current is None or not self._layout.places:
            return
        first, last = self._layout.places[self.current]
        # A third of the page above it tells what it follows.
        self.go_to(max(min(first - self.page // 3, last), 0))
