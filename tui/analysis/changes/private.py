"""What changed, as it may leave the reader: nothing that either version keeps off the record, nor that it changed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tui.analysis.changes.difference import Changes, changes
from tui.analysis.links import Links
from tui.analysis.release import Release, released
from tui.analysis.view import View
from tui.model.quote import Attribution, Quote

_STRICTNESS: Final[tuple[Attribution, ...]] = ("on-record", "background", "deep-background", "off-record")


def released_changes(before: View, after: View) -> tuple[Changes, tuple[Release, Release]]:
    """What changed between what may leave of two Views, and the two as they may.

    Where the attribution of a quote differs between them, the stricter one holds for both: what one version keeps back
    is not told by the other, whether the quote is found there by its id or, under another id, by its words.
    """
    was, now = _by_words(before), _by_words(after)
    first, second = released(_strict(before, after, now)), released(_strict(after, before, was))
    return changes(first.view, second.view, first.lasting, second.lasting), (first, second)


def _by_words(view: View) -> Mapping[str, Quote]:
    """The strictest quote for each wording."""
    found: dict[str, Quote] = {}
    for quote in view.quotes_ever():
        words = _folded(quote)
        if words not in found or _strictness(quote) > _strictness(found[words]):
            found[words] = quote
    return found


def _strict(view: View, other: View, by_words: Mapping[str, Quote]) -> View:
    by_id = {quote.id: quote for quote in other.quotes_ever()}
    # By its id another quote may be found, while the same words stand under a further one.
    quotes = tuple(_under(_under(one, by_id.get(one.id)), by_words.get(_folded(one))) for one in view.briefing.quotes)
    if all(one is was for one, was in zip(quotes, view.briefing.quotes, strict=True)):
        return view
    briefing = view.briefing.model_copy(update={"quotes": quotes})
    return replace(view, briefing=briefing, links=Links(briefing))


def _under(quote: Quote, other: Quote | None) -> Quote:
    if other is None or _strictness(other) <= _strictness(quote):
        return quote
    agreed = {"attribution": other.attribution, "attributed_as": other.attributed_as}
    return quote.model_copy(update=agreed)


def _strictness(quote: Quote) -> int:
    return _STRICTNESS.index(quote.attribution)


def _folded(quote: Quote) -> str:
    return " ".join(quote.text.split()).casefold()
