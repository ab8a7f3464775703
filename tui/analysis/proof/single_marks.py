"""Which stretches stand within single quotation marks, told apart from apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.analysis.proof.normalize import LINE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = re.compile("['‘’‚‹›❛❜]")
_CLOSERS = {"'": "'", "‘": "’", "‚": "‘’", "‹": "›", "›": "‹", "❛": "❜"}
_LINE_END = re.compile(f"[{LINE_ENDS}]")
_DECADE = re.compile(r"\d+s\b")
_OPENING_PUNCTUATION = '([{—–-/:;"“„«'
_LONGEST = 5000
"""Code points a single quotation may be long: further on, a closing mark is another's apostrophe."""


def single_quotations(raw: str, double: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give the raw spans, marks included, that cross no border of the `double` quotations (sorted, apart)."""
    marks = [found.start() for found in _MARK.finditer(raw)]
    starts = [start for start, _ in double]
    past = 0
    for number, opening in enumerate(marks):
        if opening < past or not _opens(raw, opening):
            continue
        closing = _closing(raw, marks, number)
        if closing is not None and _within(double, starts, opening) == _within(double, starts, closing):
            past = closing + 1
            yield opening, past


def _within(spans: Sequence[tuple[int, int]], starts: list[int], index: int) -> int:
    number = bisect_right(starts, index) - 1
    return number if number >= 0 and index < spans[number][1] else -1


def _opens(raw: str, index: int) -> bool:
    mark = raw[index]
    before, after = raw[index - 1 : index], raw[index + 1 : index + 2]
    if mark not in _CLOSERS or not after or after.isspace() or before.isalnum():
        return False
    if mark not in "'›":
        return True
    return (not before or before.isspace() or before in _OPENING_PUNCTUATION) and not _DECADE.match(raw, index + 1)


def _closing(raw: str, marks: list[int], number: int) -> int | None:
    """Find the mark that closes the one at `number`.

    "voters’ choice" looks like a close, so such a mark counts only where no clearer one comes before the next opening.
    """
    opening = marks[number]
    closers = _CLOSERS[raw[opening]]
    doubtful: int | None = None
    for following in range(number + 1, len(marks)):
        index = marks[following]
        if index - opening > _LONGEST:
            break
        before, after = raw[index - 1], raw[index + 1 : index + 2]
        if raw[index] not in closers or before.isspace() or after.isalnum():
            if _opens(raw, index) and raw[index] == raw[opening]:
                break
            continue
        if before in "sS" and raw[index + 1 : index + 3].strip(" ").isalnum() and after == " ":
            doubtful = index if doubtful is None else doubtful
            continue
        doubtful = index
        break
    if doubtful is not None and raw[opening] == "'" and _LINE_END.search(raw, opening, doubtful):
        return None
    return doubtful
