"""What one item says, on a few lines."""

from tui.analysis.view import View
from tui.export.markdown.escape import inline
from tui.export.markdown.top import rating
from tui.export.markdown.wording import cited_as, label, names, relation, speakers, via, when
from tui.export.wording import EVENT_STATUSES, QUESTION_STATUSES, STANCES
from tui.model.actor import Actor, Relation
from tui.model.base import Item
from tui.model.edtf import describe
from tui.model.event import Event
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote
from tui.model.source import Source


def item_lines(view: View, item: Item) -> list[str]:
    """What an item says, in the words of a sentence that stands alone; empty lines are to be left out.

    The lines are Markdown that holds nothing but escaped text. The View has to be released already.
    """
    lines: list[str] = []
    match item:
        case Quote():
            lines = _quote(view, item)
        case Event():
            lines = _event(view, item)
        case Position():
            lines = _position(view, item)
        case Question():
            lines = _question(view, item)
        case Judgment():
            lines = [inline(item.text), " ".join(rating(item))]
        case Figure():
            lines = [in_parts(label(view, item.id), via(view, item.via, item.sources)), *_note(item)]
        case Relation():
            lines = [_relation(view, item)]
        case Actor():
            lines = [_actor(item)]
        case Source() if item.reliability:
            lines = [f"The source is {item.reliability.words} ({item.reliability.value})"]
    return lines


def in_parts(*parts: str) -> str:
    """What there is of these, with commas between."""
    return ", ".join(one for one in parts if one)


def _quote(view: View, quote: Quote) -> list[str]:
    terms = {"background": "on background", "deep-background": "on deep background"}
    parts = (
        speakers(view, quote),
        terms.get(quote.attribution, ""),
        describe(quote.said) if quote.said else "",
        via(view, quote.via, (quote.source,)),
    )
    original = f"In the original: “{inline(quote.original)}”" if quote.original else ""
    return [f"“{inline(quote.text)}” — {in_parts(*parts)}", original]


def _event(view: View, event: Event) -> list[str]:
    flags = in_parts(
        "deadline" if event.kind == "deadline" else "",
        EVENT_STATUSES[view.status(event)],
        via(view, event.via, event.sources),
    )
    later = view.event(event.superseded_by) if event.superseded_by else None
    return [
        f"{when(event)}: {inline(event.title)}{f' ({flags})' if flags else ''}",
        inline(event.detail or ""),
        *(f"According to {cited_as(view, one.by)}: {inline(one.says)}" for one in event.accounts),
        f"Replaced by: {inline(later.title)} ({when(later)})" if later else "",
    ]


def _position(view: View, position: Position) -> list[str]:
    before = view.replaced(position)
    through = via(view, position.via, view.links.sources_of(position))
    stance = STANCES[before.stance] if before is not None and before.stance else ""
    return [
        label(view, position.id),
        f"Reported {through}" if through else "",
        f"Before: {stance} ({describe(before.date)})" if before is not None and stance else "",
    ]


def _question(view: View, question: Question) -> list[str]:
    due, resolution = view.due(question), question.resolution
    if resolution is not None:
        state = f"{QUESTION_STATUSES[question.status]}, {describe(resolution.date)}: {inline(resolution.outcome)}"
        return [inline(question.text), state]
    state = in_parts(
        f"Open as of {describe(view.date)}",
        f"{'was due' if view.was_due(question) else 'due'} {describe(due)}" if due else "",
        f"decided by {names(view, question.decided_by)}" if question.decided_by else "",
    )
    return [inline(question.text), state]


def _relation(view: View, one: Relation) -> str:
    return in_parts(
        relation(view, one),
        f"since {describe(one.since)}" if one.since else "",
        f"until {describe(one.until)}" if one.until else "",
        via(view, one.via, one.sources),
    )


def _actor(actor: Actor) -> str:
    known = "; ".join(one for one in (inline(actor.role or ""), actor.kind or "", actor.country or "") if one)
    return f"{inline(actor.name)} — {known}" if known else inline(actor.name)


def _note(item: Item) -> list[str]:
    return [f"Note: {inline(item.note)}"] if item.note else []
