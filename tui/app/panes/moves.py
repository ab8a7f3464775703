"""Moves as they are drawn: which way, how far, and from where."""

from typing import Final

from tui.analysis.ledger import Direction, Move
from tui.app.panes.text import EMPTY, Line, Piece, joined, line
from tui.app.panes.words import SHORT_STANCES, STANCES, when
from tui.model.position import Position

REVERSED: Final = "⇄"
_ARROWS: Final = {Direction.YES: "▲", Direction.NO: "▼", Direction.NONE: "≠"}
_NO_STANCE: Final = "no stance"


def arrow(move: Move) -> str:
    """Towards yes, towards no, or neither."""
    return _ARROWS[move.direction]


def size_words(move: Move) -> str:
    """An arrow with how far: `▼ 1 step`, `▲ 3 steps, a reversal`, `≠ changed`."""
    far = f"{move.size} {'step' if move.size == 1 else 'steps'}" if move.size else "changed"
    words = f"{arrow(move)}\u00a0{far}"
    return f"{words}, a reversal" if move.reversal else words


def stance_words(position: Position, *, short: bool = False) -> str:
    """A stance in words; of a position that has none, that it has none."""
    if position.stance is None:
        return _NO_STANCE
    return (SHORT_STANCES if short else STANCES)[position.stance]


def stance_sign(position: Position) -> str:
    """A stance as its sign alone, where it has one."""
    words = stance_words(position)
    sign = words.partition(" ")[0]
    return words if sign.isalpha() else sign


def move_line(move: Move | None) -> Line:
    """How far, and from where and when."""
    if move is None:
        return EMPTY
    came_from = f"from {stance_words(move.before)} {when(move.before.date)}"
    return joined((line(size_words(move), "accent"), (Piece(came_from, "muted"),)))
