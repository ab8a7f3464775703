"""Quotes with something left out or put in brackets: `…`, `...`, `[…]`, an editor's `[words]`, `[T]he`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.analysis.proof.elided_quote import ElidedQuote, Part, read_elided
from tui.analysis.proof.joined import Joined
from tui.analysis.proof.words import count_words, has_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.proof.source_text import SourceText

SHORTEST_PART = 3
"""Words a part must have: from shorter fragments anything can be stitched."""
SHORTEST_PHRASE = 3
"""Words a quote must have of which a single word is left out."""
_LONGEST_WORD = 60


def elided(quote: str, source: SourceText) -> list[Joined]:
    """Find where the parts of a raw quote follow in order, within one paragraph.

    Ellipses and brackets that stand in the text as they are written are words like others; where that leads
    nowhere, all are taken for the quote's own. Each part has three words or more, except where the quote's only
    ellipsis stands for one single word: "should … be banned" for "should not be banned" is stitched from nothing.
    """

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
        spans = list(_follow_one_another(parts, source, quoted=True))
        spans = spans or list(_follow_one_another(parts, source, quoted=False))
    elif len(parts) == 2 and quote.by_ellipses and sum(part.words for part in parts) >= SHORTEST_PHRASE:
        spans = list(_part_by_one_word(parts, source))
    else:
        return []
    return [Joined(tuple(span), _dropped(parts, span, source)) for span in spans]


def _follow_one_another(parts: Sequence[Part], source: SourceText, *, quoted: bool) -> Iterator[list[tuple[int, int]]]:
    """Give one match after another, each as short as its end allows, in linear time.

    Taking the first place of every next part finds a match wherever there is one.
    """
    resume = 0
    for start in source.occurrences(parts[0].text):
        if start < resume or not source.is_boundary(start):
            continue
        limit = source.paragraph_limit(start)
        starts = [_find(parts[0], source, start, limit, quoted=quoted)]
        for part, following in pairwise(parts):
            if starts[-1] < 0:
                break
            starts.append(_find(following, source, starts[-1] + len(part.text), limit, quoted=quoted))
        if starts[-1] < 0:
            resume = limit
            continue
        _tighten(starts, parts, source, quoted=quoted)
        spans = [_span(part, source, found) for part, found in zip(parts, starts, strict=True)]
        resume = spans[-1][1]
        yield spans


def _tighten(starts: list[int], parts: Sequence[Part], source: SourceText, *, quoted: bool) -> None:
    """Move every part but the last as near to its follower as it stands."""
    for number in range(len(parts) - 2, -1, -1):
        later = source.find_last(parts[number].text, starts[number], starts[number + 1])
        if later > starts[number] and _fits(parts[number], source, later, quoted=quoted):
            starts[number] = later


def _part_by_one_word(parts: Sequence[Part], source: SourceText) -> Iterator[list[tuple[int, int]]]:
    first, second = parts
    for start in source.places(first.text):
        end = start + len(first.text)
        limit = min(source.paragraph_limit(start), end + _LONGEST_WORD + len(second.text))
        following = _find(second, source, end, limit, quoted=False)
        while following >= 0 and count_words(source.text[end:following]) < 1:
            following = _find(second, source, following + 1, limit, quoted=False)
        if following >= 0 and count_words(source.text[end:following]) == 1:
            yield [_span(first, source, start), _span(second, source, following)]


def _find(part: Part, source: SourceText, start: int, limit: int, *, quoted: bool) -> int:
    while (start := source.find(part.text, start, limit)) >= 0:
        if _fits(part, source, start, quoted=quoted):
            return start
        start += 1
    return -1


def _fits(part: Part, source: SourceText, start: int, *, quoted: bool) -> bool:
    end = start + len(part.text)
    if part.stop and source.text[end : end + 1] in ("?", "!"):
        return False
    return not quoted or source.is_quoted(*source.normalized.raw_span(start, end))


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
