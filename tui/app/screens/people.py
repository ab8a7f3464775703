"""Every actor over all briefings, and what each wanted, said and did."""

from __future__ import annotations

import sqlite3
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.app import search_text
from tui.app.commands import Command, bindings
from tui.app.commands_library import PEOPLE
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.row_list import Move, RowList
from tui.app.widgets.words_input import WordsInput
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.deeds import Deed, deeds
from tui.library.catalogue.people import Person, named, people
from tui.load.characters import printable

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import DescendantFocus
    from textual.timer import Timer

    from tui.app.app import BriefApp
    from tui.app.panes.text import Line

_PAUSE: Final = 0.05
"""Seconds that a selection lasts before what bears on the selected one is gathered."""


class PeopleScreen(Screen[None]):
    """The actors of the library at `root`; under one name, whoever is not the same stands apart and is marked."""

    CSS_PATH = "people.tcss"
    BINDINGS = bindings(PEOPLE)
    AUTO_FOCUS = "#people"

    commands: ClassVar[tuple[Command, ...]] = PEOPLE

    people = query_one("#people", RowList)
    deeds = query_one("#deeds", RowList)
    name_sought = query_one("#name", Input)

    class Gathered(Message):
        """The actors are known; `error` says why they are not."""

        def __init__(self, everybody: list[Person], error: str = "") -> None:
            super().__init__()
            self.everybody = everybody
            self.error = error

    class Followed(Message):
        """What bears on one of them is known."""

        def __init__(self, person: Person, found: list[Deed]) -> None:
            super().__init__()
            self.person = person
            self.found = found

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self.everybody: list[Person] = []
        self.shown: list[Person] = []
        self.found: list[Deed] = []
        self.reading = True
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """A line on top; the actors; beside them who the selected one is, and what bears on them; the keys."""
        yield Static(search_text.summary("People", ["reading…"]), id="summary")
        with Horizontal():
            with Vertical(id="left"):
                yield WordsInput(placeholder="Part of a name", id="name")
                yield RowList(self._draw_person, id="people")
            with Vertical(id="right"):
                yield Static(id="person")
                yield RowList(self._draw_deed, id="deeds")
                with VerticalScroll(id="deed", can_focus=False):
                    yield Static(id="deed-text")
        yield KeyLine()

    def on_mount(self) -> None:
        """Gather the actors once the first frame stands."""
        self.name_sought.display = False
        self.call_after_refresh(self._gather)

    def _gather(self) -> None:
        self.run_worker(self._read, thread=True, exclusive=True, group="people", exit_on_error=False)

    def _read(self) -> None:
        try:
            with Catalogue(self.root) as catalogue:
                everybody = people(catalogue.connection, whole=True)
        except (OSError, sqlite3.Error) as error:
            self.post_message(self.Gathered([], str(error)))
        else:
            self.post_message(self.Gathered(everybody))

    def on_people_screen_gathered(self, message: Gathered) -> None:
        """Show the actors."""
        self.everybody = message.everybody
        self.reading = False
        self._narrow(self.name_sought.value)
        if message.error:
            self.query_one("#summary", Static).update(
                search_text.summary("People", [f"cannot be read now: {printable(message.error)}"])
            )

    def _narrow(self, name: str) -> None:
        self.shown = named(self.everybody, name) if name.strip() else self.everybody
        self.people.show_rows(len(self.shown))
        total = f"{len(self.everybody):,} actors" if len(self.everybody) != 1 else "1 actor"
        several = sum(bool(one.alike) for one in self.shown)
        facts = [total if not name.strip() else f"“{name.strip()}”: {len(self.shown):,} of {total}"]
        facts.append(f"≠ {several:,} share a name or an id with somebody else" if several else "")
        self.query_one("#summary", Static).update(search_text.summary("People", facts))
        if not self.shown:
            self._show([])
            self.query_one("#person", Static).update(Content("There is nobody by that name." if name.strip() else ""))

    def on_row_list_selected(self, message: RowList.Selected) -> None:
        """Follow the selection."""
        message.stop()
        if message.row_list is self.deeds:
            self._show_deed()
        elif self.shown:
            person = self.shown[self.people.index]
            self.query_one("#person", Static).update(search_text.person_detail(person))
            if self._timer is not None:
                self._timer.stop()
            self._timer = self.set_timer(_PAUSE, partial(self._follow, person))

    def _follow(self, person: Person) -> None:
        self.run_worker(
            partial(self._read_deeds, person), thread=True, exclusive=True, group="deeds", exit_on_error=False
        )

    def _read_deeds(self, person: Person) -> None:
        worker = get_current_worker()
        try:
            with Catalogue(self.root) as catalogue:
                catalogue.connection.set_progress_handler(lambda: worker.is_cancelled, 2_000)
                found = deeds(catalogue.connection, person, whole=True)
        except (OSError, sqlite3.Error):
            found = []
        if not worker.is_cancelled:
            self.post_message(self.Followed(person, found))

    def on_people_screen_followed(self, message: Followed) -> None:
        """Show what bears on an actor, if they are still selected."""
        if self.shown and self.shown[self.people.index] is message.person:
            self._show(message.found)

    def _show(self, found: list[Deed]) -> None:
        self.found = found
        self.deeds.show_rows(len(found))
        self._show_deed()

    def _show_deed(self) -> None:
        text = search_text.deed_detail(self.found[self.deeds.index]) if self.found else Content()
        self.query_one("#deed-text", Static).update(text)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list while one types."""
        message.stop()
        self._narrow(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go to the list."""
        message.stop()
        self.people.focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep to the column that a click or Tab went to."""
        self.set_class(event.widget is self.deeds, "-deeds")

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open what was clicked twice."""
        message.stop()
        self.action_open()

    def action_open(self) -> None:
        """Go to what bears on the selected actor; there, open the briefing at it."""
        if not self.has_class("-deeds"):
            self.action_column(1)
        elif self.found:
            deed = self.found[self.deeds.index]
            app: BriefApp = self.app  # type: ignore[assignment]
            app.open_briefing(self.root / deed.path, deed.item or None)

    def action_find(self) -> None:
        """Type a part of a name."""
        self.name_sought.display = True
        self.name_sought.focus()

    async def action_close(self) -> None:
        """Go back a step: from what bears on somebody, from a name that was typed, and then to the library."""
        if self.has_class("-deeds"):
            self.action_column(-1)
        elif self.name_sought.display:
            self.name_sought.value = ""
            self.name_sought.display = False
            self.people.focus()
        else:
            await self.app.run_action("back")

    def action_column(self, step: int) -> None:
        """Go to the actors, or to what bears on the selected one."""
        if step < 0 or self.found:
            column = self.deeds if step > 0 else self.people
            self.set_class(column is self.deeds, "-deeds")
            column.focus()

    def action_move(self, how: Move) -> None:
        """Move the selection of the column in focus."""
        (self.deeds if self.has_class("-deeds") else self.people).move(how)

    def _draw_person(self, index: int, width: int) -> Line:
        return search_text.person_line(self.shown[index], width)

    def _draw_deed(self, index: int, width: int) -> Line:
        return search_text.deed_line(self.found[index], width)
