"""Actors and the relations between them."""

from typing import Literal

from pydantic import Field

from tui.model.base import Item, Text
from tui.model.countries import Country
from tui.model.edtf import EDTF
from tui.model.references import ActorOrSourceRef, ActorRef, SourceRef

ActorKind = Literal["person", "company", "organization", "government", "legislature", "court", "media", "group"]
Degree = Literal["high", "medium", "low"]
RelationType = Literal[
    "owns",
    "founded",
    "directs",
    "works-for",
    "member-of",
    "part-of",
    "represents",
    "regulates",
    "negotiates-with",
    "sues",
    "allied-with",
    "opposes",
    "related-to",
]


class Actor(Item):
    """Somebody who acts or speaks in the story."""

    name: Text
    kind: ActorKind | None = None
    aliases: tuple[Text, ...] = ()
    role: Text | None = None
    country: Country | None = None
    """ISO 3166-1 alpha-2."""
    anonymous: bool = False
    """True where `name` is how the source describes them."""
    power: Degree | None = None
    """How much they can do about it: one axis of Mendelow's grid."""
    interest: Degree | None = None
    """How much it matters to them: the other axis."""


class Relation(Item):
    """A tie from one actor to another; its id is derived where none is given."""

    from_: ActorRef = Field(alias="from")
    to: ActorRef
    type: RelationType
    role: Text | None = None
    since: EDTF | None = None
    until: EDTF | None = None
    sources: tuple[SourceRef, ...] = ()
    via: tuple[ActorOrSourceRef, ...] = ()
    """How it reached the source, nearest first."""
