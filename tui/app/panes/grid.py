"""The power–interest grid (Mendelow, 1991): who can do how much about it, and to whom it matters how much."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.analysis.view import View
from tui.app.panes.text import EMPTY, Line, Piece, clip, joined, line, one_line, pad, width_of, wrap
from tui.model.actor import Actor, Degree

_POWER: Final[tuple[Degree, ...]] = ("high", "medium", "low")
_INTEREST: Final[tuple[Degree, ...]] = ("low", "medium", "high")
_ADVICE: Final[dict[tuple[Degree, Degree], str]] = {
    ("high", "low"): "keep satisfied",
    ("high", "high"): "manage closely",
    ("low", "low"): "monitor",
    ("low", "high"): "keep informed",
}
_AXIS: Final = 9
"""The cells to the left of the grid, for how much power."""

_NARROW: Final = 54
"""The cells below which the nine boxes stand one below the other."""

_EMPTY_BOX: Final = 2
"""The lines that a box has at least."""


class Name(NamedTuple):
    """Where an actor's name stands: on which line, in which of the columns 0 to 2, in which cells and piece.

    Below the grid, and where it is narrow, there is no column: None.
    """

    id: str
    line: int
    column: int | None
    left: int
    right: int
    piece: int


class Grid(NamedTuple):
    """The lines of a grid, and the names in it by line and from left to right."""

    lines: tuple[Line, ...]
    names: tuple[Name, ...]


def grid(view: View, width: int) -> Grid:
    """The grid for a width, with those of whom one rating or both are missing below it; nothing without actors."""
    if not view.actors:
        return Grid((), ())
    boxes: dict[tuple[Degree, Degree], list[Actor]] = {(power, one): [] for power in _POWER for one in _INTEREST}
    unrated: list[Actor] = []
    for actor in view.actors:
        if actor.power is not None and actor.interest is not None:
            boxes[actor.power, actor.interest].append(actor)
        else:
            unrated.append(actor)
    drawing = _Drawing(width)
    if len(unrated) == len(view.actors):
        drawing.sentence(
            "Nobody is rated yet: `power:` and `interest:` of an actor, each high, medium or low, place them."
        )
    elif width < _NARROW:
        drawing.stack(boxes)
    else:
        drawing.boxes(boxes)
    drawing.unrated(unrated)
    return Grid(tuple(drawing.lines), tuple(drawing.names))


class _Drawing:
    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Line] = []
        self.names: list[Name] = []

    def sentence(self, words: str) -> None:
        self.lines += [(Piece("  "), *one) for one in wrap(line(words, "muted"), min(self.width, 90) - 2)]

    def boxes(self, boxes: dict[tuple[Degree, Degree], list[Actor]]) -> None:
        room = (self.width - _AXIS - 4) // 3
        self.lines.append(clip(line("  Power", "heading"), self.width))
        self._rule("┌┬┐", room)
        for number, power in enumerate(_POWER):
            if number:
                self._rule("├┼┤", room)
            self._row(power, [boxes[power, one] for one in _INTEREST], room)
        self._rule("└┴┘", room)
        scale: Line = (Piece(" " * (_AXIS + 1)),)
        for one in _INTEREST:
            scale = (*scale, *pad(line(one, "muted"), room + 1))
        self.lines.append(clip((*scale[:-1], Piece("  ")), self.width))
        self.lines.append(clip((Piece(" " * (_AXIS + 1)), *line("Interest", "heading")), self.width))

    def _row(self, power: Degree, held: Sequence[Sequence[Actor]], room: int) -> None:
        advice = [_ADVICE.get((power, one), "") for one in _INTEREST]
        height = max(_EMPTY_BOX, *(len(actors) + bool(words) for actors, words in zip(held, advice, strict=True)))
        for number in range(height):
            label = line(f"  {power}", "muted") if number == 0 else EMPTY
            pieces = list(pad(label, _AXIS))
            for column, (actors, words) in enumerate(zip(held, advice, strict=True)):
                pieces.append(Piece("│", "muted"))
                index = number - bool(words)
                if index < 0:
                    pieces += pad(clip(line(f" {words}", "muted"), room), room)
                elif index < len(actors):
                    left = _AXIS + 1 + column * (room + 1)
                    self._name(actors[index], pieces, column, left, room)
                else:
                    pieces += pad(EMPTY, room)
            self.lines.append((*pieces, Piece("│", "muted")))

    def stack(self, boxes: dict[tuple[Degree, Degree], list[Actor]]) -> None:
        for (power, interest), actors in boxes.items():
            if actors:
                words = _ADVICE.get((power, interest), "")
                title = joined((line(f" Power {power}, interest {interest}", "heading"), line(words, "muted")))
                self._list(title, actors)

    def unrated(self, actors: Sequence[Actor]) -> None:
        if actors:
            self._list(line(" Not rated", "heading"), actors)

    def _list(self, title: Line, actors: Sequence[Actor]) -> None:
        self.lines += [*([EMPTY] if self.lines else []), clip(title, self.width)]
        for actor in actors:
            pieces: list[Piece] = []
            self._name(actor, pieces, None, 0, self.width)
            self.lines.append(tuple(pieces))

    def _name(self, actor: Actor, pieces: list[Piece], column: int | None, left: int, room: int) -> None:
        """Add a name to a line, after the two cells in which the cursor stands."""
        self.names.append(Name(actor.id, len(self.lines), column, left, left + room, len(pieces)))
        half = f"power {actor.power}" if actor.power else f"interest {actor.interest}" if actor.interest else ""
        aside = line(half, "muted") if column is None and not (actor.power and actor.interest) else EMPTY
        named = clip(joined((line(one_line(actor.name)), aside)), room - 2)
        text = "".join(piece.text for piece in named)
        pieces += [Piece("  "), Piece(text), *pad(EMPTY, room - 2 - width_of(named))]

    def _rule(self, ends: str, room: int) -> None:
        bar = "─" * room
        self.lines.append((Piece(" " * _AXIS), Piece(ends[0] + ends[1].join([bar] * 3) + ends[2], "muted")))
