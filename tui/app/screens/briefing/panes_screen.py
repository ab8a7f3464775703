"""Panes of a View, each a list with the selected item's detail and what that is tied to."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.getters import query_one
from textual.screen import Screen

from tui.app.panes.context import context
from tui.app.panes.finding import Query, haystack, narrowed
from tui.app.panes.notice import not_known, not_shown, notice
from tui.app.panes.order import PANES
from tui.app.panes.overview import BOTTOM_LINE, OVERVIEW
from tui.app.widgets.detail_view import DetailView
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.notice_line import NoticeLine
from tui.app.widgets.pane_tabs import PaneTabs, Tab
from tui.app.widgets.prompt import Prompt
from tui.app.widgets.title_line import TitleLine
from tui.settings.clock import ClockError, today

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.analysis.view import View
    from tui.app.panes.detail import Blocks
    from tui.app.panes.pane import Pane
    from tui.app.panes.row import Outline, Row
    from tui.load.briefing import Loaded


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
        self.listed: Pane = PANES[0]
        self.sought = Query("")
        self._rows: dict[str, str] = {}
        self._outlines: dict[str, Outline] = {}
        self._haystacks: dict[str, dict[str, str]] = {}
        # The last detail of each pane, since panes are gone back to more often than rows.
        self._details: dict[str, tuple[str | None, Blocks]] = {}
        self._shown: tuple[str, str | None] | None = None

    def compose(self) -> ComposeResult:
        """The title, what is wrong if anything is, the tabs, the list with the detail and its context, the keys."""
        yield TitleLine(self.view)
        yield NoticeLine()
        yield PaneTabs(self.tabs_of())
        with Horizontal(id="body"):
            yield ItemList(id="list")
            yield DetailView(id="detail")
            yield DetailView(id="context")
        yield from self.below_body()
        yield KeyLine()

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
        self.query_one("#notice", NoticeLine).say(words)

    def tabs_of(self) -> list[Tab]:
        """The tabs of the panes."""
        return [self.tab_of(pane, number) for number, pane in enumerate(PANES, start=1)]

    def tab_of(self, pane: Pane, number: int) -> Tab:
        """The tab of a pane."""
        return Tab(pane.title, pane.count(self.view), number)

    def as_listed(self, pane: Pane) -> Pane:
        """The pane with the list in which it is seen."""
        return pane

    @property
    def selected(self) -> str | None:
        """The id of what is selected."""
        return self.items.selected

    def show_pane(self, pane: Pane, row: str | None = None) -> None:
        """Show a pane with a row selected: that of the id, else the one selected there before, else the first."""
        self._remember()
        self.pane = pane
        self.listed = listed = self.as_listed(pane)
        self.tabs.show(self.tabs_of())
        self.tabs.show_active(PANES.index(pane) if pane in PANES else None, pane.title)
        self.items.show(
            self.outline_of(listed), self.row_of, listed.columns, wraps=listed.wraps, empty=self._empty(listed)
        )
        self.items.select(row if row is not None else self._rows.get(pane.title, listed.start(self.view)))
        self.show_detail()

    def forget_all(self) -> None:
        """Have every pane worked out anew."""
        self._outlines.clear()
        self._haystacks.clear()
        self.forget_details()

    def forget_details(self) -> None:
        """Have every detail worked out anew."""
        self._details.clear()
        self._shown = None

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
        listed = self.listed
        # How many days are left belongs to the newest state.
        if listed.row_today is not None and not self.view.withheld:
            row = listed.row_today(self.view, identifier, self.today)
        else:
            row = listed.row(self.view, identifier)
        flags = self.flags_of(identifier)
        return row._replace(flags=flags) if flags else row

    @property
    def today(self) -> datetime.date:
        """Today, from which days are counted."""
        try:
            return today()
        except ClockError:
            # The command line has refused it already; only a reader made otherwise comes here.
            return datetime.datetime.now().astimezone().date()

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

    def show_detail(self) -> None:
        """Show the detail of what is selected, unless it is there already."""
        selected = self.selected
        if self._shown == (self.pane.title, selected):
            return
        self._shown = (self.pane.title, selected)
        if self._details.get(self.pane.title, (None, ()))[0] != selected or selected is None:
            self._details[self.pane.title] = (selected, self._blocks_of(selected))
        self.detail.show(self._details[self.pane.title][1])
        if self.context.display:
            self.show_context()
        self.has_shown()

    def has_shown(self) -> None:
        """The detail of what is selected has come on screen, or would have if it were not behind the list."""

    def show_context(self) -> None:
        """Show what the selected item is tied to."""
        selected = self.selected
        self.context.show(context(self.view, selected) if selected is not None else ())

    def _blocks_of(self, selected: str | None) -> Blocks:
        if selected is None:
            return ()
        detail = self.listed.detail(self.view, selected) or not_known(self.view)
        blocks = (*self.notes_on(selected), *detail)
        is_bottom_line = self.pane is OVERVIEW and selected == BOTTOM_LINE
        return (*blocks, *not_shown(self.loaded)) if is_bottom_line else blocks

    def seek(self, words: str) -> None:
        """Narrow the panes to what has these words; with none, give everything back."""
        query = Query(words)
        changed = query != self.sought
        self.sought = query
        for widget in (self.items, self.detail, self.context):
            widget.mark(query or None)
        if changed:
            self.show_pane(self.pane, self.selected)

    def pane_of(self, title: str) -> Pane:
        """The pane of this title."""
        return next(one for one in PANES if one.title == title)

    def on_item_list_selected(self) -> None:
        """Show the detail of the row that is selected now."""
        self.show_detail()
