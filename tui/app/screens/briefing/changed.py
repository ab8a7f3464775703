"""What changed: since the last visit, since the date at which one stands, or since one that is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.app.screens.briefing.news import News
from tui.model.edtf import EDTF, EDTFError, describe

if TYPE_CHECKING:
    from tui.app.widgets.prompt import Prompt

SINCE: Final = "since"
"""What the prompt is open for while a date is typed since which changes are told."""


class Changed(News):
    """A briefing that tells what changed in it."""

    def action_changes(self) -> None:
        """List what changed since the date that is shown, else since the last visit, else since the date before."""
        self.show_changes(self.since())

    def action_changes_since(self) -> None:
        """Ask since when."""
        self.prompt.ask(SINCE, "Changes since", placeholder="2025-01-14, 14 Jan 2025, or 3 weeks ago")

    def on_prompt_entered(self, message: Prompt.Entered) -> None:
        """List what changed since the date that was typed."""
        if message.purpose != SINCE:
            return
        date = self.typed(message.words)
        if date is None:
            return
        if date.upper >= self.whole.as_of.upper:
            self.prompt.say(f"{describe(date)} is not before the newest state, {describe(self.whole.as_of)}")
            return
        self.close_prompt()
        self.show_changes(date)

    def on_prompt_closed(self, message: Prompt.Closed) -> None:
        """Go back to what was in use."""
        if message.purpose == SINCE:
            self.show_columns()

    def show_changes(self, since: EDTF) -> None:
        """List what changed since a date until the newest state."""
        from tui.analysis.changes import changes
        from tui.app.panes.changed import changes_pane
        from tui.export.changes.text import sections

        focus = self.view.focus
        found = sections(changes(self.view_of(since, focus), self.view_of(None, focus)))
        self.gather(changes_pane(f"Changes since {describe(since)}", found, describe(since)))

    def since(self) -> EDTF:
        """The date that is shown where it is not the newest, else that of the last visit, else the date before."""
        if self.view.as_of is not None and self.view.withheld:
            return self.view.as_of
        last = self._last_read()
        if last is not None and last.upper < self.whole.as_of.upper:
            return last
        return EDTF.of_day(*self.known_days[-1]) if self.known_days else self.whole.as_of

    def _last_read(self) -> EDTF | None:
        """The date up to which the briefing went when it was last read in another state than this one."""
        if self.last_visit is None:
            return None
        same = self.last_visit.as_of == self.whole.as_of.text
        written = self.last_visit.before if same else self.last_visit.as_of
        try:
            return EDTF(written) if written else None
        except EDTFError:
            return None
