"""The library: its topics, its briefings, and what the selected one says first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Static
from textual.worker import Worker, WorkerState, get_current_worker

from tui.app import library_text
from tui.app.commands import LIBRARY, Command, bindings
from tui.app.library_rows import Row, Topic, of_topic, topic_tree
from tui.app.reading import Batch, read_library
from tui.app.widgets.row_list import Move, RowList
from tui.load.characters import printable

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import DescendantFocus

    from tui.app.panes.text import Line


class Head(Widget):
    """The names of the list's columns, over the columns."""

    def render(self) -> Content:
        """The names for the width that there is."""
        return library_text.head(self.size.width)


class LibraryScreen(Screen[None]):
    """The briefings of one folder. It is drawn before anything is read, and filled while a thread reads."""

    BINDINGS = bindings(LIBRARY)
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]  # type: ignore[misc]
    AUTO_FOCUS = "#briefings"

    commands: ClassVar[tuple[Command, ...]] = LIBRARY

    class Opened(Message):
        """A briefing is to be opened."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Read(Message):
        """Some of the library has been read; the last of it with `done`."""

        def __init__(self, batch: Batch, reading: int, *, done: bool) -> None:
            super().__init__()
            self.batch = batch
            self.reading = reading
            self.done = done

    briefings = query_one("#briefings", RowList)
    topics = query_one("#topics", RowList)

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self.library_title = printable(root.resolve().name)
        self.rows: list[Row] = []
        self.shown: list[Row] = []
        self.tree_of_topics: tuple[Topic, ...] = topic_tree(())
        self.reading = True
        self._topic: str | None = None
        self._selected: Path | None = None
        self._fresh: list[Row] = []
        self._readings = 0

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
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the library once the first frame stands."""
        self.topics.show_rows(len(self.tree_of_topics))
        self._show_summary()
        self.call_after_refresh(self.action_read)

    def action_read(self) -> None:
        """Read the library, again if need be; what is shown stays until it has been read."""
        self.reading = True
        self._fresh = []
        self._readings += 1
        self._show_summary()
        read = partial(self._read, self._readings)
        self.run_worker(read, thread=True, exclusive=True, group="read", exit_on_error=False)

    def _read(self, reading: int) -> None:
        worker = get_current_worker()
        held: Batch | None = None
        for batch in read_library(self.root):
            if worker.is_cancelled:
                return
            if held is not None:
                self.post_message(self.Read(held, reading, done=False))
            held = batch
        if held is not None and not worker.is_cancelled:
            self.post_message(self.Read(held, reading, done=True))

    def on_library_screen_read(self, message: Read) -> None:
        """Take in what has been read: on a first reading as it comes, on a later one when it is complete."""
        if message.reading != self._readings:
            return
        self._fresh += message.batch.rows
        self.library_title = printable(message.batch.title)
        self.reading = not message.done
        if message.done or not self.rows or self.rows is self._fresh:
            self._fresh.sort(key=lambda row: row.order)
            self.rows = self._fresh
            self._show_rows()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong where reading did not end well."""
        if event.state is WorkerState.ERROR:
            self.reading = False
            self._show_summary()
            message = Content(f"The library could not be read: {printable(str(event.worker.error))}")
            self.query_one("#notice", Static).update(message)
            self.query_one("#notice", Static).display = True

    def _show_rows(self) -> None:
        self.tree_of_topics = topic_tree(self.rows)
        paths = [topic.path for topic in self.tree_of_topics]
        if self._topic not in paths:
            self._topic = None
        self.topics.show_rows(len(paths), paths.index(self._topic))
        self._show_topic(self.briefings.index)
        notice = self.query_one("#notice", Static)
        notice.display = not self.rows
        is_empty = not self.rows and not self.reading
        self.set_class(is_empty, "-empty")
        if is_empty:
            notice.update(library_text.nothing_here(self.root))
        self.refresh_bindings()

    def _show_topic(self, otherwise: int) -> None:
        """Show the briefings of the topic with the same one selected, or the one at `otherwise` if it is not there."""
        self.shown = of_topic(self.rows, self._topic)
        places = (index for index, row in enumerate(self.shown) if row.path == self._selected)
        self.briefings.show_rows(len(self.shown), next(places, otherwise))
        self._show_summary()
        self._show_preview()

    def on_row_list_selected(self, message: RowList.Selected) -> None:
        """Follow the selection: of a topic with its briefings, of a briefing with its preview."""
        if message.row_list is self.topics:
            topic = self.tree_of_topics[self.topics.index].path
            if topic != self._topic:
                self._topic = topic
                self._show_topic(0)
        elif self.shown:
            # While the library is being read, the top of the list stays selected until the reader moves.
            index = self.briefings.index
            self._selected = None if self.reading and index == 0 else self.shown[index].path
            self._show_preview()

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
        if action in {"open", "topics"} and not self.rows:
            return None
        return True

    def action_open(self) -> None:
        """Open the selected briefing; on a topic, go to its briefings."""
        if self._is_among_topics:
            self._go_to(self.briefings)
        elif self.shown:
            self.post_message(self.Opened(self.shown[self.briefings.index].path))

    async def action_agenda(self) -> None:
        """Show what is open and what falls due in all briefings."""
        from tui.app.screens.agenda import AgendaScreen

        # A key that is typed ahead is for the agenda.
        await self.app.push_screen(AgendaScreen(self.root))

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
        (self.topics if self._is_among_topics else self.briefings).move(how)

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
        return library_text.row_line(self.shown[index], width)

    def _draw_topic(self, index: int, width: int) -> Line:
        return library_text.topic_line(self.tree_of_topics[index], width)

    def _show_summary(self) -> None:
        summary = library_text.summary(self.library_title, self.rows, self.shown, self._topic, reading=self.reading)
        self.query_one("#summary", Static).update(summary)

    def _show_preview(self) -> None:
        text = library_text.preview(self.shown[self.briefings.index], self.root) if self.shown else Content()
        self.query_one("#preview-text", Static).update(text)
