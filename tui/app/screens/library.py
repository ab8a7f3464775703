"""The library: its topics, its briefings, and what the selected one says first."""

from __future__ import annotations

import sqlite3
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.app import library_text
from tui.app.commands import LIBRARY, Command, bindings
from tui.app.keeping import Keeper, News
from tui.app.library_rows import Rows, Topic, topic_tree
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.row_list import Move, RowList
from tui.library.catalogue.catalogue import Catalogue
from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import DescendantFocus

    from tui.app.app import BriefApp
    from tui.app.panes.text import Line
    from tui.reader.reader import ReaderState, Revision

_LOOK: Final = 1.0
"""Seconds between two looks at whether something was read in another window."""

_SOONEST: Final = 0.3
"""Seconds between two times at which a list that is being read is shown; more where showing it takes long."""


class Head(Widget):
    """The names of the list's columns, over the columns."""

    def render(self) -> Content:
        """The names for the width that there is."""
        return library_text.head(self.size.width)


class LibraryScreen(Screen[None]):
    """The briefings of one folder, as its catalogue has them; a thread keeps that up to what the files say."""

    BINDINGS = bindings(LIBRARY)
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]  # type: ignore[misc]
    AUTO_FOCUS = "#briefings"

    commands: ClassVar[tuple[Command, ...]] = LIBRARY

    class Opened(Message):
        """A briefing is to be opened, at an item if one is named."""

        def __init__(self, path: Path, item: str | None = None) -> None:
            super().__init__()
            self.path = path
            self.item = item

    class Heard(Message):
        """There is news of the catalogue."""

        def __init__(self, news: News) -> None:
            super().__init__()
            self.news = news

    class Counted(Message):
        """It is known how much of each briefing is new to the reader, by the number of its file."""

        def __init__(self, new: Mapping[int, int], revision: Revision) -> None:
            super().__init__()
            self.new = new
            self.revision = revision

    briefings = query_one("#briefings", RowList)
    topics = query_one("#topics", RowList)

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self.library_title = printable(root.resolve().name)
        self.shown = Rows()
        self.tree_of_topics: tuple[Topic, ...] = topic_tree(0, (), 0)
        self.reading = True
        self.total = 0
        self._progress: News | None = None
        self._shown_at = 0.0
        self._took = 0.0
        self._is_due = False
        self._topic: str | None = None
        self._selected: int | None = None
        self._open_questions = 0
        self._all_open_questions = 0
        self._catalogue: Catalogue | None = None
        self._new: Mapping[int, int] = {}
        self._revision: Revision | None = None
        self._keeper = Keeper(root, lambda news: self.post_message(self.Heard(news)))

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

    def on_mount(self) -> None:
        """Show what is known of the library in the first frame; then see what has changed."""
        self._take_in(self._show_list)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self.total:
            # The topics of a large library take as long to count as its first rows to draw.
            self._take_in(self._show_topics)
        self._keeper.start()
        self.set_interval(_LOOK, self._look_at_state)

    def on_unmount(self) -> None:
        """Leave off reading."""
        self._keeper.stop()
        if self._catalogue is not None:
            self._catalogue.close()

    def on_screen_suspend(self) -> None:
        """Leave the files alone while another screen is in front."""
        self._keeper.rest(True)

    def on_screen_resume(self) -> None:
        """See what has changed meanwhile."""
        self._keeper.rest(False)
        self._look_at_state()

    def _look_at_state(self) -> None:
        """Count anew what is new to the reader, if something was read here or in another window."""
        if self.is_current and self._revision is not None and self._state.revision != self._revision:
            self._count()

    @property
    def _state(self) -> ReaderState:
        return cast("BriefApp", self.app).state

    def _count(self) -> None:
        self.run_worker(self._count_new, thread=True, exclusive=True, group="count", exit_on_error=False)

    def _count_new(self) -> None:
        from tui.app.library_news import count_new

        worker = get_current_worker()
        revision = self._state.revision
        try:
            new = count_new(self.root, self._state)
        except (OSError, sqlite3.Error):
            # The keeper makes the catalogue anew, and then it is counted again.
            return
        if not worker.is_cancelled:
            self.post_message(self.Counted(new, revision))

    def on_library_screen_counted(self, message: Counted) -> None:
        """Show how much is new."""
        self._new, self._revision = message.new, message.revision
        for sentence in self._state.take_sentences():
            self.notify(sentence, severity="warning", markup=False, timeout=10)
        self.briefings.refresh()
        self._show_summary()
        self._show_preview()

    def action_read(self) -> None:
        """Look at the files again, now; what is shown stays until they have been looked at."""
        self.reading = True
        self._keeper.ask()
        self._show_summary()

    def on_library_screen_heard(self, message: Heard) -> None:
        """Take in what has been read: now and then while it is being read, and when all of it has been."""
        news = message.news
        if news.error:
            self.reading = False
            self._progress = None
            self._show_error(news.error)
            return
        self.reading = not news.ended
        self._progress = None if news.ended else news
        wait = max(_SOONEST, 20 * self._took) - (monotonic() - self._shown_at)
        if news.ended and (news.changed or self._revision is None):
            self._count()
        if news.ended and not news.changed and self.total:
            self._show_summary()
        elif news.ended or news.changed or wait <= 0:
            self._take_in(self._show_all)
        else:
            self._show_summary()
            if not self._is_due:
                # Nothing more may be heard for a while, and what has been read by now is to be seen.
                self._is_due = True
                self.set_timer(wait, self._take_in_what_is_due)

    def _take_in_what_is_due(self) -> None:
        self._is_due = False
        if self.reading:
            self._take_in(self._show_all)

    def _take_in(self, show: Callable[[Catalogue], None]) -> None:
        """Show what the catalogue has."""
        began = monotonic()
        try:
            if self._catalogue is None:
                self._catalogue = Catalogue(self.root)
            show(self._catalogue)
        except (OSError, sqlite3.Error):
            # It is damaged; the keeper makes it anew, and says so.
            self._catalogue = None
        self._shown_at = monotonic()
        self._took = self._shown_at - began

    def _show_error(self, error: str) -> None:
        self._show_summary()
        notice = self.query_one("#notice", Static)
        notice.update(Content(f"The library could not be read: {printable(error)}"))
        notice.display = True

    def _show_all(self, catalogue: Catalogue) -> None:
        self._show_topics(catalogue)
        self._show_list(catalogue)

    def _show_topics(self, catalogue: Catalogue) -> None:
        total, _ = catalogue.counts()
        self.tree_of_topics = topic_tree(total, catalogue.topics(), catalogue.without_topic())
        paths = [topic.path for topic in self.tree_of_topics]
        if self._topic not in paths:
            self._topic = None
        self.topics.show_rows(len(paths), paths.index(self._topic))

    def _show_list(self, catalogue: Catalogue) -> None:
        self.library_title = printable(" ".join(catalogue.title.split()))
        self.total, self._all_open_questions = catalogue.counts()
        self._show_topic(self.briefings.index)
        notice = self.query_one("#notice", Static)
        notice.display = not self.total
        is_empty = not self.total and not self.reading
        self.set_class(is_empty, "-empty")
        if is_empty:
            notice.update(library_text.nothing_here(self.root))
        self.refresh_bindings()

    def _show_topic(self, otherwise: int) -> None:
        """Show the briefings of the topic with the same one selected, or the one at `otherwise` if it is not there."""
        if self._catalogue is None:
            return
        self.shown = Rows(self._catalogue, self._topic)
        in_topic = self._topic is not None
        self._open_questions = self._catalogue.counts(self._topic)[1] if in_topic else self._all_open_questions
        self.briefings.show_rows(len(self.shown), self.shown.place_of(self._selected, otherwise))
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
            self._selected = None if self.reading and index == 0 else self.shown[index].file
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
        if action in {"open", "topics"} and not self.total:
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

    def action_search(self) -> None:
        """Search everything."""
        from tui.app.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.root))

    def action_people(self) -> None:
        """Show every actor over all briefings."""
        from tui.app.screens.people import PeopleScreen

        self.app.push_screen(PeopleScreen(self.root))

    def action_scroll_preview(self, lines: int) -> None:
        """Scroll what the selected briefing says first."""
        self.query_one("#preview").scroll_relative(y=lines, animate=False)

    def _draw_row(self, index: int, width: int) -> Line:
        row = self.shown[index]
        return library_text.row_line(row, width, self._new.get(row.file, 0))

    def _draw_topic(self, index: int, width: int) -> Line:
        return library_text.topic_line(self.tree_of_topics[index], width)

    def _show_summary(self) -> None:
        new = sum(self._new.values()) if self._topic is None else 0
        counts = library_text.Counts(self.total, len(self.shown), self._open_questions, new)
        summary = library_text.summary(self.library_title, counts, self._topic, self._progress, reading=self.reading)
        self.query_one("#summary", Static).update(summary)

    def _show_preview(self) -> None:
        row = self.shown[self.briefings.index] if self.shown else None
        text = library_text.preview(row, self.root, self._new.get(row.file, 0)) if row is not None else Content()
        self.query_one("#preview-text", Static).update(text)
