"""Briefings of a library as they go out, with the proofs of their quotes."""

from conftest import SAMPLE, SHIPPED

from tui.analysis.check import prove_quotes
from tui.analysis.release import released
from tui.analysis.view import View, view
from tui.library.folder import Library
from tui.library.proofs import prove
from tui.load.seal import load_lock


def proven(identifier: str = "harbour-bridge") -> View:
    """A briefing of the sample library, released and proven."""
    library = Library(SAMPLE)
    loaded = library.load(library.find(identifier)[0])
    return released(view(loaded.briefing, proofs=prove(loaded, library).proofs)).view


def sealed(identifier: str) -> View:
    """A briefing of the library that ships, as it is where the articles that it quotes are not."""
    library = Library(SHIPPED)
    loaded = library.load(library.find(identifier)[0])
    found = prove_quotes(loaded.briefing, {}, load_lock(SHIPPED).records)
    return released(view(loaded.briefing, proofs={one.quote.id: one for one in found})).view
