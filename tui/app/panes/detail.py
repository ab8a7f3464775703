"""The detail of an item: a list of blocks, laid out into lines for a width."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tui.app.panes.text import EMPTY, Line, clip, line, pad, plain, width_of, wrap

READING_WIDTH: Final = 90
"""The cells that a line of a detail takes at most."""

LABEL_WIDTH: Final = 15
"""The cells of the column of labels, with the space after it."""

DOOR: Final = "›"
_NARROW: Final = 44


@dataclass(frozen=True, slots=True)
class Title:
    """What the item is called."""

    text: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text across the detail; `barred` for words as somebody said them, with a bar at their left."""

    text: Line
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about the item under a label, or under that of the fact before it where `label` is empty.

    Where `label` is None it takes the whole width. With `door` it leads to the item of that id; `anchor` is the id of
    an item that has no detail of its own and is shown here.
    """

    label: str | None
    text: Line
    door: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""


Block = Title | Paragraph | Fact | Gap
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A line of a detail: what stands before its text, the text, and which block and which door it belongs to."""

    lead: Line
    text: Line
    block: int
    door: int | None = None

    @property
    def whole(self) -> Line:
        """The line as it is drawn."""
        return (*self.lead, *self.text)


@dataclass(frozen=True, slots=True)
class Door:
    """A door of a laid out detail: the item that it leads to, and its first and last line."""

    id: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Layout:
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
    width = min(max(width, 12), READING_WIDTH)
    lines: list[LaidLine] = []
    doors: list[Door] = []
    anchors: dict[str, int] = {}
    for index, block in enumerate(blocks):
        match block:
            case Gap():
                lines.append(LaidLine(EMPTY, EMPTY, index))
            case Title(text):
                lines += [LaidLine(EMPTY, one, index) for one in wrap(text, width)]
            case Paragraph(text, barred):
                bar = line("▎ ", "accent") if barred else EMPTY
                lines += [LaidLine(bar, one, index) for one in wrap(text, width - width_of(bar))]
            case Fact(door=door, anchor=anchor):
                first = len(lines)
                lines += _fact(block, index, len(doors) if door else None, width)
                if door:
                    doors.append(Door(door, first, len(lines) - 1))
                if anchor:
                    anchors[anchor] = first
    return Layout(tuple(lines), tuple(doors), anchors)


def text_of(blocks: Blocks, width: int = READING_WIDTH) -> str:
    """A detail as plain text, as it is drawn in `width` cells."""
    return "\n".join(plain(one.whole).rstrip() for one in lay_out(blocks, width).lines)


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
