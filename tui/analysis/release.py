"""What of a View may leave the reader: nothing said off the record, and background only as agreed."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.basis import dated, founded
from tui.analysis.links import Links
from tui.analysis.naming import stands, trimmed, within
from tui.analysis.veil import Veil
from tui.analysis.view import View
from tui.model.base import Item
from tui.model.briefing import Briefing
from tui.model.kinds import KINDS, NOUNS, Kind
from tui.model.quote import Quote

if TYPE_CHECKING:
    from tui.analysis.check import QuoteProof


class Release(NamedTuple):
    """A View that may leave, and sentences on what was kept back.

    `lasting` has a name that lasts from one View to another for each id that was given only for this one. It may tell
    who spoke: it is for comparing, and never leaves.
    `ids` has the id under which an item goes out, where its own may hold a name.
    """

    view: View
    withheld: tuple[str, ...]
    lasting: Mapping[str, str] = MappingProxyType({})
    ids: Mapping[str, str] = MappingProxyType({})


def released(whole: View) -> Release:
    """The View as it may go out.

    Quotes off the record are gone, every reference to them, and the positions, estimates and accounts that rest on
    nothing else. A quote on background has a neutral id, its speaker is an actor by the agreed description, and nothing
    ties it to those who said it: no position, estimate, account or quote of theirs cites it, no event names them beside
    it, and neither `via` nor what surrounds the words tells of them. Of an anonymous actor who speaks on background,
    aliases and notes stay behind. Where the View is of what bears on one actor, their words on background are gone too,
    as they would be known by being there. What lost the quotes that it cites keeps the date on which it became known.
    """
    briefing = whole.briefing
    # What a narrowed View shows may rest on a quote that it does not.
    if all(one.attribution == "on-record" for one in (*briefing.quotes, *whole.whole.quotes)):
        return Release(whole, ())
    private = {one.id for one in briefing.quotes if one.attribution == "off-record"}
    veil = Veil(briefing)
    telling = {one.id for one in veil.quotes.values() if whole.focus in one.speaker}
    sound, unfounded = founded(briefing, whole.whole)
    kept: dict[Kind, list[Item]] = {
        kind: [veil.over(one) for one in getattr(sound, kind) if one.id not in private | telling] for kind in KINDS
    }
    gone = _left_behind(briefing, kept)
    kept["sources"] = [one for one in kept["sources"] if one.id not in gone]
    kept["actors"] = [one for one in kept["actors"] if one.id not in gone]
    kept["actors"] = list({one.id: one for one in (*kept["actors"], *veil.speakers.values())}.values())
    kept = dated(kept, sound)
    present = {item.id for items in kept.values() for item in items}
    update: dict[str, object] = {
        kind: tuple(trimmed(one, present) for one in kept[kind] if stands(one, present)) for kind in KINDS
    }
    left = briefing.model_copy(update=update)
    veiled = {free: one for one, free in veil.ids.items()}
    proofs = {
        one.id: _bare(proof, one) if one.id in veiled else proof
        for one in left.quotes
        for proof in [whole.proofs.get(veiled.get(one.id, one.id))]
        if proof is not None
    }
    shown = replace(whole, briefing=left, links=Links(left), proofs=proofs, stand_ins=frozenset(veil.stand_ins))
    lasting = {given: own for own, given in veil.ids.items()}
    lasting |= {one.id: f"speaker: {one.name}" for one in veil.stand_ins.values()}
    sentences = _sentences(len(private), unfounded, len(veil.quotes) - len(telling), len(telling))
    return Release(shown, tuple(sentences), lasting, veil.ids)


def _bare(proof: "QuoteProof", quote: Quote) -> "QuoteProof":
    """How the proof of a quote on background came out, and no more: it holds the quote as the author wrote it."""
    return replace(proof, quote=quote, proof=type(proof.proof)(proof.proof.state), seal=None)


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


def _sentences(private: int, unfounded: Mapping[str, int], veiled: int, telling: int) -> list[str]:
    found = []
    if private:
        found.append(f"{_count(private, 'quote')} off the record {'was' if private == 1 else 'were'} left out")
    for kind, number in unfounded.items():
        rests, was = ("rests", "was") if number == 1 else ("rest", "were")
        found.append(f"{_count(number, NOUNS[kind])} that {rests} on words off the record alone {was} left out")
    if veiled:
        found.append(f"{_count(veiled, 'quote')} on background {'goes' if veiled == 1 else 'go'} out without a name")
    if telling:
        found.append(f"{_count(telling, 'quote')} on background {'was' if telling == 1 else 'were'} left out")
    return found


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
