"""What positions, estimates and accounts rest on, where not all of it goes out."""

from collections import Counter
from collections.abc import Container, Mapping
from typing import Final, TypeVar

from tui.analysis.known import Knowledge
from tui.analysis.naming import replaced
from tui.model.base import Item
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF
from tui.model.event import Account, Event
from tui.model.kinds import Kind
from tui.model.position import Position
from tui.model.question import Estimate, Question

_Resting = TypeVar("_Resting", Position, Estimate, Account)
_WITH_A_BASIS: Final[tuple[Kind, ...]] = ("positions", "questions", "events")
"""The kinds of items that rest on quotes, or have parts that do."""


def founded(briefing: Briefing, whole: Briefing) -> tuple[Briefing, Mapping[str, int]]:
    """The briefing without what rests on quotes off the record alone, and how much that was, by what it is called.

    Without these quotes it would be a claim about somebody that nothing bears out, and would tell what they said. Where
    the briefing has been narrowed, it may lack the quotes already: then `whole` has what it rests on.
    """
    private = {one.id for one in (*briefing.quotes, *whole.quotes) if one.attribution == "off-record"}
    unfounded = {
        _which(item, one)
        for kind in _WITH_A_BASIS
        for item in getattr(whole, kind)
        for one in _parts(item)
        if _cited(one) and not _has_more(one, private)
    }
    counts: Counter[str] = Counter()

    def some(item: Item, parts: tuple[_Resting, ...], kind: str) -> tuple[_Resting, ...]:
        kept = tuple(
            one for one in parts if _has_more(one, private) or not (_cited(one) or _which(item, one) in unfounded)
        )
        counts[kind] += len(parts) - len(kept)
        return kept

    update: dict[str, object] = {
        "positions": tuple(found for one in briefing.positions for found in some(one, (one,), "positions")),
        "questions": tuple(
            replaced(one, {"estimates": some(one, one.estimates, "estimates")}) for one in briefing.questions
        ),
        "events": tuple(replaced(one, {"accounts": some(one, one.accounts, "accounts")}) for one in briefing.events),
    }
    return briefing.model_copy(update=update), +counts


def dated(kept: Mapping[Kind, list[Item]], briefing: Briefing) -> dict[Kind, list[Item]]:
    """The items, saying when they became known where they would be known earlier than they are in the briefing.

    What cites quotes has the date of their sources; without them it would seem older than it is.
    """
    update = {kind: tuple(kept[kind]) for kind in ("sources", "quotes")}
    before, after = Knowledge(briefing), Knowledge(briefing.model_copy(update=update))
    own = {one.id: one for kind in _WITH_A_BASIS for one in getattr(briefing, kind)}

    def since(part: _Resting, out: _Resting) -> _Resting:
        known = before.of(part)
        return out.model_copy(update={"known": known}) if _is_earlier(after.of(out), known) else out

    def all_since(item: Item) -> Item:
        match own[item.id], item:
            case Position() as was, Position():
                return since(was, item)
            case Question() as was, Question():
                return replaced(item, {"estimates": tuple(map(since, was.estimates, item.estimates))})
            case Event() as was, Event():
                return replaced(item, {"accounts": tuple(map(since, was.accounts, item.accounts))})
        return item

    return {kind: [all_since(one) for one in kept[kind]] if kind in _WITH_A_BASIS else kept[kind] for kind in kept}


def _parts(item: Item) -> tuple[Position | Estimate | Account, ...]:
    match item:
        case Position():
            return (item,)
        case Question():
            return item.estimates
        case Event():
            return item.accounts
    return ()


def _which(item: Item, part: Position | Estimate | Account) -> tuple[str, ...]:
    """By what a part of an item is found again where it lacks what it cites."""
    match part:
        case Estimate():
            return item.id, part.by, part.date.text, part.likelihood.words
        case Account():
            return item.id, part.by, part.says
    return (item.id,)


def _cited(part: Position | Estimate | Account) -> tuple[str, ...]:
    if isinstance(part, Estimate):
        return () if part.quote is None else (part.quote,)
    return part.quotes


def _has_more(part: Position | Estimate | Account, private: Container[str]) -> bool:
    """Whether a part rests on something else than quotes off the record."""
    told = part.sources or (() if isinstance(part, Account) else part.via)
    return bool(told) or any(one not in private for one in _cited(part))


def _is_earlier(one: EDTF | None, other: EDTF | None) -> bool:
    """Whether a part known since the one date, or always, is there before one known since the other."""
    return other is not None and (one is None or one.upper < other.upper)
