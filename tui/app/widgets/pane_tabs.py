"""The line of tabs: the panes by number and name, with how many items each has."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.app.panes.text import EMPTY, Line, Piece, Tone, clip, line, plain, width_of
from tui.app.widgets.content import content_of


@dataclass(frozen=True, slots=True)
class Tab:
    """A pane's title and count, None where it has no count; `number` is the key that leads there, None without one."""

    title: str
    count: int | None
    number: int | None = None


class PaneTabs(Widget):
    """One line of tabs, one of them active."""

    ALLOW_SELECT = False
    active: reactive[int] = reactive(0)
    """The place of the active tab, from 0; that after the last is of what is shown besides the panes."""

    class Chosen(Message):
        """A tab was clicked; `pane` is its place, from 0."""

        def __init__(self, pane: int) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__(id="tabs")
        self._tabs = tuple(tabs)
        self._besides = ""

    def show(self, tabs: Sequence[Tab]) -> None:
        """Show other counts."""
        self._tabs = tuple(tabs)
        self.refresh()

    def show_active(self, place: int | None, title: str) -> None:
        """Show which tab is active; with no place, that something of this title is shown besides the panes."""
        self._besides = "" if place is not None else title
        self.active = len(self._tabs) if place is None else place
        self.refresh()

    @property
    def shown(self) -> tuple[Tab, ...]:
        """The tabs that are drawn."""
        return (*self._tabs, Tab(self._besides, None)) if self._besides else self._tabs

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the panes."""
        return tuple(tab.title for tab in self.shown)

    def render(self) -> Content:
        """The tabs as far as there is room."""
        drawn = draw_tabs(self.shown, self.active, self.content_size.width)
        return Content.assemble(
            *(
                content_of(tab).stylize("reverse") if index == self.active * 2 else content_of(tab)
                for index, tab in enumerate(drawn)
            )
        )

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the mouse."""
        offset = event.get_content_offset(self)
        end = 0
        for index, tab in enumerate(draw_tabs(self.shown, self.active, self.content_size.width)):
            end += width_of(tab)
            if offset is not None and offset.x < end:
                if index % 2 == 0 and index // 2 < len(self._tabs):
                    self.post_message(self.Chosen(index // 2))
                return


def draw_tabs(tabs: Sequence[Tab], active: int, width: int) -> tuple[Line, ...]:
    """The tabs with what stands between them, in turn.

    As much is left away as has to be: first the counts, then the names of those that are not active, then the end of
    the active one's.
    """
    for padding, counts, names in ((" ", True, True), ("", True, True), (" ", False, True), ("", False, True)):
        drawn = _drawn(tabs, active, padding=padding, counts=counts, names=names)
        if sum(width_of(one) for one in drawn) <= width:
            return drawn
    drawn = _drawn(tabs, active, padding=" ", counts=False, names=False)
    over = sum(width_of(one) for one in drawn) - width
    if over <= 0:
        return drawn
    title = line(tabs[active].title)
    shorter = replace(tabs[active], title=plain(clip(title, max(width_of(title) - over, 2))))
    return _drawn([*tabs[:active], shorter, *tabs[active + 1 :]], active, padding=" ", counts=False, names=False)


def _drawn(tabs: Sequence[Tab], active: int, *, padding: str, counts: bool, names: bool) -> tuple[Line, ...]:
    found: list[Line] = []
    for index, tab in enumerate(tabs):
        named = names or index == active
        aside: Tone = "strong" if index == active else "muted"
        pieces = [Piece(padding if tab.number is None else f"{padding}{tab.number}", aside)]
        if named:
            space = "" if tab.number is None else " "
            pieces.append(Piece(f"{space}{tab.title}", "strong" if index == active else "plain"))
        if counts and tab.count is not None:
            pieces.append(Piece(f" {tab.count:,}", aside))
        if padding:
            pieces.append(Piece(padding))
        found += [*([EMPTY if padding else (Piece("  " if counts else " "),)] if found else []), tuple(pieces)]
    return tuple(found)
