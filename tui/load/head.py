"""What stands at the top of a briefing, for the time until the whole of it has been read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from tui.files.read import UnreadableError, read_beginning
from tui.load.characters import FORBIDDEN_IN_VALUE
from tui.load.outside import leads_out
from tui.load.parser import PARSER

_MOST: Final = 64 * 1024
"""Bytes that are looked at; a briefing has its title and bottom line at its top."""
_WANTED: Final = frozenset({"title", "as_of", "bottom_line"})


@dataclass(frozen=True, slots=True)
class Head:
    """The title, the date and the bottom line as they are written, each "" where it was not found."""

    title: str
    as_of: str
    bottom_line: str


def read_head(root: Path, path: Path) -> Head | None:
    """The head of the briefing at `path` in the library at `root`; None where it has no title to show.

    Nothing is checked but that the values are text that may be shown: what else is wrong is told when all is read.
    """
    if leads_out(root, path):
        return None
    try:
        content = read_beginning(path, _MOST)
    except UnreadableError:
        return None
    found: dict[str, str] = {}
    try:
        for key, value in _values(content.decode("utf-8-sig", "ignore"), is_cut=len(content) == _MOST):
            if key in _WANTED and not FORBIDDEN_IN_VALUE.search(value):
                found.setdefault(key, value.strip())
            if len(found) == len(_WANTED):
                break
    except yaml.YAMLError:
        # What was found until then is shown, as it is by the reader of the whole.
        pass
    return Head(found["title"], found.get("as_of", ""), found.get("bottom_line", "")) if found.get("title") else None


def _values(text: str, *, is_cut: bool) -> Iterator[tuple[str, str]]:
    """The scalars of the mapping at the top, by their keys; not what goes on beyond the end of a text that is cut."""
    depth, key, end = 0, None, len(text.rstrip())
    for event in yaml.parse(text, Loader=PARSER):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            if depth == 1 and key is None:
                key = event.value if isinstance(event, yaml.ScalarEvent) else ""
            elif depth == 1:
                goes_on = is_cut and event.end_mark is not None and event.end_mark.index >= end
                if isinstance(event, yaml.ScalarEvent) and not goes_on:
                    yield key or "", event.value
                key = None
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
