"""A briefing: seven panes, each a list with the selected item's detail, and doors from item to item."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.css.query import NoMatches
from textual.message import Message

from tui.app.commands import Command, bindings
from tui.app.commands_briefing import BRIEFING
from tui.app.panes.bookmarks import elsewhere
from tui.app.panes.order import home
from tui.app.panes.proof import DOOR, has_text
from tui.app.panes.quotes import QUOTES
from tui.app.screens.briefing.doing import Doing
from tui.load.characters import printable

if TYPE_CHECKING:
    from pathlib import Path

    from textual.binding import BindingType

    from tui.analysis.view import View
    from tui.app.reading import Stamp
    from tui.load.briefing import Loaded


class BriefingScreen(Doing):
    """One briefing of the library at `root`; `item` is the id of what is shown first.

    `stamp` is what its files had before they were read.
    """

    CSS_PATH = "briefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(BRIEFING)]

    commands: ClassVar[tuple[Command, ...]] = BRIEFING

    class Opened(Message):
        """Another briefing of the library is to be opened, by its id, at an item."""

        def __init__(self, briefing: str, item: str) -> None:
            super().__init__()
            self.briefing = briefing
            self.item = item

    def __init__(self, loaded: Loaded, view: View, root: Path, item: str | None = None, stamp: Stamp = ()) -> None:
        super().__init__(loaded, view, root, stamp)
        self._item = item

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: nothing on a screen that is not yet whole, or is being taken down."""
        try:
            return super().check_action(action, parameters)
        except NoMatches:
            return False

    def begin(self) -> None:
        """Show the first pane, or the item that was asked for."""
        super().begin()
        if self._item is None:
            return
        if home(self.view, self._item) is None:
            self.notify(f"Nothing here has the id {printable(self._item)}.", severity="warning", markup=False)
        else:
            self.go_home(self._item)

    def follow(self, identifier: str) -> None:
        """Go to an item, and keep the way back; or open a source's stored text."""
        if identifier.startswith(DOOR):
            self._open_text(identifier.removeprefix(DOOR))
        else:
            super().follow(identifier)

    def _open_text(self, identifier: str) -> None:
        """Open the stored text of a source, or of a quote's source at its passage."""
        from tui.app.screens.source_text import SourceTextScreen

        quote = self.view.quote(identifier)
        source = self.view.source(quote.source if quote else identifier)
        if source is not None and source.id in self.texts:
            screen = SourceTextScreen(self.view, source, self.texts[source.id], quote.id if quote else None)
            self.app.push_screen(screen)

    def action_open(self) -> None:
        """Open the selected row: a quote at its passage, an item of another pane there, else its detail."""
        selected = self.selected
        other = elsewhere(selected or "")
        if other is not None:
            self.post_message(self.Opened(*other))
            return
        proof = self.view.proofs.get(selected) if selected and self.pane is QUOTES else None
        if proof is not None and has_text(proof) and self.detail.display:
            self._open_text(proof.quote.id)
        else:
            super().action_open()

    async def action_export(self) -> None:
        """Ask for a format, for how much of the briefing, and for a file."""
        from tui.app.screens.export import ExportScreen

        # A key that is typed ahead is for the dialog.
        await self.app.push_screen(ExportScreen(self.loaded, self.view, self._notes.values()))
