"""What is spoken in a text, chained over a reporter's interruptions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.proof.normalize import DOUBLE_MARKS, LINE_ENDS
from tui.analysis.proof.speaker import names_two_speakers
from tui.analysis.proof.token_index import TokenIndex
from tui.analysis.proof.words import TOKEN, count_words, has_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.analysis.proof.normalize import Normalized
    from tui.analysis.proof.quotation_marks import Quotation

LONGEST_INTERRUPTION = 40
"""Words a reporter may put in between."""
_LONGEST_IN_CHARACTERS = 800
_LINE_END = re.compile(f"[{LINE_ENDS}]")
_WHERE_ATTRIBUTION_ENDS = re.compile(rf"[{LINE_ENDS}{DOUBLE_MARKS}]")
# Without a pause on both sides it is no interruption: he called it “a threat” that should be “banned”.
_PAUSES = tuple(",.;:?!…-—–)")


class Segment(NamedTuple):
    """What stands between one pair of quotation marks: a span of the normalized text."""

    start: int
    end: int
    gap: str
    """The reporter's raw words before it, empty for the first of a chain."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The tokens of all chains, for one search over them; an empty token parts two chains."""

    index: TokenIndex
    segment_of: list[int]
    """The segment each token is of."""
    segments: list[Segment]


def chain_spoken(normalized: Normalized, quotations: Iterable[Quotation]) -> Spoken:
    """Chain the quotations that only a reporter's words part, in linear time."""
    tokens: list[str] = []
    starts: list[int] = []
    segment_of: list[int] = []
    segments: list[Segment] = []
    for chain in _chains(normalized, quotations):
        for segment in chain:
            for token in TOKEN.finditer(normalized.text, segment.start, segment.end):
                tokens.append(token.group())
                starts.append(token.start())
                segment_of.append(len(segments))
            segments.append(segment)
        tokens.append("")
        starts.append(0)
        segment_of.append(len(segments))
    return Spoken(TokenIndex(tokens, starts), segment_of, segments)


def _chains(normalized: Normalized, quotations: Iterable[Quotation]) -> Iterator[list[Segment]]:
    chain: list[Segment] = []
    previous: Quotation | None = None
    for quotation in quotations:
        gap = "" if previous is None else _interruption(normalized.raw, previous, quotation)
        if not gap:
            if len(chain) > 1:
                yield chain
            chain = []
        start, end = quotation.start + 1, quotation.end - quotation.closed
        chain.append(Segment(normalized.position(start), normalized.position(end), gap))
        previous = quotation
    if len(chain) > 1:
        yield chain


def _interruption(raw: str, left: Quotation, right: Quotation) -> str:
    """Give the reporter's words between two quotations, or nothing where these are two, not one interrupted."""
    if not left.closed or right.start - left.end > _LONGEST_IN_CHARACTERS:
        return ""
    gap = raw[left.end : right.start].strip()
    pauses_before = gap.startswith(_PAUSES) or raw[left.start + 1 : left.end - 1].rstrip().endswith(_PAUSES)
    if not (pauses_before and gap.endswith(_PAUSES) and has_word(gap)):
        return ""
    if _LINE_END.search(raw, left.end, right.start) or count_words(gap) > LONGEST_INTERRUPTION:
        return ""
    return "" if names_two_speakers(gap, _attribution_after(raw, right)) else gap


def _attribution_after(raw: str, quotation: Quotation) -> str:
    """Give the words after a quotation that may attribute it: none where it ends its sentence."""
    if not quotation.closed or raw[quotation.end - 2] == ".":
        return ""
    after = _WHERE_ATTRIBUTION_ENDS.split(raw[quotation.end : quotation.end + _LONGEST_IN_CHARACTERS], maxsplit=1)
    return after[0]
