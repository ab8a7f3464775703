"""What of a View may leave the reader: nothing said off the record, and background only as agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tui.analysis.links import Links
from tui.analysis.naming import stands, trimmed, within
from tui.analysis.view import View
from tui.model.actor import Actor
from tui.model.base import KINDS, Item, Kind
from tui.model.briefing import Briefing
from tui.model.position import Position
from tui.model.question import Estimate
from tui.model.quote import Quote

DEEP_BACKGROUND = "not attributed"
"""How the speaker of what was said on deep background is described."""


@dataclass(frozen=True, slots=True)
class Release:
    """A View that may leave, and sentences on what was kept back."""

    view: View
    withheld: tuple[str, ...]


def released(whole: View) -> Release:
    """The View as it may go out.

    Quotes off the record are gone, and every reference to them. The speaker of a quote on background is an actor by
    the agreed description, and nothing ties the quote to those who said it: no position or estimate of theirs cites
    it, and `via` does not name them.
    """
    briefing = whole.briefing
    private = [one for one in briefing.quotes if one.attribution == "off-record"]
    veiled = {one.id: one for one in briefing.quotes if _is_veiled(one, briefing)}
    if not private and not veiled:
        return Release(whole, ())
    speakers = _descriptions(veiled.values(), briefing)
    kept: dict[Kind, list[Item]] = {kind: list(getattr(briefing, kind)) for kind in KINDS}
    kept["quotes"] = [
        _described(one, speakers[one.id]) if one.id in veiled else one for one in briefing.quotes if one not in private
    ]
    kept["positions"] = [_unlinked(one, veiled) for one in briefing.positions]
    kept["questions"] = [
        one.model_copy(update={"estimates": tuple(_unlinked_estimate(each, veiled) for each in one.estimates)})
        for one in briefing.questions
    ]
    gone = _left_behind(briefing, kept)
    kept["sources"] = [one for one in briefing.sources if one.id not in gone]
    kept["actors"] = [one for one in briefing.actors if one.id not in gone]
    kept["actors"] += {one.id: one for one in speakers.values()}.values()
    present = {item.id for items in kept.values() for item in items}
    update: dict[str, object] = {
        kind: tuple(trimmed(one, present) for one in kept[kind] if stands(one, present)) for kind in KINDS
    }
    left = briefing.model_copy(update=update)
    shown = replace(whole, briefing=left, links=Links(left))
    return Release(shown, tuple(_sentences(len(private), len(veiled))))


def _is_veiled(quote: Quote, briefing: Briefing) -> bool:
    if quote.attribution == "deep-background":
        return True
    anonymous = {one.id for one in briefing.actors if one.anonymous}
    return quote.attribution == "background" and not anonymous.issuperset(quote.speaker)


def _descriptions(quotes: Iterable[Quote], briefing: Briefing) -> dict[str, Actor]:
    """An actor for the speaker of each quote; quotes under one description share one."""
    taken = {item.id for kind in KINDS for item in getattr(briefing, kind)}
    by_words: dict[str, Actor] = {}
    found = {}
    for quote in quotes:
        deep = quote.attribution == "deep-background"
        words = DEEP_BACKGROUND if deep or not quote.attributed_as else quote.attributed_as
        if words not in by_words:
            number = len(by_words) + 1
            while f"speaker-{number}" in taken:
                number += 1
            taken.add(f"speaker-{number}")
            by_words[words] = Actor(id=f"speaker-{number}", name=words, anonymous=True)
        found[quote.id] = by_words[words]
    return found


def _described(quote: Quote, speaker: Actor) -> Quote:
    named = set(quote.speaker)
    update: dict[str, object] = {
        "speaker": (speaker.id,),
        "speaker_is": None,
        "via": tuple(one for one in quote.via if one not in named),
        "about": tuple(one for one in quote.about if one not in named),
        "note": None,
    }
    if quote.attribution == "deep-background":
        update["attributed_as"] = None
    return quote.model_copy(update=update)


def _unlinked(position: Position, veiled: Mapping[str, Quote]) -> Position:
    quotes = tuple(one for one in position.quotes if one not in veiled)
    if quotes == position.quotes:
        return position
    sources = position.sources or tuple(dict.fromkeys(veiled[one].source for one in position.quotes if one in veiled))
    return position.model_copy(update={"quotes": quotes, "sources": sources})


def _unlinked_estimate(estimate: Estimate, veiled: Mapping[str, Quote]) -> Estimate:
    if estimate.quote is None or estimate.quote not in veiled:
        return estimate
    sources = estimate.sources or (veiled[estimate.quote].source,)
    return estimate.model_copy(update={"quote": None, "sources": sources})


def _left_behind(briefing: Briefing, kept: Mapping[Kind, list[Item]]) -> set[str]:
    """The actors and sources that were named, and that nothing names which is kept."""
    others = [kind for kind in KINDS if kind not in {"actors", "sources"}]
    before = within(item for kind in KINDS for item in getattr(briefing, kind))
    after = within(item for kind in others for item in kept[kind])
    # A reprint that stays brings the source of which it is one.
    for _ in briefing.sources:
        further = within(source for source in briefing.sources if source.id in after) - after
        if not further:
            break
        after |= further
    return before - after


def _sentences(private: int, veiled: int) -> list[str]:
    found = []
    if private:
        found.append(f"{_count(private, 'quote')} off the record {'was' if private == 1 else 'were'} left out")
    if veiled:
        found.append(f"{_count(veiled, 'quote')} on background {'goes' if veiled == 1 else 'go'} out without a name")
    return found


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
