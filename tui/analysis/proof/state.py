"""What a proof says: the state of a quote, where it stands, and what stands there instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class ProofState(StrEnum):
    """How a quote's words stand in its source's stored text."""

    EXACT = "exact"
    NORMALIZED = "normalized"
    INTERRUPTED = "interrupted"
    ELIDED = "elided"
    ALTERED = "altered"
    AMBIGUOUS = "ambiguous"
    SEALED = "sealed"
    UNPROVEN = "unproven"


class DiffKind(StrEnum):
    """Whose word it is in a word diff."""

    SAME = "same"
    ADDED = "added"
    """In the quote only."""
    DROPPED = "dropped"
    """In the source only."""


class DiffWord(NamedTuple):
    """One word of a diff between a passage and a quote, as it is written, with its punctuation."""

    kind: DiffKind
    text: str


class Passage(NamedTuple):
    """A stretch of the stored text; `start` and `end` are code points in the raw text, `end` exclusive."""

    start: int
    end: int
    text: str
    diff: tuple[DiffWord, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What matching a quote against one stored text gave. All positions are code points in the raw text."""

    state: ProofState
    start: int | None = None
    end: int | None = None
    count: int = 0
    """Places where the words stand; with a prefix or suffix that fits, the places left by it."""
    quoted: bool = True
    """The words stand within quotation marks somewhere in the text; true where nothing was found."""
    dropped: tuple[str, ...] = ()
    """What the text has between the parts, raw: one entry a gap, and one for each letter in brackets."""
    parts: tuple[tuple[int, int], ...] = ()
    """The raw span of each part; one part unless interrupted or elided."""
    nearest: Passage | None = None
    """For an altered quote, the passage most like it; None where no word is shared."""
