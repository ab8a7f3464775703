"""A source's stored text, prepared once for all quotes from it, each stage when it is first needed."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from tui.analysis.proof.normalize import LINE_ENDS, SOFT_HYPHEN, Normalized, normalize
from tui.analysis.proof.quotation_marks import Quotation, quotations
from tui.analysis.proof.spoken import Spoken, chain_spoken
from tui.analysis.proof.token_index import TokenIndex
from tui.analysis.proof.words import TOKEN, is_boundary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE_END = re.compile(f"[{LINE_ENDS}]")
_BROKEN_WORD = re.compile(rf"{SOFT_HYPHEN}[^\S{LINE_ENDS}]*[{LINE_ENDS}]")
_SEARCHES_BEFORE_INDEX = 48
"""Scans of the text after which the word index has paid for itself."""

_MOST_LOOKED_UP = 16


class SourceText:
    """A stored text, any string at all. Memory and preparation are linear in its length.

    Spans are in the normalized text unless they are called raw.
    """

    def __init__(self, raw: str, *, rejoin: bool = False) -> None:
        """Take the raw text; `rejoin` reads a word broken over two lines by a soft hyphen as one."""
        self.raw = raw
        self.rejoins = rejoin
        self._searches = 0
        self._looked_up: dict[str, tuple[int, Sequence[int]]] = {}

    @cached_property
    def normalized(self) -> Normalized:
        """The text as it is compared, with the way back."""
        return normalize(self.raw, rejoin=self.rejoins)

    @property
    def text(self) -> str:
        """The text as it is compared."""
        return self.normalized.text

    @cached_property
    def rejoined(self) -> SourceText | None:
        """The text with its broken words whole, or None where it has none."""
        if self.rejoins or SOFT_HYPHEN not in self.raw or not _BROKEN_WORD.search(self.raw):
            return None
        return SourceText(self.raw, rejoin=True)

    @cached_property
    def words(self) -> TokenIndex:
        """All tokens of the text."""
        return TokenIndex(TOKEN.findall(self.text), [found.start() for found in TOKEN.finditer(self.text)])

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The raw stretches within quotation marks."""
        return quotations(self.raw)

    @cached_property
    def spoken(self) -> Spoken:
        """What is spoken with a reporter's interruptions."""
        return chain_spoken(self.normalized, self.quotations)

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.start() for found in _LINE_END.finditer(self.raw)]

    def is_boundary(self, index: int) -> bool:
        """Say whether a word may begin or end here."""
        return is_boundary(self.text, index, self.normalized.glyph)

    def places(self, needle: str) -> Iterator[int]:
        """Give where a normalized, non-empty string with a word in it stands at word boundaries, in order."""
        for start in self.occurrences(needle):
            if self.is_boundary(start) and self.is_boundary(start + len(needle)):
                yield start

    def find(self, needle: str, start: int, end: int) -> int:
        """Find the first such place within a span, or -1."""
        while (start := self.text.find(needle, start, end)) >= 0:
            if self.is_boundary(start) and self.is_boundary(start + len(needle)):
                return start
            start += 1
        return -1

    def places_within(self, needle: str, start: int, end: int) -> Iterator[int]:
        """Give all such places within a span."""
        while (start := self.find(needle, start, end)) >= 0:
            yield start
            start += 1

    def find_last(self, needle: str, start: int, end: int) -> int:
        """Find the last such place within a span, or -1."""
        while (found := self.text.rfind(needle, start, end)) >= 0:
            if self.is_boundary(found) and self.is_boundary(found + len(needle)):
                return found
            end = found + len(needle) - 1
        return -1

    def is_quoted(self, start: int, end: int) -> bool:
        """Say whether a raw span lies within one quotation, its marks included."""
        number = bisect_right(self._quotation_starts, start) - 1
        return number >= 0 and end <= self.quotations[number].end

    def next_quotation(self, index: int) -> int:
        """Give the normalized start of the first quotation after a position, or the length of the text."""
        number = bisect_right(self._quotation_starts, self.normalized.raw_span(index, index + 1)[0])
        if number == len(self.quotations):
            return len(self.text)
        return max(index + 1, self.normalized.position(self.quotations[number].start))

    def same_paragraph(self, start: int, end: int) -> bool:
        """Say whether a raw span lies on one line."""
        return self.paragraph_end(start) >= end

    def paragraph_end(self, position: int) -> int:
        """Give the raw end of the line that holds a raw position."""
        number = bisect_right(self._line_ends, position - 1)
        return self._line_ends[number] if number < len(self._line_ends) else len(self.raw)

    def paragraph_start(self, index: int) -> int:
        """Give the normalized start of the line that holds a normalized position."""
        number = bisect_right(self._line_ends, self.normalized.raw_span(index, index + 1)[0]) - 1
        return self.normalized.position(self._line_ends[number] + 1) if number >= 0 else 0

    def paragraph_limit(self, index: int) -> int:
        """Give the normalized end of the line that holds a normalized position."""
        return self.normalized.position(self.paragraph_end(self.normalized.raw_span(index, index + 1)[0]))

    def occurrences(self, needle: str) -> Iterator[int]:
        """Give where such a string stands, also within longer words, in order."""
        if "words" not in self.__dict__ and self._searches < _SEARCHES_BEFORE_INDEX:
            self._searches += 1
            return self._scan(needle)
        return self._look_up(needle)

    def _scan(self, needle: str) -> Iterator[int]:
        start = -1
        while (start := self.text.find(needle, start + 1)) >= 0:
            yield start

    def _look_up(self, needle: str) -> Iterator[int]:
        offset, places = self._rarest(needle)
        text, starts = self.text, self.words.starts
        for place in places:
            start = starts[place] - offset
            if start >= 0 and text.startswith(needle, start):
                yield start

    def rarity(self, needle: str) -> int:
        """Give a number of places that a string with a word in it stands in at most."""
        return len(self._rarest(needle)[1])

    def _rarest(self, needle: str) -> tuple[int, Sequence[int]]:
        """Give the offset of a string's rarest pair of tokens, and the numbers of the first of that pair."""
        if needle not in self._looked_up:
            if len(self._looked_up) >= _MOST_LOOKED_UP:
                self._looked_up.clear()
            tokens = list(TOKEN.finditer(needle))
            number, places = self.words.rarest([token.group() for token in tokens])
            self._looked_up[needle] = (tokens[number].start() if tokens else 0), places
        return self._looked_up[needle]
