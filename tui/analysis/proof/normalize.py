"""The one spelling under which a quote and a text are compared, with the way back to the raw text.

Unicode Normalization Form C (UAX #15); quotation marks and apostrophes become `'` or `"`, dashes `-`, `…` three points,
each run of white space one space; soft hyphens and other invisible format characters vanish. Case and compatibility
characters (ligatures, full-width letters) stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

DOUBLE_MARKS = '"“”„‟«»″‶〝〞〟「」❝❞＂⹂'
SINGLE_MARKS = "'‘’‚‛‹›′‵『』❛❜＇`´ʻʼ"
DASHES = "‐‑‒–—―−⸺⸻﹘﹣－"
LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
SPACES = (
    LINE_ENDS + "\t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
SOFT_HYPHEN = "\xad"
ELLIPSIS = "…"
INVISIBLE = (
    SOFT_HYPHEN
    + "\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    + "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
)

_STRAIGHT = {
    **dict.fromkeys(DOUBLE_MARKS, '"'),
    **dict.fromkeys(SINGLE_MARKS, "'"),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(SPACES, " "),
}
_STRAIGHT_TABLE = str.maketrans(_STRAIGHT)
_INVISIBLE_TABLE = dict.fromkeys(map(ord, INVISIBLE))
# Canonical ordering is quadratic in a run of marks; UAX #15's stream-safe format bounds one at 30.
_LONGEST_RUN_OF_MARKS = 30


class Normalized:
    """A normalized text and its map to the raw one. Positions are code points, ends exclusive."""

    __slots__ = ("_at", "_raw_at", "raw", "text")

    def __init__(self, raw: str, text: str, at: list[int], raw_at: list[int]) -> None:
        self.raw = raw
        self.text = text
        # Stretches by turns copied one to one (even) and replaced as a whole (odd).
        self._at = at
        self._raw_at = raw_at

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the raw span of the normalized span `start` to `end`, which is not empty."""
        return self._raw(start)[0], self._raw(end - 1)[1]

    def glyph(self, index: int) -> str:
        """Give what the raw text has for one normalized code point."""
        start, end = self._raw(index)
        return self.raw[start:end]

    def position(self, raw_position: int) -> int:
        """Give the normalized position of a raw one; within what was replaced, that of its start."""
        stretch = bisect_right(self._raw_at, raw_position) - 1
        if stretch % 2:
            return self._at[stretch]
        return self._at[stretch] + raw_position - self._raw_at[stretch]

    def _raw(self, index: int) -> tuple[int, int]:
        stretch = bisect_right(self._at, index) - 1
        if stretch % 2:
            return self._raw_at[stretch], self._raw_at[stretch + 1]
        start = self._raw_at[stretch] + index - self._at[stretch]
        return start, start + 1


def normalize(raw: str, *, rejoin: bool = False) -> Normalized:
    """Normalize any string, in time linear in its length.

    With `rejoin`, a word broken over two lines by a soft hyphen is one word; without, the line end parts it.
    """
    present = set(raw)
    text = raw
    for character in present & _STRAIGHT.keys():
        text = text.replace(character, _STRAIGHT[character])
    pieces: list[str] = []
    at, raw_at = [0], [0]
    copied = length = 0
    for found in _units("".join(sorted(one for one in present if one > "\x7f")), rejoin=rejoin).finditer(text):
        unit = found.group()
        replacement = _replace(unit)
        if len(replacement) == len(unit) and replacement == unit:
            continue
        pieces += (text[copied : found.start()], replacement)
        length += found.start() - copied
        at += (length, length + len(replacement))
        raw_at += found.span()
        length += len(replacement)
        copied = found.end()
    pieces.append(text[copied:])
    return Normalized(raw, "".join(pieces), at, raw_at)


@lru_cache(maxsize=1 << 10)
def _units(present: str, *, rejoin: bool) -> re.Pattern[str]:
    """Match whatever is not copied one to one, given the characters that occur and are not ASCII."""
    marks, singletons = "", ""
    for character in present:
        if unicodedata.category(character)[0] == "M" or _is_hangul_jamo(character):
            marks += character
        if unicodedata.normalize("NFC", character) != character:
            singletons += character
    invisible = "".join(character for character in INVISIBLE if character in present)
    choices = []
    if marks:
        run = f"(?:[{invisible}]*[{re.escape(marks)}])" if invisible else f"[{re.escape(marks)}]"
        choices.append(rf"[^ \-{invisible}]{run}{{1,{_LONGEST_RUN_OF_MARKS}}}")
    if singletons:
        choices.append(f"[{re.escape(singletons)}]")
    if ELLIPSIS in present:
        choices.append(ELLIPSIS)
    if rejoin:
        choices.append(f"{SOFT_HYPHEN}[ {invisible}]+")
    if invisible:
        choices += (f" [ {invisible}]* ", f"-(?:[{invisible}]*-)+", f"[{invisible}]+")
    else:
        choices += (" {2,}", "-{2,}")
    return re.compile("|".join(choices))


def _replace(unit: str) -> str:
    if unit[0] in " -":
        return unit[0]
    if unit[0] == ELLIPSIS:
        return "..." + unit[1:]
    visible = unit.translate(_INVISIBLE_TABLE)
    if unit[0] == SOFT_HYPHEN and not visible.strip(" "):
        return ""
    return unicodedata.normalize("NFC", visible).translate(_STRAIGHT_TABLE)


def _is_hangul_jamo(character: str) -> bool:
    return "\u1100" <= character <= "\u11ff" or "\ua960" <= character <= "\ua97f" or "\ud7b0" <= character <= "\ud7ff"
