"""The keys of where you are, and those that hold everywhere."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.commands import EVERYWHERE, HELP, Command, bindings, key_names
from tui.app.panes.text import line, plain, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textual.app import ComposeResult

_KEYS_WIDTH: Final = 16
_LEAST: Final = 12
"""The cells below which what a command does goes on below its keys."""

_WIDTH: Final = 76
"""The cells of the dialog where there is room for it, as its stylesheet has them."""

_FRAME: Final = 7
"""Those of them that its frame, the space inside that and the scroll bar take."""


class HelpScreen(ModalScreen[None]):
    """A dialog with the commands that have a key, under the headings of their groups."""

    CSS_PATH = "help.tcss"
    BINDINGS = bindings(HELP)

    commands: ClassVar[tuple[Command, ...]] = HELP

    def __init__(self, here: Iterable[Command], keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._commands = (*here, *EVERYWHERE)
        self._keymap = keymap
        self.text = help_text(self._commands, keymap)
        self.hint = hint(keymap)

    def compose(self) -> ComposeResult:
        """The keys, in a frame that scrolls."""
        with VerticalScroll(id="keys") as keys:
            keys.border_title = Content("Keys")
            keys.border_subtitle = Content(self.hint)
            yield Static(self.text)

    def on_resize(self) -> None:
        """Wrap what the commands do for the width there is."""
        width = min(_WIDTH, self.size.width) - _FRAME
        self.query_one(Static).update(help_text(self._commands, self._keymap, width))

    def action_scroll(self, how: str) -> None:
        """Scroll by a line, a page, or to an end."""
        keys = self.query_one("#keys", VerticalScroll)
        page = keys.size.height
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page, "first": -10_000, "last": 10_000}
        keys.scroll_relative(y=steps[how], animate=False)

    def action_close(self) -> None:
        """Go back to where the keys were asked for."""
        self.dismiss()


def help_text(commands: Iterable[Command], keymap: Mapping[str, str], width: int | None = None) -> Content:
    """The commands with their keys, by group in the order given; those of one group stand together.

    What a command does is wrapped beside its keys where there are `width` cells for both.
    """
    with_keys = [one for one in commands if key_names(one, keymap)]
    order = list(dict.fromkeys(one.group for one in with_keys))
    parts: list[Content] = []
    for group, members in groupby(sorted(with_keys, key=lambda one: order.index(one.group)), key=lambda one: one.group):
        parts += [Content(), Content.styled(group, "bold $text-accent")]
        parts += [one for command in members for one in _lines(command, keymap, width)]
    return Content("\n").join(parts[1:])


def _lines(command: Command, keymap: Mapping[str, str], width: int | None) -> Iterator[Content]:
    keys = Content.styled(" ".join(key_names(command, keymap)), "bold")
    lead = Content.assemble("  ", keys.pad_right(max(1, _KEYS_WIDTH - keys.cell_length)))
    room = width - lead.cell_length if width is not None else 0
    if room < _LEAST:
        yield lead + command.help
        return
    for number, one in enumerate(wrap(line(command.help), room)):
        yield (Content(" " * lead.cell_length) if number else lead) + plain(one)


def hint(keymap: Mapping[str, str]) -> str:
    """The keys of the help itself."""
    first = {one.id: next(iter(key_names(one, keymap)), "") for one in HELP}
    scroll = " ".join(filter(None, (first["help.up"], first["help.down"])))
    return " · ".join(filter(None, (f"{scroll} scroll" if scroll else "", f"{first['help.close']} back")))
