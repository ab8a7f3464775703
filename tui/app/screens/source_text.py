"""A source's stored text, at the passage that a quote was taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from tui.app.commands import Command, bindings
from tui.app.commands_source import SOURCE_TEXT
from tui.app.panes.mention import speakers
from tui.app.panes.passages import Passage, in_order
from tui.app.panes.proof import state_words
from tui.app.panes.text import one_line
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.source_view import SourceView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.analysis.view import View
    from tui.model.source import Source


class SourceTextScreen(Screen[None]):
    """The text of a source, with what the briefing quotes from it marked; `quote` is the id of the one shown first."""

    CSS_PATH = "source_text.tcss"
    BINDINGS = bindings(SOURCE_TEXT)
    AUTO_FOCUS = "#text"

    commands: ClassVar[tuple[Command, ...]] = SOURCE_TEXT

    text = query_one("#text", SourceView)
    caption = query_one("#caption", Static)

    def __init__(self, view: View, source: Source, text: str, quote: str | None = None) -> None:
        super().__init__()
        self._view = view
        self._source = source
        self._text = text
        self._passages = in_order(
            [
                Passage(one.quote.id, one.proof.parts or _span(one.proof.start, one.proof.end))
                for one in view.proofs.values()
                if one.quote.source == source.id and view.quote(one.quote.id) is not None
            ]
        )
        found = (index for index, one in enumerate(self._passages) if one.quote == quote)
        self._current = next(found, 0 if self._passages and quote is None else None)

    def compose(self) -> ComposeResult:
        """What the source is called, its text, whose words are in view, the keys."""
        yield Static(Content(one_line(self._source.name)), id="source")
        yield SourceView(self._text, self._passages, self._current, id="text")
        yield Static(self._caption(), id="caption")
        yield KeyLine()

    def _caption(self) -> Content:
        if not self._passages:
            return Content("Nothing is quoted from this text.")
        if self._current is None:
            return Content(f"These words do not stand here; {len(self._passages)} other passages are quoted.")
        one = self._passages[self._current]
        quote, proof = self._view.quote(one.quote), self._view.proofs[one.quote]
        who = speakers(self._view, quote) if quote else one.quote
        return Content(f"{self._current + 1} of {len(self._passages)} · {one_line(who)} · {state_words(proof)}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a next passage only where there are any."""
        if action == "passage":
            return len(self._passages) > (self._current is not None)
        return super().check_action(action, parameters)

    def action_passage(self, step: int) -> None:
        """Show the next passage, or the one before; after the last comes the first."""
        here = self._current if self._current is not None else (-1 if step > 0 else 0)
        self._current = (here + step) % len(self._passages)
        self.text.show(self._current)
        self.caption.update(self._caption())

    def action_move(self, where: str) -> None:
        """Scroll."""
        self.text.move(where)

    def action_close(self) -> None:
        """Go back to where the text was opened from."""
        self.dismiss()


def _span(start: int | None, end: int | None) -> tuple[tuple[int, int], ...]:
    return ((start, end),) if start is not None and end is not None else ()
