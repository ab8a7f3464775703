"""Which stretches of a raw text stand within quotation marks.

Knows “…”, „…“, ”…”, «…», »…«, 「…」, "…" and, in the British way, ‘…’ and '…'. A quotation that is not closed where its
paragraph ends goes on if the next one opens again, or closes; else it ends with its paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.proof.normalize import LINE_ENDS
from tui.analysis.proof.single_marks import single_quotations
from tui.analysis.proof.words import SPACELESS

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS = {
    '"': '"', "＂": "＂", "“": "”", "‟": "”", "„": "“”\"", "”": "”", "«": "»", "»": "«»",
    "「": "」", "『": "』", "〝": "〞〟", "❝": "❞",
}  # fmt: skip
_EITHER_WAY = '"＂”»'
_MARK = re.compile(rf"[{''.join(_CLOSERS)}」』〞〟❞]|[{LINE_ENDS}]\s*")
_OPENING_PUNCTUATION = "([{—–-/:;'‘‚"
_SPACELESS = re.compile(f"[{SPACELESS}]")
_LONGEST_CARRY = 5000
"""Code points after the end of a paragraph within which an open quotation may still be closed."""


class Quotation(NamedTuple):
    """A raw span with its marks; `closed` where a closing mark is its last code point."""

    start: int
    end: int
    closed: bool


def quotations(raw: str) -> tuple[Quotation, ...]:
    """Find all outermost quotations, in order and apart from one another, in linear time."""
    double = list(_double_quotations(raw))
    single = single_quotations(raw, [(found.start, found.end) for found in double])
    found = sorted([*double, *(Quotation(start, end, closed=True) for start, end in single)], key=_by_place)
    merged: list[Quotation] = []
    for quotation in found:
        if not merged or quotation.start >= merged[-1].end:
            merged.append(quotation)
    return tuple(merged)


def _by_place(quotation: Quotation) -> tuple[int, int]:
    return quotation.start, -quotation.end


def _double_quotations(raw: str) -> Iterator[Quotation]:
    start = -1
    paragraph_end = -1  # where the paragraph ended in which the open quotation began or went on
    after_break = 0
    for found in _MARK.finditer(raw):
        index = found.start()
        mark = raw[index]
        if mark in LINE_ENDS:
            after_break = found.end()
            if start >= 0 > paragraph_end:
                paragraph_end = index
            continue
        if start >= 0:
            if _closes(raw, start, index) and (paragraph_end < 0 or index - paragraph_end <= _LONGEST_CARRY):
                yield Quotation(start, index + 1, closed=True)
                start = paragraph_end = -1
                continue
            if paragraph_end < 0:
                continue  # a quotation within the quotation
            if index == after_break and mark == raw[start]:
                paragraph_end = -1  # goes on in a new paragraph
                continue
            yield Quotation(start, paragraph_end, closed=False)
            start = paragraph_end = -1
        if _opens(raw, index):
            start = index
    if start >= 0:
        yield Quotation(start, paragraph_end if paragraph_end >= 0 else len(raw), closed=False)


def _opens(raw: str, index: int) -> bool:
    mark = raw[index]
    if mark not in _CLOSERS:
        return False
    if mark not in _EITHER_WAY:
        return True
    before, after = raw[index - 1 : index], raw[index + 1 : index + 2]
    if not after or after.isspace():
        return False
    if mark in "”»":
        return not before or before.isspace() or before in _OPENING_PUNCTUATION
    return not before.isalnum() or _SPACELESS.match(before) is not None


def _closes(raw: str, start: int, index: int) -> bool:
    mark = raw[index]
    if mark not in _CLOSERS[raw[start]]:
        return False
    if mark not in _EITHER_WAY or mark != raw[start]:
        return True
    before, after = raw[index - 1], raw[index + 1 : index + 2]
    if before.isspace():
        return not after.isalnum()
    inner = before.isalnum() and after.isalnum()
    return not inner or _SPACELESS.match(after) is not None
