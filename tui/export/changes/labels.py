"""How items and their values are called in plain words, on one line."""

from collections.abc import Sequence
from typing import Any, Final

from tui.analysis.changes import Changes, Seen
from tui.export.markdown.escape import joined, one_line
from tui.export.wording import EVENT_STATUSES, QUESTION_STATUSES, RELATIONS, STANCES
from tui.export.wording import amount as words_of
from tui.model.actor import Actor, Relation
from tui.model.edtf import EDTF, describe
from tui.model.event import Account, Event, EventStatus
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position, Stance
from tui.model.question import Estimate, Question, Resolution
from tui.model.quote import Quote
from tui.model.references import reference_fields
from tui.model.source import Source

_REFERENCES: Final = frozenset(
    field.key
    for model in (Source, Relation, Question, Estimate, Position, Quote, Event, Account, Figure, Judgment)
    for field in reference_fields(model)
    if field.key != "due"
)
_DATES: Final = frozenset(
    {"as_of", "since", "until", "published", "accessed", "said", "known", "raised", "made", "date"}
)


def label(changes: Changes, seen: Seen) -> str:
    """What an item is called by."""
    item = seen.item
    match item:
        case Event():
            words = f"{when(item)} — {item.title}"
        case Quote():
            words = f"“{item.text}” — {speakers(changes, item)}"
        case Position():
            words = f"{changes.name_of(item.actor)} on “{changes.name_of(item.question)}”"
        case Figure():
            words = item.name
        case Question() | Judgment():
            words = f"“{item.text}”"
        case Relation():
            words = f"{changes.name_of(item.from_)}: {RELATIONS[item.type]} {changes.name_of(item.to)}"
            words += f" ({item.role})" if item.role else ""
        case Actor():
            words = f"{item.name} ({item.role})" if item.role else item.name
        case Source():
            facts = (item.publisher if item.title else None, describe(item.published) if item.published else None)
            words = ", ".join([item.name, *(one for one in facts if one)])
        case _:
            words = item.id
    return one_line(words)


def when(event: Event) -> str:
    """An event's date, in its author's words where there are any."""
    return event.date_text or describe(event.date)


def speakers(changes: Changes, quote: Quote) -> str:
    """Whose words a quote is, as it was agreed where it was not said on the record."""
    if quote.attribution in {"background", "deep-background"} and quote.attributed_as:
        return quote.attributed_as
    named = joined(changes.name_of(one) for one in quote.speaker)
    return f"one of {named}" if len(quote.speaker) > 1 and quote.speaker_is == "one-of" else named


def stance(value: Stance | None) -> str:
    """A stance in words; of a position that has none, that it has none."""
    return STANCES[value] if value else "no stance"


def status(value: EventStatus | None) -> str:
    """What became of an event, in words."""
    return (EVENT_STATUSES[value] or "happened") if value else "not told"


def settled(question: Question) -> str:
    """How a question was settled, as in "Resolved, 12 Mar 2024: Yes"."""
    resolution: Resolution | None = question.resolution
    outcome = f", {describe(resolution.date)}: {resolution.outcome}" if resolution else ""
    return one_line(f"{QUESTION_STATUSES[question.status]}{outcome}")


def rating(judgment: Judgment) -> str:
    """Likelihood and confidence, and when it was made; empty where a judgment has none of these."""
    facts = (
        f"likelihood: {judgment.likelihood.words}" if judgment.likelihood else "",
        f"confidence: {judgment.confidence}" if judgment.confidence else "",
        f"made {describe(judgment.made)}" if judgment.made else "",
    )
    return "; ".join(one for one in facts if one)


def amount(figure: Figure) -> str:
    """A value and the date of which it is one."""
    return one_line(f"{words_of(figure)} ({describe(figure.date)})")


def day(date: EDTF | None) -> str:
    """A date for people, or that there is none."""
    return describe(date) if date else "no date"


def value(changes: Changes, key: str, found: Any) -> str:
    """What a field of this key says, on one line: ids by their names, and dates as people write them."""
    match found:
        case None:
            words = "nothing"
        case bool():
            words = "yes" if found else "no"
        case list() | tuple():
            words = "; ".join(value(changes, key, one) for one in found) or "nothing"
        case dict():
            told = {inner: one for inner, one in found.items() if one not in (None, [], ())}
            words = ", ".join(f"{inner}: {value(changes, inner, one)}" for inner, one in told.items())
        case str() if key in _REFERENCES:
            words = changes.name_of(found)
        case str() if key in _DATES:
            words = describe(EDTF(found))
        case _:
            words = str(found)
    return one_line(words)


def gained_and_lost(before: Sequence[Any], after: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """What of a list is new, and what is gone from it."""
    return [one for one in after if one not in before], [one for one in before if one not in after]
