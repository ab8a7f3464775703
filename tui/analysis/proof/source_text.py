"""A source's stored text, prepared once for all quotes from it, each stage when it is first needed."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from tui.analysis.proof.normalize import LINE_ENDS, SOFT_HYPHEN, Normalized, normalize
from tui.analysis.proof.quotation_marks import Quotation, quotations
from tui.analysis.proof.spoken import Spoken, chain_spoken
from tui.analysis.proof.words import TOKEN, is_boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = re.compile(f"[{LINE_ENDS}]")
_BROKEN_WORD = re.compile(rf"{SOFT_HYPHEN}[^\S{LINE_ENDS}]*[{LINE_ENDS}]")
_SEARCHES_BEFORE_INDEX = 48
"""Scans of the text after which the word index has paid for itself."""


class SourceText:
    """A stored text, any string at all. Memory and preparation are linear in its length.

    Spans are in the normalized text unless they are called raw.
    """

    def __init__(self, raw: str, *, rejoin: bool = False) -> None:
        """Take the raw text; `rejoin` reads a word broken over two lines by a soft hyphen as one."""
        self.raw = raw
        self.rejoins = rejoin
        self._searches = 0

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
    def words(self) -> dict[str, list[int]]:
        """Where each token stands, in order."""
        index: dict[str, list[int]] = {}
        for found in TOKEN.finditer(self.text):
            index.setdefault(found.group(), []).append(found.start())
        return index

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

    def same_paragraph(self, start: int, end: int) -> bool:
        """Say whether a raw span lies on one line."""
        return self.paragraph_end(start) >= end

    def paragraph_end(self, position: int) -> int:
        """Give the raw end of the line that holds a raw position."""
        number = bisect_right(self._line_ends, position - 1)
        return self._line_ends[number] if number < len(self._line_ends) else len(self.raw)

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
        offset, positions = self.rarest(needle)
        for position in positions:
            if position >= offset and self.text.startswith(needle, position - offset):
                yield position - offset

    def rarest(self, needle: str) -> tuple[int, list[int]]:
        """Give the offset of a string's rarest token, and where that token stands."""
        rarest: list[int] | None = None
        offset = 0
        for token in TOKEN.finditer(needle):
            positions = self.words.get(token.group(), [])
            if rarest is None or len(positions) < len(rarest):
                rarest, offset = positions, token.start()
            if not positions:
                break
        return offset, rarest or []
