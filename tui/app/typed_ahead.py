"""What is typed ahead: keys that come before what an earlier one opened, or closed, is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from textual.widget import Widget


class TypedAhead(App[None], inherit_bindings=False):
    """An app in which a key is for what is in use when its turn comes.

    Textual sends a key to what is in use when it is pressed; an earlier key, still to be handled, may open a prompt,
    or have words in one taken.
    """

    _sent_to: WeakKeyDictionary[events.Key, Widget | None]
    _held_back: list[events.Key]
    _held_for: Widget | None = None

    def hold_back(self, widget: Widget) -> None:
        """Keep the keys that are pressed from now on, until it is known what comes after `widget`."""
        self._held_for = widget

    def is_held_back(self, widget: Widget) -> bool:
        """Whether keys are kept until it is known what comes after `widget`."""
        return self._held_for is widget

    def keep(self, event: events.Key) -> None:
        """Keep a key until the keys that are held back are typed."""
        if not hasattr(self, "_held_back"):
            self._held_back = []
        self._held_back.append(event)

    def type_again(self, event: events.Key) -> None:
        """Have a key be for what is in use now."""
        self.post_message(_again(event))

    async def type_held_back(self) -> None:
        """Type the keys that were held back, in the order in which they were pressed."""
        self._held_for = None
        held, self._held_back = getattr(self, "_held_back", []), []
        for event in sorted(held, key=lambda one: one.time):
            await self.on_event(_again(event))

    async def on_event(self, event: events.Event) -> None:
        """Keep in mind to what a key is sent."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._held_for is not None and self._held_for.is_attached:
                self.keep(event)
                return
            if not hasattr(self, "_sent_to"):
                self._sent_to = WeakKeyDictionary()
            self._sent_to[event] = self.focused
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Send a key on that came back from what was in use before the words were asked for."""
        now = self.focused
        takes_words = now is not None and now.check_consume_key("a", "a")
        if now is not None and takes_words and self._sent_to.get(event, now) is not now:
            event.prevent_default()
            if self._held_for is now:
                self.keep(event)
            else:
                now._forward_event(_again(event))


def _again(event: events.Key) -> events.Key:
    """The same key, pressed at the same time, of which nothing is known yet."""
    again = events.Key(event.key, event.character)
    again.time = event.time
    return again
