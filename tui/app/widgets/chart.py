"""The base of what is drawn of a whole pane, with a cursor that moves from item to item."""

from typing import ClassVar

from textual.message import Message

from tui.analysis.view import View
from tui.app.widgets.lines import Lines


class Chart(Lines):
    """A drawing of a View, one of whose items is under the cursor.

    A subclass draws what `show` gives it; its keys are those of the screen, which calls `move`. With `compares` it can
    draw the difference between two Views.
    """

    compares: ClassVar[bool] = False

    class Opened(Message):
        """The item under the cursor was clicked; `id` is its id."""

        def __init__(self, identifier: str) -> None:
            super().__init__()
            self.id = identifier

    class Selected(Message):
        """Another item is under the cursor; `id` is its id."""

        def __init__(self, identifier: str) -> None:
            super().__init__()
            self.id = identifier

    def show(self, view: View) -> None:
        """Show another View; the cursor stays on the item that it is on, if that is there."""
        raise NotImplementedError

    def show_difference(self, before: View, after: View, shown: View) -> None:
        """Show the difference between two Views; `shown`, one of them, is that from which items can be opened."""
        raise NotImplementedError

    def move(self, where: str) -> None:
        """Move the cursor: `up`, `down`, `left` or `right`; by a page, `page_up`, or half of one; `first` or `last`."""
        raise NotImplementedError

    def select(self, identifier: str) -> None:
        """Put the cursor on the item of this id, if it is there."""
        raise NotImplementedError

    @property
    def selected(self) -> str | None:
        """The id of the item under the cursor; None where nothing is."""
        raise NotImplementedError

    @property
    def empty(self) -> str:
        """The sentence that is shown where there is nothing to draw."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Draw again when the theme has changed."""
        super().notify_style_update()
        self.refresh()
