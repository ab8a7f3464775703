"""Links that follow from what items say, and are not asked for in the file."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from tui.analysis.known import Knowledge
from tui.model.base import Item
from tui.model.briefing import Briefing
from tui.model.event import Event
from tui.model.kinds import KINDS, Kind
from tui.model.position import Position
from tui.model.quote import Quote
from tui.model.references import names


class Entry(NamedTuple):
    """An item and its kind."""

    kind: Kind
    item: Item


class Links:
    """What is tied to what in one briefing; every answer is worked out when it is first asked for."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._knowledge = Knowledge(briefing)

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every item by its id."""
        return {item.id: Entry(kind, item) for kind in KINDS for item in getattr(self._briefing, kind)}

    @cached_property
    def named_by(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the items that refer to an id, derived links included; by kind, then in the order of the file."""
        found: dict[str, dict[str, None]] = {}
        for identifier, entry in self.entries.items():
            for name in (*names(entry.item), *self._derived(entry.item)):
                if name != identifier:
                    found.setdefault(name, {})[identifier] = None
        return {name: tuple(by) for name, by in found.items()}

    def actors_of(self, event: Event) -> tuple[str, ...]:
        """An event's actors: those it names, then the speakers of its quotes."""
        return _once((*event.actors, *self._speakers(event.quotes)))

    def questions_of(self, quote: Quote) -> tuple[str, ...]:
        """The questions a quote is about: those it names, then those of the positions and estimates that cite it."""
        named = (one for one in quote.about if one in self._question_ids)
        return _once((*named, *self._cited_on.get(quote.id, ())))

    def sources_of(self, item: Item) -> tuple[str, ...]:
        """The sources that an item rests on."""
        return _once(self._knowledge.sources_of(item))

    def _derived(self, item: Item) -> tuple[str, ...]:
        if isinstance(item, Event):
            return self._speakers(item.quotes)
        if isinstance(item, Quote):
            return self.questions_of(item)
        return self.sources_of(item) if isinstance(item, Position) else ()

    def _speakers(self, quotes: Iterable[str]) -> tuple[str, ...]:
        items = (self.entries[quote].item for quote in quotes if quote in self.entries)
        return tuple(speaker for quote in items if isinstance(quote, Quote) for speaker in quote.speaker)

    @cached_property
    def _question_ids(self) -> frozenset[str]:
        return frozenset(question.id for question in self._briefing.questions)

    @cached_property
    def _cited_on(self) -> Mapping[str, tuple[str, ...]]:
        """The questions on which a quote is cited, by the quote's id."""
        found: dict[str, list[str]] = {}
        for position in self._briefing.positions:
            for quote in position.quotes:
                found.setdefault(quote, []).append(position.question)
        for question in self._briefing.questions:
            for estimate in question.estimates:
                if estimate.quote is not None:
                    found.setdefault(estimate.quote, []).append(question.id)
        return {quote: tuple(questions) for quote, questions in found.items()}


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
