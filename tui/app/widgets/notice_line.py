"""A line above the panes that says what is wrong with the file."""

from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class NoticeLine(Static):
    """One sentence; hidden where there is none."""

    class Chosen(Message):
        """The sentence was clicked."""

    def __init__(self) -> None:
        super().__init__(id="notice", markup=False)

    def say(self, words: str) -> None:
        """Say something; with no words, nothing."""
        self.display = bool(words)
        self.update(Content(words))

    def on_click(self) -> None:
        """Ask for what is behind it."""
        self.post_message(self.Chosen())
