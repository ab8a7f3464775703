"""Finding: the panes narrowed to some words, and the whole briefing to one actor or question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.screens.briefing.as_of import AsOf
from tui.model.actor import Actor
from tui.model.question import Question

if TYPE_CHECKING:
    from tui.app.palette import Destination
    from tui.app.panes.pane import Pane
    from tui.app.widgets.prompt import Prompt

FIND = "find"
"""What the prompt is open for while words are sought."""


class Find(AsOf):
    """A briefing in which one can look for something."""

    def action_find(self) -> None:
        """Ask for words; the pane is narrowed as they are typed."""
        if self.column != "list":
            self.use("list")
        self.prompt.ask(FIND, "/", self.sought.text)
        self._count()

    def on_prompt_changed(self, message: Prompt.Changed) -> None:
        """Narrow the pane to what has the words."""
        if message.purpose == FIND and self.prompt.is_open:
            self.seek(message.words)
            self._count()

    def on_prompt_entered(self, message: Prompt.Entered) -> None:
        """Keep the pane narrowed, and go to what was found."""
        if message.purpose == FIND:
            self.seek(message.words)
            self.close_prompt()

    def on_prompt_closed(self, message: Prompt.Closed) -> None:
        """Give everything back."""
        if message.purpose == FIND:
            self.seek("")
            self.show_columns()

    def on_prompt_moved(self, message: Prompt.Moved) -> None:
        """Move in the list while words are being typed."""
        if self.prompt.purpose == FIND:
            self.items.move(message.where)

    def seek(self, words: str) -> None:
        """Narrow the panes to what has these words, and say how many there are."""
        super().seek(words)
        self.show_sought()

    def show_pane(self, pane: Pane, row: str | None = None) -> None:
        """Show a pane, narrowed if words are sought."""
        super().show_pane(pane, row)
        if self.sought:
            self.show_sought()

    def show_sought(self) -> None:
        """Say in the title what is sought, and how many have it."""
        self.title_line.say_sought(self._found_words() if self.sought else "")
        self.show_keys()

    def _count(self) -> None:
        self.prompt.say(self._found_words() if self.sought else "")

    def _found_words(self) -> str:
        whole = sum(isinstance(one, str) for one in self.whole_outline(self.pane))
        return f"{len(self.found(self.pane)):,} of {whole:,}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: matches are gone through, and given back, while there are any."""
        match action:
            case "match":
                return True if self.sought and self.selected is not None else None
            case "give_back":
                return bool(self.sought) and self.column == "list"
        return super().check_action(action, parameters)

    def action_give_back(self) -> None:
        """Give everything back."""
        self.seek("")

    def action_match(self, step: int) -> None:
        """Go to the next match, or the one before; after the last comes the first."""
        ids = self.items.ids
        at = ids.index(self.selected or ids[0])
        self.items.select(ids[(at + step) % len(ids)])

    def action_focus_here(self) -> None:
        """Show only what bears on the selected actor or question, or on one to be chosen; again, show everything."""
        if self.view.focus is not None:
            self.focus_on(None)
            return
        entry = self.view.entries.get(self.selected or "")
        if entry is not None and isinstance(entry.item, Actor | Question):
            self.focus_on(entry.item.id)
        else:
            self.action_choose_focus()

    def action_choose_focus(self) -> None:
        """Choose the actor or the question on which to focus."""
        from tui.app.palette import FocusProvider, choose

        choose(self.app, FocusProvider, "Focus on an actor or a question…")

    def focus_on(self, identifier: str | None) -> None:
        """Show only what bears on an actor or a question; None shows everything."""
        if self.sought:
            self.seek("")
        self.show_view(self.view_of(self.view.as_of, identifier))

    def focus_destinations(self) -> list[Destination]:
        """The questions and actors on which one can focus."""
        from tui.app.screens.briefing.places import focus_places

        everything = self.view if self.view.focus is None else self.view_of(self.view.as_of, None)
        return focus_places(everything, self.focus_on)

    def destinations(self) -> list[Destination]:
        """The actors, questions, events and quotes to which one can go by name."""
        from tui.app.screens.briefing.places import places

        return places(self.view, self.follow)
