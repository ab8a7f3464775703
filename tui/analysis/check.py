"""The proofs of a briefing's quotes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tui.analysis.proof import Proof, ProofState, SourceText, prove
from tui.model.briefing import Briefing
from tui.model.csl import CSLType
from tui.model.quote import Quote

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
    """

    index: int
    quote: Quote
    proof: Proof
    in_quotation_marks: bool


def prove_quotes(briefing: Briefing, texts: Mapping[str, SourceText | None]) -> tuple[QuoteProof, ...]:
    """Prove every quote of a briefing; `texts` has the stored text of its sources by id, None where there is none.

    Of a translation, the `original` is proven, which is what the source has.
    """
    kinds = {source.id: source.kind for source in briefing.sources}
    return tuple(
        _prove(index, quote, texts.get(quote.source), quoted_by_nature=kinds.get(quote.source) in SPOKEN_KINDS)
        for index, quote in enumerate(briefing.quotes)
    )


def _prove(index: int, quote: Quote, text: SourceText | None, *, quoted_by_nature: bool) -> QuoteProof:
    if text is None:
        return QuoteProof(index, quote, Proof(ProofState.UNPROVEN), in_quotation_marks=True)
    proof = prove(quote.original or quote.text, text, prefix=quote.prefix, suffix=quote.suffix)
    return QuoteProof(index, quote, proof, proof.quoted or quoted_by_nature)
