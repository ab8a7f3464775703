"""One pass over the C parser's events: values and the spots where they stand, with every limit held on the way.

libyaml's own composer overflows the stack on deep nesting and expands aliases without end; its parser does neither.
"""

from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn

import yaml

from tui.load import characters, yaml_errors
from tui.load.document import REFUSED, Document, Spot
from tui.load.escapes import escapes
from tui.load.parser import DEPTH_LIMIT, PARSER, TOO_DEEP
from tui.load.problem import FILE_START, PROBLEM_LIMIT, Place, Problem, Severity, unlisted

ALIAS_LIMIT: Final = 10_000
"""How many values aliases may stand for, taken together."""

ALIASED_TEXT_LIMIT: Final = 1_000_000
"""How many characters of text they may stand for."""

EMPTY: Final = "the file is empty"
EMPTY_HINT: Final = "run `brief new ID` for a briefing to start from"


class _Stop(Exception):  # noqa: N818 - it ends the reading, and its problem has been noted
    """The text cannot be read any further."""


@dataclass(slots=True)
class _Anchor:
    """What an anchor names; `complete` is false while its value is still being read."""

    value: Any
    spot: Spot
    size: int
    length: int
    complete: bool


class Composed(NamedTuple):
    """What became of a YAML text; no document where it is not YAML, is empty, or goes beyond a limit."""

    document: Document | None
    problems: list[Problem]


def compose(text: str, path: Path) -> Composed:
    """Read a YAML text: every scalar is the text that is written, and an empty one is None.

    `path` is where problems are said to be.
    """
    composer = _Composer(text, path)
    document = None
    try:
        document = composer.document()
    except _Stop:
        pass
    except yaml.YAMLError as error:
        composer.problems.append(yaml_errors.problem(error, text, path))
    if composer.unlisted:
        composer.problems.append(unlisted(composer.unlisted, composer.problems))
    return Composed(document, composer.problems)


def _end(event: Any) -> int:
    index: int = event.end_mark.index
    return index


class _Composer:
    def __init__(self, text: str, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.unlisted = 0
        self.refused_at = [match.start() for match in characters.FORBIDDEN.finditer(text)]
        # libyaml gives up at a control character; with a stand-in of the same width it reads on.
        self.source = characters.FORBIDDEN.sub(characters.REPLACEMENT, text) if self.refused_at else text
        self.has_escapes = "\\" in text
        self.result = Document(text, None, 0)
        self.anchors: dict[str, _Anchor] = {}
        self.aliased = 0
        self.aliased_length = 0
        self.count = 0
        self.depth = 0
        self.unlisted += len(self.refused_at[PROBLEM_LIMIT:])
        for index in self.refused_at[:PROBLEM_LIMIT]:
            self._refuse_character(text[index], index)

    def document(self) -> Document:
        parser = PARSER(self.source)
        try:
            self.next: Any = parser.get_event
            self.next()  # the stream begins
            event = self.next()
            if event.__class__ is yaml.StreamEndEvent:
                self._stop("empty", FILE_START, EMPTY, EMPTY_HINT)
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
                self.anchors[event.anchor] = _Anchor(value, start, 1, len(event.value), complete=True)
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
            first = bisect_left(self.refused_at, start)
            if first < len(self.refused_at) and self.refused_at[first] < event.end_mark.index:
                return REFUSED
        if self.has_escapes and event.style == '"' and characters.FORBIDDEN_IN_VALUE.search(value):
            return self._refuse_escape(start, event.end_mark.index)
        return value

    def _collection(self, event: Any) -> tuple[Any, Spot]:
        self.depth += 1
        if self.depth > DEPTH_LIMIT:
            self._stop("too-deep", self._place(event), *TOO_DEEP)
        self.count += 1
        before, aliased_before = self.count, self.aliased_length
        start = event.start_mark.index
        anchor = None
        if event.anchor is not None:
            anchor = self.anchors[event.anchor] = _Anchor(None, start, 0, 0, complete=False)
        value: Any
        if event.__class__ is yaml.SequenceStartEvent:
            value, spot, end = self._sequence(start)
        else:
            value, spot, end = self._mapping(start)
        if event.tag is not None:
            value = self._refuse_tag(event)
        if anchor is not None:
            anchor.value, anchor.spot, anchor.complete = value, spot, True
            anchor.size = self.count - before + 1
            anchor.length = end - start + self.aliased_length - aliased_before
        self.depth -= 1
        return value, spot

    def _sequence(self, start: int) -> tuple[list[Any], Spot, int]:
        values: list[Any] = []
        spots: list[Spot] = []
        while (event := self.next()).__class__ is not yaml.SequenceEndEvent:
            value, spot = self.node(event)
            values.append(value)
            spots.append(spot)
        return values, (start, spots), _end(event)

    def _mapping(self, start: int) -> tuple[dict[str, Any], Spot, int]:
        values: dict[str, Any] = {}
        spots: dict[str, tuple[int, Spot]] = {}
        while (event := self.next()).__class__ is not yaml.MappingEndEvent:
            key_start = event.start_mark.index
            place_of_key = event
            key, _ = self.node(event)
            value, spot = self.node(self.next())
            if key.__class__ is str and key not in values and (key != "<<" or place_of_key.style):
                values[key] = value
                spots[key] = (key_start, spot)
            else:
                self._refuse_key(key, place_of_key, spots)
                self.result.dropped.append((values, value))
        return values, (start, spots), _end(event)

    def _alias(self, event: Any) -> tuple[Any, Spot]:
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            self._stop(
                "unknown-alias",
                self._place(event),
                f"there is no anchor `&{characters.shortened(event.anchor)}` before this",
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
        self.aliased_length += anchor.length
        if self.aliased > ALIAS_LIMIT or self.aliased_length > ALIASED_TEXT_LIMIT:
            self._stop(
                "too-many-aliases",
                self._place(event),
                f"the aliases up to here stand for over {ALIAS_LIMIT:,} values or {ALIASED_TEXT_LIMIT:,} characters",
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

    def _refuse_key(self, key: Any, event: Any, spots: dict[str, tuple[int, Spot]]) -> None:
        if key is REFUSED:
            return
        if key.__class__ is not str:
            message = "a key is missing before this colon" if key is None else "a key has to be plain text"
            self._error("bad-key", self._place(event), message, "write `key: value`")
        elif key in spots:
            shown, first = characters.shortened(key), self.result.place_at(spots[key][0])
            self._error(
                "duplicate-key",
                self._place(event, len(key)),
                f"`{shown}` stands here for the second time; the first is on line {first.line}",
                "keep one of the two",
                left_out=f"the second `{key}`" if characters.KEY.fullmatch(key) else "the second of two keys",
            )
        else:
            self._error(
                "merge-key",
                self._place(event, 2),
                "merge keys (`<<`) are not read",
                "write the keys out where they belong",
            )

    def _refuse_escape(self, start: int, end: int) -> Any:
        for character, index, width in escapes(self.result.text, start, end):
            if characters.FORBIDDEN_IN_VALUE.match(character):
                self._refuse_character(character, index, width)
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
        if len(self.problems) < PROBLEM_LIMIT:
            self.problems.append(Problem(self.path, place, Severity.ERROR, code, message, hint, left_out))
        else:
            self.unlisted += 1

    def _stop(self, code: str, place: Place, message: str, hint: str) -> NoReturn:
        self.problems.append(Problem(self.path, place, Severity.ERROR, code, message, hint))
        raise _Stop
