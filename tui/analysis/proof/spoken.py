"""What is spoken in a text, chained over a reporter's interruptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.proof.normalize import LINE_ENDS
from tui.analysis.proof.words import TOKEN, count_words, has_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.analysis.proof.normalize import Normalized
    from tui.analysis.proof.quotation_marks import Quotation

LONGEST_INTERRUPTION = 40
"""Words a reporter may put in between."""
_LONGEST_IN_CHARACTERS = 800
_LINE_END = re.compile(f"[{LINE_ENDS}]")
# Without a pause on both sides it is no interruption: he called it “a threat” that should be “banned”.
_PAUSES = tuple(",.;:?!…-—–)")


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between one pair of quotation marks: a span of the normalized text."""

    start: int
    end: int
    gap: str
    """The reporter's raw words before it, empty for the first of a chain."""


@dataclass(slots=True)
class Spoken:
    """The tokens of all chains, for one search over them."""

    tokens: list[str] = field(default_factory=list)
    """All tokens in order; an empty one parts two chains."""
    numbers: dict[str, list[int]] = field(default_factory=dict)
    """Where in `tokens` each is."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Where each token stands in the normalized text."""
    segment_of: list[int] = field(default_factory=list)
    """The segment each token is of."""
    segments: list[Segment] = field(default_factory=list)

    def add(self, token: str, span: tuple[int, int]) -> None:
        """Add a token of the segment that is added next."""
        self.numbers.setdefault(token, []).append(len(self.tokens))
        self.tokens.append(token)
        self.spans.append(span)
        self.segment_of.append(len(self.segments))


def chain_spoken(normalized: Normalized, quotations: Iterable[Quotation]) -> Spoken:
    """Chain the quotations that only a reporter's words part, in linear time."""
    spoken = Spoken()
    for chain in _chains(normalized, quotations):
        for segment in chain:
            for token in TOKEN.finditer(normalized.text, segment.start, segment.end):
                spoken.add(token.group(), token.span())
            spoken.segments.append(segment)
        spoken.add("", (0, 0))
    return spoken


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
    return gap
