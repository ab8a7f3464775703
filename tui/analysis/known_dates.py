"""The days on which a briefing came to look different: something became known, or a day that was awaited came."""

from collections.abc import Iterable, Iterator
from typing import Final

from tui.analysis.known import Knowledge
from tui.analysis.standing import status_of
from tui.model.actor import Relation
from tui.model.base import Item, Part
from tui.model.briefing import Briefing
from tui.model.edtf import EARLIEST, EDTF, LATEST, Day
from tui.model.edtf.days import next_day
from tui.model.event import Event
from tui.model.question import Question
from tui.model.quote import Quote
from tui.model.references import reference_fields

_LAST_YEAR: Final = 9999
"""The last year with calendar days that EDTF can write."""


def known_dates(briefing: Briefing) -> tuple[EDTF, ...]:
    """The days on which a reader would have seen something new, the earliest first, each once.

    As of one of them a briefing does not look as it did the day before; on every other day up to the last it does.
    They are when items became known, and their parts: accounts, estimates, resolutions, further sources, a deadline
    that replaced another; when a relation began or ended; when a planned event's day came, or passed without word; and
    the briefing's own date, with its bottom line. What a day brings that lies after all of these, nobody has read yet.
    """
    return tuple(EDTF.of_day(*day) for day in _Days(briefing).sorted() if -_LAST_YEAR <= day[0] <= _LAST_YEAR)


class _Days:
    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._as_of = briefing.as_of.upper
        self._knowledge = Knowledge(briefing)
        self._out = {source.id: self._known(source) for source in briefing.sources}
        self._starts: dict[str, Day] = {}
        self._named: dict[str, Day] = {}

    def sorted(self) -> list[Day]:
        reported = {self._as_of}
        awaited: set[Day] = set()
        for question in self._briefing.questions:
            reported.update(self._item(question))
        briefing = self._briefing
        for kind in (briefing.events, briefing.judgments, briefing.quotes, briefing.figures, briefing.positions):
            for item in kind:
                reported.update(self._item(item))
        for event in briefing.events:
            superseded = self._superseded(event)
            reported.add(superseded)
            awaited.update(self._turns(event, superseded))
        for relation in briefing.relations:
            began = self._began(relation)
            reported.update(self._part(relation, began))
            awaited.add(began)
            if relation.until is not None and began < relation.until.lower < self._as_of:
                awaited.add(relation.until.lower)
        reported -= {EARLIEST, LATEST}
        awaited.discard(EARLIEST)
        horizon = max(reported, default=EARLIEST)
        return sorted(reported | {day for day in awaited if day <= horizon})

    def _known(self, part: Part) -> Day:
        """The day on which a part became known; EARLIEST where it always was."""
        known = self._knowledge.of(part)
        return EARLIEST if known is None else known.upper

    def _item(self, item: Item) -> Iterator[Day]:
        """The days of an item: when it appears, and when it comes to say more."""
        start = self._known(item)
        question = getattr(item, "question", None)
        if question is not None:
            # A position is not there before its question.
            start = max(start, self._starts[question])
        self._starts[item.id] = start
        yield start
        self._note(item, start)
        yield from self._part(item, start)
        if isinstance(item, Quote):
            yield from self._outlets(item.corroborated_by, start)
        inner: tuple[Part, ...] = ()
        if isinstance(item, Event):
            inner = item.accounts
        elif isinstance(item, Question):
            inner = (*item.estimates, *([item.resolution] if item.resolution else []))
        for part in inner:
            since = max(start, self._known(part))
            yield since
            self._note(part, since)
            yield from self._part(part, since)

    def _note(self, part: Part, start: Day) -> None:
        """Keep when a part first names what it refers to; what its own parts refer to, they name."""
        for field in reference_fields(type(part)):
            value = getattr(part, field.name)
            for name in value if field.many else (value,):
                self._named[name] = min(start, self._named.get(name, LATEST))

    def _part(self, part: Part, start: Day) -> Iterator[Day]:
        """The days on which more of a part's sources came out, once it was known."""
        own: tuple[str, ...] = getattr(part, "sources", ())
        if own and all(self._out[one] != EARLIEST for one in own):
            # Until one was out, the earliest stood in for them.
            first = own.index(min(own, key=self._out.__getitem__))
            own = (*own[:first], *own[first + 1 :])
        yield from self._outlets(own, start)

    def _outlets(self, sources: Iterable[str], start: Day) -> Iterator[Day]:
        return (self._out[one] for one in sources if self._out[one] > start)

    def _superseded(self, event: Event) -> Day:
        """When it was known of an event that another takes its place; LATEST where it never was."""
        later = event.superseded_by
        return LATEST if later is None else max(self._starts[event.id], self._starts[later])

    def _turns(self, event: Event, superseded: Day) -> Iterator[Day]:
        """The days after it became known on which something became of an event."""
        start = self._starts[event.id]
        days = {superseded, self._as_of, event.date.lower}
        if event.date.upper < LATEST:
            days.add(next_day(event.date.upper))
        before = status_of(event, start, self._as_of, superseded=superseded <= start)
        for day in sorted(day for day in days if day > start):
            status = status_of(event, day, self._as_of, superseded=superseded <= day)
            if status != before:
                yield day
            before = status

    def _began(self, relation: Relation) -> Day:
        """When a relation was there: reported, else when it or both of its ends were named; and not before it began."""
        start = self._known(relation)
        if self._knowledge.of(relation) is None:
            ends = max(self._named.get(one, LATEST) for one in (relation.from_, relation.to))
            start = min(ends, self._named.get(relation.id, LATEST), self._as_of)
        return start if relation.since is None else max(start, min(relation.since.lower, self._as_of))
