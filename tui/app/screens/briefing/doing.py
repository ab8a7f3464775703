"""What one does with an item: copy it with its citation, open it in the editor, bookmark it, write a note on it."""

from __future__ import annotations

import subprocess
from threading import Thread
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

from tui.app.panes.detail import Gap, Paragraph
from tui.app.panes.mention import mention
from tui.app.panes.text import clip, line, plain
from tui.app.reading import read_place
from tui.app.screens.briefing.compared import Compared
from tui.load.characters import printable
from tui.model.quote import Quote
from tui.reader.reader import NotKeptError

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.panes.detail import Blocks
    from tui.export.citation import Form
    from tui.files.editor import EditorCommand
    from tui.load.problem import Place
    from tui.reader.notes import Note

BOOKMARKS: Final = "Bookmarks"
_BOOKMARK: Final = "⚑"
_NOTE: Final = "✎"


class Doing(Compared):
    """A briefing with whose items one can do something."""

    def begin(self) -> None:
        """Show what is shown first, with what the reader has added to it."""
        self._bookmarked: frozenset[str] = frozenset()
        self._notes: dict[str, Note] = {}
        super().begin()

    def learn_news(self) -> None:
        """Find out what is new, bookmarked and noted, and show it."""
        self._bookmarked = self.state.bookmarks.of(self.whole.id)
        self._notes = self.state.notes.of(self.whole.id)
        super().learn_news()

    def flags_of(self, identifier: str) -> str:
        """The signs of what is new, bookmarked and noted."""
        signs = (
            super().flags_of(identifier),
            _BOOKMARK if identifier in self._bookmarked else "",
            _NOTE if identifier in self._notes else "",
        )
        return "".join(signs)

    def notes_on(self, identifier: str) -> Blocks:
        """What the reader has added to an item: the note above all."""
        found = list(super().notes_on(identifier))
        if identifier in self._bookmarked:
            found = [Paragraph(line(f"{_BOOKMARK} bookmarked", "accent")), *(found or [Gap()])]
        note = self._notes.get(identifier)
        if note is not None:
            found += [Paragraph(line(f"{_NOTE} Your note", "heading")), Paragraph(line(note.text), barred=True), Gap()]
        return tuple(found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: only items can be copied, bookmarked and noted."""
        match action:
            case "copy":
                return (
                    True
                    if self.selected is not None and (self.selected in self.view.entries or not self.selected)
                    else None
                )
            case "bookmark" | "annotate":
                return True if self.selected in self.prints else None
        return super().check_action(action, parameters)

    def action_copy(self, form: Form) -> None:
        """Copy the item with its citation, as plain text or as Markdown."""
        from tui.export.citation import WithheldError, citation

        item = self.selected
        if item is None:
            return
        try:
            text = citation(self.view, item, form)
        except WithheldError as error:
            self.notify(printable(str(error)), severity="warning", markup=False)
            return
        self.app.copy_to_clipboard(text)
        first = text.split("\n", 1)[0]
        self.notify(f"Copied with its citation: {plain(clip(line(first), 60))}", markup=False)

    def action_edit(self) -> None:
        """Open the file at the item, or at the problem, in the user's editor, and come back to the same place."""
        from tui.files.editor import NoEditorError, editor_command

        problem = self.selected_problem
        if problem is not None:
            path, place = problem.path, problem.place
        else:
            path, place = read_place(self.root, self.loaded.path, self.selected or "")
        try:
            command = editor_command(path, place.line, place.column)
        except NoEditorError as error:
            self.notify(printable(f"{error.message}: {error.hint}"), severity="warning", markup=False)
            return
        self._edit(command, path, place)

    def _edit(self, command: EditorCommand, path: Path, place: Place) -> None:
        try:
            if command.needs_terminal:
                with self.app.suspend():
                    done = subprocess.run(command.arguments, check=False).returncode  # noqa: S603 - the user's own choice
            else:
                process = subprocess.Popen(  # noqa: S603
                    command.arguments,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )
                # It outlives the reader if need be; while both are there, its end is taken notice of.
                Thread(target=process.wait, daemon=True).start()
                done = 0
                self.notify(printable(f"{command.name} opens {path.name} at line {place.line}."), markup=False)
        except SuspendNotSupported:
            self.notify(
                printable(f"The editor cannot be opened from here: {path}, line {place.line}."),
                severity="warning",
                markup=False,
            )
            return
        except (OSError, ValueError) as error:
            self.notify(printable(f"{command.name} could not be started: {error}"), severity="error", markup=False)
            return
        if done:
            self.notify(printable(f"{command.name} ended with {done}."), severity="warning", markup=False)
        self.look()

    def action_bookmark(self) -> None:
        """Bookmark the selected item, or take its bookmark away."""
        item = self.selected
        if item is None:
            return
        try:
            has_one = self.state.bookmarks.toggle(self.whole.id, item, self._label(item))
        except NotKeptError as error:
            self.notify(printable(str(error)), severity="error", markup=False)
            return
        self._shown_anew()
        self.notify("Bookmarked: B lists the bookmarks." if has_one else "The bookmark is gone.", markup=False)

    def action_bookmarks(self) -> None:
        """List the bookmarks of this briefing and of the others."""
        from tui.app.panes.bookmarks import bookmarks_pane

        self.gather(bookmarks_pane(BOOKMARKS, self.state.bookmarks.all(), self.whole.id))

    async def action_annotate(self) -> None:
        """Write a note on the selected item."""
        from tui.app.screens.note import NoteScreen

        item = self.selected
        if item is None:
            return
        note = self._notes.get(item)
        text = note.text if note is not None else ""

        def keep(written: str | None) -> None:
            if written is not None and written.strip() != text:
                self._keep_note(item, written, text)

        await self.app.push_screen(NoteScreen(self._label(item), text), keep)

    def _keep_note(self, item: str, text: str, before: str) -> None:
        entry = self.view.entries.get(item)
        private = entry is not None and isinstance(entry.item, Quote) and entry.item.attribution != "on-record"
        try:
            self.state.notes.write(self.whole.id, item, text, label=self._label(item), private=private, before=before)
        except NotKeptError as error:
            # What was written is not lost: it can be copied out again.
            self.app.copy_to_clipboard(text)
            self.notify(printable(f"{error} It is on the clipboard."), severity="error", markup=False, timeout=20)
            return
        self._shown_anew()

    def _shown_anew(self) -> None:
        self.learn_news()
        self.show_again()

    def _label(self, item: str) -> str:
        return plain(mention(self.view, item)) if item else "Bottom line"
