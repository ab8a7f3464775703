"""The detail of an item: a list of blocks, laid out into lines for a width."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tui.app.panes.text import EMPTY, Line, Piece, clip, line, pad, plain, width_of, wrap

READING_WIDTH: Final = 90
"""The cells that a line of a detail takes at most."""

LABEL_WIDTH: Final = 15
"""The cells of the column of labels, with the space after it."""

DOOR: Final = "›"
_NARROW: Final = 44
_WIDE: Final = 56
"""The cells from which blocks stand beside each other."""

_COLUMN: Final = 26
"""The cells that each of several columns takes at least."""

_RULE: Final = " │ "


class Title(NamedTuple):
    """What the item is called."""

    text: Line


class Paragraph(NamedTuple):
    """Text across the detail; `barred` for words as somebody said them, with a bar at their left."""

    text: Line
    barred: bool = False


class Fact(NamedTuple):
    """Something about the item under a label, or under that of the fact before it where `label` is empty.

    Where `label` is None it takes the whole width. With `door` it leads to the item of that id; `anchor` is the id of
    an item that has no detail of its own and is shown here.
    """

    label: str | None
    text: Line
    door: str | None = None
    anchor: str | None = None


# A tuple of nothing would count as false.
@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


class Beside(NamedTuple):
    """Blocks in columns, as many beside each other as there is room for, the others below."""

    columns: tuple["Blocks", ...]


class Drawing(NamedTuple):
    """What is drawn for the cells that there are: `lines` gives its lines for a width."""

    lines: Callable[[int], Sequence[Line]]


Block = Title | Paragraph | Fact | Gap | Beside | Drawing
Blocks = tuple[Block, ...]


class Part(NamedTuple):
    """What a door takes of a line that has several beside each other.

    That is the pieces from `first` to before `last`, in the cells from `left` to before `right`; `mark` is the piece
    that is the sign of the door, where it stands on this line.
    """

    door: int
    first: int
    last: int
    left: int
    right: int
    mark: int | None


class LaidLine(NamedTuple):
    """A line of a detail: what stands before its text, the text, and which block and which door it belongs to.

    A line with several columns has no door of its own, but `parts`.
    """

    lead: Line
    text: Line
    block: int
    door: int | None = None
    parts: tuple[Part, ...] = ()

    @property
    def whole(self) -> Line:
        """The line as it is drawn."""
        return (*self.lead, *self.text)


class Door(NamedTuple):
    """A door of a laid out detail: the item that it leads to, and its first and last line."""

    id: str
    first: int
    last: int


class Layout(NamedTuple):
    """A detail laid out for one width."""

    lines: tuple[LaidLine, ...]
    doors: tuple[Door, ...]
    anchors: dict[str, int]

    def line_of_block(self, block: int) -> int:
        """The first line of a block, the last line where there is none."""
        return next((index for index, one in enumerate(self.lines) if one.block >= block), max(len(self.lines) - 1, 0))


def sections(*groups: Iterable[Block]) -> Blocks:
    """The blocks of those groups that have any, with an empty line between two groups."""
    found: list[Block] = []
    for group in groups:
        blocks = tuple(group)
        if blocks:
            found += [*([Gap()] if found else []), *blocks]
    return tuple(found)


def lay_out(blocks: Blocks, width: int) -> Layout:
    """The lines of a detail that is `width` cells wide; none is wider than that nor than READING_WIDTH."""
    laying = _Laying(min(max(width, 12), READING_WIDTH))
    for index, block in enumerate(blocks):
        laying.add(block, index)
    return Layout(tuple(laying.lines), tuple(laying.doors), laying.anchors)


def text_of(blocks: Blocks, width: int = READING_WIDTH) -> str:
    """A detail as plain text, as it is drawn in `width` cells."""
    return "\n".join(plain(one.whole).rstrip() for one in lay_out(blocks, width).lines)


class _Laying:
    """What is laid out so far of a detail."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[LaidLine] = []
        self.doors: list[Door] = []
        self.anchors: dict[str, int] = {}

    def add(self, block: Block, index: int) -> None:
        """Lay out the block of this number below the others."""
        match block:
            case Gap():
                self.lines.append(LaidLine(EMPTY, EMPTY, index))
            case Title(text):
                self.lines += [LaidLine(EMPTY, one, index) for one in wrap(text, self.width)]
            case Paragraph(text, barred):
                bar = line("▎ ", "accent") if barred else EMPTY
                self.lines += [LaidLine(bar, one, index) for one in wrap(text, self.width - width_of(bar))]
            case Drawing(lines):
                self.lines += [LaidLine(EMPTY, clip(one, self.width), index) for one in lines(self.width)]
            case Fact():
                self._add_fact(block, index)
            case Beside(columns):
                at_once = (self.width + len(_RULE)) // (_COLUMN + len(_RULE)) if self.width >= _WIDE else 1
                for start in range(0, len(columns), at_once):
                    if start:
                        self.lines.append(LaidLine(EMPTY, EMPTY, index))
                    self._add_beside(columns[start : start + at_once], index)

    def _add_fact(self, fact: Fact, index: int) -> None:
        first = len(self.lines)
        self.lines += _fact(fact, index, len(self.doors) if fact.door else None, self.width)
        if fact.door:
            self.doors.append(Door(fact.door, first, len(self.lines) - 1))
        if fact.anchor:
            self.anchors[fact.anchor] = first

    def _add_beside(self, columns: tuple[Blocks, ...], index: int) -> None:
        room = (self.width - len(_RULE) * (len(columns) - 1)) // len(columns)
        laid = [lay_out(column, room) for column in columns]
        top, before = len(self.lines), []
        for layout in laid:
            before.append(len(self.doors))
            self.doors += [Door(one.id, top + one.first, top + one.last) for one in layout.doors]
            self.anchors |= {anchor: top + first for anchor, first in layout.anchors.items()}
        for y in range(max(len(layout.lines) for layout in laid)):
            pieces: list[Piece] = []
            parts: list[Part] = []
            for number, layout in enumerate(laid):
                if number:
                    pieces.append(Piece(_RULE, "muted"))
                one = layout.lines[y] if y < len(layout.lines) else LaidLine(EMPTY, EMPTY, index)
                if one.door is not None:
                    mark = len(pieces) + len(one.lead) - 1 if layout.doors[one.door].first == y else None
                    left, end = number * (room + len(_RULE)), len(pieces) + len(one.whole)
                    parts.append(Part(before[number] + one.door, len(pieces), end, left, left + room, mark))
                pieces += pad(one.whole, room)
            self.lines.append(LaidLine(EMPTY, tuple(pieces), index, parts=tuple(parts)))


def _fact(fact: Fact, block: int, door: int | None, width: int) -> list[LaidLine]:
    mark = line(f"{DOOR} ", "accent") if fact.door else EMPTY
    hang = line(" " * width_of(mark))
    stacked = width < _NARROW
    indent = EMPTY if fact.label is None else line(" " * (2 if stacked else LABEL_WIDTH))
    found: list[LaidLine] = []
    first: Line = indent
    if fact.label and stacked:
        found.append(LaidLine(EMPTY, clip(line(fact.label, "muted"), width), block, door))
    elif fact.label:
        first = pad(clip(line(fact.label, "muted"), LABEL_WIDTH - 1), LABEL_WIDTH)
    for number, text in enumerate(wrap(fact.text, width - width_of(indent) - width_of(mark))):
        lead = (*first, *mark) if number == 0 else (*indent, *hang)
        found.append(LaidLine(lead, text, block, door))
    return found
