"""The proofs of a briefing's quotes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.analysis.proof.state import Proof, ProofState
from tui.analysis.seal import TextChange, carried, change, holds
from tui.load.seal import Key, SealRecord
from tui.model.briefing import Briefing
from tui.model.csl import CSLType
from tui.model.quote import Quote
from tui.model.source import Source

if TYPE_CHECKING:
    from tui.analysis.proof import SourceText

SPOKEN_KINDS: Final[frozenset[CSLType | None]] = frozenset(
    {
        "bill",
        "broadcast",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "speech",
        "standard",
        "treaty",
    }
)
"""Kinds of sources that are themselves what somebody said or decreed, without quotation marks around it."""


@dataclass(frozen=True, slots=True)
class QuoteProof:
    """A quote with its proof; `index` is its place among the briefing's quotes.

    `in_quotation_marks` is false where the words stand in the source's text, but as the reporter's own.
    `seal_is_broken` is true where there is no text, and the quote or its source changed since it was sealed.
    `seal` is the record that still holds: of this quote, this source and, where its text is here, of this text.
    """

    index: int
    quote: Quote
    proof: Proof
    in_quotation_marks: bool = True
    seal_is_broken: bool = False
    seal: SealRecord | None = None


def prove_quotes(
    briefing: Briefing, texts: "Mapping[str, SourceText | None]", seals: Mapping[Key, SealRecord]
) -> tuple[QuoteProof, ...]:
    """Prove every quote of a briefing; `texts` has the stored text of its sources by id, None where there is none.

    Where there is none, a seal that holds stands for the proof: of those in `seals`, which are the library's, else of
    those that the briefing carries. Of a translation, the `original` is proven, which is what the source has.
    """
    sources = {source.id: source for source in briefing.sources}
    own = carried(briefing)
    found = []
    for index, quote in enumerate(briefing.quotes):
        source, text = sources.get(quote.source), texts.get(quote.source)
        record = seals.get((briefing.id, quote.id)) or own.get((briefing.id, quote.id))
        if text is not None:
            by_nature = source is not None and source.kind in SPOKEN_KINDS
            one = _prove(index, quote, text, quoted_by_nature=by_nature)
            found.append(replace(one, seal=record) if _still_holds(record, one, source, text) else one)
        elif record is not None and holds(record, quote, source):
            proof = Proof(ProofState.SEALED, record.start, record.end, count=1)
            found.append(QuoteProof(index, quote, proof, seal=record))
        else:
            broken = record is not None
            found.append(QuoteProof(index, quote, Proof(ProofState.UNPROVEN), seal_is_broken=broken))
    return tuple(found)


def _prove(index: int, quote: Quote, text: "SourceText", *, quoted_by_nature: bool) -> QuoteProof:
    # Where seals stand for all texts, nothing of this is needed.
    from tui.analysis.proof import prove  # noqa: PLC0415

    proof = prove(quote.original or quote.text, text, prefix=quote.prefix, suffix=quote.suffix)
    return QuoteProof(index, quote, proof, proof.quoted or quoted_by_nature)


def _still_holds(record: SealRecord | None, one: QuoteProof, source: Source | None, text: "SourceText") -> bool:
    return (
        record is not None
        and record.state == one.proof.state
        and holds(record, one.quote, source)
        and change(record, text.raw) is TextChange.NONE
    )


class ChangedText(NamedTuple):
    """A stored text that is no longer the one on which quotes were sealed.

    `quotes` are the ids of those that it touched: their proof now comes out differently.
    """

    source: str
    change: TextChange
    quotes: tuple[str, ...]


def changed_texts(
    briefing: Briefing,
    proofs: Sequence[QuoteProof],
    texts: "Mapping[str, SourceText | None]",
    seals: Mapping[Key, SealRecord],
) -> tuple[ChangedText, ...]:
    """The stored texts that were edited since quotes were sealed on them; `texts` has them by the source's id."""
    changes: dict[str, TextChange] = {}
    touched: dict[str, list[str]] = {}
    for one in proofs:
        record = seals.get((briefing.id, one.quote.id))
        text = texts.get(one.quote.source)
        if record is None or text is None or record.source != one.quote.source:
            continue
        kind = changes.setdefault(record.source, change(record, text.raw))
        if kind is not TextChange.NONE and one.proof.state != record.state:
            touched.setdefault(record.source, []).append(one.quote.id)
    return tuple(
        ChangedText(source, kind, tuple(touched.get(source, ())))
        for source, kind in changes.items()
        if kind is not TextChange.NONE
    )
