"""A line in which one of several values is chosen, with the arrows or the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_LABEL_WIDTH: Final = 9
_GAP: Final = "  "


class ChoiceLine(Widget, can_focus=True):
    """A label and values, one of which is chosen. Where there is no choice, a word in their place says why."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ChoiceLine {
        height: 1;
    }
    """

    class Chosen(Message):
        """A value was chosen with the mouse."""

        def __init__(self, line: ChoiceLine, value: str) -> None:
            super().__init__()
            self.line = line
            self.value = value

        @property
        def control(self) -> ChoiceLine:
            """The line it was chosen in."""
            return self.line

    def __init__(self, label: str, values: Sequence[str], *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._label = label
        self._values = tuple(values)
        self._chosen = self._values[0]
        self._why_not = ""

    @property
    def chosen(self) -> str:
        """The value that is chosen, also while there is no choice."""
        return self._chosen

    def choose(self, value: str) -> None:
        """Choose one of the values."""
        self._chosen = value
        self.refresh()

    def beside(self, step: int) -> str:
        """The value so many steps to the right of the one that is chosen, and round."""
        return self._values[(self._values.index(self._chosen) + step) % len(self._values)]

    def say_why_not(self, words: str) -> None:
        """Give the words that stand in the place of the values where there is no choice; with "" there is one."""
        self._why_not = words
        self.disabled = bool(words)
        self.refresh()

    def on_focus(self) -> None:
        """Draw the sign of where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the sign away."""
        self.refresh()

    def render(self) -> Content:
        """The line for the width there is."""
        return Content.assemble(*(part for part, _ in self._parts()))

    def _parts(self) -> list[tuple[Content, str]]:
        """What is drawn from left to right, each with the value that a click on it chooses, "" for none.

        Where the values have no room, only the one that is chosen stands between two arrows; then without the label.
        """
        width = self.content_size.width
        sign = Content.styled("▸ ", "bold $text-accent") if self.has_focus else Content("  ")
        label = Content.styled(self._label, "bold" if self.has_focus else "").pad_right(_LABEL_WIDTH - len(self._label))
        if self._why_not:
            words = Content(self._why_not)
            if label.cell_length + words.cell_length + 2 <= width:
                words = Content.assemble(label, words)
            return [(sign, ""), (words.stylize("$foreground-muted").truncate(max(0, width - 2), ellipsis=True), "")]
        values = [part for value in self._values for part in ((Content(_GAP), ""), (self._drawn(value), value))][1:]
        chosen = [
            (Content("◂ "), self.beside(-1)),
            (Content.styled(self._chosen, "bold"), ""),
            (Content(" ▸"), self.beside(1)),
        ]
        for parts in ([(label, ""), *values], [(label, ""), *chosen]):
            if sum(part.cell_length for part, _ in parts) + 2 <= width:
                return [(sign, ""), *parts]
        return [(sign, ""), *chosen]

    def _drawn(self, value: str) -> Content:
        if value == self._chosen:
            return Content.styled(f"● {value}", "bold")
        return Content.styled(f"○ {value}", "$foreground-muted")

    def on_click(self, event: events.Click) -> None:
        """Choose the value under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or self.disabled:
            return
        end = 0
        for part, value in self._parts():
            end += part.cell_length
            if offset.x < end:
                if value:
                    self.post_message(self.Chosen(self, value))
                return
