"""What is new to this reader: signed in the lists, counted on top, gathered in one place; reading it marks it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from textual.message import Message

from tui.analysis.fingerprint import fingerprint, fingerprints
from tui.app.panes.detail import Fact, Gap, Paragraph
from tui.app.panes.gathered import gathered
from tui.app.panes.overview import OVERVIEW, overview
from tui.app.panes.text import line
from tui.app.panes.words import count
from tui.app.reading import Present
from tui.app.screens.briefing.live import Live
from tui.reader.seen import News as Unread

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.app.app import BriefApp
    from tui.app.panes.detail import Blocks
    from tui.app.panes.pane import Pane
    from tui.load.briefing import Loaded
    from tui.reader.reader import ReaderState, Revision
    from tui.reader.visits import Visit

NEW: Final = "New to you"
NEW_SIGN: Final = "*"
EDITED_SIGN: Final = "Δ"
_ALL_READ: Final = "You have read everything here. What is added or edited from now on will be listed."
_NOTHING: Final = Unread(frozenset(), frozenset())


class News(Live):
    """A briefing of which is known what the reader has read."""

    unread: Unread = _NOTHING
    last_visit: Visit | None = None
    """When the reader was here before; None on a first visit."""
    _revision: Revision | None = None
    _just_read: frozenset[str] = frozenset()

    @property
    def state(self) -> ReaderState:
        """What the reader has read, bookmarked and noted."""
        return cast("BriefApp", self.app).state

    @cached_property
    def prints(self) -> Mapping[str, bytes]:
        """What every item says, as it was written."""
        return fingerprints(self.whole)

    @cached_property
    def _owned(self) -> Mapping[str, frozenset[str]]:
        """The items that stand in the record of an actor, by the actor's id."""
        found: dict[str, set[str]] = {}
        for position in self.whole.positions:
            found.setdefault(position.actor, set()).add(position.id)
        for relation in self.whole.relations:
            found.setdefault(relation.from_, set()).add(relation.id)
        return {actor: frozenset(items) for actor, items in found.items()}

    class Visited(Message):
        """The reader's state has been opened."""

        def __init__(self, last: Visit | None) -> None:
            super().__init__()
            self.last = last

    def begin(self) -> None:
        """Show what is shown first, and then what is new in it."""
        super().begin()
        self.call_after_refresh(self._begin_visit)

    def _begin_visit(self) -> None:
        # Opening the state may wait for another process.
        self.run_worker(self._visit, thread=True, group="visit", exit_on_error=False)

    def _visit(self) -> None:
        self.state.follow(self.whole.id, self.prints, Present(self.root))
        self.post_message(self.Visited(self.state.visits.begin(self.whole.id, self.whole.as_of.text)))

    def on_news_visited(self, message: Visited) -> None:
        """Show what is new since the last visit."""
        self.last_visit = message.last
        self.tell_of_state()
        self.learn_news()
        self.show_again()
        self.has_shown()

    def tell_of_state(self) -> None:
        """Say what there is to say of the reader's own state: it could not be kept, or was damaged."""
        for sentence in self.state.take_sentences():
            self.notify(sentence, severity="warning", markup=False, timeout=10)

    def take_in(self, loaded: Loaded) -> None:
        """Show another state of the file, and what is new in it."""
        for name in ("prints", "_owned"):
            self.__dict__.pop(name, None)
        super().take_in(loaded)
        self.learn_news()

    def look(self) -> None:
        """Look whether the file has changed, or what has been read in another window."""
        super().look()
        if self._revision is not None and self.state.revision != self._revision:
            self.learn_news()

    def learn_news(self) -> None:
        """Find out what is new, and show it."""
        self._revision = self.state.revision
        self.unread = self.state.seen.news(self.whole.id, self.prints)
        self.title_line.say_new(len(self.unread))
        self.forget(OVERVIEW)
        if self.pane is OVERVIEW:
            self.show_again()
        self.items.redraw()

    def as_listed(self, pane: Pane) -> Pane:
        """The pane with the list in which it is seen; the overview has what is new."""
        return overview(self.unread.unread) if pane is OVERVIEW and self.unread else super().as_listed(pane)

    def flags_of(self, identifier: str) -> str:
        """The sign of what is new or was edited; an actor has those of the record, too."""
        items = {identifier} | self._owned.get(identifier, frozenset())
        shown = items & (self.unread.unread | self._just_read)
        if not shown:
            return ""
        return EDITED_SIGN if shown.isdisjoint(self.unread.new) and shown & self.unread.edited else NEW_SIGN

    def notes_on(self, identifier: str) -> Blocks:
        """Say in words that an item is new, or was edited."""
        items = {identifier} | self._owned.get(identifier, frozenset())
        if items.isdisjoint(self.unread.unread):
            return ()
        if identifier in self.unread.edited:
            words = f"{EDITED_SIGN} edited since you read it"
        elif identifier in self.unread.new:
            words = f"{NEW_SIGN} new to you"
        else:
            words = f"{NEW_SIGN} with something new to you"
        return (Paragraph(line(words, "accent")), Gap())

    def has_shown(self) -> None:
        """Mark what stands in the detail as read; its sign stays until the selection moves on."""
        super().has_shown()
        selected = self.selected
        if self._revision is None or selected is None or not self.detail.display:
            return
        anchors = {one.anchor for one in self.detail.blocks if isinstance(one, Fact) and one.anchor}
        read = {one for one in {selected, *anchors} & self.unread.unread if self._is_as_written(one)}
        if read:
            self.state.seen.mark(self.whole.id, {one: self.prints[one] for one in read})
            self._revision = self.state.revision
            self.unread = Unread(self.unread.new - read, self.unread.edited - read)
            self.title_line.say_new(len(self.unread))
        if self._just_read - read and selected not in self._just_read:
            self._just_read = frozenset(read)
            self.items.redraw()
        self._just_read |= read

    def _is_as_written(self, identifier: str) -> bool:
        """Whether an item is shown as it is now, and not as it stood on an earlier date."""
        entry = self.view.entries.get(identifier)
        if entry is None:
            return identifier in self.prints and not self.view.withheld
        return not self.view.withheld or fingerprint(entry.kind, entry.item) == self.prints[identifier]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: all is marked as read while anything is not."""
        if action == "mark_all_read":
            return True if self.unread else None
        return super().check_action(action, parameters)

    def action_news(self) -> None:
        """Gather what is new."""
        unread = self.unread.unread
        self.gather(
            gathered(NEW, lambda _: unread, "You have read everything here. What is added or edited later shows up.")
        )

    def action_mark_all_read(self) -> None:
        """Mark everything as read."""
        number = len(self.unread)
        self.state.seen.mark(self.whole.id, self.prints)
        self._just_read = frozenset()
        self.learn_news()
        self.show_again()
        self.notify(f"{count(number, 'item')} marked as read.", markup=False)
        self.tell_of_state()
