"""Seals that a briefing carries: what was proven of its quotes where their sources' texts were at hand."""

from typing import Annotated, Literal

from pydantic import Field

from tui.model.base import Record, Slug

SHA256_PATTERN = r"^[0-9a-f]{64}$"
Sha256 = Annotated[str, Field(pattern=SHA256_PATTERN)]
# Every scalar of a file is read as text.
Place = Annotated[int, Field(ge=0, lt=10**9)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Seal(Record):
    """What was proven of one quote, as a record of `quotes.lock` has it; it is written by the program.

    It holds while the quote and its source's record are what they were. One of a quote that is not there seals nothing.
    """

    quote: Slug
    source: Slug
    quote_sha256: Sha256
    """Of the quote: its words, who said them when, and where they stand."""
    source_sha256: Sha256
    """Of what the source's record identifies it by."""
    text_sha256: Sha256
    """Of the source's text, to the last space."""
    words_sha256: Sha256
    """Of that text's words alone."""
    start: Place
    """Where the words begin in that text, in code points."""
    end: Place
    state: Literal["exact", "normalized", "interrupted", "elided"]
    """How the words stood there."""
    date: Day
    """When it was sealed."""
