"""The passage of a text most like a quote that does not stand there.

Pairs of words that the quote shares with the text, the rarest first, vote for where the quote would begin; where it
shares none, its words do. Only the stretch with most votes is aligned.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log2
from typing import TYPE_CHECKING

from tui.analysis.proof.normalize import normalize
from tui.analysis.proof.state import Passage
from tui.analysis.proof.word_diff import WORD, align, keys, word_diff
from tui.analysis.proof.words import TOKEN

if TYPE_CHECKING:
    from tui.analysis.proof.source_text import SourceText

_MOST_PLACES = 3000
_MOST_VOTES = 60
_NARROWEST = 40
_SPACE = re.compile(r"\s")
_LONGEST_WORD = 100

Vote = tuple[int, int, float]


def nearest_passage(quote: str, source: SourceText) -> Passage | None:
    """Find the passage for a raw quote, or None where they share no word."""
    text = normalize(quote).text.strip()
    votes = _votes(text, source)
    if not votes:
        return None
    first, last = _densest(votes, max(_NARROWEST, len(text) // 2))
    margin = len(text) // 2 + _NARROWEST
    start = _snap(source.text, max(0, first - margin), -1)
    end = _snap(source.text, min(len(source.text), last + len(text) + margin), 1)
    words = [(found.start(), found.end()) for found in WORD.finditer(source.text, start, end)]
    wanted = WORD.findall(text)
    blocks = align(keys([source.text[begin:stop] for begin, stop in words]), keys(wanted))
    if blocks:
        low = max(0, blocks[0][0] - blocks[0][1])
        high = min(len(words), blocks[-1][0] + len(wanted) - blocks[-1][1])
    else:  # what they share is the part of a word
        near = [number for number, (begin, stop) in enumerate(words) if begin <= last + len(text) and stop > first]
        low, high = near[0], near[-1] + 1
    raw_start, raw_end = source.normalized.raw_span(words[low][0], words[high - 1][1])
    passage = source.raw[raw_start:raw_end]
    return Passage(raw_start, raw_end, passage, word_diff(passage, quote))


def _votes(text: str, source: SourceText) -> list[Vote]:
    """Give (where the quote would begin, number of the voter, weight), sorted: by pairs of words, else by words."""
    tokens = [(found.start(), found.end()) for found in TOKEN.finditer(text)]
    pairs = [(text[left[0] : right[1]], left[0]) for left, right in pairwise(tokens)]
    words = [(form, begin) for begin, stop in tokens for form in _cases(text[begin:stop])]
    return _votes_of(pairs, source) or _votes_of(words, source)


def _votes_of(voters: list[tuple[str, int]], source: SourceText) -> list[Vote]:
    """Let the voters (words, offset in the quote) vote, the rarest first, while there are places to look at."""
    ranked = []
    for number, (words, offset) in enumerate(voters):
        inner, places = source.rarest(words)
        ranked.append((len(places), number, words, offset, inner))
    ranked.sort()
    source_text = source.text
    votes: list[Vote] = []
    left = _MOST_PLACES
    for count, number, words, offset, inner in ranked:
        _, places = source.rarest(words)
        standing = [at for at in places[:left] if at >= inner and source_text.startswith(words, at - inner)]
        weight = 1 / (1 + log2(count or 1))
        votes += [(at - inner - offset, number, weight) for at in standing[:_MOST_VOTES]]
        left -= count
        if left <= 0 or len(votes) >= _MOST_VOTES:
            break
    return sorted(votes)


def _cases(word: str) -> list[str]:
    return list(dict.fromkeys((word, word.lower(), word.upper(), word.capitalize())))


def _densest(votes: list[Vote], width: int) -> tuple[int, int]:
    """Give the first and last beginning of the stretch in which most words have a vote, the rarer counting more."""
    best, best_span = -1.0, (0, 0)
    seen: Counter[int] = Counter()
    weight = 0.0
    oldest = 0
    for place, number, own_weight in votes:
        if not seen[number]:
            weight += own_weight
        seen[number] += 1
        while votes[oldest][0] < place - width:
            seen[votes[oldest][1]] -= 1
            if not seen[votes[oldest][1]]:
                weight -= votes[oldest][2]
            oldest += 1
        if weight > best + 1e-9:
            best, best_span = weight, (votes[oldest][0], place)
    return best_span


def _snap(text: str, index: int, step: int) -> int:
    """Move to the next white space in one direction, not far."""
    for _ in range(_LONGEST_WORD):
        if index <= 0 or index >= len(text) or _SPACE.match(text, index):
            break
        index += step
    return index
