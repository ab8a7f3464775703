"""The moves in a briefing: between its columns and panes, through doors, and back along the way one came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.panes.changed import changed_item
from tui.app.panes.order import PANES, home
from tui.app.screens.briefing.way import Step
from tui.app.screens.briefing.ways import Ways

if TYPE_CHECKING:
    from tui.app.widgets.detail_view import DetailView
    from tui.app.widgets.item_list import ItemList
    from tui.app.widgets.pane_tabs import PaneTabs


class Moves(Ways):
    """Panes in which one goes from item to item."""

    def go_home(self, identifier: str) -> None:
        """Show an item in its own pane, its detail in use."""
        place = home(self.view, identifier)
        if place is None:
            return
        if self.sought:
            self.seek("")
        self.show_in_list(PANES[place.pane], place.row)
        anchor = place.anchor
        self.column = "detail"
        self.show_columns()
        self.once_laid_out(self.detail.enter if anchor is None else lambda: self.detail.go_to_anchor(anchor))

    def follow(self, identifier: str) -> None:
        """Go to an item, and keep the way back."""
        self.keep_way()
        self.go_home(identifier)

    def keep_way(self) -> None:
        """Keep the place at which one is, to come back to it."""
        self.trail.append(
            Step(self.pane.title, self.selected or "", self.column, self.used.place, self.sought.text, self.seen)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: in the list, or in the detail."""
        in_list, selected = self.column == "list", self.selected is not None
        makes_sense = {
            "open": in_list and selected,
            # In a chart, to the right is the next item.
            "to_detail": (in_list and selected and self.chart is None)
            or (self.column == "detail" and self.context.display),
            "follow": not in_list and self.used.door is not None,
            "to_list": not in_list,
            "return": bool(self.trail) or not in_list,
        }
        if action in makes_sense:
            return makes_sense[action]
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the selected row: an item of another pane or of a chart in its list, else its detail."""
        selected = self.behind(self.selected)
        place = home(self.view, selected) if selected else None
        if selected and place is not None and (PANES[place.pane] is not self.pane or self.chart is not None):
            self.follow(selected)
        else:
            self.use("detail")

    def behind(self, row: str | None) -> str | None:
        """The id of the item to which a row leads: its own, or that for which it stands."""
        return row if row is None else changed_item(row) or row

    def action_to_detail(self) -> None:
        """Move to the right: into the detail, then into the context."""
        self.use("context" if self.column == "detail" else "detail")

    def action_to_list(self) -> None:
        """Move to the left: out of the context, then out of the detail."""
        self.use("detail" if self.column == "context" else "list")

    def action_follow(self) -> None:
        """Go through the door under the cursor."""
        if self.used.door is not None:
            self.follow(self.used.door)

    def action_return(self) -> None:
        """Go back a step, at the first one to the list."""
        if not self.trail:
            self.use("list")
            return
        step = self.trail.pop()
        self.seek(step.sought)
        self.see(self.pane_of(step.pane), step.seen)
        self.show_pane(self.pane_of(step.pane), step.row)
        self.column = step.column
        self.show_columns()
        self.once_laid_out(lambda: self.used.return_to(step.place))

    def action_pane(self, number: int) -> None:
        """Show a pane by its number, from 1, with its list in use."""
        self.show_pane(PANES[number - 1])
        self.use("list")

    def action_turn(self, step: int) -> None:
        """Show the next pane, or the one before; after the last comes the first."""
        at = PANES.index(self.pane) if self.pane in PANES else -min(step, 0)
        self.action_pane((at + step) % len(PANES) + 1)

    def on_item_list_clicked(self, message: ItemList.Clicked) -> None:
        """Open the row that was clicked, if it was selected already or its detail is behind the list."""
        if message.was_selected or not self.detail.display:
            self.action_open()

    def on_chart_opened(self) -> None:
        """Open what was clicked."""
        self.action_open()

    def on_detail_view_followed(self, message: DetailView.Followed) -> None:
        """Go through the door that was clicked."""
        self.column = "context" if message.view is self.context else "detail"
        self.follow(message.id)

    def on_pane_tabs_chosen(self, message: PaneTabs.Chosen) -> None:
        """Show the pane whose tab was clicked."""
        self.action_pane(message.pane + 1)
