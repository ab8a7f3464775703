"""The ways to see a pane: its list, another list, or a chart; the timeline with more or less of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal

from tui.app.panes import timeline
from tui.app.panes.timeline import TIMELINE
from tui.app.screens.briefing.columns import Columns
from tui.app.screens.widths import IN_CONTEXT
from tui.app.widgets.pane_tabs import Tab
from tui.model.position import Position

if TYPE_CHECKING:
    from tui.analysis.view import View
    from tui.app.panes.pane import Pane, Way
    from tui.app.widgets.chart import Chart
    from tui.load.briefing import Loaded


class Ways(Columns):
    """Panes that can be seen in other ways than as their list."""

    def __init__(self, loaded: Loaded, view: View) -> None:
        super().__init__(loaded, view)
        self._ways: dict[str, int] = {}
        self._charts: dict[str, Chart] = {}
        self._least_importance = 1
        self.chart: Chart | None = None

    @property
    def way(self) -> Way | None:
        """The way in which the pane is seen; None where that is its own list."""
        return self._way_of(self.pane)

    def _way_of(self, pane: Pane) -> Way | None:
        number = self._ways.get(pane.title, 0)
        return pane.ways[number - 1] if number else None

    @property
    def selected(self) -> str | None:
        """The id of the selected row, or of the item under the cursor of the chart."""
        return self.chart.selected if self.chart is not None else super().selected

    def as_listed(self, pane: Pane) -> Pane:
        """The pane with the list in which it is seen."""
        way = self._way_of(pane)
        if way is not None and way.listing is not None:
            listing = way.listing(self.view)
            return replace(
                pane,
                title=f"{pane.title}: {way.title}",
                outline=lambda _: listing.outline,
                row=lambda _, identifier: listing.row(identifier),
                columns=listing.columns,
                empty=lambda _: listing.empty,
                wraps=listing.wraps,
                row_today=None,
                start=lambda _: None,
            )
        if pane is TIMELINE and self._least_importance > 1:
            least = self._least_importance
            title = f"{pane.title}: {least}"
            return replace(pane, title=title, outline=lambda view: timeline.outline(view, least))
        return pane

    def tab_of(self, pane: Pane, number: int) -> Tab:
        """The tab of a pane, with the way in which it is seen."""
        way = self._way_of(pane)
        title = f"{pane.title}: {way.title.lower()}" if way is not None and pane is self.pane else pane.title
        return Tab(title, pane.count(self.view), number)

    def show_pane(self, pane: Pane, row: str | None = None) -> None:
        """Show a pane in the way in which it was last seen."""
        self._hide_chart()
        super().show_pane(pane, row)
        way = self.way
        kind = way.load_chart() if way is not None else None
        if way is not None and kind is not None:
            if way.title not in self._charts:
                self._charts[way.title] = kind(id=f"chart-{len(self._charts)}")
                self.query_one("#body", Horizontal).mount(self._charts[way.title], before=self.detail)
            chart = self._charts[way.title]
            self.draw_chart(chart)
            if row is not None:
                chart.select(row)
            self.chart = chart
            self.show_detail()
        self.show_columns()

    def draw_chart(self, chart: Chart) -> None:
        """Draw a chart of what is shown."""
        chart.show(self.view)

    def _hide_chart(self) -> None:
        if self.chart is not None:
            self.chart.display = False
            self.chart = None

    def show_columns(self) -> None:
        """Show the chart in the place of the list, and the detail beside it where there is much room."""
        super().show_columns()
        if self.chart is None:
            return
        self.items.display = False
        self.context.display = False
        self.chart.display = self.column == "list" or self.size.width >= IN_CONTEXT
        self.detail.display = self.column != "list" or self.size.width >= IN_CONTEXT
        self.set_class(self.size.width >= IN_CONTEXT, "-side-by-side")
        self.set_class(False, "-in-context")
        if self.column == "list" and not self.prompt.is_open:
            # One that was mounted just now can be focused only when it is there.
            self.call_after_refresh(self._focus_chart)

    def _focus_chart(self) -> None:
        # What is typed ahead may have opened something else by now.
        if self.chart is not None and self.column == "list" and not self.prompt.is_open:
            self.chart.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: in a chart one moves to all four sides."""
        in_chart = self.chart is not None and self.column == "list"
        match action, parameters:
            case ("move", ("left" | "right",)):
                return in_chart
            case ("find", _) if self.chart is not None:
                return None
            case ("way", _):
                return bool(self.pane.ways)
            case ("importance", (step,)):
                least = self._least_importance + (1 if step == -1 else -1)
                return True if self.pane is TIMELINE and 1 <= least <= timeline.MOST_IMPORTANT else None
        return super().check_action(action, parameters)

    def action_way(self) -> None:
        """See the pane in the next way; after the last comes its list."""
        selected = self.selected
        self._ways[self.pane.title] = (self._ways.get(self.pane.title, 0) + 1) % (len(self.pane.ways) + 1)
        self.column = "list"
        # Only the matrix shows positions; in all else stands the actor who holds it.
        entry = self.view.entries.get(selected or "")
        actor = entry.item.actor if entry is not None and isinstance(entry.item, Position) else None
        self.show_pane(self.pane, actor or selected)

    def show_in_list(self, pane: Pane, row: str) -> None:
        """Show an item in its pane, as it was last seen if the item is there, else in the whole list."""
        if pane.title in self._ways and self.as_listed(pane) is pane:
            self._ways[pane.title] = 0
        self.show_pane(pane, row)
        if self.selected != row:
            self._ways[pane.title] = 0
            self._least_importance = 1
            self.show_pane(pane, row)

    @property
    def seen(self) -> int:
        """The number of the way in which the pane is seen, 0 for its own list."""
        return self._ways.get(self.pane.title, 0)

    def see(self, pane: Pane, way: int) -> None:
        """See a pane in the way of that number, from the next time on that it is shown."""
        self._ways[pane.title] = way

    def action_importance(self, step: int) -> None:
        """Show more of the timeline (1), or less (-1)."""
        selected = self.selected
        before = self.items.ids
        self._least_importance -= step
        self.show_pane(self.pane, selected)
        if selected is not None and self.selected != selected:
            self.items.select_nearest(selected, before)

    def action_move(self, where: str) -> None:
        """Move in the list or the chart, or in the detail."""
        if self.chart is not None and self.column == "list":
            self.chart.move(where)
        else:
            super().action_move(where)

    def on_chart_selected(self) -> None:
        """Show the detail of what is under the cursor, where it is beside the chart."""
        if self.chart is not None and self.is_mounted:
            self.show_detail()

    def on_descendant_focus(self) -> None:
        """Take notice of a click into the chart."""
        if self.chart is not None and self.focused is self.chart:
            self.prompt.close()
            self.column = "list"
            self.show_keys()
