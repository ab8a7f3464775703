"""Questions that are open or were, and what was thought of their chances."""

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from tui.model.base import Item, Part, Text
from tui.model.due import Due
from tui.model.duration import Duration
from tui.model.edtf import EDTF
from tui.model.likelihood import Likelihood
from tui.model.references import ActorOrSourceRef, ActorRef, QuoteRef, SourceRef

QuestionStatus = Literal["open", "closed", "resolved", "ambiguous", "annulled"]


class Resolution(Part):
    """How a question was settled."""

    date: EDTF
    outcome: Text
    sources: tuple[SourceRef, ...] = ()


class Estimate(Part):
    """What an actor expected on a date; what they want is a position."""

    date: EDTF
    by: ActorRef
    likelihood: Likelihood
    quote: QuoteRef | None = None
    sources: tuple[SourceRef, ...] = ()
    via: tuple[ActorOrSourceRef, ...] = ()


class Question(Item):
    """Something undecided, with who decides it and by when."""

    text: Text
    status: QuestionStatus = "open"
    """Metaculus' terms; all but `open` need a `resolution`."""
    raised: EDTF | None = None
    due: Due | None = None
    """A date, or the id of a deadline."""
    warn: Duration | None = None
    decided_by: tuple[ActorRef, ...] = ()
    criteria: Text | None = None
    """What would settle it."""
    background: Text | None = None
    sources: tuple[SourceRef, ...] = ()
    resolution: Resolution | None = None
    estimates: tuple[Estimate, ...] = ()

    @model_validator(mode="after")
    def _is_settled_or_open(self) -> Self:
        if self.status != "open" and self.resolution is None:
            raise PydanticCustomError(
                "missing",
                "a question that is not open needs a `resolution`",
                {"keys": ("resolution",), "at": "status", "hint": "add `resolution: {date: …, outcome: …}`"},
            )
        if self.status == "open" and self.resolution is not None:
            raise PydanticCustomError(
                "open-with-resolution",
                "an open question has no `resolution`",
                {"goes": "resolution", "because": "status", "hint": "add `status: resolved`, or remove the resolution"},
            )
        return self
