"""The Admiralty code (NATO STANAG 2511, AJP-2.1): a letter for the source, a number for the information."""

from enum import StrEnum
from typing import Final


class Reliability(StrEnum):
    """How far a source has proved trustworthy."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def words(self) -> str:
        """The rating in words: `A` is completely reliable."""
        return _RELIABILITY[self]


class Credibility(StrEnum):
    """How far a piece of information is borne out."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"

    @property
    def words(self) -> str:
        """The rating in words: `1` is confirmed by other sources."""
        return _CREDIBILITY[self]


_RELIABILITY: Final = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "reliability cannot be judged",
}
_CREDIBILITY: Final = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLY_TRUE: "probably true",
    Credibility.POSSIBLY_TRUE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.CANNOT_BE_JUDGED: "truth cannot be judged",
}
