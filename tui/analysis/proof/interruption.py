"""Quotes interrupted by a reporter's words, as in “A,” she said, “B”.

A quote is looked for by its words in what is spoken, then compared character by character, but for the comma or full
stop that the interruption brought.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from tui.analysis.proof.joined import Joined
from tui.analysis.proof.quote_forms import Form, punctuated_otherwise, without_stop
from tui.analysis.proof.words import TOKEN, is_spaceless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.proof.source_text import SourceText

_MOST_PLACES = 1000
"""Places compared, and so counted, for one quote."""


def interrupted(quote: str, source: SourceText) -> list[Joined]:
    """Find where a normalized quote is spoken with interruptions, within one paragraph each."""
    tokens = [token.span() for token in TOKEN.finditer(quote)]
    forms = [Form(quote, ends_sentence=False), *punctuated_otherwise(quote)]
    found = []
    for first in islice(_places(quote, tokens, source), _MOST_PLACES):
        matches = (_compare(form, tokens, source, first) for form in forms)
        found += [match for match in matches if match is not None][:1]
    return found


def _places(quote: str, tokens: list[tuple[int, int]], source: SourceText) -> Iterator[int]:
    """Give the numbers of the spoken tokens at which the quote's tokens follow one another."""
    spoken = source.spoken
    words = [quote[start:end] for start, end in tokens]
    rarest = min(range(len(words)), key=lambda number: len(spoken.numbers.get(words[number], ())))
    for number in spoken.numbers.get(words[rarest], ()):
        first = number - rarest
        last = first + len(words) - 1
        if (
            first >= 0
            and last < len(spoken.tokens)
            and spoken.segment_of[first] != spoken.segment_of[last]
            and spoken.tokens[first : last + 1] == words
        ):
            yield first


def _compare(form: Form, tokens: list[tuple[int, int]], source: SourceText, first: int) -> Joined | None:
    text, spoken, quote = source.text, source.spoken, form.text
    spans = spoken.spans[first : first + len(tokens)]
    start = spans[0][0] - tokens[0][0]
    end = spans[-1][1] + len(quote) - tokens[-1][1]
    parts: list[tuple[int, int]] = []
    dropped: list[str] = []
    part_start, quote_start = start, 0
    for number, ((_, left), (right, _)) in enumerate(pairwise(tokens)):
        before, after = spoken.segment_of[first + number], spoken.segment_of[first + number + 1]
        if before == after:
            continue
        closing, opening = spoken.segments[before].end, spoken.segments[after].start
        around = text[spans[number][1] : closing] + text[opening : spans[number + 1][0]]
        if after != before + 1 or not _agree(quote[left:right], around, quote[right]):
            return None
        if text[part_start : spans[number][1]] != quote[quote_start:left]:
            return None
        parts.append((part_start, closing - (text[closing - 1] == " ")))
        dropped.append(spoken.segments[after].gap)
        part_start, quote_start = spans[number + 1][0], right
    parts.append((part_start, end))
    stands = start >= 0 and text[part_start:end] == quote[quote_start:]
    if not (stands and form.may_end(text, end) and source.is_boundary(start) and source.is_boundary(end)):
        return None
    if not source.same_paragraph(*source.normalized.raw_span(start, end)):
        return None
    return Joined(tuple(parts), tuple(dropped))


def _agree(in_quote: str, in_text: str, next_character: str) -> bool:
    """Compare the punctuation where a quotation was interrupted; only a comma or full stop may differ."""
    if " " not in in_quote and not is_spaceless(next_character):
        return False
    return without_stop(in_quote.replace(" ", "")) == without_stop(in_text.replace(" ", ""))
