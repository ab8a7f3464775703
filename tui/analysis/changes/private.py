"""What changed, as it may leave the reader: nothing that either version keeps off the record, nor that it changed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tui.analysis.changes.difference import Changes, changes
from tui.analysis.links import Links
from tui.analysis.release import Release, released
from tui.analysis.view import View
from tui.model.briefing import Briefing
from tui.model.quote import Attribution, Quote

_STRICTNESS: Final[tuple[Attribution, ...]] = ("on-record", "background", "deep-background", "off-record")


def released_changes(before: View, after: View) -> tuple[Changes, tuple[Release, Release]]:
    """What changed between what may leave of two Views, and the two as they may.

    Where the attribution of a quote differs between them, the stricter one holds for both: what one version keeps back
    is not told by the other, whether the quote is found there by its id or, under another id, by its words.
    """
    was, now = _by_words(before), _by_words(after)
    first, second = released(_strict(before, after, now)), released(_strict(after, before, was))
    return changes(first.view, second.view, first.lasting, _found_again(first, second)), (first, second)


def _found_again(first: Release, second: Release) -> Mapping[str, str]:
    """The lasting names of the second, by which words on background have those that they have in the first.

    Of a bundle, the ids of such words are those that a release once gave them: they are found by what they say, with
    their source and description. One for which there is nothing in the first takes the name of none that is found.
    """
    was: dict[tuple[str, str, str], list[str]] = {}
    for quote in _unnamed(first):
        was.setdefault(_as_shown(first, quote), []).append(first.lasting.get(quote.id, quote.id))
    names: dict[str, str] = {}
    for quote in _unnamed(second):
        own, same = second.lasting.get(quote.id, quote.id), was.get(_as_shown(second, quote), [])
        if same:
            names[quote.id] = own if own in same else same[0]
            same.remove(names[quote.id])
    taken = set(names.values())
    for quote in _unnamed(second):
        own = second.lasting.get(quote.id, quote.id)
        if quote.id not in names and own in taken:
            names[quote.id] = f"other: {own}"
    return {**second.lasting, **names}


def _unnamed(release: Release) -> list[Quote]:
    """The quotes of those in whose stead another speaks."""
    return [one for one in release.view.briefing.quotes if not release.view.stand_ins.isdisjoint(one.speaker)]


def _as_shown(release: Release, quote: Quote) -> tuple[str, str, str]:
    return _folded(quote), quote.source, " ".join(map(release.view.name_of, quote.speaker))


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

    def strict(briefing: Briefing) -> Briefing:
        quotes = tuple(_under(_under(one, by_id.get(one.id)), by_words.get(_folded(one))) for one in briefing.quotes)
        same = all(one is was for one, was in zip(quotes, briefing.quotes, strict=True))
        return briefing if same else briefing.model_copy(update={"quotes": quotes})

    briefing, whole = strict(view.briefing), strict(view.whole)
    if briefing is view.briefing and whole is view.whole:
        return view
    return replace(view, briefing=briefing, links=Links(briefing), whole=whole)


def _under(quote: Quote, other: Quote | None) -> Quote:
    if other is None or _strictness(other) <= _strictness(quote):
        return quote
    agreed = {"attribution": other.attribution, "attributed_as": other.attributed_as}
    return quote.model_copy(update=agreed)


def _strictness(quote: Quote) -> int:
    return _STRICTNESS.index(quote.attribution)


def _folded(quote: Quote) -> str:
    return " ".join(quote.text.split()).casefold()
