"""The library's list and its topics, as far as they can be decided without a screen."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from tui.load.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tui.library.catalogue.catalogue import Catalogue, Listed

_PAGE: Final = 64
_PAGES: Final = 24
"""Pages of rows that are held at a time: a list of any length takes as much memory."""


class Row(NamedTuple):
    """One briefing in the list; dates are as people write them, "" where there is none."""

    file: int
    path: Path
    title: str
    topics: tuple[str, ...]
    as_of: str
    open_questions: int
    next_date: str
    problems: int
    bottom_line: str

    @property
    def readable(self) -> bool:
        """Whether anything of the briefing can be shown."""
        return bool(self.as_of)


class Rows(Sequence[Row]):
    """The rows of a list, of which those are fetched that are looked at."""

    def __init__(self, catalogue: Catalogue | None = None, topic: str | None = None) -> None:
        self._catalogue = catalogue
        self._files = catalogue.numbers(topic) if catalogue else array("q")
        self._pages: dict[int, list[Row]] = {}

    def __len__(self) -> int:
        return len(self._files)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        number, within = divmod(place, _PAGE)
        if number not in self._pages:
            if len(self._pages) >= _PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[number] = self._fetched(number)
        return self._pages[number][within]

    def place_of(self, file: int | None, otherwise: int = 0) -> int:
        """The number of the row of a file, or `otherwise` where there is none."""
        try:
            return self._files.index(file) if file is not None else otherwise
        except ValueError:
            return otherwise

    def _fetched(self, number: int) -> list[Row]:
        files = self._files[number * _PAGE : (number + 1) * _PAGE]
        catalogue = self._catalogue
        found = {one.file: row_of(one, catalogue.root) for one in catalogue.some(files)} if catalogue else {}
        return [found.get(file) or _gone(file, catalogue) for file in files]


@dataclass(frozen=True, slots=True)
class Topic:
    """A line of the topic tree: `path` is the topic's, None for all briefings and "" for those without a topic."""

    path: str | None
    label: str
    depth: int
    count: int


def row_of(one: Listed, root: Path) -> Row:
    """The row of a briefing of the library at `root`."""
    return Row(
        one.file,
        root / one.path,
        printable(" ".join(one.title.split())),
        one.topics,
        one.as_of_words,
        one.open_questions,
        one.next_words,
        one.problems,
        one.bottom_line,
    )


def topic_tree(total: int, topics: Iterable[tuple[str, int]], without: int) -> tuple[Topic, ...]:
    """The topics of a library: all briefings on top, then each topic below the one it is part of, then those without.

    `topics` has every topic, and each that is above one, with how many briefings there are of it or below it.
    """
    found = sorted((tuple(topic.split("/")), topic, count) for topic, count in topics)
    tree = [Topic(None, "All", 0, total)]
    tree += (Topic(topic, steps[-1], len(steps), count) for steps, topic, count in found)
    if found and without:
        tree.append(Topic("", "without a topic", 1, without))
    return tuple(tree)


def _gone(file: int, catalogue: Catalogue | None) -> Row:
    """Stands for a row between the moment in which its file goes and that in which the list hears of it."""
    assert catalogue is not None  # noqa: S101 - without a catalogue there are no rows
    return Row(file, catalogue.root, "…", (), "", 0, "", 0, "")
