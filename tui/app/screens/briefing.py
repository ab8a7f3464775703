"""A briefing: seven panes, each a list with the selected item's detail, and doors from item to item."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Footer, Static

from tui.app.commands import Command, bindings
from tui.app.commands_briefing import BRIEFING
from tui.app.panes.notice import not_shown, notice
from tui.app.panes.order import PANES, home
from tui.app.panes.overview import BOTTOM_LINE, OVERVIEW
from tui.app.panes.proof import DOOR, has_text
from tui.app.panes.quotes import QUOTES
from tui.app.widgets.detail_view import DetailView
from tui.app.widgets.item_list import ItemList
from tui.app.widgets.pane_tabs import PaneTabs, Tab
from tui.app.widgets.title_line import TitleLine
from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.analysis.view import View
    from tui.app.panes.detail import Blocks
    from tui.app.panes.row import Outline
    from tui.library.proofs import Proven
    from tui.load.briefing import Loaded

SIDE_BY_SIDE: Final = 100
"""The width in cells from which the detail stands beside the list."""


@dataclass(frozen=True, slots=True)
class Step:
    """A place on the way: the pane, the row, whether its detail was read, and the place in it."""

    pane: int
    row: str
    reading: bool
    place: tuple[int | None, int]


class BriefingScreen(Screen[None]):
    """One View of a briefing; `item` is the id of what is shown first."""

    CSS_PATH = "briefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BRIEFING)]
    AUTO_FOCUS = ""

    commands: ClassVar[tuple[Command, ...]] = BRIEFING

    items = query_one("#list", ItemList)
    detail = query_one("#detail", DetailView)
    tabs = query_one("#tabs", PaneTabs)

    def __init__(self, loaded: Loaded, view: View, item: str | None = None) -> None:
        super().__init__()
        self.loaded = loaded
        self.view = view
        self._item = item
        self._texts: Mapping[str, str] = {}
        self._pane = 0
        self._reading = False
        self._trail: list[Step] = []
        self._rows: dict[int, str] = {}
        self._outlines: dict[int, Outline] = {}
        self._keys: tuple[bool, ...] = ()
        # The last detail of each pane, since panes are gone back to more often than rows.
        self._details: dict[int, tuple[str | None, Blocks]] = {}
        self._shown: tuple[int, str | None] | None = None

    def compose(self) -> ComposeResult:
        """The title, what is wrong if anything is, the tabs, the list and the detail, the keys."""
        yield TitleLine(self.view)
        words = notice(self.loaded)
        if words:
            yield Static(Content(words), id="notice", markup=False)
        yield PaneTabs([Tab(pane.title, pane.count(self.view)) for pane in PANES])
        with Horizontal(id="body"):
            yield ItemList(id="list")
            yield DetailView(id="detail")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the first pane, or the item that was asked for."""
        self._show_pane(0)
        if self._item is None:
            return
        if home(self.view, self._item) is None:
            self.notify(f"Nothing here has the id {printable(self._item)}.", severity="warning", markup=False)
        else:
            self._go_home(self._item)

    def use_proofs(self, proven: Proven) -> None:
        """Show how the proofs of the quotes came out, the place kept."""
        self.view = replace(self.view, proofs=proven.proofs)
        self._texts = proven.texts
        self._details = {}
        self._shown = None
        place = self.detail.place
        self._show_pane(self._pane, self.items.selected)
        self._once_laid_out(lambda: self.detail.return_to(place))

    def _show_pane(self, pane: int, row: str | None = None) -> None:
        """Show a pane with a row selected: that of the id, else the one selected there before, else the first."""
        self._remember()
        self._pane = pane
        self.tabs.active = pane
        shown = PANES[pane]
        if pane not in self._outlines:
            self._outlines[pane] = shown.outline(self.view)
        self.items.show(
            self._outlines[pane],
            lambda identifier: shown.row(self.view, identifier),
            shown.columns,
            wraps=shown.wraps,
            empty=shown.empty(self.view),
        )
        self.items.select(row if row is not None else self._rows.get(pane, shown.start(self.view)))
        self._show_detail()

    def _remember(self) -> None:
        if self.items.selected is not None:
            self._rows[self._pane] = self.items.selected

    def _show_detail(self) -> None:
        """Show the detail of the selected row, unless it is there already."""
        selected = self.items.selected
        if self._shown == (self._pane, selected):
            return
        self._shown = (self._pane, selected)
        if self._details.get(self._pane, (None, ()))[0] != selected or selected is None:
            self._details[self._pane] = (selected, self._blocks_of(selected))
        self.detail.show(self._details[self._pane][1])

    def _blocks_of(self, selected: str | None) -> Blocks:
        blocks: Blocks = () if selected is None else PANES[self._pane].detail(self.view, selected)
        is_bottom_line = PANES[self._pane] is OVERVIEW and selected == BOTTOM_LINE
        return (*blocks, *not_shown(self.loaded)) if is_bottom_line else blocks

    def _read(self, *, reading: bool) -> None:
        """Move into the detail, or out of it."""
        self._reading = reading and self.items.selected is not None
        self._arrange()
        if self._reading:
            self._once_laid_out(self.detail.enter)

    def _arrange(self) -> None:
        """Show the list, the detail or both, and put the focus on the one that is in use."""
        both = self.size.width >= SIDE_BY_SIDE
        self.items.display = both or not self._reading
        self.detail.display = both or self._reading
        self.set_class(both, "-side-by-side")
        self.set_focus(self.detail if self._reading else self.items, scroll_visible=False)
        self._show_keys()

    def _show_keys(self) -> None:
        """Have the footer drawn again if other keys make sense now."""
        keys = (self._reading, bool(self._trail), self.detail.door is not None, self.items.selected is not None)
        if keys != self._keys:
            self._keys = keys
            self.refresh_bindings()

    def _once_laid_out(self, act: Callable[[], object]) -> None:
        """Do now what needs the size of the detail, or when it has one."""

        def act_and_show_keys() -> None:
            act()
            self._show_keys()

        if self.detail.size.height:
            act_and_show_keys()
        else:
            self.call_after_refresh(act_and_show_keys)

    def _go_home(self, identifier: str) -> None:
        """Show an item in its own pane, its detail in use."""
        place = home(self.view, identifier)
        if place is None:
            return
        self._show_pane(place.pane, place.row)
        anchor = place.anchor
        self._reading = True
        self._arrange()
        self._once_laid_out(self.detail.enter if anchor is None else lambda: self.detail.go_to_anchor(anchor))

    def _follow(self, identifier: str) -> None:
        """Go to an item, and keep the way back; or open a source's stored text."""
        if identifier.startswith(DOOR):
            self._open_text(identifier.removeprefix(DOOR))
            return
        self._trail.append(Step(self._pane, self.items.selected or "", self._reading, self.detail.place))
        self._go_home(identifier)

    def _open_text(self, identifier: str) -> None:
        """Open the stored text of a source, or of a quote's source at its passage."""
        from tui.app.screens.source_text import SourceTextScreen

        quote = self.view.quote(identifier)
        source = self.view.source(quote.source if quote else identifier)
        if source is not None and source.id in self._texts:
            screen = SourceTextScreen(self.view, source, self._texts[source.id], quote.id if quote else None)
            self.app.push_screen(screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: in the list, or in the detail."""
        match action:
            case "open" | "to_detail":
                return not self._reading and self.items.selected is not None
            case "follow":
                return self._reading and self.detail.door is not None
            case "to_list":
                return self._reading
            case "return":
                return bool(self._trail) or self._reading
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Open the selected row: a quote at its passage, an item of another pane there, else its detail."""
        selected = self.items.selected
        proof = self.view.proofs.get(selected) if selected and PANES[self._pane] is QUOTES else None
        if proof is not None and has_text(proof) and self.detail.display:
            self._open_text(proof.quote.id)
            return
        place = home(self.view, selected) if selected else None
        if selected and place is not None and place.pane != self._pane:
            self._follow(selected)
        else:
            self._read(reading=True)

    def action_to_detail(self) -> None:
        """Move into the detail."""
        self._read(reading=True)

    def action_to_list(self) -> None:
        """Move out of the detail."""
        self._read(reading=False)

    def action_follow(self) -> None:
        """Go through the door under the cursor."""
        if self.detail.door is not None:
            self._follow(self.detail.door)

    def action_return(self) -> None:
        """Go back a step, at the first one to the list."""
        if not self._trail:
            self._read(reading=False)
            return
        step = self._trail.pop()
        self._show_pane(step.pane, step.row)
        self._reading = step.reading
        self._arrange()
        self._once_laid_out(lambda: self.detail.return_to(step.place))

    def action_pane(self, number: int) -> None:
        """Show a pane by its number, from 1, with its list in use."""
        self._show_pane(number - 1)
        self._read(reading=False)

    def action_turn(self, step: int) -> None:
        """Show the next pane, or the one before; after the last comes the first."""
        self.action_pane((self._pane + step) % len(PANES) + 1)

    def action_move(self, where: str) -> None:
        """Move in the list, or in the detail."""
        if self._reading:
            self.detail.move(where)
            self._show_keys()
        else:
            self.items.move(where)

    async def action_export(self) -> None:
        """Ask for a format and a file."""
        from tui.app.screens.export import ExportScreen

        # A key that is typed ahead is for the dialog.
        await self.app.push_screen(ExportScreen(self.loaded, self.view))

    def on_item_list_selected(self) -> None:
        """Show the detail of the row that is selected now."""
        self._show_detail()

    def on_item_list_clicked(self, message: ItemList.Clicked) -> None:
        """Open the row that was clicked, if it was selected already or its detail is behind the list."""
        if message.was_selected or not self.detail.display:
            self.action_open()

    def on_detail_view_followed(self, message: DetailView.Followed) -> None:
        """Go through the door that was clicked."""
        self._reading = True
        self._follow(message.id)

    def on_pane_tabs_chosen(self, message: PaneTabs.Chosen) -> None:
        """Show the pane whose tab was clicked."""
        self.action_pane(message.pane + 1)

    def on_descendant_focus(self) -> None:
        """Take notice of a click into the list or the detail."""
        if self.focused in {self.items, self.detail}:
            self._reading = self.focused is self.detail
            self._show_keys()

    def on_resize(self) -> None:
        """Put the list and the detail beside each other where there is room."""
        self._arrange()
