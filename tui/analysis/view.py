"""A View: what a briefing looks like as of a date and through a focus. All that draws or exports draws this."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tui.analysis.focus import focused
from tui.analysis.known import Knowledge
from tui.analysis.links import Entry, Links
from tui.analysis.standing import as_it_stood, status_of
from tui.model.actor import Actor, Relation
from tui.model.briefing import Briefing
from tui.model.edtf import EARLIEST, EDTF, LATEST, Day, describe
from tui.model.event import Event, EventStatus
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote
from tui.model.source import Source

if TYPE_CHECKING:
    from tui.analysis.check import QuoteProof

_NO_DATE: Final = (9999, 12, 31)


@dataclass(frozen=True)
class View:
    """A briefing as it stood, resolved and sorted.

    `briefing` holds what is shown, under the format's own keys; `as_of` is the date that was asked for, None for the
    newest. Of `bottom_line` there is none before the briefing's own date: `withheld` then says why. `proofs` has the
    proof of each quote by its id, where there is one. `whole` is the briefing of which this is the View: not to
    be shown, but to be kept back. `stand_ins` are the ids of those actors who are there only to speak what goes out on
    background; a View that has not been released has none.
    """

    briefing: Briefing
    as_of: EDTF | None
    focus: str | None
    bottom_line: str | None
    withheld: str
    links: Links
    proofs: "Mapping[str, QuoteProof]"
    _knowledge: Knowledge = field(repr=False)
    _said: Mapping[str, EventStatus | None] = field(repr=False)
    whole: Briefing = field(repr=False, compare=False)
    stand_ins: frozenset[str] = frozenset()

    @property
    def date(self) -> EDTF:
        """The date as of which this is: the one asked for, else the briefing's own."""
        return self.as_of or self.briefing.as_of

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every item that is shown, by its id."""
        return self.links.entries

    def actor(self, identifier: str) -> Actor | None:
        """The actor with this id, if it is shown."""
        return self._actors.get(identifier)

    def source(self, identifier: str) -> Source | None:
        """The source with this id, if it is shown."""
        return self._sources.get(identifier)

    def question(self, identifier: str) -> Question | None:
        """The question with this id, if it is shown."""
        return self._questions.get(identifier)

    def event(self, identifier: str) -> Event | None:
        """The event with this id, if it is shown."""
        return self._events.get(identifier)

    def quote(self, identifier: str) -> Quote | None:
        """The quote with this id, if it is shown."""
        return self._quotes.get(identifier)

    def name_of(self, identifier: str) -> str:
        """What to call an actor or a source by; its id where it is neither."""
        actor, source = self.actor(identifier), self.source(identifier)
        if actor is not None:
            return actor.name
        return source.name if source is not None else identifier

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {one.id: one for one in self.briefing.actors}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {one.id: one for one in self.briefing.sources}

    @cached_property
    def _questions(self) -> dict[str, Question]:
        return {one.id: one for one in self.briefing.questions}

    @cached_property
    def _events(self) -> dict[str, Event]:
        return {one.id: one for one in self.briefing.events}

    @cached_property
    def _quotes(self) -> dict[str, Quote]:
        return {one.id: one for one in self.briefing.quotes}

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Those of the story, in the order of the file: who stands in for a speaker is told of where they speak."""
        return tuple(one for one in self.briefing.actors if one.id not in self.stand_ins)

    @property
    def sources(self) -> tuple[Source, ...]:
        """In the order of the file."""
        return self.briefing.sources

    @property
    def relations(self) -> tuple[Relation, ...]:
        """In the order of the file."""
        return self.briefing.relations

    @cached_property
    def judgments(self) -> tuple[Judgment, ...]:
        """Those that stand, in the order of the file; one that a later one revises is not among them."""
        revised = {one.revises for one in self.briefing.judgments}
        return tuple(one for one in self.briefing.judgments if one.id not in revised)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """By date."""
        return tuple(sorted(self.briefing.events, key=lambda one: one.date.sort_key()))

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Open ones first, by when they are due; then the others, the last settled first."""
        return tuple(sorted(self.briefing.questions, key=self._urgency))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """By when they were said, else by when they became known."""
        return tuple(sorted(self.briefing.quotes, key=self._moment))

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The ledger: by date; of one date, in the order of the file."""
        return tuple(sorted(self.briefing.positions, key=lambda one: one.date.sort_key()))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """By series in the order in which each first stands in the file, and by date within it."""
        series = {name: index for index, name in enumerate(dict.fromkeys(one.name for one in self.briefing.figures))}
        return tuple(sorted(self.briefing.figures, key=lambda one: (series[one.name], one.date.sort_key())))

    def stands_on(self, question: str) -> tuple[Position, ...]:
        """Where each actor stands on a question: the last position of each, by date."""
        last = {one.actor: one for one in self.positions if one.question == question}
        return tuple(sorted(last.values(), key=lambda one: one.date.sort_key()))

    def record_of(self, actor: str) -> tuple[Position, ...]:
        """Every position of an actor, by date."""
        return tuple(one for one in self.positions if one.actor == actor)

    def replaced(self, position: Position) -> Position | None:
        """The position of the same actor on the same question that this one replaced, if there is one."""
        return self._replaced.get(position.id)

    @cached_property
    def _replaced(self) -> dict[str, Position]:
        last: dict[tuple[str, str], Position] = {}
        found = {}
        for one in self.positions:
            key = (one.actor, one.question)
            if key in last:
                found[one.id] = last[key]
            last[key] = one
        return found

    def status(self, event: Event) -> EventStatus:
        """What had become of an event by the view's date; `unknown` where its date passed without word."""
        superseded = event.superseded_by is not None
        return status_of(event, self.date.upper, self.briefing.as_of.upper, superseded=superseded)

    def said(self, event: str) -> EventStatus | None:
        """The status that the author gave an event, whatever the date; None where they gave none."""
        return self._said.get(event)

    def due(self, question: Question) -> EDTF | None:
        """When a question is due: its own date, that of its deadline, or of the last by which that was superseded."""
        if not isinstance(question.due, str):
            return question.due
        return last_deadline(question.due, self._events)

    def was_due(self, question: Question) -> bool:
        """Whether a due date is of the past: its last day is before the view's date, or the question is settled."""
        due = self.due(question)
        return due is not None and (question.status != "open" or due.upper < self.date.upper)

    def deadline(self, question: Question) -> Event | None:
        """The deadline with which a question is due, or the last by which that was superseded."""
        return standing_deadline(question.due, self._events) if isinstance(question.due, str) else None

    def known(self, identifier: str) -> EDTF | None:
        """The date whose upper bound is when an item became known; None where it always was, or is not shown."""
        entry = self.entries.get(identifier)
        return self._knowledge.of(entry.item) if entry else None

    def quotes_ever(self) -> Iterable[Quote]:
        """Every quote of the briefing, also of later than the view's date: not to be shown, but to be kept back."""
        return self._knowledge.quotes

    def next_date(self) -> EDTF | None:
        """The first date after the view's on which something is planned or due; one without an end is no date."""
        day = self.date.upper
        planned = (one.date for one in self.events if self.status(one) == "planned")
        due = (date for one in self.questions if one.status == "open" and (date := self.due(one)))
        ahead = [date for date in (*planned, *due) if date.lower > day or day < date.upper < LATEST]
        return min(ahead, key=lambda date: date.lower if date.lower > day else date.upper, default=None)

    def _urgency(self, question: Question) -> tuple[bool, tuple[int, int, int]]:
        if question.status == "open":
            due = self.due(question)
            return False, due.place if due else _NO_DATE
        settled = question.resolution.date.place if question.resolution else EARLIEST
        return True, (-settled[0], -settled[1], -settled[2])

    def _moment(self, quote: Quote) -> Day:
        date = quote.said or self._knowledge.of(quote)
        return date.place if date else EARLIEST


