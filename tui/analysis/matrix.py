"""The stance matrix: actors by questions, as of a date and between two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from tui.analysis.ledger import Cell, Move, ledger, move_between, move_of
from tui.analysis.view import View
from tui.model.position import Position

_Content = TypeVar("_Content", bound="Standing | Difference")


class Standing(NamedTuple):
    """Where an actor stands on a question: the last position, and the move that it was, if it was one."""

    position: Position
    move: Move | None


class Turn(StrEnum):
    """What became of a cell of the matrix between two dates."""

    SAME = "same"
    """The stance is what it was."""
    MOVED = "moved"
    APPEARED = "appeared"
    GONE = "gone"
    """Only between two versions of a file: as of a later date nothing is taken away."""


class Difference(NamedTuple):
    """A cell before and after, and the move from one to the other, whatever came between."""

    turn: Turn
    before: Position | None
    after: Position | None
    move: Move | None


@dataclass(frozen=True, slots=True)
class Matrix(Generic[_Content]):
    """Actors and questions by their ids, in the view's order, and what stands where they cross, if anything does."""

    actors: tuple[str, ...]
    questions: tuple[str, ...]
    cells: Mapping[Cell, _Content]


def stance_matrix(view: View) -> Matrix[Standing]:
    """Where each actor stands on each question as of the view's date; rows and columns that would be empty are not."""
    cells = {cell: Standing(track[-1], move_of(track, view)) for cell, track in ledger(view).items()}
    return _matrix(cells, (view,))


def stance_difference(before: View, after: View) -> Matrix[Difference]:
    """How the matrix as of one view became that as of another, of one briefing or of two versions of it."""
    earlier, later = ledger(before), ledger(after)
    cells = {}
    for cell in {**later, **earlier}:
        was, now = earlier.get(cell), later.get(cell)
        move = move_between(was, now[-1], after.known(now[-1].id)) if was and now else None
        turn = Turn.GONE if not now else Turn.APPEARED if not was else Turn.MOVED if move else Turn.SAME
        cells[cell] = Difference(turn, was[-1] if was else None, now[-1] if now else None, move)
    return _matrix(cells, (after, before))


def _matrix(cells: Mapping[Cell, _Content], views: Iterable[View]) -> Matrix[_Content]:
    views = tuple(views)
    actors = dict.fromkeys(one.id for view in views for one in view.actors)
    questions = dict.fromkeys(one.id for view in views for one in view.questions)
    held, asked = {actor for actor, _ in cells}, {question for _, question in cells}
    return Matrix(
        tuple(one for one in actors if one in held), tuple(one for one in questions if one in asked), dict(cells)
    )
