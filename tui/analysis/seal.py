"""Seals: whether a quote and its source are still what they were when the quote was proven."""

import hashlib
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from tui.load.seal import Key, SealRecord
from tui.model.briefing import Briefing
from tui.model.quote import Quote
from tui.model.seal import Seal
from tui.model.source import Source

# What a proof is a proof of. Remarks, ratings and links may change without a new one.
_OF_QUOTE: Final = ("text", "original", "speaker", "speaker_is", "source", "prefix", "suffix", "said")
_OF_SOURCE: Final = ("id", "title", "publisher", "url", "kind", "authors", "published", "language", "origin")
_WORD: Final = re.compile(r"\w+")


class TextChange(StrEnum):
    """How a stored text differs from the one that was sealed."""

    NONE = "none"
    SPACING = "spacing"
    """In white space and punctuation only."""
    WORDS = "words"


def quote_sha256(quote: Quote) -> str:
    """The hash of what a quote claims: its words, who said them when, and where they stand."""
    return _of_record(quote.model_dump(mode="json", include=set(_OF_QUOTE), exclude_none=True))


def source_sha256(source: Source) -> str:
    """The hash of what a source's record identifies it by."""
    return _of_record(source.model_dump(mode="json", include=set(_OF_SOURCE), exclude_none=True))


def text_sha256(text: str) -> str:
    """The hash of a stored text, to the last space."""
    return _of_text(text)


def words_sha256(text: str) -> str:
    """The hash of a stored text's words alone."""
    return _of_text(" ".join(_WORD.findall(text)))


def seal(
    briefing: str, quote: Quote, source: Source, *, text: str, span: tuple[int, int], state: str, date: str
) -> SealRecord:
    """The record of a quote that has been proven at `span` of its source's `text`, on `date` (as `2025-09-19`)."""
    start, end = span
    return SealRecord(
        briefing,
        quote.id,
        source.id,
        quote_sha256(quote),
        source_sha256(source),
        text_sha256(text),
        words_sha256(text),
        start,
        end,
        state,
        date,
    )


def kept(record: SealRecord, earlier: Mapping[Key, SealRecord]) -> SealRecord:
    """The record that stood before, where nothing but its date has changed; so a lock changes only with cause."""
    before = earlier.get(record.key)
    if before is None:
        return record
    same = all(getattr(before, name) == getattr(record, name) for name in SealRecord._fields if name != "date")
    return before if same else record


def holds(record: SealRecord | None, quote: Quote, source: Source | None) -> bool:
    """Whether a seal still stands: neither the quote nor the source's record changed since."""
    return (
        record is not None
        and source is not None
        and record.source == source.id
        and record.quote_sha256 == quote_sha256(quote)
        and record.source_sha256 == source_sha256(source)
    )


def change(record: SealRecord, text: str) -> TextChange:
    """How a stored text differs from the one on which a quote was sealed."""
    if record.text_sha256 == text_sha256(text):
        return TextChange.NONE
    return TextChange.SPACING if record.words_sha256 == words_sha256(text) else TextChange.WORDS


def carried(briefing: Briefing) -> dict[Key, SealRecord]:
    """The seals that a briefing carries itself, as records of its library's lock."""
    return {(briefing.id, one.quote): SealRecord(briefing.id, **one.model_dump()) for one in briefing.seals}


def to_carry(record: SealRecord) -> Seal:
    """A record of a library's lock as a briefing carries it."""
    values = record._asdict()
    del values["briefing"]
    return Seal.model_validate(values)


def _of_record(values: Mapping[str, object]) -> str:
    import json  # noqa: PLC0415 - only where a quote is sealed

    return _of_text(json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _of_text(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
