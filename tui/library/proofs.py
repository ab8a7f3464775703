"""The proofs of one briefing's quotes, from its library's stored texts and seals."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.analysis.check import QuoteProof, prove_quotes
from tui.library.folder import Library
from tui.library.texts import Texts
from tui.load.briefing import Loaded
from tui.load.seal import load_lock


class Proven(NamedTuple):
    """Every quote's proof by its id, and the stored texts of the sources that are quoted, by theirs."""

    proofs: Mapping[str, QuoteProof]
    texts: Mapping[str, str]


def prove(loaded: Loaded, library: Library) -> Proven:
    """Prove the quotes of a briefing of `library`; a text that cannot be read is as if there were none."""
    if loaded.briefing is None:
        return Proven({}, {})
    found = Texts().of(loaded)
    proofs = prove_quotes(loaded.briefing, found, load_lock(library.root).records)
    return Proven(
        {one.quote.id: one for one in proofs},
        {source: text.raw for source, text in found.items() if text is not None},
    )
