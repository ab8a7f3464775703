"""The stance matrix: actors by questions, drawn for a window of rows and columns with their headers in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tui.analysis.view import View
from tui.app.panes.mention import question_line, stance_line
from tui.app.panes.moves import REVERSED, Move, move_line, move_to
from tui.app.panes.row import CURSOR
from tui.app.panes.text import ELLIPSIS, EMPTY, Line, Piece, clip, joined, line, one_line, pad, width_of, wrap
from tui.app.panes.words import SHORT_STANCES, when
from tui.model.position import Position

COLUMN: Final = 15
"""The cells of a question's column, with the space before it."""

HEAD: Final = 3
"""The most lines that the questions take above their columns."""

LEGEND: Final = f"▲ ▼ moved to yes, to no  {REVERSED} to the other side  · no position"
_WIDEST_NAME: Final = 26


@dataclass(frozen=True, slots=True)
class Standing:
    """The last position of an actor on a question, and the move that it was, if it was one."""

    position: Position
    move: Move | None


@dataclass(frozen=True)
class Matrix:
    """Actors and questions by their ids, and where they stand; those without any position are left out."""

    view: View
    actors: Sequence[str]
    questions: Sequence[str]
    cells: Mapping[tuple[str, str], Standing]

    def height(self, row: int, columns: range) -> int:
        """The lines of a row in which these columns are shown: two where the actor moved in any, else one."""
        cells = (self.cells.get((self.actors[row], self.questions[one])) for one in columns)
        return 2 if any(cell and cell.move for cell in cells) else 1

    def name_width(self, width: int) -> int:
        """The cells of the column of names, of a matrix that is so wide."""
        longest = max((width_of(line(one_line(self.view.name_of(one)))) for one in self.actors), default=0)
        return max(min(longest, _WIDEST_NAME, width // 3), 8)

    def columns(self, width: int) -> int:
        """How many questions have room beside each other, at least one."""
        return max((width - 2 - self.name_width(width)) // COLUMN, 1)

    def selected(self, row: int, column: int) -> str:
        """The id of the position where a row and a column cross, or of the row's actor where there is none."""
        cell = self.cells.get((self.actors[row], self.questions[column]))
        return cell.position.id if cell else self.actors[row]

    def head(self, columns: range, width: int, most: int) -> tuple[Line, ...]:
        """The numbers and texts of the questions above their columns, on `most` lines at most."""
        names = self.name_width(width)
        texts = [self._column_title(one, most) for one in columns]
        lines = max((len(text) for text in texts), default=0)
        return tuple(
            clip((*pad(EMPTY, 2 + names), *(piece for text in texts for piece in _cell(text[n : n + 1]))), width)
            for n in range(lines)
        )

    def body(self, row: int, columns: range, width: int, chosen: int | None) -> tuple[tuple[Line, int | None], ...]:
        """The lines of a row, and in each the number of the piece at which the chosen column begins."""
        actor = self.actors[row]
        name = clip(line(one_line(self.view.name_of(actor))), self.name_width(width))
        standings = [self.cells.get((actor, self.questions[one])) for one in columns]
        found: list[tuple[Line, int | None]] = []
        for number in range(self.height(row, columns)):
            head = name if number == 0 else EMPTY
            mark = Piece(f"{CURSOR} ", "strong") if chosen is not None and number == 0 else Piece("  ")
            pieces: list[Piece] = [mark, *pad(head, self.name_width(width))]
            at = None
            for column, standing in zip(columns, standings, strict=True):
                if column == chosen:
                    at = len(pieces)
                pieces += [Piece(" "), _text(_stance(standing) if number == 0 else _moved(standing))]
            found.append((tuple(pieces), at))
        return tuple(found)

    def caption(self, row: int, column: int, width: int) -> tuple[Line, ...]:
        """What is under the cursor, in words: the question, and where the actor stands on it and stood before."""
        actor, asked = self.actors[row], self.view.question(self.questions[column])
        question = question_line(self.view, asked) if asked else EMPTY
        cell = self.cells.get((actor, self.questions[column]))
        who = line(f"{one_line(self.view.name_of(actor))}: ", "strong")
        words = line("no position", "muted")
        if cell is not None:
            words = joined((stance_line(cell.position), line(when(cell.position.date), "muted")))
        moved = move_line(cell.move) if cell else EMPTY
        numbered = (Piece(f"{column + 1} ", "heading"), *question)
        return tuple(clip(one, width) for one in (numbered, (*who, *words), moved or line(LEGEND, "muted")))

    def _column_title(self, column: int, most: int) -> list[Line]:
        question = self.view.question(self.questions[column])
        text = one_line(question.text) if question else self.questions[column]
        lines = list(wrap((Piece(f"{column + 1} ", "heading"), Piece(text, "muted")), COLUMN - 1))
        if len(lines) > most:
            last = clip(lines[most - 1], COLUMN - 2)
            lines = [*lines[: most - 1], (*last, Piece(ELLIPSIS, "muted"))]
        return lines


def matrix(view: View) -> Matrix:
    """Where each actor stands on each question; both in the order in which the panes list them."""
    last = {(one.actor, one.question): one for one in view.positions}
    cells = {key: Standing(one, move_to(view, one)) for key, one in last.items()}
    held, asked = {actor for actor, _ in last}, {question for _, question in last}
    return Matrix(
        view,
        [one.id for one in view.actors if one.id in held],
        [one.id for one in view.questions if one.id in asked],
        cells,
    )


def _stance(standing: Standing | None) -> Line:
    if standing is None:
        return line("·", "muted")
    stance = standing.position.stance
    if stance is None:
        return line(one_line(standing.position.summary or ""))
    is_silent = stance in {"no-comment", "unknown"}
    return line(SHORT_STANCES[stance], "muted" if is_silent else "strong" if stance.startswith("strongly") else "plain")


def _moved(standing: Standing | None) -> Line:
    if standing is None or standing.move is None:
        return EMPTY
    turned = REVERSED if standing.move.reversal else ""
    return line(f"{standing.move.arrow}{turned} {when(standing.position.date)}", "accent")


def _text(pieces: Line) -> Piece:
    """A cell's text in one piece of a column's width."""
    cut = clip(pieces, COLUMN - 1)
    text = "".join(piece.text for piece in cut)
    return Piece(text + " " * (COLUMN - 1 - width_of(cut)), cut[0].tone if cut else "plain")


def _cell(lines: Sequence[Line]) -> Line:
    return (Piece(" "), *pad(lines[0] if lines else EMPTY, COLUMN - 1))
