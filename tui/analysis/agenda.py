"""The agenda: what is open and what falls due, over any number of briefings, against a day that the caller gives.

On it are the open questions, the deadlines that stand, and the planned events that are still to come. A question that
is due with a deadline is one entry with it. A deadline stands until its briefing says what became of it: one whose date
has passed is overdue. It no longer does where it was postponed, cancelled, met, or where the author says that its
outcome is unknown; yet while a question that is due with it is open, it heads that. An event is never overdue.
"""

import datetime
from collections.abc import Iterable
from itertools import groupby
from typing import Final, Literal, NamedTuple

from tui.analysis.ahead import Distance, Group, distance, is_warned
from tui.analysis.open_question import OpenQuestion, open_questions_of
from tui.analysis.view import View
from tui.model.duration import Duration, days
from tui.model.edtf import EDTF, describe, ordinal
from tui.model.event import Event, EventStatus
from tui.model.question import Question
from tui.model.tlp import TLP

EntryKind = Literal["question", "deadline", "event"]
Order = tuple[int, int, int, str, str, str]

_BECAME: Final[dict[str, str]] = {
    "happened": "passed",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "unknown": "outcome not known",
}


class About(NamedTuple):
    """The briefing that an entry is from."""

    id: str
    title: str
    topics: tuple[str, ...]
    as_of: EDTF
    bottom_line: str | None
    tlp: TLP | None


class AgendaEntry(NamedTuple):
    """One thing to decide, or to see coming.

    `id` is that of the question or event, whose `text` it has. `questions` are the open ones that are due with it, a
    question's own being itself. `actors` are the names of an event's. `warned` says that today is within the time of
    its `warn`, at which a reader wants to be told.
    """

    briefing: About
    kind: EntryKind
    id: str
    text: str
    status: Literal["open"] | EventStatus
    due: EDTF | None
    date_text: str | None
    distance: Distance
    warned: bool
    importance: int | None
    actors: tuple[str, ...]
    questions: tuple[OpenQuestion, ...]

    @property
    def group(self) -> Group:
        """The heading under which it stands."""
        return self.distance.group

    @property
    def when(self) -> str:
        """When it is due, as its briefing wants it shown; "" where it has no date."""
        return self.date_text or (describe(self.due) if self.due else "")

    @property
    def became(self) -> str:
        """What became of an event that no longer stands: `cancelled`; "" where nothing did."""
        return _BECAME.get(self.status, "")

    @property
    def order(self) -> Order:
        """What entries are sorted by: the heading, the first day, the most important first, then by briefing."""
        first = ordinal(self.due.place) if self.due else 0
        heading = list(Group).index(self.group)
        return heading, first, -(self.importance or 0), self.briefing.title.casefold(), self.briefing.id, self.id


class Agenda(NamedTuple):
    """The entries in their order, as seen from `today`."""

    today: datetime.date
    entries: tuple[AgendaEntry, ...]

    def groups(self) -> tuple[tuple[Group, tuple[AgendaEntry, ...]], ...]:
        """The headings that have any entries, each with them."""
        return tuple((group, tuple(found)) for group, found in groupby(self.entries, key=lambda one: one.group))


def agenda(views: Iterable[View], today: datetime.date) -> Agenda:
    """The agenda of the newest Views of briefings; those that are to leave the reader have to be released already."""
    found = (entry for view in views for entry in entries_of(view, today))
    return Agenda(today, tuple(sorted(found, key=lambda one: one.order)))


def entries_of(view: View, today: datetime.date) -> list[AgendaEntry]:
    """The entries of one briefing, not yet in the order of the agenda."""
    questions = open_questions_of(view)
    due_with: dict[str, list[Question]] = {}
    alone = []
    for question in view.questions:
        if question.status == "open":
            deadline = view.deadline(question)
            if deadline is None:
                alone.append(question)
            else:
                due_with.setdefault(deadline.id, []).append(question)
    briefing = view.briefing
    about = About(briefing.id, briefing.title, briefing.topics, view.date, view.bottom_line, briefing.tlp)
    entries = [_of_question(view, about, one, questions[one.id], today) for one in alone]
    for event in view.events:
        due = due_with.get(event.id, [])
        if due or _stands(view, event, today):
            entries.append(_of_event(view, about, event, [(one, questions[one.id]) for one in due], today))
    return entries


def _stands(view: View, event: Event, today: datetime.date) -> bool:
    status = view.status(event)
    if event.kind == "deadline":
        return status == "planned" or (status == "unknown" and event.status == "planned")
    return status == "planned" and distance(event.date, today).group is not Group.OVERDUE


def _of_question(
    view: View, about: About, question: Question, found: OpenQuestion, today: datetime.date
) -> AgendaEntry:
    due = view.due(question)
    return AgendaEntry(
        briefing=about,
        kind="question",
        id=question.id,
        text=question.text,
        status="open",
        due=due,
        date_text=None,
        distance=distance(due, today),
        warned=_warned(due, today, [question.warn], is_due=True),
        importance=None,
        actors=(),
        questions=(found,),
    )


def _of_event(
    view: View, about: About, event: Event, due: list[tuple[Question, OpenQuestion]], today: datetime.date
) -> AgendaEntry:
    return AgendaEntry(
        briefing=about,
        kind=event.kind,
        id=event.id,
        text=event.title,
        status=view.status(event),
        due=event.date,
        date_text=event.date_text,
        distance=distance(event.date, today),
        warned=_warned(
            event.date,
            today,
            [event.warn, *(question.warn for question, _ in due)],
            is_due=event.kind == "deadline",
        ),
        importance=event.importance,
        actors=tuple(view.name_of(one) for one in view.links.actors_of(event)),
        questions=tuple(found for _, found in due),
    )


def _warned(due: EDTF | None, today: datetime.date, durations: Iterable[Duration | None], *, is_due: bool) -> bool:
    """Whether the longest of these has begun."""
    ahead = max((days(one) for one in durations if one), default=None)
    return ahead is not None and is_warned(due, today, ahead, is_due=is_due)
