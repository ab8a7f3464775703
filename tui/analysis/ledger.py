"""The ledger: where each actor stood on each question over time, who moved, and which way."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.analysis.view import View
from tui.model.edtf import EARLIEST, EDTF, Day
from tui.model.position import Position, Stance

PLACES: Final[Mapping[Stance, int]] = MappingProxyType(
    {"strongly-oppose": -2, "oppose": -1, "neutral": 0, "mixed": 0, "support": 1, "strongly-support": 2}
)
"""The scale, from -2 to +2. `no-comment`, `unknown` and a position without a stance have no place on it."""

Cell = tuple[str, str]
"""An actor's id and a question's."""


class Direction(StrEnum):
    """Which way a move goes on the scale."""

    YES = "yes"
    NO = "no"
    NONE = "none"
    """Between two stances of one place, or into or out of what has no place."""


class Move(NamedTuple):
    """A change of stance of one actor on one question.

    `size` is the distance on the scale, 0 to 4; None where either end has no place on it. It is a `reversal` where the
    actor takes the other side than the last that they took: what came between (`neutral`, `mixed`, or no place at all)
    does not undo that. It happened on the date of `after`, and `known` is when it became so, None where it always was.
    """

    before: Position
    after: Position
    size: int | None
    direction: Direction
    reversal: bool
    known: EDTF | None

    @property
    def date(self) -> EDTF:
        """When it happened."""
        return self.after.date


def place(position: Position) -> int | None:
    """Where a position stands on the scale; None where it has no place there."""
    return PLACES.get(position.stance) if position.stance else None


def ledger(view: View) -> Mapping[Cell, tuple[Position, ...]]:
    """The positions of each actor on each question, by date; cells by actor, then by question, in the view's order."""
    tracks: dict[Cell, list[Position]] = {}
    for position in view.positions:
        tracks.setdefault((position.actor, position.question), []).append(position)
    actors = {one.id: index for index, one in enumerate(view.actors)}
    questions = {one.id: index for index, one in enumerate(view.questions)}
    ordered = sorted(tracks, key=lambda cell: (actors.get(cell[0], len(actors)), questions.get(cell[1], 0)))
    return {cell: tuple(tracks[cell]) for cell in ordered}


def moves(view: View) -> tuple[Move, ...]:
    """Every move, by when it happened; of one date, in the order of the ledger."""
    found = [move for track in ledger(view).values() for move in moves_along(track, view) if move is not None]
    return tuple(sorted(found, key=lambda move: move.date.sort_key()))


def moves_along(track: Sequence[Position], view: View) -> tuple[Move | None, ...]:
    """Of each position of a track the move that it is; None for the first, and where the stance is that before it."""
    found: list[Move | None] = []
    side = 0
    for before, after in zip((None, *track), track, strict=False):
        found.append(_move(before, after, side, view.known(after.id)) if before is not None else None)
        side = place(after) or side
    return tuple(found)


def move_to(view: View, position: Position) -> Move | None:
    """The move by which an actor came to a position; None where it is their first, or of the stance before it."""
    before = view.replaced(position)
    if before is None:
        return None
    side, earlier = place(before), view.replaced(before)
    while not side and earlier is not None:
        side, earlier = place(earlier), view.replaced(earlier)
    return _move(before, position, side or 0, view.known(position.id))


def by_known(found: Sequence[Move]) -> tuple[Move, ...]:
    """The same moves by when they became known; what was always known comes first."""
    return tuple(sorted(found, key=lambda move: _upper(move.known)))


def move_of(track: Sequence[Position], view: View) -> Move | None:
    """The move that the last position of a track is; None where it is the first, or of the stance before it."""
    if len(track) < 2:
        return None
    return move_between(track[:-1], track[-1], view.known(track[-1].id))


def move_between(earlier: Sequence[Position], after: Position, known: EDTF | None) -> Move | None:
    """The move from where a track ended to `after`; None where that is no change of stance.

    `earlier` is what the actor held before, by date, at least one; `known` is when `after` became known.
    """
    return _move(earlier[-1], after, next((at for at in map(place, reversed(earlier)) if at), 0), known)


def _move(before: Position, after: Position, side: int, known: EDTF | None) -> Move | None:
    """The move from one position to another; `side` is where the actor last was on either side, 0 where never."""
    if before.stance == after.stance:
        return None
    start, end = place(before), place(after)
    distance = None if start is None or end is None else end - start
    return Move(
        before,
        after,
        None if distance is None else abs(distance),
        Direction.NONE if not distance else Direction.YES if distance > 0 else Direction.NO,
        side * (end or 0) < 0,
        known,
    )


def _upper(date: EDTF | None) -> Day:
    return EARLIEST if date is None else date.upper
