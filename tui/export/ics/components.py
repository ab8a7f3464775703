"""The components of a calendar."""

import datetime
import uuid
from collections.abc import Sequence
from typing import Final, TypeVar

from icalendar import Alarm, Component, Journal, Todo
from icalendar import Event as VEvent

from tui.analysis.open_question import OpenQuestion
from tui.analysis.view import View
from tui.export.ics.days import NoPlaceError, last_day, span, stamp
from tui.export.ics.text import Words, categories
from tui.export.ics.wording import about_event, about_question, is_plain, summary
from tui.model.duration import days
from tui.model.event import Event, EventStatus
from tui.model.question import Question, QuestionStatus
from tui.model.tlp import TLP

Due = tuple[Question, OpenQuestion]
"""A question as it stands in a briefing, and as one is briefed on it."""

_Component = TypeVar("_Component", bound=Component)

_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "brief/1")
_CLASSES: Final = {
    TLP.CLEAR: "PUBLIC",
    TLP.GREEN: "PRIVATE",
    TLP.AMBER: "PRIVATE",
    TLP.AMBER_STRICT: "CONFIDENTIAL",
    TLP.RED: "CONFIDENTIAL",
}
_EVENT_STATUS: Final[dict[EventStatus, str]] = {
    "happened": "CONFIRMED",
    "planned": "CONFIRMED",
    "postponed": "CANCELLED",
    "cancelled": "CANCELLED",
    "unknown": "TENTATIVE",
}
_QUESTION_STATUS: Final[dict[QuestionStatus, str]] = {
    "open": "NEEDS-ACTION",
    "closed": "COMPLETED",
    "resolved": "COMPLETED",
    "ambiguous": "COMPLETED",
    "annulled": "CANCELLED",
}
_PRIORITIES: Final = {3: 1, 2: 5, 1: 9}


def uid(briefing: str, item: str) -> str:
    """The UID of an item of a briefing, both by their ids; it does not change with what they say."""
    return str(uuid.uuid5(_NAMESPACE, f"{briefing}#{item}"))


def event_of(view: View, event: Event, questions: Sequence[Due] = ()) -> VEvent:
    """The VEVENT of an event, with the open questions that are due with it. Raises NoPlaceError.

    It leaves the time free, as nobody has to be anywhere. What is planned and has no certain day is TENTATIVE.
    """
    covered = span(event.date)
    status = view.status(event)
    found = _begun(VEvent(), view, event.id, summary(event.title, event.date, event.date_text))
    found.add("dtstart", covered.start)
    if covered.end is not None:
        found.add("dtend", covered.end)
    is_sure = is_plain(event.date) and event.date_text is None
    found.add("status", "TENTATIVE" if status == "planned" and not is_sure else _EVENT_STATUS[status])
    found.add("transp", "TRANSPARENT")
    if event.importance:
        found.add("priority", _PRIORITIES[event.importance])
    found.add("description", Words(about_event(view, event, [open_one for _, open_one in questions])))
    if status == "planned":
        durations = [event.warn, *(question.warn for question, _ in questions)]
        if event.kind == "deadline" and event.date.lower < event.date.upper:
            # What is due in a month is due by its last day, and the entry ends with the day after that.
            _warn(found, durations, related="END", after=1)
        else:
            _warn(found, durations, related="START")
    return found


def todo_of(view: View, question: Question, found: OpenQuestion | None) -> Todo:
    """The VTODO of a question with a date of its own. Raises NoPlaceError, also where it has none.

    Due is the last day that the date covers; it begins with the first, where that is another.
    """
    date = view.due(question)
    if date is None:
        raise NoPlaceError("no due date")
    due = last_day(date)
    made = _begun(Todo(), view, question.id, summary(question.text, date))
    try:
        begins = span(date).start
    except NoPlaceError:
        begins = due
    if begins < due:
        made.add("dtstart", begins)
    made.add("due", due)
    made.add("status", _QUESTION_STATUS[question.status])
    if question.resolution is not None and _QUESTION_STATUS[question.status] == "COMPLETED":
        made.add("completed", stamp(question.resolution.date))
    made.add("description", Words(about_question(view, question, found)))
    if question.status == "open":
        _warn(made, [question.warn], related="END")
    return made


def nothing(identifier: str, moment: datetime.datetime, words: str) -> Journal:
    """A VJOURNAL that says why there is nothing else: a calendar without any component is none."""
    made = Journal()
    made.add("uid", uid(identifier, ""))
    made.add("dtstamp", moment)
    made.add("dtstart", moment.date())
    made.add("summary", Words(words))
    return made


def _begun(made: _Component, view: View, identifier: str, title: str) -> _Component:
    briefing = view.briefing
    made.add("uid", uid(briefing.id, identifier))
    made.add("dtstamp", stamp(view.date))
    made.add("summary", Words(title))
    if briefing.topics:
        made.add("categories", categories(briefing.topics))
    if briefing.tlp:
        made.add("class", _CLASSES[briefing.tlp])
    return made


def _warn(made: Component, durations: Sequence[str | None], *, related: str, after: int = 0) -> None:
    """Warn so many days before the start or the end, which is `after` days later than what is warned of."""
    ahead = max((days(one) for one in durations if one), default=None)
    if ahead is None:
        return
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", made["summary"])
    alarm.add("trigger", -datetime.timedelta(days=ahead + after), parameters={"related": related})
    made.add_component(alarm)
