"""A View as the items that are seen in it, each with what is compared of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from tui.analysis.changes.content import Content, content
from tui.analysis.ledger import ledger, place
from tui.analysis.view import View
from tui.model.base import Item
from tui.model.edtf import EARLIEST, EDTF, Day
from tui.model.event import Event, EventStatus
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.kinds import KINDS, Kind
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote

Key = tuple[Kind, str]
"""By what an item of one view is found again in another."""

Contents = dict[int, tuple[Item, Content, Content]]
"""What items say, with and without what has no date, by their identity; each is held so that it keeps it."""

# An id is no content, and what becomes of an event is told apart from the rest of it.
_APART: Final = frozenset({"id"})
_APART_OF_EVENTS: Final = frozenset({"id", "status"})
_WITHOUT_A_DATE: Final = frozenset({"note", "background"})
_WITH_PARTS: Final = frozenset({"accounts", "estimates", "resolution"})


@dataclass(frozen=True, slots=True)
class Seen:
    """An item as it is seen in a View. Two are equal where they say the same, however it is written.

    `dated` is its content without what has no date of its own, notes and backgrounds; `early` says that the view is of
    a date before the briefing's own, so that these are not there.
    `status` is that of an event, and `said` the one that its author gave it, if any; `due` is when a question is due,
    by its last deadline. `earlier` is what went before it: the position that a position replaces, the figure before it
    in its series, the judgment that a judgment revises. `side` is the last side of the scale that was taken before a
    position: negative, positive, or 0 for none.
    """

    kind: Kind
    item: Item = field(compare=False)
    content: Content
    dated: Content
    early: bool = False
    status: EventStatus | None = None
    said: EventStatus | None = None
    due: EDTF | None = None
    earlier: Position | Figure | Judgment | None = None
    side: int = 0
    known: EDTF | None = field(default=None, compare=False)
    moment: Day | None = field(default=None, compare=False, repr=False)


def seen(view: View, aliases: Mapping[str, str], contents: Contents) -> dict[Key, Seen]:
    """Every item of a view by its kind and id, but those who stand in for speakers.

    An id in `aliases` stands for another one, which is compared. What an item says is taken from `contents` where it is
    there, and else put there.
    """
    found = _Seeing(view, aliases, contents)
    return {(one.kind, aliases.get(one.item.id, one.item.id)): one for one in found.all()}


class _Seeing:
    def __init__(self, view: View, aliases: Mapping[str, str], contents: Contents) -> None:
        self.view = view
        self.aliases = aliases
        self.contents = contents
        self.before: dict[str, Position | Figure] = {}
        self.sides: dict[str, int] = {}
        self._follow_positions()
        self._follow_figures()

    def all(self) -> Iterator[Seen]:
        for kind in KINDS:
            for item in getattr(self.view.briefing, kind):
                if item.id not in self.view.stand_ins:
                    yield self._seen(kind, item)

    def _seen(self, kind: Kind, item: Item) -> Seen:
        view, known = self.view, self.view.known(item.id)
        whole, dated = self._contents(item)
        early = view.date.upper < view.briefing.as_of.upper
        seen = Seen(kind, item, whole, dated, early, known=known, moment=_moment(item, known))
        match item:
            case Event():
                return replace(seen, status=view.status(item), said=view.said(item.id))
            case Question():
                return replace(seen, due=view.due(item))
            case Judgment():
                return replace(seen, earlier=self._revised(item))
            case Position() | Figure():
                return replace(seen, earlier=self.before.get(item.id), side=self.sides.get(item.id, 0))
            case _:
                return seen

    def _contents(self, item: Item) -> tuple[Content, Content]:
        if id(item) not in self.contents:
            apart = _APART_OF_EVENTS if isinstance(item, Event) else _APART
            whole = content(item, self.aliases, apart)
            if _WITH_PARTS.isdisjoint(key for key, _ in whole):
                dated = tuple(pair for pair in whole if pair[0] not in _WITHOUT_A_DATE)
            else:
                dated = content(item, self.aliases, apart | _WITHOUT_A_DATE)
            self.contents[id(item)] = item, whole, dated
        return self.contents[id(item)][1:]

    def _follow_positions(self) -> None:
        for track in ledger(self.view).values():
            side = 0
            # Of one date, the order does not hang on that of the file, nor on an id that was derived from the words.
            ordered = sorted(track, key=lambda one: (one.date.sort_key(), self._when(one), str(one.stance), one.id))
            for index, position in enumerate(ordered):
                if index:
                    self.before[position.id] = _bare_position(ordered[index - 1])
                    self.sides[position.id] = side
                side = place(position) or side

    def _follow_figures(self) -> None:
        series: dict[str, Figure] = {}
        for figure in sorted(self.view.figures, key=lambda one: (one.date.sort_key(), self._when(one), one.id)):
            if figure.name in series:
                self.before[figure.id] = _bare_figure(series[figure.name])
            series[figure.name] = figure

    def _when(self, item: Item) -> Day:
        known = self.view.known(item.id)
        return known.upper if known else EARLIEST

    def _revised(self, judgment: Judgment) -> Judgment | None:
        entry = self.view.entries.get(judgment.revises or "")
        if entry is None or not isinstance(entry.item, Judgment):
            return None
        kept = {"about": (), "evidence": (), "note": None, "known": None, "revises": None}
        return entry.item.model_copy(update=kept)


def _moment(item: Item, known: EDTF | None) -> Day | None:
    """By what an item is put in order."""
    match item:
        case Event() | Position() | Figure():
            date: EDTF | None = item.date
        case Quote():
            date = item.said or known
        case Question():
            date = item.raised or known
        case _:
            date = known
    return date.lower if date else None


def _bare_position(position: Position) -> Position:
    bare = {"id": "earlier", "summary": None, "quotes": (), "sources": (), "via": (), "note": None, "known": None}
    return position.model_copy(update=bare)


def _bare_figure(figure: Figure) -> Figure:
    bare = {"id": "earlier", "about": (), "sources": (), "via": (), "note": None, "known": None}
    return figure.model_copy(update=bare)
