"""Text as it is indexed, and back: every ideograph is a word of its own, since between them there are no spaces."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

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
_BETWEEN: Final = re.compile(f"(?<=[{_UNSPACED}])(?=\\w)|(?<=\\w)(?=[{_UNSPACED}])")
_HAS_UNSPACED: Final = re.compile(f"[{_UNSPACED}{_JOINT}]")
_PASSAGE: Final = SEPARATOR.strip()
_PRIVATE: Final = re.compile(f"[{_PASSAGE}{_JOINT}]")


def indexed(texts: Sequence[str]) -> str:
    """Passages as a column of a document; they are free of what a briefing may not hold."""
    whole = SEPARATOR.join(texts)
    if whole.isascii() or not (_HAS_UNSPACED.search(whole) or whole.count(_PASSAGE) != len(texts) - 1):
        return whole
    return SEPARATOR.join(_BETWEEN.sub(_JOINT, _PRIVATE.sub(REPLACEMENT, text)) for text in texts)


def searched(text: str) -> str:
    """What is looked for, as it stands in the index."""
    # SQLite takes a text as ended by a NUL, and has no half of a surrogate pair.
    plain = harmless(text)
    return _BETWEEN.sub(_JOINT, plain) if _HAS_UNSPACED.search(plain) else plain


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
