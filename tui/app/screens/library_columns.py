"""The columns of the library: topics, the briefings of one of them, and what the selected one says first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui.app import library_text
from tui.app.library_rows import Row, Rows, Topic, topic_tree
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.row_list import Move, RowList
from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import DescendantFocus

    from tui.app.keeping import News
    from tui.app.panes.text import Line
    from tui.library.catalogue.catalogue import Catalogue


class Head(Widget):
    """The names of the list's columns, over the columns."""

    def render(self) -> Content:
        """The names for the width that there is."""
        # The rows end before the scroll bar, for which a list always keeps a cell.
        return library_text.head(self.size.width - 1)


class LibraryColumns(Screen[None]):
    """What of the catalogue of the library at `root` is on screen, and what is selected of it."""

    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]  # type: ignore[misc]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-low"), (16, "-high")]  # type: ignore[misc]
    AUTO_FOCUS = "#briefings"

    class Opened(Message):
        """A briefing is to be opened, at an item if one is named."""

        def __init__(self, path: Path, item: str | None = None) -> None:
            super().__init__()
            self.path = path
            self.item = item

    briefings = query_one("#briefings", RowList)
    topics = query_one("#topics", RowList)

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self.library_title = printable(root.resolve().name)
        self.shown = Rows()
        self.tree_of_topics: tuple[Topic, ...] = topic_tree(0, (), 0)
        self.reading = True
        """Whether the library is being read, of which `progress` tells how far."""
        self.progress: News | None = None
        self.total = 0
        self.new: Mapping[int, int] = {}
        """How much of each briefing is new to the reader, by the number of its file."""
        self.catalogue: Catalogue | None = None
        self._topic: str | None = None
        self._selected: int | None = None
        self._previewed: tuple[Row | None, int] = (None, 0)
        self._open_questions = 0
        self._all_open_questions = 0

    def compose(self) -> ComposeResult:
        """A line on top; topics, list and preview; the footer."""
        yield Static(id="summary")
        with Horizontal(id="columns"):
            with Vertical(id="topic-column"):
                yield Static("Topics", classes="head", markup=False)
                yield RowList(self._draw_topic, id="topics")
            with Vertical(id="list"):
                yield Head(classes="head")
                yield Static("Reading the library…", id="notice", markup=False)
                yield RowList(self._draw_row, id="briefings")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="preview-text")
        yield KeyLine()

    def show_topics(self, catalogue: Catalogue) -> None:
        """Show the topics, the same one selected as far as it is there."""
        total, _ = catalogue.counts()
        self.tree_of_topics = topic_tree(total, catalogue.topics(), catalogue.without_topic())
        paths = [topic.path for topic in self.tree_of_topics]
        if self._topic not in paths:
            self._topic = None
        self.topics.show_rows(len(paths), paths.index(self._topic))

    def show_list(self, catalogue: Catalogue) -> None:
        """Show the briefings of the topic that is selected, the place kept."""
        self.library_title = printable(" ".join(catalogue.title.split()))
        self.total, self._all_open_questions = catalogue.counts()
        self._show_topic(self.briefings.index)

    def _show_topic(self, otherwise: int) -> None:
        """Show the briefings of the topic with the same one selected, or the one at `otherwise` if it is not there."""
        if self.catalogue is None:
            return
        self.shown = Rows(self.catalogue, self._topic)
        in_topic = self._topic is not None
        self._open_questions = self.catalogue.counts(self._topic)[1] if in_topic else self._all_open_questions
        self.briefings.show_rows(len(self.shown), self.shown.place_of(self._selected, otherwise))
        self.show_summary()
        self.show_preview()

    def on_row_list_selected(self, message: RowList.Selected) -> None:
        """Follow the selection."""
        self._follow(message.row_list)

    def _follow(self, column: RowList) -> None:
        """Follow the selection of a column: of a topic with its briefings, of a briefing with its preview."""
        if column is self.topics:
            topic = self.tree_of_topics[self.topics.index].path
            if topic != self._topic:
                self._topic = topic
                self._show_topic(0)
        elif self.shown:
            # While the library is being read, the top of the list stays selected until the reader moves.
            index = self.briefings.index
            self._selected = None if self.reading and index == 0 else self.shown[index].file
            self.show_preview()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open what was clicked twice."""
        if message.row_list is self.topics:
            self._go_to(self.briefings)
        else:
            self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual names it
        """Going back to the list makes sense only away from it, and opening only where there is something."""
        if action == "close_topics":
            return self.has_class("-narrow") and self._is_among_topics
        if action in {"open", "topics"} and not self.total:
            return None
        return True

    def action_open(self) -> None:
        """Open the selected briefing; on a topic, go to its briefings."""
        if self._is_among_topics:
            self._go_to(self.briefings)
        elif self.shown:
            self.post_message(self.Opened(self.shown[self.briefings.index].path))

    def action_topics(self) -> None:
        """Go to the topics, and back."""
        self._go_to(self.briefings if self._is_among_topics else self.topics)

    def action_close_topics(self) -> None:
        """Go back to the list."""
        self._go_to(self.briefings)

    def action_column(self, step: int) -> None:
        """Go a column to the left or to the right."""
        self._go_to(self.topics if step < 0 else self.briefings)

    def action_move(self, how: Move) -> None:
        """Move the selection of the column in focus."""
        column = self.topics if self._is_among_topics else self.briefings
        column.move(how)
        # The list tells of it as well, but only after the next frame, which the preview is to be in.
        self._follow(column)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep to the column that a click or Tab went to."""
        if isinstance(event.widget, RowList):
            self.set_class(event.widget is self.topics, "-topics")

    @property
    def _is_among_topics(self) -> bool:
        return self.has_class("-topics")

    def _go_to(self, column: RowList) -> None:
        # The class is there at once, the focus only when the topics have come on screen: they are on a narrow one only
        # while they are chosen from.
        self.set_class(column is self.topics, "-topics")
        self.call_after_refresh(column.focus)

    def action_scroll_preview(self, lines: int) -> None:
        """Scroll what the selected briefing says first."""
        self.query_one("#preview").scroll_relative(y=lines, animate=False)

    def _draw_row(self, index: int, width: int) -> Line:
        row = self.shown[index]
        return library_text.row_line(row, width, self.new.get(row.file, 0))

    def _draw_topic(self, index: int, width: int) -> Line:
        return library_text.topic_line(self.tree_of_topics[index], width)

    def show_summary(self) -> None:
        """Say on the line at the top how much there is, and how far reading has come."""
        new = sum(self.new.values()) if self._topic is None else 0
        counts = library_text.Counts(self.total, len(self.shown), self._open_questions, new)
        summary = library_text.summary(self.library_title, counts, self._topic, self.progress, reading=self.reading)
        self.query_one("#summary", Static).update(summary)

    def show_preview(self) -> None:
        """Show what the selected briefing says first."""
        row = self.shown[self.briefings.index] if self.shown else None
        new = self.new.get(row.file, 0) if row is not None else 0
        if (row, new) != self._previewed:
            self._previewed = (row, new)
            text = library_text.preview(row, self.root, new) if row is not None else Content()
            self.query_one("#preview-text", Static).update(text)
