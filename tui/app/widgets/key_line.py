"""The line of keys at the bottom: those that matter here, as far as there is room, and always the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.screen import Screen

_KEPT: Final = frozenset({"app.help", "app.back", "close", "close_topics", "to_list", "give_back"})
"""The actions whose keys are shown however narrow the line is: the keys, and the way back."""


class Key(NamedTuple):
    """A key on the line: its name for people, what it does, and Textual's name of it; not `enabled` it is greyed."""

    name: str
    title: str
    key: str
    action: str
    enabled: bool = True

    @property
    def width(self) -> int:
        """The cells that it takes, with one at either side."""
        return cell_len(self.name) + cell_len(self.title) + 3


class KeyLine(Widget):
    """One line of the keys that the screen shows: one widget however many they are, as they change with every move."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--off"}
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        color: $footer-description-foreground;
        background: $footer-background;

        & > .key-line--key { color: $footer-key-foreground; text-style: bold; }
        & > .key-line--off { color: $foreground-muted; text-style: italic; }
    }
    """
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Key, ...] = ()

    def on_mount(self) -> None:
        """Follow what can be done on the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def on_unmount(self) -> None:
        """Follow it no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            # What can be done may be asked only when the screen is whole.
            self.call_after_refresh(self._take_keys)

    def _take_keys(self) -> None:
        if not self.is_attached:
            return
        found: dict[str, Key] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and binding.action not in found:
                name = self.app.get_key_display(binding)
                found[binding.action] = Key(name, binding.description, binding.key, binding.action, enabled)
        keys = tuple(found.values())
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    @property
    def shown(self) -> Sequence[Key]:
        """The keys that have room."""
        return fitting(self._keys, self.size.width)

    def render(self) -> Content:
        """The keys in their order."""
        key, off = (self.get_visual_style(f"key-line--{one}") for one in ("key", "off"))
        parts: list[Content] = []
        for one in self.shown:
            parts.append(Content.styled(f" {one.name} ", key if one.enabled else off))
            parts.append(Content.styled(f"{one.title} ", off) if not one.enabled else Content(f"{one.title} "))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        offset = event.get_content_offset(self)
        end = 0
        for one in self.shown:
            end += one.width
            if offset is not None and offset.x < end:
                if one.enabled:
                    self.app.simulate_key(one.key)
                return


def fitting(keys: Iterable[Key], width: int) -> Sequence[Key]:
    """The keys that have room in `width` cells; the last are left away first, but for those that are always kept."""
    shown = list(keys)
    while sum(one.width for one in shown) > width:
        spare = next((one for one in reversed(shown) if one.action not in _KEPT), None)
        if spare is None:
            break
        shown.remove(spare)
    return shown
