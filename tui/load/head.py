"""What stands at the top of a briefing, for the time until the whole of it has been read."""

import codecs
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from tui.files.read import UnreadableError, read_beginning
from tui.load.characters import FORBIDDEN, FORBIDDEN_IN_VALUE, REPLACEMENT
from tui.load.decode import EncodingError, decode
from tui.load.outside import leads_out
from tui.load.parser import PARSER

_MOST: Final = 64 * 1024
"""Bytes that are looked at; a briefing has its title and bottom line at its top."""
_WANTED: Final = frozenset({"title", "as_of", "bottom_line"})


class Head(NamedTuple):
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
    is_cut = len(content) == _MOST
    found: dict[str, str] = {}
    try:
        text = decode(_whole_characters(content) if is_cut else content)
        for key, value in _values(text, is_cut=is_cut):
            if key in _WANTED:
                found.setdefault(key, value.strip())
            if len(found) == len(_WANTED):
                break
    except EncodingError:
        return None
    except yaml.YAMLError:
        # What was found until then is shown, as it is by the reader of the whole.
        pass
    return Head(found["title"], found.get("as_of", ""), found.get("bottom_line", "")) if found.get("title") else None


def _whole_characters(content: bytes) -> bytes:
    """What is left of UTF-8 that is cut where the cut has parted no character."""
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    decoder.decode(content)
    return content.removesuffix(decoder.getstate()[0])


def _values(text: str, *, is_cut: bool) -> Iterator[tuple[str, str]]:
    """The values of the mapping at the top, by their keys; "" for one that is not taken, as `compose` takes it.

    Nothing comes of what goes on beyond the end of a text that is cut.
    """
    refused_at = [match.start() for match in FORBIDDEN.finditer(text)]
    end = len(text.rstrip())
    events = yaml.parse(FORBIDDEN.sub(REPLACEMENT, text), Loader=PARSER)
    first = next((event for event in events if isinstance(event, yaml.NodeEvent)), None)
    if not isinstance(first, yaml.MappingStartEvent) or first.tag is not None:
        return
    depth, key = 1, None
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent) and depth == 1:
            if key is None and isinstance(event, yaml.AliasEvent):
                # It may stand for any key, of which the first counts.
                return
            if key is None:
                key = _text(event, refused_at)
            else:
                if not (is_cut and event.end_mark is not None and event.end_mark.index >= end):
                    yield key, _text(event, refused_at)
                key = None
        if depth == 0:
            return
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1


def _text(event: yaml.NodeEvent, refused_at: list[int]) -> str:
    """What a scalar says; "" where it is none, or is refused."""
    if not isinstance(event, yaml.ScalarEvent) or event.tag is not None or FORBIDDEN_IN_VALUE.search(event.value):
        return ""
    if REPLACEMENT in event.value and event.start_mark is not None and event.end_mark is not None:
        after = bisect_left(refused_at, event.start_mark.index)
        if after < len(refused_at) and refused_at[after] < event.end_mark.index:
            return ""
    return event.value
