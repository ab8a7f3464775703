"""What ties words on background to those who said them, and how it is taken out of a briefing."""

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import count, islice
from typing import Final, TypeVar

from pydantic import BaseModel

from tui.analysis.naming import within
from tui.model.actor import Actor
from tui.model.base import Item
from tui.model.briefing import Briefing
from tui.model.event import Account, Event
from tui.model.kinds import KINDS
from tui.model.position import Position
from tui.model.question import Estimate, Question
from tui.model.quote import Quote
from tui.model.references import names, part_fields, reference_fields

DEEP_BACKGROUND: Final = "not attributed"
"""How the speaker of what was said on deep background is described."""

_STAND_IN: Final = re.compile("speaker-[1-9][0-9]*")
_NEUTRAL: Final = re.compile("background-[1-9][0-9]*")
_ON_BACKGROUND: Final = frozenset({"background", "deep-background"})
_Model = TypeVar("_Model", bound=BaseModel)
_Citing = TypeVar("_Citing", Position, Account)


class Veil:
    """Lies over the quotes on background of one briefing that cannot go out under their speaker's own record.

    `quotes` are these by their id. `ids` has the id under which each goes out, as its own may hold a name, and
    `speakers` the actor that stands in its speaker's stead: quotes under one description share one. `stand_ins` are
    all who stand in for speakers by their id, with those that a bundle of a briefing has already.
    """

    def __init__(self, briefing: Briefing) -> None:
        actors = {one.id: one for one in briefing.actors}
        taken = {item.id for kind in KINDS for item in getattr(briefing, kind)}
        self.quotes: Mapping[str, Quote] = {one.id: one for one in briefing.quotes if _is_veiled(one, actors)}
        words = dict.fromkeys(_description(one) for one in self.quotes.values())
        # Those of a bundle stay who they are, so that its own bundle has the same ids.
        standing = _standing_in(briefing)
        stand_ins = {one.name: one for one in reversed(standing) if one.name in words}
        fresh = [text for text in words if text not in stand_ins]
        ids = _free("speaker", taken, len(fresh))
        stand_ins |= {text: _stand_in(free, text) for text, free in zip(fresh, ids, strict=True)}
        self.speakers: Mapping[str, Actor] = {one.id: stand_ins[_description(one)] for one in self.quotes.values()}
        self.stand_ins: Mapping[str, Actor] = {one.id: one for one in (*standing, *self.speakers.values())}
        neutral = {one.id: one.id for one in self.quotes.values() if self._is_neutral(one)}
        named = [one for one in self.quotes if one not in neutral]
        self.ids = neutral | dict(zip(named, _free("background", taken, len(named)), strict=True))
        self._spoken = {one.id: one.speaker for one in briefing.quotes}
        self._held = {one.id: one.actor for one in briefing.positions}
        self._sources = {one.id: one.source for one in briefing.quotes if one.attribution != "off-record"}
        self._veiled = {who for one in self.quotes.values() for who in one.speaker}
        self._unnamed = {who for one in briefing.quotes if one.attribution in _ON_BACKGROUND for who in one.speaker}

    def over(self, item: Item) -> Item:
        """The item as it may go out; the same one where nothing in it gives a speaker away."""
        if isinstance(item, Actor):
            return self._actor(item)
        if not self.quotes:
            return item
        if isinstance(item, Quote):
            item = self._veiled_quote(item) if item.id in self.quotes else self._open_quote(item)
        elif isinstance(item, Position):
            item = self._unlinked(item)
        elif isinstance(item, Question):
            item = item.model_copy(update={"estimates": tuple(self._estimate(one) for one in item.estimates)})
        elif isinstance(item, Event):
            item = self._event(item)
        return _renamed(item, self.ids)

    def _is_neutral(self, quote: Quote) -> bool:
        """Whether a quote has an id that a release gave it, and a speaker who only stands in for another."""
        return _NEUTRAL.fullmatch(quote.id) is not None and quote.speaker == (self.speakers[quote.id].id,)

    def _actor(self, actor: Actor) -> Actor:
        """An anonymous actor who speaks on background is no more than what they are called."""
        if not actor.anonymous or actor.id not in self._unnamed:
            return actor
        role = None if actor.id in self._veiled else actor.role
        return actor.model_copy(update={"aliases": (), "note": None, "role": role})

    def _veiled_quote(self, quote: Quote) -> Quote:
        named = set(quote.speaker)
        update: dict[str, object] = {
            "id": self.ids[quote.id],
            "speaker": (self.speakers[quote.id].id,),
            "speaker_is": None,
            "same_as": None,
            "via": tuple(one for one in quote.via if one not in named),
            "about": tuple(one for one in quote.about if named.isdisjoint(self._those_of(one))),
            # What surrounds the words, and what the author adds to them, may hold the name.
            **dict.fromkeys(("prefix", "suffix", "context", "original", "note")),
        }
        if quote.attribution == "deep-background":
            update["attributed_as"] = None
        return quote.model_copy(update=update)

    def _open_quote(self, quote: Quote) -> Quote:
        about = self._without(quote.about)
        same_as = None if quote.same_as in self.quotes else quote.same_as
        return quote.model_copy(update={"about": about, "same_as": same_as})

    def _those_of(self, identifier: str) -> tuple[str, ...]:
        """The actor with this id; of a quote or a position, those whose it is."""
        if identifier in self._held:
            return (self._held[identifier],)
        return self._spoken.get(identifier, (identifier,))

    def _unlinked(self, part: _Citing) -> _Citing:
        """A position or an account, which has an actor's name, without the quotes on background that it cites."""
        quotes = self._without(part.quotes)
        if quotes == part.quotes:
            return part
        return part.model_copy(update={"quotes": quotes, "sources": part.sources or self._sources_of(part.quotes)})

    def _estimate(self, estimate: Estimate) -> Estimate:
        if estimate.quote is None or estimate.quote not in self.quotes:
            return estimate
        sources = estimate.sources or self._sources_of((estimate.quote,))
        return estimate.model_copy(update={"quote": None, "sources": sources})

    def _event(self, event: Event) -> Event:
        """An event that names a speaker beside what they said would tell who it was."""
        named = {*event.actors, *event.via, *(one.by for one in event.accounts)}
        telling = {one for one, quote in self.quotes.items() if not named.isdisjoint(quote.speaker)}
        return event.model_copy(
            update={
                "quotes": tuple(one for one in event.quotes if one not in telling),
                "about": tuple(one for one in event.about if one not in telling),
                "accounts": tuple(self._unlinked(one) for one in event.accounts),
            }
        )

    def _without(self, references: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in references if one not in self.quotes)

    def _sources_of(self, quotes: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._sources[one] for one in quotes if one in self._sources))


