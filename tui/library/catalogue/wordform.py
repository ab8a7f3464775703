"""Text as it is indexed, and back: every ideograph is a word of its own, since between them there are no spaces."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from tui.library.catalogue.schema import SEPARATOR
from tui.load.characters import FORBIDDEN_IN_VALUE, REPLACEMENT

BEGIN: Final = "\x02"
"""Stands before a match; no indexed text has it."""
END: Final = "\x03"
"""Stands after a match."""

# Parts words, and is taken out again; no text that is indexed has it. What writes without spaces: Thai, Lao,
# Burmese, Khmer, kana, and Han ideographs.
_JOINT: Final = "\x1f"
_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U000323af"
)
_PASSAGE: Final = SEPARATOR.strip()


class _Patterns(NamedTuple):
    """Made where they are needed, which for text in ASCII they never are."""

    between: re.Pattern[str]
    special: re.Pattern[str]
    private: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        re.compile(f"(?<=[{_UNSPACED}])(?=\\w)|(?<=\\w)(?=[{_UNSPACED}])"),
        re.compile(f"[{_UNSPACED}{_JOINT}]"),
        re.compile(f"[{_PASSAGE}{_JOINT}]"),
    )


def indexed(texts: Sequence[str]) -> str:
    """Passages as a column of a document; they are free of what a briefing may not hold."""
    whole = SEPARATOR.join(texts)
    if whole.isascii():
        return whole
    between, special, private = _patterns()
    if not special.search(whole) and whole.count(_PASSAGE) == len(texts) - 1:
        return whole
    return SEPARATOR.join(between.sub(_JOINT, private.sub(REPLACEMENT, text)) for text in texts)


def searched(text: str) -> str:
    """What is looked for, as it stands in the index."""
    # SQLite takes a text as ended by a NUL, and has no half of a surrogate pair.
    plain = harmless(text)
    if plain.isascii():
        return plain
    between, special, _ = _patterns()
    return between.sub(_JOINT, plain) if special.search(plain) else plain


def harmless(text: str) -> str:
    """A text of unknown origin, with whatever would act on a terminal replaced."""
    return FORBIDDEN_IN_VALUE.sub(REPLACEMENT, text)


def shown(text: str) -> str:
    """An indexed text as it was."""
    return text.replace(_JOINT, "")


def folded(text: str) -> str:
    """A name as names are compared: without case, accents and further spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return " ".join(plain.casefold().split())
