"""Quotes with something left out or put in brackets: `…`, `...`, `[…]`, an editor's `[words]`, `[T]he`."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from tui.analysis.proof.elided_quote import ElidedQuote, Part, read_elided
from tui.analysis.proof.joined import Joined
from tui.analysis.proof.quote_forms import ENDS_OF_OTHER_SENTENCES
from tui.analysis.proof.words import count_words, has_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.proof.source_text import SourceText

SHORTEST_PART = 3
"""Words a part must have: from shorter fragments anything can be stitched."""
SHORTEST_PHRASE = 3
"""Words a quote must have of which a single word is left out."""
_LONGEST_WORD = 60
_MOST_TRIED = 10_000
"""Places of a part that are tried in a row; what is not found by then counts as not there."""
_MOST_MATCHES = 1000
"""Places counted for one quote."""


def elided(quote: str, source: SourceText) -> list[Joined]:
    """Find where the parts of a raw quote follow in order, within one paragraph.

    Ellipses and brackets that stand in the text as they are written are words like others; where that leads
    nowhere, all are taken for the quote's own. Each part has three words or more, except where the quote's only
    ellipsis stands for one single word: "should … be banned" for "should not be banned" is stitched from nothing.
    """

    @cache
    def stands(text: str) -> bool:
        return has_word(text) and next(source.places(text), None) is not None

    own_marks = read_elided(quote, lambda _: False)
    if own_marks is None:
        return []
    as_written = read_elided(quote, stands)
    if as_written is not None and as_written != own_marks and (found := _matches(as_written, source)):
        return found
    return _matches(own_marks, source)


def _matches(quote: ElidedQuote, source: SourceText) -> list[Joined]:
    parts = quote.parts
    if not parts:
        return []
    if all(part.words >= SHORTEST_PART for part in parts):
        spans = list(islice(_follow_one_another(parts, source, quoted=True), _MOST_MATCHES))
        spans = spans or list(islice(_follow_one_another(parts, source, quoted=False), _MOST_MATCHES))
    elif len(parts) == 2 and quote.by_ellipses and sum(part.words for part in parts) >= SHORTEST_PHRASE:
        spans = list(islice(_part_by_one_word(parts, source), _MOST_MATCHES))
    else:
        return []
    return [Joined(tuple(span), _dropped(parts, span, source)) for span in spans]


def _follow_one_another(parts: Sequence[Part], source: SourceText, *, quoted: bool) -> Iterator[list[tuple[int, int]]]:
    """Give one match after another, each as short as its end allows.

    Taking the first place of every next part finds a match wherever there is one. Only paragraphs that hold the
    rarest part are looked at.
    """
    rarest = min(parts, key=lambda part: source.rarity(part.text))
    looked_at = 0
    for place in source.occurrences(rarest.text):
        if place < looked_at:
            continue
        start, looked_at = source.paragraph_start(place), source.paragraph_limit(place)
        while spans := _first_match(parts, source, start, looked_at, quoted=quoted):
            yield spans
            start = spans[-1][1]


def _first_match(
    parts: Sequence[Part], source: SourceText, start: int, limit: int, *, quoted: bool
) -> list[tuple[int, int]]:
    starts: list[int] = []
    for part in parts:
        start = _find(part, source, start, limit, quoted=quoted)
        if start < 0:
            return []
        starts.append(start)
        start += len(part.text)
    _tighten(starts, parts, source, quoted=quoted)
    return [_span(part, source, found) for part, found in zip(parts, starts, strict=True)]


def _tighten(starts: list[int], parts: Sequence[Part], source: SourceText, *, quoted: bool) -> None:
    """Move every part but the last as near to its follower as it stands."""
    for number in range(len(parts) - 2, -1, -1):
        part = parts[number]
        later = source.find_last(part.text, starts[number], starts[number + 1])
        if later > starts[number] and _find(part, source, later, later + len(part.text), quoted=quoted) == later:
            starts[number] = later


def _part_by_one_word(parts: Sequence[Part], source: SourceText) -> Iterator[list[tuple[int, int]]]:
    first, second = parts
    by_first = source.rarity(first.text) <= source.rarity(second.text)
    other = second if by_first else first
    reach = _LONGEST_WORD + len(other.text)
    for place in islice(source.places(first.text if by_first else second.text), _MOST_TRIED):
        if by_first:
            low = place + len(first.text)
            high = min(source.paragraph_limit(place), low + reach)
        else:
            low, high = max(source.paragraph_start(place), place - reach), place
        for found in source.places_within(other.text, low, high):
            start, following = (place, found) if by_first else (found, place)
            dropped = count_words(source.text[start + len(first.text) : following])
            if dropped == 1:
                yield [_span(first, source, start), _span(second, source, following)]
            if dropped == 1 or (dropped > 1 and by_first):
                break


def _find(part: Part, source: SourceText, start: int, limit: int, *, quoted: bool) -> int:
    for _ in range(_MOST_TRIED):
        if (start := source.find(part.text, start, limit)) < 0:
            break
        end = start + len(part.text)
        if quoted and not source.is_quoted(*source.normalized.raw_span(start, end)):
            start = source.next_quotation(start)
        elif part.stop and source.text.startswith(ENDS_OF_OTHER_SENTENCES, end):
            start += 1
        else:
            return start
    return -1


def _span(part: Part, source: SourceText, start: int) -> tuple[int, int]:
    end = start + len(part.text)
    has_stop = part.stop and source.text.startswith(part.stop, end)
    return start, end + 1 if has_stop else end


def _dropped(parts: Sequence[Part], spans: Sequence[tuple[int, int]], source: SourceText) -> tuple[str, ...]:
    dropped: list[str] = []
    previous_end: int | None = None
    for part, (start, end) in zip(parts, spans, strict=True):
        raw_start, raw_end = source.normalized.raw_span(start, end)
        if previous_end is not None:
            dropped.append(source.raw[previous_end:raw_start].strip())
        dropped += [source.normalized.glyph(start + letter) for letter in part.letters]
        previous_end = raw_end
    return tuple(dropped)
