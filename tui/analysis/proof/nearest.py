"""The passage of a text most like a quote that does not stand there.

Pairs of words that the quote shares with the text, the rarest first, vote for where the quote would begin; where it
shares none, its words do. Only the stretch with most votes is aligned.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from math import log2
from typing import TYPE_CHECKING

from tui.analysis.proof.normalize import normalize
from tui.analysis.proof.state import Passage
from tui.analysis.proof.word_diff import WORD, align, keys, word_diff
from tui.analysis.proof.words import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.proof.source_text import SourceText

_MOST_VOTES = 60
_NARROWEST = 40
_SPACE = re.compile(r"\s")
_LONGEST_WORD = 100

Vote = tuple[int, int, float]
"""Where the quote would begin, the number of the voter, its weight."""
Voter = tuple[int, int, "Callable[[], Sequence[int]]"]
"""How many places it stands in at most, its offset in the quote, what gives the numbers of those places."""


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
    """Give the votes in order of place: of pairs of words, else of words."""
    index = source.words
    tokens = [(found.group(), found.start()) for found in TOKEN.finditer(text)]
    counts = [len(index.places(token)) for token, _ in tokens]
    pairs = [
        (min(counts[number : number + 2]), offset, partial(index.pairs, word, tokens[number + 1][0]))
        for number, (word, offset) in enumerate(tokens[:-1])
    ]
    votes = _rarest_votes(pairs, index.starts)
    if not votes:
        words = [
            (len(index.places(form)), offset, partial(index.places, form))
            for word, offset in tokens
            for form in _cases(word)
        ]
        votes = _rarest_votes(words, index.starts)
    return votes


def _rarest_votes(voters: Sequence[Voter], starts: Sequence[int]) -> list[Vote]:
    """Let the voters vote, the rarest first, until there are enough votes."""
    votes: list[Vote] = []
    for number, (at_most, offset, look_up) in sorted(enumerate(voters), key=lambda voter: voter[1][0]):
        if not at_most or not (places := look_up()):
            continue
        weight = 1 / (1 + log2(len(places)))
        votes += [(starts[place] - offset, number, weight) for place in places[:_MOST_VOTES]]
        if len(votes) >= _MOST_VOTES:
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
