"""The columns of a pane: the list, the detail, and what the selected item is tied to, as far as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.screens.briefing.panes_screen import PanesScreen
from tui.app.screens.widths import IN_CONTEXT, SIDE_BY_SIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.view import View
    from tui.app.screens.briefing.way import Column, Step
    from tui.app.widgets.detail_view import DetailView
    from tui.load.briefing import Loaded


class Columns(PanesScreen):
    """Panes of which one column is in use."""

    def __init__(self, loaded: Loaded, view: View) -> None:
        super().__init__(loaded, view)
        self.column: Column = "list"
        self.trail: list[Step] = []
        self._keys: tuple[object, ...] = ()

    def show_view(self, view: View) -> None:
        """Show another View of the briefing, the place kept as far as there is one."""
        self.view = view
        self.forget_all()
        self.title_line.show(view)
        self.show_again()

    def show_again(self) -> None:
        """Draw anew what is shown, the place kept."""
        self.forget_details()
        door, block = self.detail.place
        blocks = self.detail.blocks
        selected = self.selected
        before = self.items.ids if selected not in self.view.entries else []
        self.show_pane(self.pane, selected)
        if before and selected is not None and self.selected != selected:
            self.items.select_nearest(selected, before)
        # What is said before an item, that it is new for example, comes and goes.
        shift = len(self.detail.blocks) - len(blocks) if blocks[-1:] == self.detail.blocks[-1:] else 0
        place = door, max(block + shift, 0) if block else 0
        self.once_laid_out(lambda: self.detail.return_to(place))

    def use(self, column: Column) -> None:
        """Move into the list, the detail or the context."""
        self.column = column if self.selected is not None else "list"
        self.show_columns()
        if self.column != "list":
            self.once_laid_out(self.used.enter)

    @property
    def used(self) -> DetailView:
        """The detail, or the context while that is in use."""
        return self.context if self.column == "context" else self.detail

    def show_columns(self) -> None:
        """Show the list, the detail or both, and put the focus on the one that is in use."""
        both = self.size.width >= SIDE_BY_SIDE
        with_context = self.size.width >= IN_CONTEXT
        if self.column == "context" and not with_context:
            self.column = "detail"
        self.items.display = both or self.column == "list"
        self.detail.display = both or self.column == "detail"
        if with_context and not self.context.display:
            self.show_context()
        self.context.display = with_context
        self.set_class(both, "-side-by-side")
        self.set_class(with_context, "-in-context")
        if not self.prompt.is_open:
            self.set_focus(self.items if self.column == "list" else self.used, scroll_visible=False)
        self.has_shown()
        self.show_keys()

    def show_keys(self) -> None:
        """Have the footer drawn again if other keys make sense now."""
        keys = (self.column, bool(self.trail), self.used.door is not None, self.selected, bool(self.sought))
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()

    def once_laid_out(self, act: Callable[[], object]) -> None:
        """Do now what needs the size of the detail, or when it has one."""

        def act_and_show_keys() -> None:
            act()
            self.show_keys()

        if self.used.size.height:
            act_and_show_keys()
        else:
            self.call_after_refresh(act_and_show_keys)

    def action_move(self, where: str) -> None:
        """Move in the list, or in the detail."""
        if self.column == "list":
            self.items.move(where)
            # The list tells of it as well, but only after the next frame, which the detail is to be in.
            self.show_detail()
        else:
            self.used.move(where)
            self.show_keys()

    def on_descendant_focus(self) -> None:
        """Take notice of a click into the list or the detail."""
        columns: dict[object, Column] = {self.items: "list", self.detail: "detail", self.context: "context"}
        if self.focused in columns:
            self.prompt.close()
            self.column = columns[self.focused]
            self.show_keys()

    def on_resize(self) -> None:
        """Put the columns beside each other where there is room."""
        self.show_columns()
