"""The dialog that writes a briefing to a file."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from tui.app.commands import Command, bindings
from tui.app.commands_briefing import EXPORT
from tui.app.screens.export_choices import ExportChoices
from tui.app.screens.export_file import Outcome, Wanted, target_of, write_export
from tui.app.screens.export_words import hint, kept_back, scope, sentences, whether_to_replace
from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.analysis.view import View
    from tui.app.app import BriefApp
    from tui.export.notes import NotesSection
    from tui.load.briefing import Loaded
    from tui.reader.notes import Note

_LEAST: Final = (20, 4)
"""Columns and rows below which nothing is written, since what is said of it would not be seen."""


class ExportScreen(ExportChoices):
    """Asks what of a briefing to write, and to which file, and writes it.

    A file that is there is replaced only when that is asked for.
    """

    CSS_PATH = "export.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EXPORT)]
    AUTO_FOCUS = "#formats"
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (44, "-wide")]  # type: ignore[misc]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-tiny"), (8, "-low"), (16, "-high")]  # type: ignore[misc]

    commands: ClassVar[tuple[Command, ...]] = EXPORT

    class Done(Message):
        """The writing has come to an end."""

        def __init__(self, outcome: Outcome, wanted: Wanted, target: Path) -> None:
            super().__init__()
            self.outcome = outcome
            self.wanted = wanted
            self.target = target

    class Repeated(Message):
        """There are texts that repeat words said off the record; `sentences` say which."""

        def __init__(self, sentences: tuple[str, ...]) -> None:
            super().__init__()
            self.sentences = sentences

    answer = query_one("#answer", Static)

    def __init__(self, loaded: Loaded, view: View, notes: Iterable[Note] = ()) -> None:
        super().__init__(view, _section(loaded, view, tuple(notes)))
        self._loaded = loaded
        self._asked_of: tuple[Wanted, Path] | None = None
        self._is_writing = False
        self._kept_back = kept_back(loaded, view)
        self._repeated: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """What is chosen, the file, what came of it, what is exported, and what stays behind."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = Content("Export")
            yield from self.fields()
            yield Static(Content(), id="answer", markup=False)
            yield Static(Content(), id="scope", markup=False)
            yield Static(Content(), id="kept-back", markup=False)

    def on_mount(self) -> None:
        """Take away what an earlier export said: it would cover what is said now."""
        self.query_one("#dialog").border_subtitle = hint(self._keymap)
        self.app.clear_notifications()
        # That clears this screen only, and the others are seen behind it.
        for screen in self.app.screen_stack:
            screen.query("ToastHolder").remove()
        self.consider()
        self.run_worker(self._look_for_repeated, thread=True, exit_on_error=False)

    @property
    def _keymap(self) -> Mapping[str, str]:
        return cast("BriefApp", self.app).settings.keys

    def _look_for_repeated(self) -> None:
        from tui.analysis.release import released
        from tui.analysis.repeated import repeated

        if self._loaded.briefing is not None:
            self.post_message(self.Repeated(sentences(repeated(released(self.view).view, self._loaded.briefing))))

    def on_export_screen_repeated(self, message: Repeated) -> None:
        """Say which texts repeat words said off the record, while they can still be kept back."""
        self._repeated = message.sentences
        if self.is_attached:
            self._show()

    def _show(self) -> None:
        """Say what is exported, and what stays behind."""
        self.query_one("#scope", Static).update(Content(scope(self.view, self.wanted.format)))
        words = self._staying
        self.query_one("#kept-back", Static).update(Content("\n".join(words)))
        self.query_one("#kept-back").display = bool(words)

    def wants_other(self) -> None:
        """Say what goes with what is wanted now, of which it has not been asked whether to replace a file."""
        self._asked_of = None
        self._say("")
        self._show()

    @property
    def _staying(self) -> tuple[str, ...]:
        """Sentences on what stays behind, and on what should."""
        section = self.section
        is_told = section is not None and (bool(self.wanted.notes) or not section.count)
        of_notes = sentences(section.withheld) if section is not None and is_told else ()
        return (*self._kept_back, *of_notes, *self._repeated)

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
        self.follow_suffix()
        self._is_writing = True
        wanted = self.wanted
        work = partial(self._write, wanted, target, replace=self._asked_of == (wanted, target))
        self.run_worker(work, thread=True, exit_on_error=False)

    def _write(self, wanted: Wanted, target: Path, *, replace: bool) -> None:
        outcome = write_export(self._loaded, self._proven(), wanted, target, root=self._root, replace=replace)
        self.post_message(self.Done(outcome, wanted, target))

    def _proven(self) -> View:
        """The View with the proofs of its quotes, which may not have been there when the dialog was opened."""
        from tui.app.reading import read_proofs

        if self.view.proofs or not self.view.quotes:
            return self.view
        return replace(self.view, proofs=read_proofs(cast("BriefApp", self.app).root, self._loaded).proofs)

    @property
    def _root(self) -> Path | None:
        """The folder of the library that the reader was opened with; None where it is that of a lone file."""
        app = cast("BriefApp", self.app)
        return None if app.path is not None and app.root == app.path.parent else app.root

    def on_export_screen_done(self, message: Done) -> None:
        """Close after the file was written; else say what stands in the way."""
        self._is_writing = False
        outcome = message.outcome
        self._asked_of = (message.wanted, message.target) if outcome.state == "exists" else None
        if outcome.state == "written":
            with_notes = (f"With {self.notes.chosen}.",) if message.wanted.notes else ()
            words = "\n".join((outcome.words, *with_notes, *self._staying, *sentences(outcome.left_out)))
            self.app.notify(words, title="Exported", timeout=10, markup=False)
            self.dismiss()
        elif outcome.state == "exists":
            self._say(f"{outcome.words} {whether_to_replace(self._keymap)}")
        else:
            self._say(outcome.words)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong where the writing broke off."""
        if event.state is WorkerState.ERROR:
            event.stop()
            self._is_writing = False
            self._say(f"The export failed: {printable(str(event.worker.error))}")

    async def on_input_submitted(self) -> None:
        """Do what Enter does here: the line for the file's name has that key for itself."""
        for binding in self._bindings.key_to_bindings.get("enter", ()):
            await self.run_action(binding.action)

    def _say(self, words: str) -> None:
        self.answer.update(Content(words))
        self.answer.display = bool(words)
        if words:
            self.call_after_refresh(self.answer.scroll_visible, animate=False)


def _section(loaded: Loaded, view: View, notes: tuple[Note, ...]) -> NotesSection | None:
    """What may go out of the reader's notes; None where there are none."""
    if not notes or loaded.briefing is None:
        return None
    from tui.analysis.view import view as view_of
    from tui.export.notes import notes_markdown

    return notes_markdown(view, notes, view_of(loaded.briefing))