def standing_deadline(identifier: str, events: Mapping[str, Event]) -> Event | None:
    """The deadline of this id, or the last deadline by which it was superseded; None where there is none."""
    deadline = events.get(identifier)
    while deadline is not None:
        later = events.get(deadline.superseded_by or "")
        if later is None or later.kind != "deadline":
            break
        deadline = later
    return deadline


def last_deadline(identifier: str, events: Mapping[str, Event]) -> EDTF | None:
    """The date of a deadline, or of the last deadline by which it was superseded."""
    deadline = standing_deadline(identifier, events)
    return deadline.date if deadline else None


def view(
    briefing: Briefing,
    as_of: EDTF | None = None,
    focus: str | None = None,
    proofs: "Mapping[str, QuoteProof] | None" = None,
) -> View:
    """The View of a briefing as of a date (None: the newest) and of what bears on `focus`, an actor's or question's id.

    A date covers all of its days: as of `2025-09` is as of the end of that month. `proofs` are those of its quotes.
    """
    knowledge = Knowledge(briefing)
    shown = briefing if as_of is None else as_it_stood(briefing, as_of.upper)
    if focus is not None:
        shown = focused(shown, focus)
    too_early = as_of is not None and as_of.upper < briefing.as_of.upper
    later = f"The bottom line was written as of {describe(briefing.as_of)}, and is not shown as of an earlier date."
    withheld = later if too_early else ""
    bottom_line = None if too_early else briefing.bottom_line
    said = {event.id: event.status for event in briefing.events}
    return View(shown, as_of, focus, bottom_line, withheld, Links(shown), proofs or {}, knowledge, said, briefing)


def open_questions(questions: Iterable[Question]) -> int:
    """How many of these are open."""
    return sum(question.status == "open" for question in questions)
