"""Events: what happened, and what is planned or due."""

from typing import Annotated, Literal

from pydantic import Field

from tui.model.base import Item, Part, Text
from tui.model.duration import Duration
from tui.model.edtf import EDTF
from tui.model.references import ActorOrSourceRef, ActorRef, AnyRef, EventRef, QuoteRef, SourceRef

EventStatus = Literal["happened", "planned", "postponed", "cancelled", "unknown"]


class Account(Part):
    """What one actor or source says of an event; where accounts differ, each stands."""

    by: ActorOrSourceRef
    says: Text
    sources: tuple[SourceRef, ...] = ()
    quotes: tuple[QuoteRef, ...] = ()


class Event(Item):
    """Something with a date."""

    date: EDTF
    title: Text
    date_text: Text | None = None
    """Shown instead of the date: `early 2026`."""
    kind: Literal["event", "deadline"] = "event"
    status: EventStatus | None = None
    """As of the briefing's date; where it is not given, an event after that is planned and all others happened."""
    importance: Annotated[int, Field(ge=1, le=3)] | None = None
    """1 to 3; 3 is the most."""
    detail: Text | None = None
    actors: tuple[ActorRef, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    quotes: tuple[QuoteRef, ...] = ()
    about: tuple[AnyRef, ...] = ()
    via: tuple[ActorOrSourceRef, ...] = ()
    """How it reached the source, nearest first."""
    accounts: tuple[Account, ...] = ()
    superseded_by: EventRef | None = None
    warn: Duration | None = None
