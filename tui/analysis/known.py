"""When each item became known, which is never mixed with when it happened."""

from collections.abc import Iterable, Mapping
from typing import Final

from tui.model.base import Part
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF, Day
from tui.model.event import Account
from tui.model.judgment import Judgment
from tui.model.position import Position
from tui.model.question import Estimate, Question, Resolution
from tui.model.quote import Quote
from tui.model.source import Source

ALWAYS: Final = None
"""The date on which a thing without a source became known: it always was."""


class Knowledge:
    """Answers when the parts of one briefing became known.

    The answer is the EDTF date whose upper bound counts, or None where a part has always been known. Of a date that
    goes on (`2025-09/..`), which has no upper bound, it is the start.
    """

    def __init__(self, briefing: Briefing) -> None:
        self._as_of = briefing.as_of
        self._sources: Mapping[str, Source] = {source.id: source for source in briefing.sources}
        self._quotes: Mapping[str, Quote] = {quote.id: quote for quote in briefing.quotes}

    @property
    def quotes(self) -> Iterable[Quote]:
        """Every quote of the briefing, also those that were not known by some date."""
        return self._quotes.values()

    def of(self, part: Part) -> EDTF | None:
        """The later of when it was reported and, for a question or a judgment, when it was raised or made.

        What an actor says or wants, and how a question was settled, cannot be known before it is so.
        """
        if isinstance(part, Judgment) and part.made is None and part.known is None:
            return self._as_of
        reported = _begun(part.known) or self.reported(self.sources_of(part))
        return _later(reported, _begun(_not_before(part, reported)))

    def reported(self, sources: Iterable[str]) -> EDTF | None:
        """When the first of these sources was published; where none says, when the first was accessed."""
        found = [self._sources[source] for source in sources if source in self._sources]
        published = [date for source in found if (date := _begun(source.published))]
        accessed = [date for source in found if (date := _begun(source.accessed))]
        return min(published or accessed, key=_upper, default=ALWAYS)

    def sources_of(self, part: Part) -> tuple[str, ...]:
        """The ids of the sources that a part itself rests on, not of those through which it reached them.

        A position, an estimate or an account without sources has those of its quotes.
        """
        if isinstance(part, Quote):
            return (part.source, *part.corroborated_by)
        if isinstance(part, Source):
            return (part.id,)
        own: tuple[str, ...] = getattr(part, "sources", ())
        if own:
            return own
        if isinstance(part, Position | Account):
            return self._sources_of_quotes(part.quotes)
        if isinstance(part, Estimate) and part.quote is not None:
            return self._sources_of_quotes((part.quote,))
        return ()

    def _sources_of_quotes(self, quotes: Iterable[str]) -> tuple[str, ...]:
        found = [self._quotes[quote] for quote in quotes if quote in self._quotes]
        return tuple(dict.fromkeys(quote.source for quote in found))


def _not_before(part: Part, reported: EDTF | None) -> EDTF | None:
    if isinstance(part, Question):
        return part.raised
    if isinstance(part, Judgment):
        return part.made
    if isinstance(part, Resolution) or (isinstance(part, Position | Estimate) and reported is ALWAYS):
        return part.date
    return ALWAYS


def _begun(date: EDTF | None) -> EDTF | None:
    return date.start if date is not None and date.open_end else date


def _later(one: EDTF | None, other: EDTF | None) -> EDTF | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=_upper)


def _upper(date: EDTF) -> Day:
    return date.upper
