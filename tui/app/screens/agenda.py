"""The agenda: what is open and what falls due in all briefings, and what one is briefed on about each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Container
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from tui.app.commands import Command, bindings
from tui.app.commands_agenda import AGENDA
from tui.app.panes.row import Columns
from tui.app.reading import AgendaBatch, read_agenda
from tui.app.widgets.detail_view import DetailView
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.key_line import KeyLine
from tui.load.characters import printable
from tui.settings.clock import ClockError, today

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.app.agenda_rows import Listed
    from tui.app.panes.row import Row

_NARROW_DATES: Final = 14
_WIDE_DATES: Final = 20
"""The cells of the column of dates."""
_WIDE: Final = 160


class AgendaScreen(Screen[None]):
    """The agenda of the library at `root`. It is drawn before anything is read, and filled while a thread reads."""

    CSS_PATH = "agenda.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(AGENDA)]
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (120, "-wide")]  # type: ignore[misc]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-low"), (20, "-high")]  # type: ignore[misc]
    AUTO_FOCUS = "#entries"

    commands: ClassVar[tuple[Command, ...]] = AGENDA

    class Opened(Message):
        """A briefing is to be opened at the item of this id."""

        def __init__(self, path: Path, item: str) -> None:
            super().__init__()
            self.path = path
            self.item = item

    class Read(Message):
        """Some of the agenda has been read; the last of it with `done`."""

        def __init__(self, batch: AgendaBatch, reading: int, *, done: bool) -> None:
            super().__init__()
            self.batch = batch
            self.reading = reading
            self.done = done

    entries = query_one("#entries", ItemList)
    detail = query_one("#detail", DetailView)
    notice = query_one("#notice", Static)

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.root = root
        self.listed: list[Listed] = []
        self.reading = True
        self._today: datetime.date | None = None
        self._by_key: dict[str, Listed] = {}
        self._detailed: Listed | None = None
        self._fresh: list[Listed] = []
        self._wrong = 0
        self._readings = 0

    def compose(self) -> ComposeResult:
        """A line on top; the list, and the detail beside or below it; the keys."""
        yield Static(Content("Agenda"), id="summary", markup=False)
        yield Static(Content("Reading the library…"), id="notice", markup=False)
        with Container(id="body"):
            yield ItemList(id="entries")
            yield DetailView(id="detail")
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the library once the first frame stands."""
        self.detail.can_focus = False
        self.set_class(True, "-empty")
        self.call_after_refresh(self.action_read)

    def action_read(self) -> None:
        """Read the library, again if need be; what is shown stays until it has been read."""
        try:
            self._today = today()
        except ClockError as error:
            self._say(f"{error}.")
            return
        self.reading = True
        self._fresh = []
        self._wrong = 0
        self._readings += 1
        read = partial(self._read, self._readings, self._today)
        self.run_worker(read, thread=True, exclusive=True, group="agenda", exit_on_error=False)

    def _read(self, reading: int, day: datetime.date) -> None:
        worker = get_current_worker()
        held: AgendaBatch | None = None
        for batch in read_agenda(self.root, day):
            if worker.is_cancelled:
                return
            if held is not None:
                self.post_message(self.Read(held, reading, done=False))
            held = batch
        if held is not None and not worker.is_cancelled:
            self.post_message(self.Read(held, reading, done=True))

    def on_agenda_screen_read(self, message: Read) -> None:
        """Take in what has been read: on a first reading as it comes, on a later one when it is complete."""
        if message.reading != self._readings:
            return
        self._fresh += message.batch.entries
        self._wrong += message.batch.wrong
        self.reading = not message.done
        if message.done or self._readings == 1:
            from tui.app.agenda_rows import in_order, key_of

            self.listed = in_order(self._fresh)
            self._by_key = {key_of(one): one for one in self.listed}
            self._show()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong where reading did not end well."""
        if event.state is WorkerState.ERROR:
            event.stop()
            self.reading = False
            self._say(f"The library could not be read: {printable(str(event.worker.error))}")

    def _show(self) -> None:
        """Show what has been read, the same entry selected as before."""
        if self._today is None:
            return
        from tui.app.agenda_rows import outline, summary, when_width

        words = summary(self.listed, self._wrong, self._today, reading=self.reading)
        self.query_one("#summary", Static).update(Content.assemble(("Agenda", "bold"), "  ", (words, "$text-muted")))
        is_empty = not self.listed
        self.set_class(is_empty, "-empty")
        self.notice.display = is_empty
        if is_empty and not self.reading:
            self.notice.update(_nothing_here())
        # On a first reading, the top of the list stays selected until the reader moves.
        is_at_top = self._readings == 1 and self.entries.selected == self.entries.first
        selected = None if is_at_top else self.entries.selected
        width = when_width(self.listed, _WIDE_DATES if self.size.width >= _WIDE else _NARROW_DATES)
        self.entries.show(
            outline(self.listed, self._today), self._row, Columns(sign=1, when=width), wraps=False, empty=""
        )
        self.entries.select(selected)
        self.refresh_bindings()

    def _row(self, key: str) -> Row:
        from tui.app.agenda_rows import row

        return row(key, self._by_key[key][1])

    def _say(self, words: str) -> None:
        self.notice.update(Content(words))
        self.notice.display = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Opening makes sense only where there is something."""
        if action == "open" and not self.listed:
            return None
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the briefing at what is selected."""
        chosen = self._by_key.get(self.entries.selected or "")
        if chosen is not None:
            self.post_message(self.Opened(chosen[0], chosen[1].id))

    def action_move(self, where: str) -> None:
        """Select another entry."""
        self.entries.move(where)
        # The list tells of it as well, but only after the next frame, which the detail is to be in.
        self._show_detail()

    def action_scroll_detail(self, lines: int) -> None:
        """Scroll the detail."""
        self.detail.go_to(self.detail.top + lines)

    def on_item_list_selected(self) -> None:
        """Show the detail of what is selected now."""
        self._show_detail()

    def _show_detail(self) -> None:
        """Show the detail of what is selected, unless it is there already."""
        from tui.app.agenda_rows import detail

        chosen = self._by_key.get(self.entries.selected or "")
        if chosen is not self._detailed:
            self._detailed = chosen
            self.detail.show(detail(chosen[1]) if chosen else ())

    def on_item_list_clicked(self, message: ItemList.Clicked) -> None:
        """Open what was clicked, if it was selected already."""
        if message.was_selected:
            self.action_open()


def _nothing_here() -> Content:
    """What an empty agenda says: how to begin."""
    return Content.assemble(
        ("Nothing is open, and nothing falls due.\n\n", "bold"),
        "Here stand the open questions and the deadlines of all briefings. In a briefing, write:\n\n",
        ("questions:\n  - {id: toll, text: Will there be a toll?, due: 2027-04-22, warn: 14d}\n", "$text-accent"),
        ("events:\n  - {id: vote, title: The council votes, date: 2027-04-22, kind: deadline}", "$text-accent"),
    )
