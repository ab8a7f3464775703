"""What the tests of loading share: the smallest briefing, and what became of a text."""

from pathlib import Path

from tui.load.briefing import Loaded, load_text

FOLDER = Path(__file__).parent

SMALLEST = """\
format: brief/1
title: Talks on the ferry
as_of: 2025-09-19
bottom_line: The ferry goes on.
sources:
  - id: paper
    title: The ferry goes on
    published: 2025-09-19
"""


def loaded(more: str = "", *, before: str = SMALLEST) -> Loaded:
    """The briefing that `more` makes of the smallest one."""
    return load_text(before + more, FOLDER / "talks.yaml", FOLDER)


def codes(result: Loaded) -> list[str]:
    """The codes of all problems, in the order of the file."""
    return [problem.code for problem in result.problems]


def at(result: Loaded) -> list[tuple[int, int]]:
    """The line and column of all problems, in the order of the file."""
    return [(problem.place.line, problem.place.column) for problem in result.problems]
