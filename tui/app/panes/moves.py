"""Who moved: how a position differs from what the actor wanted before."""

from dataclasses import dataclass
from typing import Final

from tui.analysis.view import View
from tui.app.panes.text import EMPTY, Line, Piece, joined, line
from tui.app.panes.words import STANCES, when
from tui.model.position import Position, Stance

# Who is of two minds stands in the middle; who says nothing, or of whom nothing is known, stands nowhere.
_SCALE: Final[dict[Stance, int]] = {
    "strongly-support": 2,
    "support": 1,
    "neutral": 0,
    "mixed": 0,
    "oppose": -1,
    "strongly-oppose": -2,
}
_FAR: Final = 100
"""As many stances back is looked for the side that an actor was on."""

REVERSED: Final = "⇄"


@dataclass(frozen=True, slots=True)
class Move:
    """From one stance to another, on one question.

    `steps` is how far towards yes, or if negative towards no, None where either stance is nowhere on the scale;
    `reversal` says that the actor was on the other side when last on any.
    """

    before: Position
    after: Position
    steps: int | None
    reversal: bool

    @property
    def arrow(self) -> str:
        """Towards yes, towards no, or neither."""
        return "≠" if not self.steps else "▲" if self.steps > 0 else "▼"


def move_to(view: View, position: Position) -> Move | None:
    """The move by which an actor came to a position; None where the stance is their first, or the same as before."""
    before = _earlier(view, position)
    if before is None or before.stance == position.stance or position.stance is None or before.stance is None:
        return None
    start, end = _SCALE.get(before.stance), _SCALE.get(position.stance)
    steps = end - start if start is not None and end is not None else None
    last: Position | None = before
    for _ in range(_FAR):
        if last is None or _side(last):
            break
        last = _earlier(view, last)
    return Move(before, position, steps, reversal=last is not None and _side(last) * _side(position) < 0)


def latest_moves(view: View) -> tuple[Move, ...]:
    """Every move, the last one first."""
    found = (move_to(view, one) for one in reversed(view.positions))
    return tuple(one for one in found if one is not None)


def size_words(move: Move) -> str:
    """An arrow with how far: `▼ 1 step`, `▲ 3 steps, a reversal`, `≠ changed`."""
    if not move.steps:
        words = f"{move.arrow}\u00a0changed"
    else:
        far = abs(move.steps)
        words = f"{move.arrow}\u00a0{far} {'step' if far == 1 else 'steps'}"
    return f"{words}, a reversal" if move.reversal else words


def move_line(move: Move | None) -> Line:
    """How far, and from where and when."""
    if move is None:
        return EMPTY
    stance = STANCES[move.before.stance] if move.before.stance else ""
    return joined((line(size_words(move), "accent"), (Piece(f"from {stance} {when(move.before.date)}", "muted"),)))


def _side(position: Position) -> int:
    return _SCALE.get(position.stance, 0) if position.stance else 0


def _earlier(view: View, position: Position) -> Position | None:
    """The last position before this one that has a stance."""
    earlier = view.replaced(position)
    while earlier is not None and earlier.stance is None:
        earlier = view.replaced(earlier)
    return earlier
