"""A word diff: what a quote has in common with a passage, what it adds and what it drops."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.analysis.proof.normalize import normalize
from tui.analysis.proof.quote_forms import without_stop
from tui.analysis.proof.state import DiffKind, DiffWord
from tui.analysis.proof.words import SPACELESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORD = re.compile(rf"[{SPACELESS}](?:[^\w\s]+(?=[\s{SPACELESS}]|$))?|[^\s{SPACELESS}]+")
"""A word as it is written, with its punctuation; a letter where a script has no spaces."""
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_MARKS = "\"'"
_COSTLIEST = 200_000
"""Pairs of equal words up to which all are weighed against one another."""

Block = tuple[int, int, int]


def word_diff(passage: str, quote: str) -> tuple[DiffWord, ...]:
    """Compare two raw texts word by word, aligned by their letters and digits.

    A word that differs in case or punctuation is dropped and added; typographic differences are none, nor are
    quotation marks at either end and a comma or full stop at the very end. Where a run of words is replaced, what is
    dropped comes first.
    """
    theirs, ours = WORD.findall(passage), WORD.findall(quote)
    diff: list[DiffWord] = []
    at, to = 0, 0
    for block in [*align(keys(theirs), keys(ours)), (len(theirs), len(ours), 0)]:
        diff += [DiffWord(DiffKind.DROPPED, word) for word in theirs[at : block[0]]]
        diff += [DiffWord(DiffKind.ADDED, word) for word in ours[to : block[1]]]
        at, to = block[0] + block[2], block[1] + block[2]
        for number in range(block[2]):
            left, right = theirs[block[0] + number], ours[block[1] + number]
            place = block[1] + number
            diff += _compare(left, right, first=place == 0, last=place == len(ours) - 1)
    return tuple(diff)


def _compare(theirs: str, ours: str, *, first: bool, last: bool) -> Iterator[DiffWord]:
    if theirs == ours:
        yield DiffWord(DiffKind.SAME, theirs)
        return
    left, right = (normalize(word).text for word in (theirs, ours))
    if first:
        left, right = left.lstrip(_MARKS), right.lstrip(_MARKS)
    if last:
        left, right = (without_stop(word.rstrip(_MARKS)).rstrip(_MARKS) for word in (left, right))
    if left == right:
        yield DiffWord(DiffKind.SAME, theirs)
    else:
        yield DiffWord(DiffKind.DROPPED, theirs)
        yield DiffWord(DiffKind.ADDED, ours)


def keys(words: Sequence[str]) -> list[str]:
    """Give what words are aligned by: their letters and digits in one case."""
    return [_key(word) for word in words]


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    plain = word if word.isascii() else normalize(word).text
    if plain.isalnum():
        return plain.casefold()
    return _EDGES.sub("", plain).casefold() or plain


def align(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """Give the blocks of equal words (start left, start right, length), in order and not empty."""
    if _cost(left, right) <= _COSTLIEST:
        return _match(left, right, 0, 0)
    blocks: list[Block] = []
    at, to = 0, 0
    for anchor_left, anchor_right in [*_anchors(left, right), (len(left), len(right))]:
        between_left, between_right = left[at:anchor_left], right[to:anchor_right]
        if _cost(between_left, between_right) <= _COSTLIEST:
            blocks += _match(between_left, between_right, at, to)
        if anchor_left < len(left):
            blocks.append((anchor_left, anchor_right, 1))
        at, to = anchor_left + 1, anchor_right + 1
    return blocks


def _match(left: Sequence[str], right: Sequence[str], at: int, to: int) -> list[Block]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [(at + block.a, to + block.b, block.size) for block in matcher.get_matching_blocks() if block.size]


def _cost(left: Sequence[str], right: Sequence[str]) -> int:
    ours = Counter(right)
    return sum(count * ours[word] for word, count in Counter(left).items())


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Give the longest rising sequence of words that occur once on either side (patience diff)."""
    once_left, once_right = _once(left), _once(right)
    pairs = [(at, once_right[word]) for word, at in once_left.items() if word in once_right]
    piles: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, to) in enumerate(pairs):
        pile = bisect_left(piles, to)
        before.append(tops[pile - 1] if pile else -1)
        piles[pile : pile + 1] = [to]
        tops[pile : pile + 1] = [number]
    anchors = []
    number = tops[-1] if tops else -1
    while number >= 0:
        anchors.append(pairs[number])
        number = before[number]
    return anchors[::-1]


def _once(words: Sequence[str]) -> dict[str, int]:
    counts = Counter(words)
    return {word: number for number, word in enumerate(words) if counts[word] == 1}
