"""How a brief words what the format has as terms and ids: plain text, which each format escapes as it has to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from tui.analysis.view import View
from tui.model.actor import Relation, RelationType
from tui.model.base import Item
from tui.model.edtf import EDTF, describe
from tui.model.event import Event, EventStatus
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position, Stance
from tui.model.question import Question, QuestionStatus
from tui.model.quote import Quote
from tui.model.source import Source

# Nouns and participles: a name may be of one or of many.
STANCES: Final[dict[Stance, str]] = {
    "strongly-support": "strong support",
    "support": "support",
    "neutral": "neutral",
    "oppose": "opposition",
    "strongly-oppose": "strong opposition",
    "mixed": "mixed",
    "no-comment": "no comment",
    "unknown": "not known",
}
EVENT_STATUSES: Final[dict[EventStatus, str]] = {
    "happened": "",
    "planned": "planned",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "unknown": "outcome not known",
}
QUESTION_STATUSES: Final[dict[QuestionStatus, str]] = {
    "open": "Open",
    "closed": "Closed",
    "resolved": "Resolved",
    "ambiguous": "Ambiguous",
    "annulled": "Annulled",
}
PROOFS: Final = {
    "exact": "the words stand in that text, character for character",
    "normalized": "the words stand there, but for quotation marks, dashes, spaces and line ends",
    "interrupted": "the words stand there, but for the reporter's words between the parts of the quotation",
    "elided": "the words stand there, but for what the quote marks as left out or put in",
    "sealed": "the text is not here; neither quote nor source has changed since the words were found in it",
    "ambiguous": "the words stand in several places of that text",
    "altered": "the words do not stand in that text as they are quoted",
    "unproven": "there is no text here to hold them against",
}
"""What the states of a proof mean."""

RELATIONS: Final[dict[RelationType, str]] = {
    "owns": "owner of",
    "founded": "founder of",
    "directs": "head of",
    "works-for": "working for",
    "member-of": "member of",
    "part-of": "part of",
    "represents": "representing",
    "regulates": "regulating",
    "negotiates-with": "negotiating with",
    "sues": "suing",
    "allied-with": "allied with",
    "opposes": "opposed to",
    "related-to": "related to",
}


NO_ROOM: Final = "The bottom line is longer than a page, and is left out here; the full brief has it."


def left_for_length(left: Sequence[str]) -> str:
    """The sentence at the end of a page on what did not fit."""
    return f"Left out for length: {joined(left)}; the full brief has them."


def names(view: View, identifiers: Iterable[str]) -> str:
    """The names of some actors, in words."""
    return joined([view.name_of(one) for one in identifiers])


def joined(parts: Sequence[str], last: str = " and ") -> str:
    """A list in words: `A`, `A and B`, `A, B and C`."""
    *others, final = parts
    return f"{', '.join(others)}{last}{final}" if others else final


def cited_as(view: View, identifier: str) -> str:
    """What to call a source or an actor by in a sentence: its publisher, else its title, quoted; or its name."""
    source = view.source(identifier)
    if source is None:
        return view.name_of(identifier)
    return source.publisher or f"“{source.name}”"


def sentence(words: str) -> str:
    """The words with a full stop, unless they end as a sentence does."""
    return words if words.endswith((".", "!", "?", "…", ".”", "!”", "?”")) else f"{words}."


def rated(source: Source) -> str:
    """How far a source has proved trustworthy, by the Admiralty code."""
    return f"Source: {source.reliability.words} ({source.reliability.value})" if source.reliability else "Not rated"


def proof(view: View, quote: Quote) -> str:
    """How a quote came out when it was held against its source's text; "" where that was not tried."""
    found = view.proofs.get(quote.id)
    if found is None:
        return ""
    marks = "" if found.in_quotation_marks else ", not within quotation marks"
    broken = ", its seal is broken" if found.seal_is_broken else ""
    return f"{found.proof.state.value}{marks}{broken}"


def proofs_met(view: View) -> list[tuple[str, int, str]]:
    """The states of proof that the quotes have, with how many quotes have each and what it means."""
    states = Counter(found.proof.state.value for one in view.quotes if (found := view.proofs.get(one.id)))
    return [(state, states[state], meaning) for state, meaning in PROOFS.items() if states[state]]


def via(view: View, through: tuple[str, ...], sources: Iterable[str]) -> str:
    """How something reached its sources, nearest first; the source's own word where that is the last of them."""
    if not through:
        return ""
    *others, last = through
    steps = [f"via {cited_as(view, one)}" for one in others]
    own = last in set(sources)
    return ", ".join([*steps, "on the source's own account" if own else f"via {cited_as(view, last)}"])


def speakers(view: View, quote: Quote) -> str:
    """Whose words a quote is, as it was agreed where it was not said on the record."""
    if quote.attribution in {"background", "deep-background"} and quote.attributed_as:
        return quote.attributed_as
    if len(quote.speaker) > 1 and quote.speaker_is == "one-of":
        return f"one of {names(view, quote.speaker)}"
    return names(view, quote.speaker)


def relation(view: View, one: Relation) -> str:
    """A relation in words: `ByteDance: owner of TikTok (parent company)`."""
    words = f"{names(view, (one.from_,))}: {RELATIONS[one.type]} {names(view, (one.to,))}"
    return f"{words} ({one.role})" if one.role else words


def amount(figure: Figure) -> str:
    """A figure's value, or its range, with the unit."""
    if figure.value is not None:
        number = digits(figure.value)
    else:
        low, high = figure.low or Decimal(0), figure.high or Decimal(0)
        number = f"{digits(low)}{'–' if low >= 0 else ' to '}{digits(high)}"
    return f"{'about ' if figure.approximate else ''}{number}{f' {figure.unit}' if figure.unit else ''}"


def digits(number: Decimal) -> str:
    """A number with a comma after every three digits, and a true minus sign."""
    return f"{number:,f}".replace("-", "−")


def year_of(event: Event) -> str:
    """The year in which an event begins, or ends where it has no beginning: the heading under which it stands."""
    year = event.date.place[0]
    return describe(EDTF(f"Y{year}" if abs(year) > 9999 else f"-{-year:04}" if year < 0 else f"{year:04}"))


def when(event: Event) -> str:
    """An event's date, in its author's words where there are any."""
    return event.date_text or describe(event.date)


def kind_and_status(view: View, event: Event) -> str:
    """What is to be said of an event on a page that has what is planned apart: ` (deadline, cancelled)`, or ""."""
    status = view.status(event)
    words = ("deadline" if event.kind == "deadline" else "", "" if status == "planned" else EVENT_STATUSES[status])
    shown = ", ".join(one for one in words if one)
    return f" ({shown})" if shown else ""


def label(view: View, identifier: str) -> str:
    """A few words for an item of any kind, on one line."""
    entry = view.entries.get(identifier)
    return _label(view, entry.item) if entry else identifier


def _label(view: View, item: Item) -> str:
    match item:
        case Event():
            words = f"{item.title} ({when(item)})"
        case Quote():
            words = f"“{item.text}” ({speakers(view, item)})"
        case Position():
            stance = f": {STANCES[item.stance]}" if item.stance else ""
            summary = f". {item.summary}" if item.summary else ""
            question = view.question(item.question)
            on = f" on “{question.text}”" if question else ""
            words = f"{names(view, (item.actor,))}{on}{stance} ({describe(item.date)}){summary}"
        case Figure():
            words = f"{item.name}: {amount(item)} ({describe(item.date)})"
        case Question() | Judgment():
            words = f"“{item.text}”"
        case Relation():
            words = relation(view, item)
        case _:
            words = cited_as(view, item.id)
    return words
