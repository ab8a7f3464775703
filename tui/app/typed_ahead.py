"""What is typed ahead: keys that come before what an earlier one opened is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from textual.widget import Widget


class TypedAhead(App[None], inherit_bindings=False):
    """An app in which a key is for the words that are typed when its turn comes.

    Textual sends a key to what is in use when it is pressed; an earlier key, still to be handled, may open a prompt.
    """

    _sent_to: WeakKeyDictionary[events.Key, Widget | None]

    async def on_event(self, event: events.Event) -> None:
        """Keep in mind to what a key is sent."""
        if isinstance(event, events.Key) and not event.is_forwarded:
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
            now._forward_event(events.Key(event.key, event.character))
