"""How a brief words what the format has as terms and ids."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from tui.analysis.view import View
from tui.export.markdown.escape import inline, joined
from tui.export.markdown.footnotes import cited_as
from tui.model.actor import Relation, RelationType
from tui.model.base import Item
from tui.model.edtf import describe
from tui.model.event import Event, EventStatus
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position, Stance
from tui.model.question import Question, QuestionStatus
from tui.model.quote import Quote

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


def names(view: View, identifiers: Iterable[str]) -> str:
    """The names of some actors, in words."""
    return joined(inline(view.name_of(one)) for one in identifiers)


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
        return inline(quote.attributed_as)
    if len(quote.speaker) > 1 and quote.speaker_is == "one-of":
        return f"one of {names(view, quote.speaker)}"
    return names(view, quote.speaker)


def relation(view: View, one: Relation) -> str:
    """A relation in words: `ByteDance: owner of TikTok (parent company)`."""
    words = f"{names(view, (one.from_,))}: {RELATIONS[one.type]} {names(view, (one.to,))}"
    return f"{words} ({inline(one.role)})" if one.role else words


def amount(figure: Figure) -> str:
    """A figure's value, or its range, with the unit."""
    return inline(plain_amount(figure))


def plain_amount(figure: Figure) -> str:
    """The same, not as Markdown."""
    if figure.value is not None:
        number = _digits(figure.value)
    else:
        low, high = figure.low or Decimal(0), figure.high or Decimal(0)
        number = f"{_digits(low)}{'–' if low >= 0 else ' to '}{_digits(high)}"
    return f"{'about ' if figure.approximate else ''}{number}{f' {figure.unit}' if figure.unit else ''}"


def _digits(number: Decimal) -> str:
    return f"{number:,f}".replace("-", "−")


def when(event: Event) -> str:
    """An event's date, in its author's words where there are any."""
    return inline(event.date_text) if event.date_text else describe(event.date)


def label(view: View, identifier: str) -> str:
    """A few words for an item of any kind, on one line."""
    entry = view.entries.get(identifier)
    return _label(view, entry.item) if entry else inline(identifier)


def _label(view: View, item: Item) -> str:
    match item:
        case Event():
            words = f"{inline(item.title)} ({when(item)})"
        case Quote():
            words = f"“{inline(item.text)}” ({speakers(view, item)})"
        case Position():
            stance = f": {STANCES[item.stance]}" if item.stance else ""
            summary = f". {inline(item.summary)}" if item.summary else ""
            question = view.question(item.question)
            on = f" on “{inline(question.text)}”" if question else ""
            words = f"{names(view, (item.actor,))}{on}{stance} ({describe(item.date)}){summary}"
        case Figure():
            words = f"{inline(item.name)}: {amount(item)} ({describe(item.date)})"
        case Question() | Judgment():
            words = f"“{inline(item.text)}”"
        case Relation():
            words = relation(view, item)
        case _:
            words = cited_as(view, item.id)
    return words
