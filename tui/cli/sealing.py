"""Proving a whole library and making its seals."""

from collections import ChainMap
from collections.abc import Mapping
from typing import Final, NamedTuple

from tui.analysis.check import QuoteProof, prove_quotes
from tui.analysis.proof import ProofState
from tui.analysis.seal import carried, kept, seal
from tui.library.folder import Library
from tui.library.texts import Texts
from tui.load.seal import Key, SealRecord
from tui.model.briefing import Briefing

_PROVEN: Final = frozenset({ProofState.EXACT, ProofState.NORMALIZED, ProofState.INTERRUPTED, ProofState.ELIDED})


class Sealed(NamedTuple):
    """A library's seals, in the order of the lock, and what could not be sealed.

    `fresh` of them were made anew. `refused` has the briefing, the quote and the state of quotes whose text is here,
    `severed` the briefing and the quote of those whose seal is broken and whose text is not; `unproven` counts those
    that have neither text nor seal, `broken` the files of which nothing can be read.
    """

    records: tuple[SealRecord, ...]
    fresh: int
    refused: tuple[tuple[str, str, ProofState], ...]
    severed: tuple[tuple[str, str], ...]
    unproven: int
    broken: int


def seal_library(library: Library, earlier: Mapping[Key, SealRecord], date: str) -> Sealed:
    """Prove every quote of a library, and seal what is proven as of `date`; what still holds of `earlier` is kept."""
    texts = Texts()
    known = dict(earlier)
    records: dict[Key, SealRecord] = {}
    refused = []
    severed = []
    unproven = broken = 0
    whole = True
    for loaded in library.load_all():
        briefing = loaded.briefing
        if briefing is None:
            broken += 1
            continue
        whole &= not loaded.left_out
        found = texts.of(loaded)
        before = ChainMap(known, carried(briefing))
        for one in prove_quotes(briefing, found, earlier):
            if one.quote.attribution == "off-record":
                # A lock goes out, and its hashes and places would let the words be found.
                continue
            text = found.get(one.quote.source)
            if text is not None and one.proof.state in _PROVEN:
                record = kept(_sealed(one, briefing, text.raw, date), earlier)
                records[record.key] = record
            elif one.proof.state is ProofState.SEALED:
                records[briefing.id, one.quote.id] = before[briefing.id, one.quote.id]
            elif one.seal_is_broken:
                # Without the text nobody can tell which is right: that the seal is broken has to stay to be seen.
                records[briefing.id, one.quote.id] = before[briefing.id, one.quote.id]
                severed.append((briefing.id, one.quote.id))
            elif one.proof.state is ProofState.UNPROVEN:
                unproven += 1
            else:
                refused.append((briefing.id, one.quote.id, one.proof.state))
    if broken or not whole:
        # What cannot be read now may hold the quotes of seals that nobody could make again.
        records = {**earlier, **records}
    ordered = tuple(records[key] for key in sorted(records))
    fresh = sum(one != earlier.get(one.key) for one in ordered)
    return Sealed(ordered, fresh, tuple(refused), tuple(severed), unproven, broken)


def _sealed(one: QuoteProof, briefing: Briefing, text: str, date: str) -> SealRecord:
    source = next(source for source in briefing.sources if source.id == one.quote.source)
    span = (one.proof.start or 0, one.proof.end or 0)
    return seal(briefing.id, one.quote, source, text=text, span=span, state=one.proof.state.value, date=date)
