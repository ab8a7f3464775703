"""The briefing as it stood: stepping through the dates on which something became known, or to one that is typed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.analysis.known_dates import known_dates
from tui.analysis.view import view
from tui.app.panes.days import ordinal
from tui.app.panes.density import event_days
from tui.app.panes.timeline import TIMELINE
from tui.app.screens.briefing.moves import Moves
from tui.app.widgets.density_line import DensityLine
from tui.load.characters import printable
from tui.model.edtf import EDTF, Day, EDTFError

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.analysis.view import View
    from tui.app.panes.pane import Pane
    from tui.app.widgets.prompt import Prompt
    from tui.model.briefing import Briefing

AS_OF = "as-of"
"""What the prompt is open for while a date is typed."""


class AsOf(Moves):
    """A briefing that can be seen as it stood on any date."""

    _spanned: tuple[View, tuple[Day, ...]] | None = None

    @property
    def whole(self) -> Briefing:
        """The briefing as it was written."""
        briefing = self.loaded.briefing
        assert briefing is not None  # noqa: S101 - a screen is made of what can be shown
        return briefing

    @cached_property
    def known_days(self) -> tuple[Day, ...]:
        """The days on which something became known, up to that as of which the briefing was written."""
        newest = self.whole.as_of.upper
        return tuple(date.upper for date in known_dates(self.whole) if date.upper < newest)

    def view_of(self, as_of: EDTF | None, focus: str | None) -> View:
        """The briefing as of a date and through a focus, its proofs with it."""
        return view(self.whole, as_of, focus, self.view.proofs)

    def go_to_date(self, as_of: EDTF | None) -> None:
        """Show the briefing as of a date; None, or a date that is not earlier than its own, is its newest state."""
        if as_of is not None and as_of.upper >= self.whole.as_of.upper:
            as_of = None
        if as_of != self.view.as_of:
            self.show_view(self.view_of(as_of, self.view.focus))

    def show_view(self, view: View) -> None:
        """Show another View, and where it stands among the dates."""
        super().show_view(view)
        self.show_strip()

    def show_pane(self, pane: Pane, row: str | None = None) -> None:
        """Show a pane; under the timeline stands its span."""
        super().show_pane(pane, row)
        self.show_strip()

    def show_strip(self) -> None:
        """Show the span of the dates while one stands at an earlier one, and below the timeline."""
        strip = self.query_one(DensityLine)
        past = bool(self.view.withheld)
        if self.pane is TIMELINE:
            selected = self.view.event(self.selected or "")
            strip.show(self._event_days(), selected.date.place if selected else None)
        elif past:
            strip.show([*self.known_days, self.whole.as_of.upper], self.view.date.upper)
        strip.display = past or (self.pane is TIMELINE and bool(self.view.events))

    def _event_days(self) -> tuple[Day, ...]:
        """The days of the events of the View, gathered once for each."""
        if self._spanned is None or self._spanned[0] is not self.view:
            self._spanned = (self.view, event_days(self.view))
        return self._spanned[1]

    def has_shown(self) -> None:
        """Show where the selected event stands in the span of the timeline."""
        super().has_shown()
        if self.pane is TIMELINE:
            self.show_strip()

    def on_density_line_chosen(self, message: DensityLine.Chosen) -> None:
        """Go to the event, or the date, that is nearest to where the span was clicked."""
        if self.pane is not TIMELINE:
            self.go_to_date(EDTF.of_day(*message.day))
            return
        listed = [one for one in map(self.view.event, self.items.ids) if one is not None]
        at = ordinal(message.day)
        nearest = min(listed, key=lambda one: abs(ordinal(one.date.place) - at), default=None)
        if nearest is not None:
            self.use("list")
            self.items.select(nearest.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: there is no later state than the newest, and none before the first."""
        match action, parameters:
            case "step_date", (-1,):
                return None if self._neighbour(-1) == self.view.as_of else True
            case ("step_date", (1,)) | ("newest", _):
                return True if self.view.as_of is not None else None
        return super().check_action(action, parameters)

    def _neighbour(self, step: int) -> EDTF | None:
        """The date one step away, the one that is shown where there is none; None is the newest state."""
        at = self.view.as_of.upper if self.view.as_of else self.whole.as_of.upper
        if step < 0:
            before = [day for day in self.known_days if day < at]
            return EDTF.of_day(*before[-1]) if before else self.view.as_of
        after = next((day for day in self.known_days if day > at), None)
        return EDTF.of_day(*after) if after else None

    def action_step_date(self, step: int) -> None:
        """Go to the next date on which something became known, or to the one before."""
        self.go_to_date(self._neighbour(step))

    def action_newest(self) -> None:
        """Come back to the newest state."""
        self.go_to_date(None)

    def action_type_date(self) -> None:
        """Ask for a date."""
        self.prompt.ask(AS_OF, "As of", placeholder="2025-01-14, 14 Jan 2025, 2024, or 3 weeks ago")

    def on_prompt_entered(self, message: Prompt.Entered) -> None:
        """Go to the date that was typed; say what is wrong with what is none."""
        if message.purpose != AS_OF:
            return
        date = self.typed(message.words)
        if date is None:
            return
        self.close_prompt()
        self.go_to_date(date)
        if self.view.as_of is None:
            self.notify("That is the newest state of this briefing.", markup=False)

    def typed(self, words: str) -> EDTF | None:
        """The date that was typed; None where it is none, which is then said where it was typed."""
        from tui.settings.typed_date import typed_date

        try:
            return typed_date(words, self.today)
        except EDTFError as error:
            self.prompt.say(printable(f"{error.message}: {error.hint}" if error.hint else error.message))
            return None

    def close_prompt(self) -> None:
        """Put the prompt away, and go back to what was in use."""
        self.prompt.close()
        self.show_columns()

    def on_prompt_closed(self, message: Prompt.Closed) -> None:
        """Go back to what was in use before something was asked."""
        if message.purpose == AS_OF:
            self.show_columns()

    def below_body(self) -> list[Widget]:
        """What stands between the panes and the keys."""
        return [DensityLine(), *super().below_body()]
