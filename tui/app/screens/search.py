"""Searching a library: what is found while one types, and the way to it."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.app import search_text
from tui.app.commands import Command, bindings
from tui.app.commands_library import SEARCH
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.row_list import Move, RowList
from tui.app.widgets.words_input import WordsInput
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.query import parse
from tui.library.catalogue.search import Hit, search

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.timer import Timer

    from tui.app.app import BriefApp
    from tui.app.panes.text import Line

_PAUSE: Final = 0.06
"""Seconds without a key after which is looked for what was typed."""

_MOST: Final = 200


class _Words(WordsInput):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Open", show=True)]


class SearchScreen(Screen[None]):
    """Everything that the library at `root` says, by its words; what is off the record is found here, and marked."""

    CSS_PATH = "search.tcss"
    BINDINGS = bindings(SEARCH)
    AUTO_FOCUS = "#words"

    commands: ClassVar[tuple[Command, ...]] = SEARCH

    words = query_one("#words", Input)
    found = query_one("#found", RowList)

    class Found(Message):
        """Something was looked for; `hits` is what was found, `error` why nothing could be."""

        def __init__(self, written: str, hits: list[Hit], error: str = "") -> None:
            super().__init__()
            self.written = written
            self.hits = hits
            self.error = error

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self.hits: list[Hit] = []
        self.searching = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """What is looked for; what was found; the selected passage in full; the keys."""
        yield _Words(placeholder="Search every briefing and every stored text", id="words")
        yield Static(Content.styled(search_text.HELP, "$text-muted"), id="notice")
        yield RowList(self._draw, id="found")
        with VerticalScroll(id="passage", can_focus=False):
            yield Static(id="passage-text")
        yield KeyLine()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Look for what was typed, once there is a pause."""
        message.stop()
        self.searching = True
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, partial(self._look_for, message.value))

    def _look_for(self, written: str) -> None:
        self.run_worker(
            partial(self._search, written), thread=True, exclusive=True, group="search", exit_on_error=False
        )

    def _search(self, written: str) -> None:
        worker = get_current_worker()
        try:
            with Catalogue(self.root) as catalogue:
                # What is typed next ends what is being looked for.
                catalogue.connection.set_progress_handler(lambda: worker.is_cancelled, 2_000)
                query = parse(written, goes_on=True)
                hits = search(catalogue.connection, query, whole=True, limit=_MOST)
        except (OSError, sqlite3.Error) as error:
            if not worker.is_cancelled:
                self.post_message(self.Found(written, [], str(error)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Found(written, hits))

    def on_search_screen_found(self, message: Found) -> None:
        """Show what was found, unless something else has been typed since."""
        if message.written != self.words.value:
            return
        self.searching = False
        self.hits = message.hits
        self.found.show_rows(len(self.hits))
        notice = self.query_one("#notice", Static)
        notice.update(self._notice(message))
        self._show_passage()

    def _notice(self, message: Found) -> Content:
        if message.error:
            return Content(f"Nothing can be searched now: {message.error}")
        if not message.written.strip():
            return Content.styled(search_text.HELP, "$text-muted")
        briefings = len({hit.path for hit in self.hits})
        if not self.hits:
            return Content("Nothing was found. Fewer words find more.")
        more = "the first " if len(self.hits) >= _MOST else ""
        passages = "1 passage" if len(self.hits) == 1 else f"{len(self.hits)} passages"
        return Content(f"{more}{passages} in {'1 briefing' if briefings == 1 else f'{briefings} briefings'}")

    def on_row_list_selected(self, message: RowList.Selected) -> None:
        """Follow the selection."""
        message.stop()
        self._show_passage()

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open what was clicked twice."""
        message.stop()
        self.action_open()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Open what is selected."""
        message.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the briefing at what was found."""
        if self.hits and not self.searching:
            hit = self.hits[self.found.index]
            app: BriefApp = self.app  # type: ignore[assignment]
            app.open_briefing(self.root / hit.path, hit.item or None)

    def action_move(self, how: Move) -> None:
        """Select another passage."""
        if self.hits:
            self.found.move(how)

    def _draw(self, index: int, width: int) -> Line:
        return search_text.hit_line(self.hits[index], width)

    def _show_passage(self) -> None:
        text = search_text.hit_detail(self.hits[self.found.index]) if self.hits else Content()
        self.query_one("#passage-text", Static).update(text)
