"""A briefing as it stood on a day: only what was known by then, and looking as it did."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from tui.analysis.known import Knowledge
from tui.analysis.naming import replaced, trimmed, within
from tui.model.actor import Actor, Relation
from tui.model.base import Item, Part
from tui.model.briefing import Briefing
from tui.model.edtf import LATEST, Day
from tui.model.event import Event, EventStatus
from tui.model.kinds import KINDS, Kind
from tui.model.question import Question
from tui.model.quote import Quote
from tui.model.source import Source

_Part = TypeVar("_Part", bound=Part)


def as_it_stood(briefing: Briefing, day: Day) -> Briefing:
    """The briefing with what was known by `day`; references to what was not are gone with it.

    What has no date of its own was written as of the briefing's own date: notes, backgrounds, and items that nothing
    refers to, are not there before it. (The bottom line is, since a briefing must have one: a View hides it.)
    """
    return _Standing(briefing, day).briefing()


def status_of(event: Event, day: Day, as_of: Day, *, superseded: bool) -> EventStatus:
    """What had become of an event by `day`, in a briefing written as of `as_of`.

    `superseded` says whether the event that supersedes it was known. What lies ahead of `day` is planned; but as of the
    briefing's own date it is what the author says of it. What was planned, and passed without word, has an unknown
    outcome.
    """
    status = event.status or ("planned" if event.date.lower > as_of else "happened")
    called_off = status in {"postponed", "cancelled"}
    is_ahead = event.date.lower > day
    if superseded and (event.status in {None, "planned"} or (is_ahead and not called_off)):
        return "postponed"
    if event.superseded_by and not superseded and called_off:
        status, called_off = "planned", False
    if is_ahead:
        return status if called_off and (superseded or day >= as_of) else "planned"
    if status == "planned" and event.date.upper < day:
        return "unknown"
    return status


class _Standing:
    def __init__(self, briefing: Briefing, day: Day) -> None:
        self.whole = briefing
        self.day = day
        self.knowledge = Knowledge(briefing)
        self.is_past = day < briefing.as_of.upper
        self.sources = {source.id: source for source in briefing.sources}
        self.out = {source.id for source in briefing.sources if self.is_known(source)}
        self.events = {event.id: event for event in briefing.events}

    def briefing(self) -> Briefing:
        whole = self.whole
        items: dict[Kind, list[Item]] = {
            "judgments": [self.seen(one) for one in self.known(whole.judgments)],
            "questions": [self.question(one) for one in self.known(whole.questions)],
            "quotes": [self.quote(one) for one in self.known(whole.quotes)],
            "events": [self.event(one) for one in self.known(whole.events)],
            "figures": [self.seen(one) for one in self.known(whole.figures)],
        }
        asked = {one.id for one in items["questions"]}
        items["positions"] = [self.seen(one) for one in self.known(whole.positions) if one.question in asked]
        named = within(one for parts in items.values() for one in parts)
        items["relations"] = [self.relation(one) for one in whole.relations if self.holds(one, named)]
        named |= within(items["relations"])
        items["sources"] = [self.seen(one) for one in self.cited_or_unnamed(named)]
        items["actors"] = [self.seen(one) for one in whole.actors if one.id in named or self.is_unnamed(one)]
        present = {one.id for parts in items.values() for one in parts}
        if not named <= present:
            items = {kind: [trimmed(one, present) for one in parts] for kind, parts in items.items()}
        return whole.model_copy(update={kind: tuple(parts) for kind, parts in items.items()})

    def is_known(self, part: Part) -> bool:
        known = self.knowledge.of(part)
        return known is None or known.upper <= self.day

    def known(self, parts: Iterable[_Part]) -> Iterator[_Part]:
        return (part for part in parts if self.is_known(part))

    def question(self, question: Question) -> Question:
        update: dict[str, object] = {"estimates": tuple(self.seen(one) for one in self.known(question.estimates))}
        if question.resolution is not None:
            settled = self.is_known(question.resolution)
            update |= (
                {"resolution": self.seen(question.resolution)} if settled else {"resolution": None, "status": "open"}
            )
        if self.is_past:
            update["background"] = None
        return self.seen(question, update)

    def quote(self, quote: Quote) -> Quote:
        return self.seen(quote, {"corroborated_by": tuple(one for one in quote.corroborated_by if one in self.out)})

    def event(self, event: Event) -> Event:
        later = self.events.get(event.superseded_by or "")
        superseded = later is not None and self.is_known(later)
        status = status_of(event, self.day, self.whole.as_of.upper, superseded=superseded)
        update: dict[str, object] = {"accounts": tuple(self.seen(one) for one in self.known(event.accounts))}
        unsaid = "planned" if event.date.lower > self.day else "happened"
        if event.status is not None or status != unsaid:
            update["status"] = status
        return self.seen(event, update)

    def relation(self, relation: Relation) -> Relation:
        # As of the briefing's own date, an end that lies ahead is what the author says.
        ends_later = self.is_past and relation.until is not None and relation.until.lower > self.day
        return self.seen(relation, {"until": None} if ends_later else {})

    def seen(self, part: _Part, update: Mapping[str, object] = MappingProxyType({})) -> _Part:
        """The part with this update, without its note where it is too early for one, and by the sources that were out.

        The earliest source stays where the part is known to have been public before any was.
        """
        looks = dict(update)
        if self.is_past:
            looks["note"] = None
        own: tuple[str, ...] = getattr(part, "sources", ())
        if own and not self.out.issuperset(own):
            out = tuple(one for one in own if one in self.out)
            looks["sources"] = out or (min(own, key=self.published),)
        return replaced(part, looks)

    def holds(self, relation: Relation, named: set[str]) -> bool:
        """Whether a relation was there: reported by then, or else between two who were, and not yet to begin."""
        if self.is_past and relation.since is not None and relation.since.lower > self.day:
            return False
        if self.knowledge.of(relation) is not None:
            return self.is_known(relation)
        return relation.id in named or {relation.from_, relation.to} <= named or not self.is_past

    def cited_or_unnamed(self, named: set[str]) -> list[Source]:
        """The sources that are named or need no naming, with those of which they are reprints."""
        wanted = {one.id for one in self.whole.sources if one.id in named or self.is_unnamed(one)}
        for source in self.whole.sources:
            one: Source | None = source
            while one is not None and one.id in wanted and one.origin is not None and one.origin not in wanted:
                wanted.add(one.origin)
                one = self.sources.get(one.origin)
        return [one for one in self.whole.sources if one.id in wanted]

    def is_unnamed(self, item: Actor | Source) -> bool:
        """Whether nothing refers to it, and it is late enough for what has no date of its own."""
        return not self.is_past and item.id not in self.named

    @cached_property
    def named(self) -> set[str]:
        return within(item for kind in KINDS for item in getattr(self.whole, kind))

    def published(self, source: str) -> Day:
        known = self.knowledge.of(self.sources[source]) if source in self.sources else None
        return known.upper if known else LATEST
