"""The library, kept up to what its files say, and to what has been read of it."""

from __future__ import annotations

import sqlite3
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.app import library_text
from tui.app.commands import LIBRARY, Command, bindings
from tui.app.keeping import Keeper, News
from tui.app.screens.library_columns import LibraryColumns
from tui.library.catalogue.catalogue import Catalogue
from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tui.app.app import BriefApp
    from tui.reader.reader import ReaderState, Revision

_LOOK: Final = 1.0
"""Seconds between two looks at whether something was read in another window."""

_SOONEST: Final = 0.3
"""Seconds between two times at which a list that is being read is shown; more where showing it takes long."""


class LibraryScreen(LibraryColumns):
    """The briefings of one folder, as its catalogue has them; a thread keeps that up to what the files say."""

    BINDINGS = bindings(LIBRARY)
    commands: ClassVar[tuple[Command, ...]] = LIBRARY

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

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._shown_at = 0.0
        self._took = 0.0
        self._is_due = False
        self._revision: Revision | None = None
        self._keeper = Keeper(root, lambda news: self.post_message(self.Heard(news)))

    def on_mount(self) -> None:
        """Show what is known of the library in the first frame; then see what has changed."""
        self._take_in(self._show_list)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self.total:
            # The topics of a large library take as long to count as its first rows to draw.
            self._take_in(self.show_topics)
        self._keeper.start()
        self.set_interval(_LOOK, self._look_at_state)

    def on_unmount(self) -> None:
        """Leave off reading."""
        self._keeper.stop()
        if self.catalogue is not None:
            self.catalogue.close()

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
        self.new, self._revision = message.new, message.revision
        for sentence in self._state.take_sentences():
            self.notify(sentence, severity="warning", markup=False, timeout=10)
        self.briefings.refresh()
        self.show_summary()
        self.show_preview()

    def action_read(self) -> None:
        """Look at the files again, now; what is shown stays until they have been looked at."""
        self.reading = True
        self._keeper.ask()
        self.show_summary()

    def on_library_screen_heard(self, message: Heard) -> None:
        """Take in what has been read: now and then while it is being read, and when all of it has been."""
        news = message.news
        if news.error:
            self.reading = False
            self.progress = None
            self._show_error(news.error)
            return
        self.reading = not news.ended
        self.progress = None if news.ended else news
        wait = max(_SOONEST, 20 * self._took) - (monotonic() - self._shown_at)
        if news.ended and (news.changed or self._revision is None):
            self._count()
        if news.ended and not news.changed and self.total:
            self.show_summary()
        elif news.ended or news.changed or wait <= 0:
            self._take_in(self._show_all)
        else:
            self.show_summary()
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
            if self.catalogue is not None and self.catalogue.is_gone:
                self.catalogue.close()
                self.catalogue = None
            if self.catalogue is None:
                self.catalogue = Catalogue(self.root)
            show(self.catalogue)
        except (OSError, sqlite3.Error):
            # It is damaged; the keeper makes it anew, and says so.
            self.catalogue = None
        self._shown_at = monotonic()
        self._took = self._shown_at - began

    def _show_error(self, error: str) -> None:
        self.show_summary()
        notice = self.query_one("#notice", Static)
        notice.update(Content(f"The library could not be read: {printable(error)}"))
        notice.display = True

    def _show_all(self, catalogue: Catalogue) -> None:
        self.show_topics(catalogue)
        self._show_list(catalogue)

    def _show_list(self, catalogue: Catalogue) -> None:
        self.show_list(catalogue)
        notice = self.query_one("#notice", Static)
        notice.display = not self.total
        is_empty = not self.total and not self.reading
        self.set_class(is_empty, "-empty")
        if is_empty:
            notice.update(library_text.nothing_here(self.root))
        self.refresh_bindings()

    async def action_agenda(self) -> None:
        """Show what is open and what falls due in all briefings."""
        from tui.app.screens.agenda import AgendaScreen

        # A key that is typed ahead is for the agenda.
        await self.app.push_screen(AgendaScreen(self.root))

    def action_search(self) -> None:
        """Search everything."""
        from tui.app.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.root))

    def action_people(self) -> None:
        """Show every actor over all briefings."""
        from tui.app.screens.people import PeopleScreen

        self.app.push_screen(PeopleScreen(self.root))
