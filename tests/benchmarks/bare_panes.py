"""The reference for everything on a screen: a plain Textual app with the same widgets, and no data."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Header, OptionList, Static, Tab, Tabs

ROWS = 12


class BarePanes(App[None]):
    """A header, tabs, a list with a detail beside it, and a footer."""

    CSS = """
    OptionList { width: 1fr; height: 1fr; }
    VerticalScroll { width: 1fr; height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Leave"), ("j", "down", "Down"), ("k", "up", "Up")]

    def compose(self) -> ComposeResult:
        """The widgets."""
        yield Header()
        yield Tabs(*(Tab(f"Pane {number}") for number in range(7)))
        with Horizontal():
            yield OptionList(*(Content(f"Row {number}") for number in range(ROWS)))
            with VerticalScroll():
                yield Static(id="detail")
        yield Footer()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the detail of the selected row."""
        words = f"Detail of row {event.option_index}. " * 12
        self.query_one("#detail", Static).update(Content(words))

    def action_down(self) -> None:
        """A row down."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """A row up."""
        self.query_one(OptionList).action_cursor_up()


if __name__ == "__main__":
    BarePanes().run()
