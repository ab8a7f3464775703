"""What the components of a calendar say in words."""

from collections.abc import Iterable, Iterator

from tui.analysis.open_question import OpenQuestion, listed
from tui.analysis.view import View
from tui.model.edtf import EDTF, describe
from tui.model.event import Event
from tui.model.question import Question


def summary(text: str, date: EDTF, date_text: str | None = None) -> str:
    """The title of an entry on one line; a date that is not sure, or no day, stands after it as people write it."""
    title = " ".join(text.split())
    if is_plain(date) and date_text is None:
        return title
    return f"{title} ({' '.join((date_text or describe(date)).split())})"


def is_plain(date: EDTF) -> bool:
    """Whether a date is one day, or from one to another, and nothing about it is unsure."""
    ends = [one for one in (date.start, date.end) if one] if date.precision == "interval" else [date]
    return not (date.approximate or date.uncertain) and all(one.precision in {"day", "time"} for one in ends)


def about_event(view: View, event: Event, questions: Iterable[OpenQuestion]) -> str:
    """What a calendar says of an event, line by line."""
    kind = "Deadline" if event.kind == "deadline" else "Event"
    status = view.status(event)
    lines = [
        *_marking(view),
        f"{kind}, {'outcome not known' if status == 'unknown' else status}: {event.date_text or describe(event.date)}",
        *([event.detail] if event.detail else []),
        *([f"With {listed(actors)}"] if (actors := _names(view, view.links.actors_of(event))) else []),
        *(f"{view.name_of(one.by)}: {one.says}" for one in event.accounts),
    ]
    for question in questions:
        lines += [f"Open: {question.text}", *_briefed(question)]
    return "\n".join((*lines, *_end(view, event.sources)))


def about_question(view: View, question: Question, found: OpenQuestion | None) -> str:
    """What a calendar says of a question, line by line; `found` is what is known of it while it is open."""
    due = view.due(question)
    lines = [*_marking(view), *([f"{'Was due' if view.was_due(question) else 'Due'} {describe(due)}"] if due else [])]
    if question.resolution is not None:
        lines.append(
            f"{question.status.capitalize()} {describe(question.resolution.date)}: {question.resolution.outcome}"
        )
    if found is not None:
        lines += _briefed(found)
    elif question.decided_by:
        lines.append(f"Decided by {listed(_names(view, question.decided_by))}")
    if question.criteria:
        lines.append(f"Settled by: {question.criteria}")
    return "\n".join((*lines, *_end(view, question.sources)))


def _marking(view: View) -> Iterator[str]:
    if view.briefing.tlp:
        yield view.briefing.tlp.label


def _briefed(question: OpenQuestion) -> Iterator[str]:
    if question.deciders:
        yield f"Decided by {listed(question.deciders)}"
    if question.standing:
        yield f"Stands: {question.standing}"
    if question.expected:
        yield f"Expected: {question.expected}"


def _end(view: View, sources: Iterable[str]) -> Iterator[str]:
    """The sources, and the briefing."""
    for identifier in sources:
        source = view.source(identifier)
        if source is not None:
            parts = [
                source.publisher,
                source.title,
                describe(source.published) if source.published else None,
                source.url,
            ]
            yield f"Source: {', '.join(one for one in parts if one)}"
    yield f"From {view.briefing.title}, as of {describe(view.date)}"


def _names(view: View, identifiers: Iterable[str]) -> list[str]:
    return [view.name_of(one) for one in identifiers]
