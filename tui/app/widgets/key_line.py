"""The line of keys at the bottom: those that matter here, as far as there is room, and always the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual.widgets import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

_AROUND: Final = 3
"""The cells that a key takes besides its name and its title."""

_KEPT: Final = frozenset({"app.help", "app.back", "close", "close_topics", "to_list", "give_back"})
"""The actions whose keys are shown however narrow the line is: the keys, and the way back."""


class KeyLine(Footer):
    """A footer from which the last keys are left away where there is no room for all."""

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._fitted = 0

    def compose(self) -> ComposeResult:
        """The keys in their order."""
        self._fitted = self.size.width or self.app.size.width
        yield from fitting(list(super().compose()), self._fitted)

    async def on_resize(self) -> None:
        """Show more keys, or fewer."""
        if self.size.width != self._fitted:
            await self.recompose()


def fitting(keys: list[Widget], width: int) -> list[Widget]:
    """The keys that have room in `width` cells; the last are left away first, but for those that are always kept."""
    sizes = [
        cell_len(getattr(one, "key_display", "")) + cell_len(getattr(one, "description", "")) + _AROUND for one in keys
    ]
    shown = list(range(len(keys)))
    while sum(sizes[index] for index in shown) > width:
        spare = [index for index in shown if getattr(keys[index], "action", "") not in _KEPT]
        if not spare:
            break
        shown.remove(spare[-1])
    return [keys[index] for index in shown]
