"""A calendar made of components, and what had no place in it."""

import datetime
from collections.abc import Sequence
from typing import Final

from icalendar import Calendar, Component

from tui.analysis.open_question import OpenQuestion
from tui.analysis.view import View
from tui.export.ics.components import Due, event_of, nothing, todo_of, uid
from tui.export.ics.days import NoPlaceError
from tui.export.ics.text import Words
from tui.model.event import Event
from tui.model.question import Question

_PRODUCT: Final = "-//brief//brief//EN"
_NAMED: Final = 3
"""The items that a sentence names."""


class Entries:
    """The components of one calendar, each UID once."""

    def __init__(self) -> None:
        self._components: dict[str, Component] = {}
        self._left_out: dict[tuple[str, str], list[str]] = {}

    def add_event(self, view: View, event: Event, questions: Sequence[Due] = ()) -> None:
        """Take in an event, with the open questions that are due with it."""
        try:
            self._add(view, event.id, event_of(view, event, questions))
        except NoPlaceError as error:
            self._leave_out("event", view, event.id, str(error))

    def add_question(self, view: View, question: Question, found: OpenQuestion | None) -> None:
        """Take in a question that is due on a date of its own; `found` is what is known of it while it is open."""
        try:
            self._add(view, question.id, todo_of(view, question, found))
        except NoPlaceError as error:
            self._leave_out("question", view, question.id, str(error))

    @property
    def left_out(self) -> tuple[str, ...]:
        """Sentences on what had no place."""
        return tuple(_sentence(kind, reason, ids) for (kind, reason), ids in self._left_out.items())

    def text(self, name: str, moment: datetime.datetime) -> str:
        """The calendar under that name; `moment` is when an empty one was made."""
        calendar = Calendar()
        calendar.add("prodid", _PRODUCT)
        calendar.add("version", "2.0")
        title = Words(" ".join(name.split()))
        calendar.add("name", title)
        calendar.add("x-wr-calname", title)
        components = list(self._components.values()) or [nothing(title, moment, f"Nothing in {title} has a date")]
        for one in components:
            calendar.add_component(one)
        written: bytes = calendar.to_ical()
        return written.decode()

    def _add(self, view: View, identifier: str, component: Component) -> None:
        unique = uid(view.briefing.id, identifier)
        if unique in self._components:
            self._leave_out("item", view, identifier, "the ids of another")
        else:
            self._components[unique] = component

    def _leave_out(self, kind: str, view: View, identifier: str, reason: str) -> None:
        self._left_out.setdefault((kind, reason), []).append(f"{view.briefing.id}#{identifier}")


def _sentence(kind: str, reason: str, ids: Sequence[str]) -> str:
    named = ", ".join(f"`{one}`" for one in ids[:_NAMED])
    more = f" and {len(ids) - _NAMED:,} more" if len(ids) > _NAMED else ""
    return f"left out, with {reason}: the {kind}{'' if len(ids) == 1 else 's'} {named}{more}"
