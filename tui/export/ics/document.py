"""A View as a calendar."""

from collections import defaultdict

from tui.analysis.open_question import open_questions_of
from tui.analysis.view import View
from tui.export.ics.calendar import Entries
from tui.export.ics.days import stamp


def export(view: View) -> str:
    """An already released View as an iCalendar text (RFC 5545), whose lines end with CR and LF.

    It holds every event, those that happened too, and every question that has a due date of its own, as far as a
    calendar has a place for their dates: `left_out` says what is not there.
    """
    return _entries(view).text(view.briefing.title, stamp(view.date))


def left_out(view: View) -> tuple[str, ...]:
    """Sentences on the events and questions that have no place in a calendar."""
    return _entries(view).left_out


def _entries(view: View) -> Entries:
    entries = Entries()
    open_ones = open_questions_of(view)
    due_with = defaultdict(list)
    for question in view.questions:
        deadline, found = view.deadline(question), open_ones.get(question.id)
        if deadline is None:
            entries.add_question(view, question, found)
        elif found is not None:
            due_with[deadline.id].append((question, found))
    for event in view.events:
        entries.add_event(view, event, due_with[event.id])
    return entries
