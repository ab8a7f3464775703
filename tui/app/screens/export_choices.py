"""What is chosen in the export dialog: a format, a profile, the reader's notes, and a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.app.screens.export_file import Wanted, format_of, suggested, with_format
from tui.app.screens.export_words import only_with
from tui.app.widgets.choice_line import ChoiceLine
from tui.export.formats import FORMATS, PROFILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.widget import Widget

    from tui.analysis.view import View
    from tui.export.formats import Profile
    from tui.export.notes import NotesSection

_WITHOUT: Final = "no notes"


class ExportChoices(ModalScreen[None]):
    """The lines of the dialog, from each of which the arrows lead to the next.

    `section` has what may go out of the reader's notes, None where there are none.
    """

    formats = query_one("#formats", ChoiceLine)
    profiles = query_one("#profiles", ChoiceLine)
    notes = query_one("#notes", ChoiceLine)
    path = query_one("#path", Input)

    def __init__(self, view: View, section: NotesSection | None) -> None:
        super().__init__()
        self.view = view
        self.section = section

    def fields(self) -> Iterator[Widget]:
        """The lines, one below the other."""
        notes = self.section.count if self.section is not None else 0
        yield ChoiceLine("Format", tuple(FORMATS), id="formats")
        yield ChoiceLine("Profile", PROFILES, id="profiles")
        yield ChoiceLine("Notes", (_WITHOUT, "your note" if notes == 1 else f"your {notes:,} notes"), id="notes")
        yield Horizontal(
            Static(Content("▸ "), id="sign"),
            Static(Content("File"), id="label"),
            Input(suggested(self.view, next(iter(FORMATS))), id="path", select_on_focus=False),
            id="file",
        )

    @property
    def wanted(self) -> Wanted:
        """What is to be written."""
        has_notes = self.section is not None and self.notes.chosen != _WITHOUT and not self.notes.disabled
        notes = self.section.text if self.section is not None and has_notes else ""
        return Wanted(self.formats.chosen, cast("Profile", self.profiles.chosen), notes)

    def wants_other(self) -> None:
        """Something else is wanted now than before."""

    def consider(self) -> None:
        """Let be chosen what makes sense with the format."""
        takes = FORMATS[self.formats.chosen].takes
        self.profiles.say_why_not("" if "profile" in takes else only_with("profile"))
        self.notes.say_why_not(self._why_no_notes if "notes" in takes else only_with("notes"))
        self.wants_other()

    @property
    def _why_no_notes(self) -> str:
        if self.section is None:
            return "none written yet"
        return "" if self.section.count else "none of yours may go out"

    def action_field(self, step: int) -> None:
        """Go to the next line in which there is a choice, and round."""
        lines = [one for one in (self.formats, self.profiles, self.notes, self.path) if not one.disabled]
        place = lines.index(self.focused) if self.focused in lines else -1
        # At once, for the keys that are typed ahead.
        self.set_focus(lines[(place + step) % len(lines)])

    def action_value(self, step: int) -> None:
        """Choose the value beside the one that is chosen, in the line where the keys go."""
        if isinstance(self.focused, ChoiceLine):
            self._choose(self.focused, self.focused.beside(step))

    def on_choice_line_chosen(self, message: ChoiceLine.Chosen) -> None:
        """Choose what was clicked."""
        self._choose(message.line, message.value)

    def _choose(self, line: ChoiceLine, value: str) -> None:
        before = self.formats.chosen
        line.choose(value)
        if line is self.formats:
            if self.path.value == suggested(self.view, before):
                self.path.value = suggested(self.view, value)
            else:
                self.path.value = with_format(self.path.value, value)
            self.path.cursor_position = len(self.path.value)
        self.consider()

    def follow_suffix(self) -> None:
        """Choose the format that the file's suffix stands for, if it stands for one."""
        name = format_of(self.path.value)
        if name is not None and name != self.formats.chosen:
            self.formats.choose(name)
            self.consider()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Put the sign of where the keys go before the file's name, or take it away."""
        self.query_one("#file").set_class(event.widget is self.path, "-here")

    def on_key(self, event: events.Key) -> None:
        """What is typed anywhere is typed into the file's name, unless the key does something here."""
        if self.focused is self.path or event.key in self._bindings.key_to_bindings:
            return
        if event.is_printable and event.character is not None:
            self.set_focus(self.path)
            self.path.insert_text_at_cursor(event.character)
        elif event.key == "backspace":
            self.set_focus(self.path)
            self.path.action_delete_left()
        else:
            return
        event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is for the file's name too."""
        self.set_focus(self.path)
        self.path.insert_text_at_cursor(next(iter(event.text.splitlines()), ""))

    def on_input_changed(self) -> None:
        """Another name is another file; its suffix is its format."""
        self.follow_suffix()
        self.wants_other()
