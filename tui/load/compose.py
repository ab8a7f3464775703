"""One pass over the C parser's events: values and the spots where they stand, with every limit held on the way.

libyaml's own composer overflows the stack on deep nesting and expands aliases without end; its parser does neither.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from tui.load import characters, yaml_errors
from tui.load.document import REFUSED, Document, Spot
from tui.load.problem import FILE_START, Place, Problem, Severity

DEPTH_LIMIT: Final = 64
"""How deep mappings and sequences may nest."""

ALIAS_LIMIT: Final = 10_000
"""How many values aliases may stand for, taken together."""

# The pure Python parser gives the same events where PyYAML was built without libyaml.
_Parser: Final = getattr(yaml, "CLoader", yaml.Loader)

_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([0abvferN\\]))")
_LETTER_ESCAPES: Final = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "v": "\v",
    "f": "\f",
    "e": "\x1b",
    "r": "\r",
    "N": "\x85",
    "\\": "\\",
}


class _Stop(Exception):  # noqa: N818 - it ends the reading, and its problem has been noted
    """The text cannot be read any further."""


@dataclass(slots=True)
class _Anchor:
    """What an anchor names; `complete` is false while its value is still being read."""

    value: Any
    spot: Spot
    size: int
    complete: bool


def compose(text: str, path: Path) -> tuple[Document | None, list[Problem]]:
    """Read a YAML text: every scalar is the text that is written, and an empty one is None.

    There is no Document where the text is not YAML, is empty, or goes beyond a limit. `path` is where problems are said to be.
    """
    composer = _Composer(text, path)
    try:
        document = composer.document()
    except _Stop:
        return None, composer.problems
    except yaml.YAMLError as error:
        composer.problems.append(yaml_errors.problem(error, text, path))
        return None, composer.problems
    return document, composer.problems


class _Composer:
    def __init__(self, text: str, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.refused_at = [match.start() for match in characters.FORBIDDEN.finditer(text)]
        # libyaml gives up at a control character; with a stand-in of the same width it reads on.
        self.source = characters.FORBIDDEN.sub(characters.REPLACEMENT, text) if self.refused_at else text
        self.has_escapes = "\\" in text
        self.result = Document(text, None, 0)
        self.anchors: dict[str, _Anchor] = {}
        self.aliased = 0
        self.count = 0
        self.depth = 0
        for index in self.refused_at:
            self._refuse_character(text[index], index)

    def document(self) -> Document:
        parser = _Parser(self.source)
        try:
            self.next: Callable[[], Any] = parser.get_event
            self.next()  # the stream begins
            event = self.next()
            if event.__class__ is yaml.StreamEndEvent:
                self._stop(
                    "empty",
                    FILE_START,
                    "the file is empty",
                    "run `brief new ID` for a briefing to start from",
                )
            self.result.values, self.result.spots = self.node(self.next())
            self.next()  # the document ends
            event = self.next()
            if event.__class__ is not yaml.StreamEndEvent:
                self._error(
                    "several-documents",
                    self._place(event),
                    "a second document begins here; only the first is read",
                    "remove the line `---`, or put the second into a file of its own",
                )
        finally:
            parser.dispose()
        return self.result

    def node(self, event: Any) -> tuple[Any, Spot]:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            self.count += 1
            start = event.start_mark.index
            value = self._scalar(event, start)
            if event.anchor is not None:
                self.anchors[event.anchor] = _Anchor(value, start, 1, complete=True)
            return value, start
        if kind is yaml.AliasEvent:
            return self._alias(event)
        return self._collection(event)

    def _scalar(self, event: Any, start: int) -> Any:
        value = event.value
        if event.tag is not None:
            return self._refuse_tag(event)
        if not value:
            return value if event.style else None
        if self.refused_at and characters.REPLACEMENT in value:
            end = event.end_mark.index
            if any(start <= index < end for index in self.refused_at):
                return REFUSED
        if self.has_escapes and event.style == '"' and characters.FORBIDDEN_IN_VALUE.search(value):
            return self._refuse_escape(start, event.end_mark.index)
        return value

    def _collection(self, event: Any) -> tuple[Any, Spot]:
        self.depth += 1
        if self.depth > DEPTH_LIMIT:
            self._stop(
                "too-deep",
                self._place(event),
                f"more than {DEPTH_LIMIT} levels are nested here",
                "a briefing needs no more than six",
            )
        self.count += 1
        before = self.count
        start = event.start_mark.index
        anchor = None
        if event.anchor is not None:
            anchor = self.anchors[event.anchor] = _Anchor(None, start, 0, complete=False)
        value: Any
        if event.__class__ is yaml.SequenceStartEvent:
            value, spot = self._sequence(start)
        else:
            value, spot = self._mapping(start)
        if event.tag is not None:
            value = self._refuse_tag(event)
        if anchor is not None:
            anchor.value, anchor.spot, anchor.size, anchor.complete = (
                value,
                spot,
                self.count - before + 1,
                True,
            )
        self.depth -= 1
        return value, spot

    def _sequence(self, start: int) -> tuple[list[Any], Spot]:
        values: list[Any] = []
        spots: list[Spot] = []
        while (event := self.next()).__class__ is not yaml.SequenceEndEvent:
            value, spot = self.node(event)
            values.append(value)
            spots.append(spot)
        return values, (start, spots)

    def _mapping(self, start: int) -> tuple[dict[str, Any], Spot]:
        values: dict[str, Any] = {}
        spots: dict[str, tuple[int, Spot]] = {}
        while (event := self.next()).__class__ is not yaml.MappingEndEvent:
            key_start = event.start_mark.index
            place_of_key = event
            key, _ = self.node(event)
            value, spot = self.node(self.next())
            if key.__class__ is not str:
                self._refuse_key(key, place_of_key)
            elif key == "<<" and not place_of_key.style:
                self._error(
                    "merge-key",
                    self._place(place_of_key, 2),
                    "merge keys (`<<`) are not read",
                    "write the keys out where they belong",
                )
            elif key in values:
                first = self.result.place_at(spots[key][0])
                shown = characters.printable(key)
                self._error(
                    "duplicate-key",
                    self._place(place_of_key, len(key)),
                    f"`{shown}` stands here for the second time; the first is on line {first.line}",
                    "keep one of the two",
                    left_out=f"the second `{shown}`",
                )
            else:
                values[key] = value
                spots[key] = (key_start, spot)
        return values, (start, spots)

    def _alias(self, event: Any) -> tuple[Any, Spot]:
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            self._stop(
                "unknown-alias",
                self._place(event),
                f"there is no anchor `&{characters.printable(event.anchor)}` before this",
                "write the value out here",
            )
        if not anchor.complete:
            self._stop(
                "recursive-alias",
                self._place(event),
                "this alias stands for what contains it",
                "write the value out",
            )
        self.aliased += anchor.size
        self.count += anchor.size
        if self.aliased > ALIAS_LIMIT:
            self._stop(
                "too-many-aliases",
                self._place(event),
                f"the aliases up to here stand for more than {ALIAS_LIMIT:,} values",
                "write the values out where they belong",
            )
        return anchor.value, anchor.spot

    def _refuse_tag(self, event: Any) -> Any:
        self._error(
            "tag",
            self._place(event, len(event.tag) if event.tag.startswith("!") else 1),
            "tags (`!…`) are not read",
            "remove it; every value is taken as it is written",
        )
        return REFUSED

    def _refuse_key(self, key: Any, event: Any) -> None:
        if key is REFUSED:
            return
        self._error(
            "bad-key",
            self._place(event),
            "a key is missing before this colon" if key is None else "a key has to be plain text",
            "write `key: value`",
        )

    def _refuse_escape(self, start: int, end: int) -> Any:
        for match in _ESCAPE.finditer(self.result.text, start, end):
            code = match[1] or match[2] or match[3]
            character = _LETTER_ESCAPES[match[4]] if match[4] else chr(int(code, 16))
            if characters.FORBIDDEN_IN_VALUE.match(character):
                self._refuse_character(character, match.start(), len(match[0]))
        return REFUSED

    def _refuse_character(self, character: str, index: int, width: int = 1) -> None:
        code, reason = characters.code_of(character)
        self._error(
            code,
            self.result.place_at(index, width),
            f"the character {characters.name_of(character)} is refused: {reason}",
            "remove it",
        )

    def _place(self, event: Any, width: int = 1) -> Place:
        return self.result.place_at(event.start_mark.index, width)

    def _error(self, code: str, place: Place, message: str, hint: str, left_out: str = "") -> None:
        self.problems.append(Problem(self.path, place, Severity.ERROR, code, message, hint, left_out))

    def _stop(self, code: str, place: Place, message: str, hint: str) -> Any:
        self._error(code, place, message, hint)
        raise _Stop
