"""An agenda as a calendar."""

import datetime
from collections.abc import Iterable

from tui.analysis.agenda import AgendaEntry
from tui.analysis.view import View
from tui.export.ics.calendar import Entries


class AgendaCalendar:
    """The calendar of what is on an agenda, taken in a briefing at a time, so that none has to be kept."""

    def __init__(self) -> None:
        self._entries = Entries()

    def add(self, view: View, entries: Iterable[AgendaEntry]) -> None:
        """Take in entries of an already released View, each of which has the UID that it has in any other calendar."""
        for entry in entries:
            event = view.event(entry.id)
            question = view.question(entry.id)
            if event is not None:
                asked = ((view.question(one.id), one) for one in entry.questions)
                self._entries.add_event(view, event, [(one, found) for one, found in asked if one is not None])
            elif question is not None:
                self._entries.add_question(view, question, next(iter(entry.questions), None))

    @property
    def left_out(self) -> tuple[str, ...]:
        """Sentences on what a calendar has no place for."""
        return self._entries.left_out

    def text(self, name: str, today: datetime.date) -> str:
        """The calendar under that name, whose lines end with CR and LF; where it has no entry, it says so."""
        return self._entries.text(name, datetime.datetime.combine(today, datetime.time(), datetime.UTC))
