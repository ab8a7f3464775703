"""The library's list and its topics, as far as they can be decided without a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tui.library.summary import Summary


@dataclass(frozen=True, slots=True)
class Row:
    """One briefing in the list; dates are as people write them, "" where there is none."""

    path: Path
    title: str
    topics: tuple[str, ...]
    as_of: str
    open_questions: int
    next_date: str
    problems: int
    bottom_line: str
    order: tuple[int, int, int, str, str]
    """The newest first, then by title; what has no date comes last."""

    @property
    def readable(self) -> bool:
        """Whether anything of the briefing can be shown."""
        return bool(self.as_of)


@dataclass(frozen=True, slots=True)
class Topic:
    """A line of the topic tree: `path` is the topic's, None for all briefings and "" for those without a topic."""

    path: str | None
    label: str
    depth: int
    count: int


def row_of(summary: Summary) -> Row:
    """The row of a summary."""
    # Only where briefings are read, which is after the first frame.
    from tui.model.edtf import EDTF, describe

    as_of = EDTF.parse(summary.as_of) if summary.as_of else None
    year, month, day = as_of.upper if as_of else (-(10**12), 0, 0)
    title = printable(" ".join(summary.title.split()))
    return Row(
        summary.path,
        title,
        summary.topics,
        describe(as_of) if as_of else "",
        summary.open_questions,
        describe(EDTF.parse(summary.next_date)) if summary.next_date else "",
        summary.problems,
        summary.bottom_line,
        (-year, -month, -day, title.casefold(), str(summary.path)),
    )


def topic_tree(rows: Iterable[Row]) -> tuple[Topic, ...]:
    """The topics of these briefings: all of them on top, then each below the one it is part of, then those without.

    A count is of the briefings of a topic and of what is below it, each counted once.
    """
    counts: dict[tuple[str, ...], int] = {}
    total = without = 0
    for row in rows:
        total += 1
        if not row.topics:
            without += 1
        held = {steps[:depth] for topic in row.topics if (steps := tuple(topic.split("/"))) for depth in _depths(steps)}
        for steps in held:
            counts[steps] = counts.get(steps, 0) + 1
    tree = [Topic(None, "All", 0, total)]
    tree += (Topic("/".join(steps), steps[-1], len(steps), counts[steps]) for steps in sorted(counts))
    if counts and without:
        tree.append(Topic("", "without a topic", 1, without))
    return tuple(tree)


def of_topic(rows: Sequence[Row], topic: str | None) -> list[Row]:
    """The rows of a topic and of what is below it, in the same order."""
    if topic is None:
        return list(rows)
    if not topic:
        return [row for row in rows if not row.topics]
    below = f"{topic}/"
    return [row for row in rows if any(one == topic or one.startswith(below) for one in row.topics)]


def _depths(steps: tuple[str, ...]) -> range:
    return range(1, len(steps) + 1)
