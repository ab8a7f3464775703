"""Where a word begins and ends, and how many there are.

A word is a run of letters, digits and combining marks, with what joins them inside: the apostrophe of "don't", the
hyphen of "so-called" and "U.S.-China", the point of "U.S." and "10.5", the comma of "10,000", the sign of "-3". What
French elides before a noun, as in "l'Europe", is a word of its own. Scripts that are written without spaces (Han,
kana, Thai, Lao, Khmer, Burmese) may be parted between any two letters, and each letter counts as a word.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
TOKEN = re.compile(rf"[{SPACELESS}]|[^\W{SPACELESS}]+")
"""What the word index holds: no match at word boundaries begins or ends inside a token."""

_SPACELESS = re.compile(f"[{SPACELESS}]")
_BREAK = re.compile(r"\s+|-{2,}|[–—―]")
_THOUSAND = re.compile(r"\d{3}(?!\d)")
_HYPHENS = "-‐‑﹣－"
_RANGE_DASHES = "–‒−"
_JOINERS = "'-.,:/&@ \"·״׳"
_ENDS_OF_COMPOUNDS = ".%)\"'"
# Not n', whose loss turns a sentence round, nor D', which begins names.
_ELIDED_BEFORE_NOUN = re.compile(r"(?:^|[^\w'])(?:[lLd]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)'$")
_HEBREW = re.compile("[\u05d0-\u05ea]")
_NON_BREAKING_SPACES = "\xa0\u202f\u2009\u2007"
# Signs that belong to the letter before them, vowels to the letter after, and powers of ten to their digits.
_CONTINUES = frozenset("ー々〻ゝゞヽヾっゃゅょぁぃぅぇぉゎッャュョァィゥェォヮヵヶะาำๅๆ")
_LEADS = frozenset("เแโใไ")
_POWERS = frozenset("十百千万萬亿億兆")


def count_words(raw: str) -> int:
    """Count words: what white space and dashes part; each letter of a script without spaces is one."""
    count = 0
    for piece in _BREAK.split(raw):
        count += len(_SPACELESS.findall(piece))
        count += any(character.isalnum() for character in _SPACELESS.sub("", piece))
    return count


def has_word(text: str) -> bool:
    """Say whether there is any letter or digit."""
    return any(character.isalnum() for character in text)


def is_boundary(text: str, index: int, glyph: Callable[[int], str]) -> bool:
    """Say whether a word may begin or end between `text[index - 1]` and `text[index]`.

    `text` is normalized; `glyph` gives the raw characters at an index, since dashes part words and hyphens do not.
    """
    if index <= 0 or index >= len(text):
        return True
    before, after = text[index - 1], text[index]
    if " " in (before, after) and not (before.isdigit() or after.isdigit()):
        return True
    if _is_word(after):
        if _is_word(before):
            return _parts_spaceless(before, after)
        joined = _joins(text, index - 1, glyph) and not _ELIDED_BEFORE_NOUN.search(text[max(0, index - 9) : index])
    else:
        joined = _is_word(before) and _joins(text, index, glyph)
    return not joined and not _is_inside_compound(text, index, glyph)


def _is_word(character: str) -> bool:
    return (
        character.isalnum() or character == "_" or (character > "\u02ff" and unicodedata.category(character)[0] == "M")
    )


def is_spaceless(character: str) -> bool:
    """Say whether a character is of a script written without spaces."""
    return character > "\u0dff" and _SPACELESS.match(character) is not None


def _parts_spaceless(before: str, after: str) -> bool:
    if not (is_spaceless(before) or is_spaceless(after)):
        return False
    if unicodedata.category(after)[0] == "M" or after in _CONTINUES or before in _LEADS:
        return False
    return not (before.isdigit() and after in _POWERS)


def _is_inside_compound(text: str, index: int, glyph: Callable[[int], str]) -> bool:
    """Say whether the place is in what a hyphen after another mark holds together: "U.S.-China", "(anti)-war"."""
    hyphen = text.find("-", index - 1, index + 2)
    if hyphen < 2 or hyphen + 1 >= len(text) or text[hyphen - 1] not in _ENDS_OF_COMPOUNDS:
        return False
    if index < hyphen and text[hyphen - 1] not in ".%":
        return False  # the words within the brackets or quotation marks are whole
    return _is_word(text[hyphen - 2]) and _is_word(text[hyphen + 1]) and glyph(hyphen) in _HYPHENS


def _joins(text: str, index: int, glyph: Callable[[int], str]) -> bool:
    """Say whether the character at `index`, not itself of a word, belongs to the word after it."""
    joiner = text[index]
    if joiner not in _JOINERS or index + 1 >= len(text):
        return False
    before = text[index - 1] if index else " "
    after = text[index + 1]
    if not _is_word(after) or is_spaceless(after) or is_spaceless(before):
        return False
    if not _is_word(before):
        return after.isdigit() and _signs(joiner, before, glyph(index))
    if before.isdigit() and after.isdigit():
        return _joins_digits(text, index, glyph)
    return _joins_letters(text, index, glyph)


def _signs(joiner: str, before: str, glyph: str) -> bool:
    """Say whether it is the sign or the leading point of a number."""
    return glyph in ("-", "−") or (joiner == "." and before != ".")


def _joins_digits(text: str, index: int, glyph: Callable[[int], str]) -> bool:
    joiner = text[index]
    if joiner == "-":
        return glyph(index) in _HYPHENS + _RANGE_DASHES
    if joiner == " ":
        return glyph(index) in _NON_BREAKING_SPACES and _THOUSAND.match(text, index + 1) is not None
    return joiner in ".,:/'"


def _joins_letters(text: str, index: int, glyph: Callable[[int], str]) -> bool:
    """Say whether it joins, as a point does inside "U.S." or "example.org", not between unspaced sentences."""
    joiner = text[index]
    if joiner == "-":
        return glyph(index) in _HYPHENS
    if joiner == '"':
        return _HEBREW.match(text, index - 1) is not None and _HEBREW.match(text, index + 1) is not None
    if joiner != ".":
        return joiner in "'&@·״׳"
    if not (text[index - 1].isalpha() and text[index + 1].isalpha()):
        return False
    if text[index + 1].islower() or index < 2 or not _is_word(text[index - 2]):
        return True
    return text.startswith(".", index + 2) and (index < 3 or not _is_word(text[index - 3]))  # "Ph.D."
