"""Problems are data: what is wrong, where, and what to do about it."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(NamedTuple):
    """Where something stands in a text.

    `line` and `column` count from 1, columns in code points; `width` is how many code points of that line it takes.
    """

    line: int
    column: int
    width: int = 1


FILE_START = Place(1, 1)

PROBLEM_LIMIT: Final = 10_000
"""How many problems of one file are listed; nobody reads more, and counting the rest is quick."""


class Problem(NamedTuple):
    """One thing that is wrong with a file.

    `left_out` says what is not shown on its account, "" where everything is. `private` is true where the place
    lies in words said off the record: then nothing of the file may be quoted with it.
    """

    path: Path
    place: Place
    severity: Severity
    code: str
    message: str
    hint: str = ""
    left_out: str = ""
    private: bool = False

    @property
    def sort_key(self) -> tuple[str, int, int]:
        """By file, then in the order of the text."""
        return (str(self.path), self.place.line, self.place.column)


def unlisted(count: int, listed: Sequence[Problem]) -> Problem:
    """The Problem that stands for `count` more, after the last of those that are listed."""
    last = max(listed, key=lambda one: one.sort_key)
    return Problem(
        last.path, last.place, Severity.ERROR, "more-problems", f"{count:,} more are not listed", "mend these first"
    )
