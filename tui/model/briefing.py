"""The briefing as a whole, and what a library's briefings share."""

from typing import Annotated, Literal

from pydantic import Field

from tui.model.actor import Actor, Relation
from tui.model.base import Record, Slug, Text
from tui.model.edtf import EDTF
from tui.model.event import Event
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote
from tui.model.seal import Seal
from tui.model.source import Source
from tui.model.tlp import TLP

FORMAT = "brief/1"

Topic = Annotated[str, Field(pattern=r"^[^/\s]([^/\n]*[^/\s])?(/[^/\s]([^/\n]*[^/\s])?)*$")]
"""A slash path in the library's tree: `technology/tiktok`."""


class Check(Record):
    """What `brief check` leaves unsaid about this file."""

    ignore: tuple[Slug, ...] = ()
    """Codes of lints."""


class Briefing(Record):
    """A structured briefing, format `brief/1`."""

    format: Literal["brief/1"]
    id: Slug
    title: Text
    topics: tuple[Topic, ...] = ()
    as_of: EDTF
    """The date up to which the author has read."""
    bottom_line: Text
    """The conclusion first, in one to three sentences."""
    authors: tuple[Text, ...] = ()
    tlp: TLP | None = None
    check: Check = Check()
    judgments: tuple[Judgment, ...] = ()
    sources: tuple[Source, ...] = ()
    """At least one, here or among what the library shares."""
    actors: tuple[Actor, ...] = ()
    relations: tuple[Relation, ...] = ()
    questions: tuple[Question, ...] = ()
    positions: tuple[Position, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    seals: tuple[Seal, ...] = ()
    """Written by `brief export -f yaml`: the seals of quotes whose sources' texts did not come along."""


class Shared(Record):
    """A `library.yaml`: the library's title, and the actors and sources that its briefings share."""

    title: Text | None = None
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
