"""The dialog that writes a briefing to a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from tui.analysis.release import released
from tui.app.commands import Command, bindings
from tui.app.commands_briefing import EXPORT
from tui.app.panes.words import count
from tui.app.screens.export_file import Outcome, format_of, suggested, target_of, with_format, write_export
from tui.export.formats import FORMATS
from tui.load.characters import printable

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.analysis.view import View
    from tui.load.briefing import Loaded

_LEAST: Final = (20, 4)
"""Columns and rows below which nothing is written, since what is said of it would not be seen."""


class ExportScreen(ModalScreen[None]):
    """Asks for a format and a file, and writes it. A file that is there is replaced only when that is asked for."""

    CSS_PATH = "export.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EXPORT)]
    AUTO_FOCUS = "#path"
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-tiny"), (8, "-low"), (16, "-high")]  # type: ignore[misc]

    commands: ClassVar[tuple[Command, ...]] = EXPORT

    class Done(Message):
        """The writing has come to an end."""

        def __init__(self, outcome: Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    path = query_one("#path", Input)
    formats = query_one("#formats", Static)
    answer = query_one("#answer", Static)

    def __init__(self, loaded: Loaded, view: View) -> None:
        super().__init__()
        self._loaded = loaded
        self._view = view
        self._format = next(iter(FORMATS))
        self._may_replace = False
        self._is_writing = False
        self._kept_back = kept_back(loaded, view)

    def compose(self) -> ComposeResult:
        """The formats, the file, what stays behind, and what came of it."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = Content("Export")
            dialog.border_subtitle = Content("↑ ↓ format · Enter write · Esc close")
            yield Static(self._format_line(), id="formats", markup=False)
            yield Input(suggested(self._view, self._format), id="path", select_on_focus=False)
            yield Static(Content(""), id="answer", markup=False)
            if self._kept_back:
                yield Static(Content("\n".join(self._kept_back)), id="kept-back", markup=False)

    def on_mount(self) -> None:
        """Take away what an earlier export said: it would cover what is said now."""
        self.app.clear_notifications()
        # That clears this screen only, and the others are seen behind it.
        for screen in self.app.screen_stack:
            screen.query("ToastHolder").remove()

    def _format_line(self) -> Content:
        parts = [
            Content.styled(f"● {name}", "bold")
            if name == self._format
            else Content.styled(f"○ {name}", "$foreground-muted")
            for name in FORMATS
        ]
        return Content("   ").join(parts)

    def action_format(self, step: int) -> None:
        """Choose another format; the file's name takes its suffix."""
        names = list(FORMATS)
        self._follow_suffix()
        before = self._format
        self._format = names[(names.index(before) + step) % len(names)]
        self.formats.update(self._format_line())
        if self.path.value == suggested(self._view, before):
            self.path.value = suggested(self._view, self._format)
        else:
            self.path.value = with_format(self.path.value, self._format)
        self.path.cursor_position = len(self.path.value)

    def _follow_suffix(self) -> None:
        """Choose the format that the file's suffix stands for, if it stands for one."""
        name = format_of(self.path.value)
        if name not in (None, self._format):
            self._format = name
            self.formats.update(self._format_line())

    def action_close(self) -> None:
        """Close the dialog, unless a file is being written: what becomes of it is still to be said."""
        if self._is_writing:
            self._say("The file is still being written.")
        else:
            self.dismiss()

    def action_write(self) -> None:
        """Write the file, unless one is being written."""
        if self._is_writing:
            return
        if self.size.width < _LEAST[0] or self.size.height < _LEAST[1]:
            self._say("Make the window larger first.")
            return
        if not self.path.value.strip():
            self._say("Type the name of a file.")
            return
        try:
            target = target_of(self.path.value, Path.cwd())
        except (OSError, RuntimeError) as error:
            self._say(f"That file cannot be found: {printable(str(error))}.")
            return
        self._follow_suffix()
        self._is_writing = True
        self.run_worker(
            partial(self._write, self._format, target, replace=self._may_replace), thread=True, exit_on_error=False
        )

    def _write(self, name: str, target: Path, *, replace: bool) -> None:
        outcome = write_export(self._loaded, self._view, name, target, root=self._root, replace=replace)
        self.post_message(self.Done(outcome))

    @property
    def _root(self) -> Path | None:
        """The folder of the library that the reader was opened with; None where it is that of a lone file."""
        from tui.app.app import BriefApp

        if not isinstance(self.app, BriefApp) or (self.app.path is not None and self.app.root == self.app.path.parent):
            return None
        return self.app.root

    def on_export_screen_done(self, message: Done) -> None:
        """Close after the file was written; else say what stands in the way."""
        self._is_writing = False
        outcome = message.outcome
        self._may_replace = outcome.state == "exists"
        if outcome.state == "written":
            left_out = (f"{one[:1].upper()}{one[1:]}." for one in outcome.left_out)
            words = "\n".join((outcome.words, *self._kept_back, *left_out))
            self.app.notify(words, title="Exported", timeout=10, markup=False)
            self.dismiss()
        elif outcome.state == "exists":
            self._say(f"{outcome.words} Enter replaces it, Esc leaves it as it is.")
        else:
            self._say(outcome.words)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong where the writing broke off."""
        if event.state is WorkerState.ERROR:
            event.stop()
            self._is_writing = False
            self._say(f"The export failed: {printable(str(event.worker.error))}")

    def on_input_changed(self) -> None:
        """Another name is another file: whether to replace that one has not been asked. Its suffix is its format."""
        self._follow_suffix()
        self._may_replace = False
        self._say("")

    def on_input_submitted(self) -> None:
        """Enter in the line for the file's name."""
        self.action_write()

    def _say(self, words: str) -> None:
        self.answer.update(Content(words))
        self.answer.display = bool(words)


def kept_back(loaded: Loaded, view: View) -> tuple[str, ...]:
    """Sentences on what does not go out: what was withheld, and what was left out because it is wrong."""
    withheld = tuple(f"{one}." for one in released(view).withheld)
    if not loaded.left_out:
        return withheld
    names = ", ".join(printable(one) for one in loaded.left_out[:3])
    more = f" and {count(len(loaded.left_out) - 3, 'more part')}" if len(loaded.left_out) > 3 else ""
    return (*withheld, f"Left out because something is wrong with it: {names}{more}.")
