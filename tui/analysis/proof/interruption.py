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
_MOST_COMPARED = 500_000
"""Places, and tokens in all of them, that are compared for one quote, and so counted."""


def interrupted(quote: str, source: SourceText) -> list[Joined]:
    """Find where a normalized quote is spoken with interruptions, within one paragraph each."""
    tokens = [token.span() for token in TOKEN.finditer(quote)]
    forms = [Form(quote, ends_sentence=False), *punctuated_otherwise(quote)]
    found = []
    most = min(_MOST_PLACES, 1 + _MOST_COMPARED // len(tokens))
    for first in islice(_places(quote, tokens, source), most):
        matches = (_compare(form, tokens, source, first) for form in forms)
        found += [match for match in matches if match is not None][:1]
    return found


def _places(quote: str, tokens: list[tuple[int, int]], source: SourceText) -> Iterator[int]:
    """Give the numbers of the spoken tokens at which the quote's tokens follow one another."""
    spoken = source.spoken
    for first in spoken.index.runs([quote[start:end] for start, end in tokens]):
        if spoken.segment_of[first] != spoken.segment_of[first + len(tokens) - 1]:
            yield first


def _compare(form: Form, tokens: list[tuple[int, int]], source: SourceText, first: int) -> Joined | None:
    text, spoken, quote = source.text, source.spoken, form.text
    spans = [spoken.index.span(number) for number in range(first, first + len(tokens))]
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
