"""An agenda for programs."""

import datetime
from collections.abc import Iterable
from typing import Any

from tui.analysis.estimates import Expectation
from tui.analysis.open_question import OpenQuestion
from tui.cli.agenda_reading import Dated
from tui.files.typed import typed
from tui.model.number import plain


def values(found: Iterable[Dated], today: datetime.date) -> dict[str, Any]:
    """The agenda as plain values; what is not known is None or an empty list, and dates are EDTF."""
    return {"today": today.isoformat(), "entries": [_entry(one) for one in found]}


def _entry(one: Dated) -> dict[str, Any]:
    entry, briefing = one.entry, one.entry.briefing
    return {
        "group": entry.group.value,
        "days_left": entry.distance.days,
        "due": entry.due.text if entry.due else None,
        "date_text": entry.date_text,
        "warned": entry.warned,
        "kind": entry.kind,
        "id": entry.id,
        "text": entry.text,
        "status": entry.status,
        "importance": entry.importance,
        "actors": list(entry.actors),
        "briefing": {
            "id": briefing.id,
            "title": briefing.title,
            "path": typed(one.path),
            "topics": list(briefing.topics),
            "as_of": briefing.as_of.text,
            "tlp": briefing.tlp.value if briefing.tlp else None,
        },
        "questions": [_question(question) for question in entry.questions],
    }


def _question(question: OpenQuestion) -> dict[str, Any]:
    sides = question.sides
    return {
        "id": question.id,
        "text": question.text,
        "decided_by": [_named(question, one) for one in question.decided_by],
        "positions": [
            {
                "actor": _named(question, one.actor),
                "date": one.date.text,
                "stance": one.stance,
                "summary": one.summary,
            }
            for one in question.stands
        ],
        "sides": {"for": sides.in_favour, "against": sides.against, "neither": sides.neither} if sides else None,
        "estimates": [
            {
                "by": _named(question, series.by),
                "over_time": [_expectation(one) for one in series.expectations],
                "shifts": [{"date": one.now.date.text, "points": plain(one.points)} for one in series.shifts],
            }
            for series in question.estimates.series
        ],
        "spread": plain(question.estimates.spread) if question.estimates.series else None,
    }


def _expectation(one: Expectation) -> dict[str, Any]:
    return {
        "date": one.date.text,
        "low": plain(one.low),
        "high": plain(one.high),
        "term": one.term.value if one.term else None,
        "words": one.words,
    }


def _named(question: OpenQuestion, identifier: str) -> dict[str, str]:
    return {"id": identifier, "name": question.names[identifier]}
