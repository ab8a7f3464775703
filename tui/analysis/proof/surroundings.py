"""A quote's `prefix` and `suffix`: what stands directly before and after it, to tell two places apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.proof.normalize import normalize

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_GAP = 16
"""Punctuation marks and spaces there may be between the quote and what surrounds it."""


class Surroundings(NamedTuple):
    """The normalized words before and after; empty where none were given."""

    prefix: str
    suffix: str

    @classmethod
    def of(cls, prefix: str | None, suffix: str | None) -> Surroundings:
        """Take them as an author wrote them; punctuation next to the quote is not compared."""
        before, after = (normalize(text or "").text.strip() for text in (prefix, suffix))
        return cls(_strip_end(before), _strip_start(after))

    def choose(self, text: str, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
        """Keep the spans they fit, or all where they fit none or are not needed."""
        if len(spans) < 2 or not (self.prefix or self.suffix):
            return spans
        return [span for span in spans if self._fit(text, *span)] or spans

    def _fit(self, text: str, start: int, end: int) -> bool:
        before = _strip_end(text[max(0, start - len(self.prefix) - _LONGEST_GAP) : start])
        after = _strip_start(text[end : end + len(self.suffix) + _LONGEST_GAP])
        return _ends_in(before, self.prefix) and _ends_in(after[::-1], self.suffix[::-1])


def _ends_in(text: str, words: str) -> bool:
    """Say whether a text ends in whole words; in none it always does."""
    return not words or (text.endswith(words) and not text[: -len(words)][-1:].isalnum())


def _strip_end(text: str) -> str:
    end = len(text)
    while end and not text[end - 1].isalnum():
        end -= 1
    return text[:end]


def _strip_start(text: str) -> str:
    start = 0
    while start < len(text) and not text[start].isalnum():
        start += 1
    return text[start:]
