"""How many independent origins stand behind a quote."""

from collections.abc import Mapping

from tui.model.briefing import Briefing
from tui.model.quote import Quote
from tui.model.source import Source


def independent_origins(quote: Quote, briefing: Briefing) -> frozenset[str]:
    """The ids of the actors and sources in which the reports of a quote begin.

    That is the last of `via`, else the source of which the report is a reprint, else the report itself.
    """
    sources = {source.id: source for source in briefing.sources}
    first = quote.via[-1] if quote.via else _origin(quote.source, sources)
    return frozenset({first, *(_origin(one, sources) for one in quote.corroborated_by)})


def _origin(identifier: str, sources: Mapping[str, Source]) -> str:
    seen = set()
    while identifier not in seen:
        seen.add(identifier)
        source = sources.get(identifier)
        if source is None or source.origin is None:
            break
        identifier = source.origin
    return identifier
