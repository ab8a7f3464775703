"""Positions: where an actor stands on a question, as a ledger over time."""

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from tui.model.base import Item, Text
from tui.model.edtf import EDTF
from tui.model.references import ActorOrSourceRef, ActorRef, QuestionRef, QuoteRef, SourceRef

Stance = Literal[
    "strongly-support", "support", "neutral", "oppose", "strongly-oppose", "mixed", "no-comment", "unknown"
]


class Position(Item):
    """What an actor wants of a question from a date on; a later one replaces an earlier, and both are kept."""

    actor: ActorRef
    question: QuestionRef
    date: EDTF
    stance: Stance | None = None
    """Whether the actor wants a yes; none where the question has no yes."""
    summary: Text | None = None
    quotes: tuple[QuoteRef, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    via: tuple[ActorOrSourceRef, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.stance or self.summary:
            return self
        raise PydanticCustomError(
            "missing",
            "a position needs a `stance` or a `summary`",
            {"keys": ("stance", "summary"), "hint": "add `stance: support`, or say it in a `summary`"},
        )
