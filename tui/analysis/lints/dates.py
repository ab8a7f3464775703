"""Lints that compare dates. Their clock is the briefing's `as_of`, never today."""

from collections.abc import Iterator

from tui.analysis.lints.finding import Finding
from tui.analysis.view import last_deadline
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF, describe, describe_when


def overdue_questions(briefing: Briefing) -> Iterator[Finding]:
    """`overdue-question`: a deadline is past and its question still open. Either it was settled, or it slipped."""
    events = {event.id: event for event in briefing.events}
    for index, question in enumerate(briefing.questions):
        due = last_deadline(question.due, events) if isinstance(question.due, str) else question.due
        if question.status == "open" and due is not None and _is_before(due, briefing.as_of):
            yield Finding(
                "overdue-question",
                ("questions", index, "due"),
                f"the question was due {describe_when(due)} and is still open as of {describe(briefing.as_of)}",
                "settle it with a `resolution`, or give it the date to which it was put off",
            )


def planned_in_the_past(briefing: Briefing) -> Iterator[Finding]:
    """`planned-in-past`: an event is planned for a date that has passed. The reader shows its outcome as not known."""
    for index, event in enumerate(briefing.events):
        if event.status == "planned" and _is_before(event.date, briefing.as_of):
            yield Finding(
                "planned-in-past",
                ("events", index, "status"),
                f"the event is planned for {describe(event.date)}, before {describe(briefing.as_of)}",
                "write what became of it: `happened`, `postponed`, `cancelled` or `unknown`",
            )


def said_after_published(briefing: Briefing) -> Iterator[Finding]:
    """`said-after-published`: a quote was said after its source was published. One of the two dates is wrong."""
    published = {source.id: source.published for source in briefing.sources}
    for index, quote in enumerate(briefing.quotes):
        out = published.get(quote.source)
        if quote.said is not None and out is not None and quote.said.lower > out.upper:
            yield Finding(
                "said-after-published",
                ("quotes", index, "said"),
                f"it was said {describe_when(quote.said)}, after its source was published {describe_when(out)}",
                "check both dates",
            )


def published_after_as_of(briefing: Briefing) -> Iterator[Finding]:
    """`published-after-as-of`: a source is newer than the date up to which the author has read."""
    for index, source in enumerate(briefing.sources):
        if source.published is not None and source.published.lower > briefing.as_of.upper:
            yield Finding(
                "published-after-as-of",
                ("sources", index, "published"),
                f"the source `{source.id}` was published {describe_when(source.published)}, "
                f"and the briefing is as of {describe(briefing.as_of)}",
                "move `as_of` on, or check the source's date",
            )


def _is_before(date: EDTF, as_of: EDTF) -> bool:
    return date.upper < as_of.lower