def _standing_in(briefing: Briefing) -> list[Actor]:
    """The actors of a file who are no more than the stand-in that a release makes of a speaker.

    They have nothing but a description, and nothing names them but what they say on background.
    """
    found = [one for one in briefing.actors if _STAND_IN.fullmatch(one.id) and one == _stand_in(one.id, one.name)]
    if not found:
        return []
    named = within(item for kind in KINDS if kind != "quotes" for item in getattr(briefing, kind))
    for quote in briefing.quotes:
        unnamed = quote.attribution in _ON_BACKGROUND
        named |= within([quote.model_copy(update={"speaker": ()}) if unnamed else quote])
    spoken = {who for one in briefing.quotes for who in one.speaker}
    return [one for one in found if one.id in spoken - named]


def _stand_in(identifier: str, description: str) -> Actor:
    return Actor(id=identifier, name=description, anonymous=True)


def _is_veiled(quote: Quote, actors: Mapping[str, Actor]) -> bool:
    """Whether a quote goes out under another record than its speaker's.

    On background it does not where each speaker is anonymous and the name they have is the agreed description.
    """
    if quote.attribution != "background":
        return quote.attribution == "deep-background"
    if not all(who in actors and actors[who].anonymous for who in quote.speaker):
        return True
    return quote.attributed_as is not None and [quote.attributed_as] != [actors[who].name for who in quote.speaker]


def _description(quote: Quote) -> str:
    agreed = None if quote.attribution == "deep-background" else quote.attributed_as
    return agreed or DEEP_BACKGROUND


def _free(stem: str, taken: Collection[str], number: int) -> list[str]:
    """So many ids of the form `stem-1` which are not taken."""
    return list(islice((one for one in (f"{stem}-{index}" for index in count(1)) if one not in taken), number))


def _renamed(item: _Model, ids: Mapping[str, str]) -> _Model:
    """The item with references to the new ids of what it refers to."""
    if ids.keys().isdisjoint(names(item)):
        return item
    update: dict[str, object] = {}
    for field in reference_fields(type(item)):
        value = getattr(item, field.name)
        if field.many:
            update[field.name] = tuple(ids.get(one, one) for one in value)
        elif isinstance(value, str):
            update[field.name] = ids.get(value, value)
    for part in part_fields(type(item)):
        value = getattr(item, part.name)
        if part.many:
            update[part.name] = tuple(_renamed(one, ids) for one in value)
        elif value is not None:
            update[part.name] = _renamed(value, ids)
    return item.model_copy(update=update)
