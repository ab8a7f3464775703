"""A briefing as it stood on a day: only what was known by then, and looking as it did."""

from collections.abc import Iterable
from typing import TypeVar

from tui.analysis.known import Knowledge
from tui.analysis.naming import trimmed, within
from tui.model.actor import Actor, Relation
from tui.model.base import KINDS, Item, Kind, Part
from tui.model.briefing import Briefing
from tui.model.edtf import LATEST, Day
from tui.model.event import Event, EventStatus
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
    if superseded and event.status in {None, "planned"}:
        return "postponed"
    if event.superseded_by and not superseded and called_off:
        status, called_off = "planned", False
    if event.date.lower > day:
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
        self.events = {event.id: event for event in briefing.events}
        self.named = within(item for kind in KINDS for item in getattr(briefing, kind))

    def briefing(self) -> Briefing:
        whole = self.whole
        items: dict[Kind, list[Item]] = {
            "judgments": [*self.known(whole.judgments)],
            "questions": [self.question(one) for one in self.known(whole.questions)],
            "quotes": [*self.known(whole.quotes)],
            "events": [self.event(one) for one in self.known(whole.events)],
            "figures": [*self.known(whole.figures)],
        }
        asked = {one.id for one in items["questions"]}
        items["positions"] = [one for one in self.known(whole.positions) if one.question in asked]
        items = {kind: [self.cited(one) for one in parts] for kind, parts in items.items()}
        named = within(one for parts in items.values() for one in parts)
        items["relations"] = [self.relation(one) for one in whole.relations if self.holds(one, named)]
        named |= within(items["relations"])
        items["sources"] = [self.without_note(one) for one in self.cited_or_unnamed(named)]
        items["actors"] = [self.without_note(one) for one in whole.actors if one.id in named or self.is_unnamed(one)]
        present = {one.id for parts in items.values() for one in parts}
        return whole.model_copy(
            update={kind: tuple(trimmed(one, present) for one in parts) for kind, parts in items.items()}
        )

    def is_known(self, part: Part) -> bool:
        known = self.knowledge.of(part)
        return known is None or known.upper <= self.day

    def known(self, parts: Iterable[_Part]) -> tuple[_Part, ...]:
        return tuple(part for part in parts if self.is_known(part))

    def question(self, question: Question) -> Question:
        update: dict[str, object] = {"estimates": self.known(question.estimates)}
        if question.resolution is not None and not self.is_known(question.resolution):
            update |= {"resolution": None, "status": "open"}
        if self.is_past:
            update["background"] = None
        return question.model_copy(update=update)

    def event(self, event: Event) -> Event:
        later = self.events.get(event.superseded_by or "")
        superseded = later is not None and self.is_known(later)
        status = status_of(event, self.day, self.whole.as_of.upper, superseded=superseded)
        update: dict[str, object] = {"accounts": self.known(event.accounts)}
        unsaid = "planned" if event.date.lower > self.day else "happened"
        if event.status is not None or status != unsaid:
            update["status"] = status
        return event.model_copy(update=update)

    def cited(self, part: _Part) -> _Part:
        """The part without its note, if it is too early for one, and without the sources that were not out by then.

        The earliest source stays where the part is known to have been public before any was.
        """
        part = self.without_note(part)
        update: dict[str, object] = {}
        own: tuple[str, ...] = getattr(part, "sources", ())
        if own:
            out = tuple(one for one in own if self.is_out(one))
            update["sources"] = out or (min(own, key=self.published),)
        if isinstance(part, Quote):
            update["corroborated_by"] = tuple(one for one in part.corroborated_by if self.is_out(one))
        for name in ("accounts", "estimates"):
            inner: tuple[Part, ...] = getattr(part, name, ())
            if inner:
                update[name] = tuple(self.cited(one) for one in inner)
        return part.model_copy(update=update) if update else part

    def is_out(self, source: str) -> bool:
        return source in self.sources and self.is_known(self.sources[source])

    def without_note(self, part: _Part) -> _Part:
        return part.model_copy(update={"note": None}) if self.is_past and part.note else part

    def holds(self, relation: Relation, named: set[str]) -> bool:
        """Whether a relation was there: reported by then, or else between two who were, and not yet to begin."""
        if relation.since is not None and relation.since.lower > self.day:
            return False
        if self.knowledge.of(relation) is not None:
            return self.is_known(relation)
        return relation.id in named or {relation.from_, relation.to} <= named or not self.is_past

    def relation(self, relation: Relation) -> Relation:
        if relation.until is not None and relation.until.lower > self.day:
            relation = relation.model_copy(update={"until": None})
        return self.cited(relation)

    def cited_or_unnamed(self, named: set[str]) -> list[Source]:
        """The sources that are named, with those of which they are reprints."""
        wanted = set(named)
        for source in self.whole.sources:
            one: Source | None = source
            while one is not None and one.id in wanted and one.origin is not None and one.origin not in wanted:
                wanted.add(one.origin)
                one = self.sources.get(one.origin)
        return [one for one in self.whole.sources if one.id in wanted or self.is_unnamed(one)]

    def is_unnamed(self, item: Actor | Source) -> bool:
        """Whether nothing refers to it, and it is late enough for what has no date of its own."""
        return not self.is_past and item.id not in self.named

    def published(self, source: str) -> Day:
        known = self.knowledge.of(self.sources[source]) if source in self.sources else None
        return known.upper if known else LATEST
