"""Panes of a View, each a list with the selected item's detail and what that is tied to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Footer, Static

from tui.app.panes.context import context
from tui.app.panes.finding import Query, haystack, narrowed
from tui.app.panes.notice import not_shown, notice
from tui.app.panes.order import PANES
from tui.app.panes.overview import BOTTOM_LINE, OVERVIEW
from tui.app.widgets.detail_view import DetailView
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.pane_tabs import PaneTabs, Tab
from tui.app.widgets.prompt import Prompt
from tui.app.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.analysis.view import View
    from tui.app.panes.detail import Blocks
    from tui.app.panes.pane import Pane
    from tui.app.panes.row import Outline, Row
    from tui.app.screens.briefing.way import Column, Step
    from tui.load.briefing import Loaded

SIDE_BY_SIDE: Final = 100
"""The width in cells from which the detail stands beside the list."""

IN_CONTEXT: Final = 160
"""The width from which what the selected item is tied to stands beside both."""


class PanesScreen(Screen[None]):
    """What is shown of one View."""

    AUTO_FOCUS = ""
    items = query_one("#list", ItemList)
    detail = query_one("#detail", DetailView)
    context = query_one("#context", DetailView)
    tabs = query_one("#tabs", PaneTabs)
    title_line = query_one("#title", TitleLine)
    prompt = query_one("#prompt", Prompt)

    def __init__(self, loaded: Loaded, view: View) -> None:
        super().__init__()
        self.loaded = loaded
        self.view = view
        self.pane: Pane = PANES[0]
        self.column: Column = "list"
        self.sought = Query("")
        self.trail: list[Step] = []
        self._rows: dict[str, str] = {}
        self._outlines: dict[str, Outline] = {}
        self._haystacks: dict[str, dict[str, str]] = {}
        # The last detail of each pane, since panes are gone back to more often than rows.
        self._details: dict[str, tuple[str | None, Blocks]] = {}
        self._shown: tuple[str, str | None] | None = None
        self._keys: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The title, what is wrong if anything is, the tabs, the list with the detail and its context, the keys."""
        yield TitleLine(self.view)
        yield Static(id="notice", markup=False)
        yield PaneTabs(self._tabs())
        with Horizontal(id="body"):
            yield ItemList(id="list")
            yield DetailView(id="detail")
            yield DetailView(id="context")
        yield from self.below_body()
        yield Footer(show_command_palette=False)

    def below_body(self) -> list[Widget]:
        """What stands between the panes and the keys."""
        return [Prompt()]

    def on_mount(self) -> None:
        """Show the first pane."""
        self.begin()

    def begin(self) -> None:
        """Show what is shown first."""
        self.show_notice(notice(self.loaded))
        self.show_pane(self.pane)

    def show_notice(self, words: str) -> None:
        """Say something above the panes; nothing where there are no words."""
        line = self.query_one("#notice", Static)
        line.display = bool(words)
        line.update(Content(words))

    def show_view(self, view: View) -> None:
        """Show another View of the briefing, the place kept as far as there is one."""
        self.view = view
        self._outlines.clear()
        self._haystacks.clear()
        self.title_line.show(view)
        self.tabs.show(self._tabs())
        self.show_again()

    def show_again(self) -> None:
        """Draw anew what is shown, the place kept."""
        self._details.clear()
        self._shown = None
        place = self.detail.place
        before = self.items.ids if self.items.selected not in self.view.entries else []
        selected = self.items.selected
        self.show_pane(self.pane, selected)
        if before and selected is not None and self.items.selected != selected:
            self.items.select_nearest(selected, before)
        self.once_laid_out(lambda: self.detail.return_to(place))

    def _tabs(self) -> list[Tab]:
        return [Tab(pane.title, pane.count(self.view), number) for number, pane in enumerate(PANES, start=1)]

    def show_pane(self, pane: Pane, row: str | None = None) -> None:
        """Show a pane with a row selected: that of the id, else the one selected there before, else the first."""
        self._remember()
        self.pane = pane
        self.tabs.show_active(PANES.index(pane) if pane in PANES else None, pane.title)
        self.items.show(
            self.outline_of(pane),
            self.row_of,
            pane.columns,
            wraps=pane.wraps,
            empty=self._empty(pane),
        )
        self.items.select(row if row is not None else self._rows.get(pane.title, pane.start(self.view)))
        self._show_detail()

    def forget(self, pane: Pane) -> None:
        """Have a pane worked out anew when it is next shown."""
        for cache in (self._outlines, self._haystacks, self._details):
            cache.pop(pane.title, None)

    def _remember(self) -> None:
        if self.items.selected is not None:
            self._rows[self.pane.title] = self.items.selected

    def _empty(self, pane: Pane) -> str:
        if self.sought:
            return f"Nothing in {pane.title} has “{self.sought.text.strip()}”. Esc gives everything back."
        return pane.empty(self.view)

    def row_of(self, identifier: str) -> Row:
        """The row of an item in the pane that is shown, with the signs of what it is to this reader."""
        row = self.pane.row(self.view, identifier)
        flags = self.flags_of(identifier)
        return replace(row, flags=flags) if flags else row

    def flags_of(self, identifier: str) -> str:  # noqa: ARG002 - for those that know the reader
        """The signs of what an item is to this reader."""
        return ""

    def notes_on(self, identifier: str) -> Blocks:  # noqa: ARG002
        """What stands before an item's detail: what it is to this reader."""
        return ()

    def whole_outline(self, pane: Pane) -> Outline:
        """Everything in a pane."""
        if pane.title not in self._outlines:
            self._outlines[pane.title] = pane.outline(self.view)
        return self._outlines[pane.title]

    def outline_of(self, pane: Pane) -> Outline:
        """What of a pane has the words that are sought."""
        whole = self.whole_outline(pane)
        return narrowed(whole, self.found(pane)) if self.sought else whole

    def found(self, pane: Pane) -> set[str]:
        """The ids of the rows of a pane that have the words that are sought."""
        if pane.title not in self._haystacks:
            rows = (one for one in self.whole_outline(pane) if isinstance(one, str))
            self._haystacks[pane.title] = {one: haystack(self.view, pane.row(self.view, one)) for one in rows}
        return {one for one, text in self._haystacks[pane.title].items() if self.sought.matches(text)}

    def _show_detail(self) -> None:
        """Show the detail of the selected row, unless it is there already."""
        selected = self.items.selected
        if self._shown == (self.pane.title, selected):
            return
        self._shown = (self.pane.title, selected)
        if self._details.get(self.pane.title, (None, ()))[0] != selected or selected is None:
            self._details[self.pane.title] = (selected, self._blocks_of(selected))
        self.detail.show(self._details[self.pane.title][1])
        if self.context.display:
            self._show_context()
        self.has_shown()

    def has_shown(self) -> None:
        """The detail of what is selected has come on screen, or would have if it were not behind the list."""

    def _show_context(self) -> None:
        selected = self.items.selected
        self.context.show(context(self.view, selected) if selected is not None else ())

    def _blocks_of(self, selected: str | None) -> Blocks:
        if selected is None:
            return ()
        blocks = (*self.notes_on(selected), *self.pane.detail(self.view, selected))
        is_bottom_line = self.pane is OVERVIEW and selected == BOTTOM_LINE
        return (*blocks, *not_shown(self.loaded)) if is_bottom_line else blocks

    def use(self, column: Column) -> None:
        """Move into the list, the detail or the context."""
        self.column = column if self.items.selected is not None else "list"
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
            self._show_context()
        self.context.display = with_context
        self.set_class(both, "-side-by-side")
        self.set_class(with_context, "-in-context")
        if not self.prompt.is_open:
            self.set_focus(self.items if self.column == "list" else self.used, scroll_visible=False)
        self.has_shown()
        self.show_keys()

    def show_keys(self) -> None:
        """Have the footer drawn again if other keys make sense now."""
        keys = (self.column, bool(self.trail), self.used.door is not None, self.items.selected, bool(self.sought))
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

    def seek(self, words: str) -> None:
        """Narrow the panes to what has these words; with none, give everything back."""
        query = Query(words)
        changed = query != self.sought
        self.sought = query
        for widget in (self.items, self.detail, self.context):
            widget.mark(query or None)
        if changed:
            self.show_pane(self.pane, self.items.selected)

    def pane_of(self, title: str) -> Pane:
        """The pane of this title."""
        return next(one for one in PANES if one.title == title)

    def on_item_list_selected(self) -> None:
        """Show the detail of the row that is selected now."""
        self._show_detail()

    def on_descendant_focus(self) -> None:
        """Take notice of a click into the list or the detail."""
        columns: dict[object, Column] = {self.items: "list", self.detail: "detail", self.context: "context"}
        if self.focused in columns:
            self.column = columns[self.focused]
            self.show_keys()

    def on_resize(self) -> None:
        """Put the columns beside each other where there is room."""
        self.show_columns()
