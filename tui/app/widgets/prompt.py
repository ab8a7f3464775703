"""A line at the bottom that asks for a few words: what to find, or a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from tui.app.typed_ahead import TypedAhead
from tui.app.widgets.words_input import WordsInput

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class _Words(WordsInput):
    """The words; what is typed after Enter or Esc waits for what comes of those."""

    async def _on_key(self, event: events.Key) -> None:
        app = self.app
        if isinstance(app, TypedAhead):
            if app.is_held_back(self) or not self.has_focus:
                event.stop()
                event.prevent_default()
                take = app.keep if app.is_held_back(self) else app.type_again
                take(event)
                return
            if event.key in {"enter", "escape"}:
                app.hold_back(self)
        # At once: Textual has what comes after such a key typed before it.
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return
        await super()._on_key(event)


class Prompt(Horizontal):
    """A label, the words, and at the right what is to be said of them. It is hidden while nothing is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=True),
        Binding("down", "move('down')", show=False),
        Binding("up", "move('up')", show=False),
    ]
    DEFAULT_CSS = """
    Prompt {
        height: 1;
        display: none;
        background: $panel;

        &.-open { display: block; }
        & > #prompt-label { width: auto; padding: 0 1; color: $text-accent; text-style: bold; }
        & > #prompt-words {
            width: 1fr; height: 1; border: none; padding: 0; background: $panel;
            &:focus { background: $panel; }
        }
        & > #prompt-answer {
            width: auto; max-width: 60%; padding: 0 1;
            color: $text-muted; text-overflow: ellipsis; text-wrap: nowrap;
        }
    }
    """

    words = query_one("#prompt-words", Input)

    class Changed(Message):
        """Other words stand there now."""

        def __init__(self, purpose: str, words: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.words = words

    class Entered(Changed):
        """The words are complete."""

    class Answered(Message):
        """What was entered has been taken or refused, or nothing is asked: what is in use now has the keys."""

    class Closed(Message):
        """Nothing is asked any more."""

        def __init__(self, purpose: str) -> None:
            super().__init__()
            self.purpose = purpose

    class Moved(Message):
        """An arrow was pressed: `where` is `up` or `down`."""

        def __init__(self, where: str) -> None:
            super().__init__()
            self.where = where

    def __init__(self) -> None:
        super().__init__(id="prompt")
        self.purpose = ""

    def compose(self) -> ComposeResult:
        """The label, the words, the answer."""
        yield Static(id="prompt-label", markup=False)
        yield _Words(id="prompt-words", select_on_focus=False)
        yield Static(id="prompt-answer", markup=False)

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self.has_class("-open")

    def ask(self, purpose: str, label: str, words: str = "", placeholder: str = "") -> None:
        """Ask for words, with some there already; `purpose` comes back with them."""
        self.purpose = purpose
        self.query_one("#prompt-label", Static).update(Content(label))
        self.say("")
        with self.prevent(Input.Changed):
            self.words.value = words
        self.words.placeholder = placeholder
        self.words.cursor_position = len(words)
        self.add_class("-open")
        # What was said of what was asked before would lie over what is said of the words.
        self.app.clear_notifications()
        # At once: what is typed ahead is for the prompt.
        self.screen.set_focus(self.words)

    def say(self, answer: str) -> None:
        """Say something of the words."""
        self.query_one("#prompt-answer", Static).update(Content(answer))

    def close(self) -> None:
        """Ask nothing any more."""
        self.remove_class("-open")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self.post_message(self.Changed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on that it is complete."""
        event.stop()
        self.post_message(self.Entered(self.purpose, event.value))
        self.post_message(self.Answered())

    def action_close(self) -> None:
        """Close without an answer."""
        self.close()
        self.post_message(self.Closed(self.purpose))
        self.post_message(self.Answered())

    def action_move(self, where: str) -> None:
        """Pass on an arrow."""
        self.post_message(self.Moved(where))
