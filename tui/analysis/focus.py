"""A briefing narrowed to what bears on one actor or one question."""

from typing import TYPE_CHECKING

from tui.analysis.links import Links
from tui.analysis.naming import stands, trimmed, within
from tui.model.briefing import Briefing
from tui.model.kinds import KINDS, Kind

if TYPE_CHECKING:
    from tui.model.base import Item

# What is shown because it is tied to the subject; the rest is shown because these name it.
_TIED: tuple[Kind, ...] = ("judgments", "questions", "positions", "quotes", "events", "figures", "relations")


def focused(briefing: Briefing, subject: str) -> Briefing:
    """The briefing with only what bears on `subject`, the id of an actor or of a question.

    That is what names it, by itself or by a derived link, and what its positions and quotes are about; the deadlines
    with which its questions are due, and what its events gave way to. Actors and sources are those that these name. An
    id that is not there leaves nothing.
    """
    links = Links(briefing)
    tied = {subject, *links.named_by.get(subject, ())}
    # A position of the actor's brings its question and its quotes; a question brings the quotes of its positions.
    for position in briefing.positions:
        if position.id in tied:
            tied |= {position.question, *position.quotes}
    tied |= _awaited(briefing, tied)
    kept: dict[Kind, list[Item]] = {
        kind: [item for item in getattr(briefing, kind) if item.id in tied] for kind in _TIED
    }
    named = within(item for items in kept.values() for item in items) | {subject}
    kept["actors"] = [actor for actor in briefing.actors if actor.id in named]
    kept["sources"] = [source for source in briefing.sources if source.id in named]
    named |= within(kept["sources"])
    kept["sources"] = [source for source in briefing.sources if source.id in named]
    present = {item.id for items in kept.values() for item in items}
    update: dict[str, object] = {
        kind: tuple(trimmed(item, present) for item in kept[kind] if stands(item, present)) for kind in KINDS
    }
    return briefing.model_copy(update=update)


def _awaited(briefing: Briefing, tied: set[str]) -> set[str]:
    """The events without which what is tied would lose its date or its status.

    These are the deadlines of questions, and whatever superseded these or an event that is tied, to the last.
    """
    later = {event.id: event.superseded_by for event in briefing.events}
    found: set[str] = set()
    due = (question.due for question in briefing.questions if question.id in tied)
    for start in (*(one for one in due if isinstance(one, str)), *(later[one] for one in tied if one in later)):
        event = start
        while event is not None and event in later and event not in found:
            found.add(event)
            event = later[event]
    return found
