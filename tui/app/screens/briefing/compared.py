"""A chart as the difference between two dates: the one at which one stands, or the last visit, and the newest state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.screens.briefing.changed import Changed

if TYPE_CHECKING:
    from pathlib import Path

    from tui.analysis.view import View
    from tui.app.reading import Stamp
    from tui.app.widgets.chart import Chart
    from tui.load.briefing import Loaded


class Compared(Changed):
    """A briefing whose charts can be compared with their newest state."""

    def __init__(self, loaded: Loaded, view: View, root: Path, stamp: Stamp) -> None:
        super().__init__(loaded, view, root, stamp)
        self._compares = False

    def draw_chart(self, chart: Chart) -> None:
        """Draw how it is as of the date, or how it became the newest state."""
        if not (self._compares and chart.compares):
            super().draw_chart(chart)
        elif self.view.withheld:
            chart.show_difference(self.view, self.view_of(None, self.view.focus), self.view)
        else:
            chart.show_difference(self.view_of(self.since(), self.view.focus), self.view, self.view)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: only some charts can be compared."""
        if action == "compare":
            return self.chart is not None and self.chart.compares
        return super().check_action(action, parameters)

    def action_compare(self) -> None:
        """Show the difference, or again how it is."""
        self._compares = not self._compares
        self.show_pane(self.pane, self.selected)
