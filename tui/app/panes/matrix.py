"""The stance matrix: actors by questions, drawn for a window of rows and columns with their headers in place."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from typing import Final

from tui.analysis.ledger import Cell
from tui.analysis.matrix import Standing, stance_matrix
from tui.analysis.view import View
from tui.app.panes.mention import question_line, stance_line
from tui.app.panes.moves import REVERSED, arrow, move_line
from tui.app.panes.row import CURSOR
from tui.app.panes.text import EMPTY, Line, Piece, Tone, clip, joined, line, one_line, pad, unfinished, width_of, wrap
from tui.app.panes.words import SHORT_STANCES, when
from tui.model.position import Position

COLUMN: Final = 15
"""The cells of a question's column, with the space before it."""

HEAD: Final = 3
"""The most lines that the questions take above their columns."""

LEGEND: Final = f"▲ ▼ moved to yes, to no  {REVERSED} to the other side  · no position"
_WIDEST_NAME: Final = 26
_NOTHING: Final = line("·", "muted")


class Matrix(ABC):
    """Actors and questions by their ids, with what stands where they cross; those without any are left out."""

    legend = LEGEND

    def __init__(self, view: View, actors: Sequence[str], questions: Sequence[str], cells: Collection[Cell]) -> None:
        self.view = view
        self.actors = actors
        self.questions = questions
        self._filled = cells

    @property
    def subject(self) -> str:
        """What is shown, where that is not how it stands as of the view's date."""
        return ""

    @abstractmethod
    def position(self, row: int, column: int) -> str | None:
        """The id of the position to which a cell leads; None where there is none."""

    @abstractmethod
    def cell(self, row: int, column: int) -> tuple[Line, Line]:
        """The two lines of a cell; the second is empty where there was no move."""

    @abstractmethod
    def said(self, row: int, column: int) -> tuple[Line, Line]:
        """A cell in words: where the actor stands, and how they came there, if there is anything to tell."""

    def find(self, identifier: str) -> tuple[int, int] | None:
        """The row and the column of a position, if it is shown."""
        row_of = {one: row for row, one in enumerate(self.actors)}
        column_of = {one: column for column, one in enumerate(self.questions)}
        cells = ((row_of[actor], column_of[question]) for actor, question in self._filled)
        return next((one for one in cells if self.position(*one) == identifier), None)

    def height(self, row: int, columns: range) -> int:
        """The lines of a row in which these columns are shown: two where the actor moved in any, else one."""
        return 2 if any(self.cell(row, one)[1] for one in columns) else 1

    def name_width(self, width: int) -> int:
        """The cells of the column of names, of a matrix that is so wide."""
        longest = max((width_of(line(one_line(self.view.name_of(one)))) for one in self.actors), default=0)
        return max(min(longest, _WIDEST_NAME, width // 3), 8)

    def columns(self, width: int) -> int:
        """How many questions have room beside each other, at least one."""
        return max((width - 2 - self.name_width(width)) // COLUMN, 1)

    def selected(self, row: int, column: int) -> str:
        """The id of the position where a row and a column cross, or of the row's actor where there is none."""
        return self.position(row, column) or self.actors[row]

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
        cells = [self.cell(row, one) for one in columns]
        found: list[tuple[Line, int | None]] = []
        for number in range(2 if any(second for _, second in cells) else 1):
            head = name if number == 0 else EMPTY
            mark = Piece(f"{CURSOR} ", "strong") if chosen is not None and number == 0 else Piece("  ")
            pieces: list[Piece] = [mark, *pad(head, self.name_width(width))]
            at = None
            for column, cell in zip(columns, cells, strict=True):
                if column == chosen:
                    at = len(pieces)
                pieces += [Piece(" "), _text(cell[number])]
            found.append((tuple(pieces), at))
        return tuple(found)

    def caption(self, row: int, column: int, width: int) -> tuple[Line, ...]:
        """What is under the cursor, in words: the question, and where the actor stands on it and stood before."""
        actor, asked = self.actors[row], self.view.question(self.questions[column])
        question = question_line(self.view, asked) if asked else EMPTY
        who = line(f"{one_line(self.view.name_of(actor))}: ", "strong")
        words, more = self.said(row, column)
        numbered = (Piece(f"{column + 1} ", "heading"), *question)
        return tuple(clip(one, width) for one in (numbered, (*who, *words), more or line(self.legend, "muted")))

    def _column_title(self, column: int, most: int) -> list[Line]:
        question = self.view.question(self.questions[column])
        text = one_line(question.text) if question else self.questions[column]
        lines = list(wrap((Piece(f"{column + 1} ", "heading"), Piece(text, "muted")), COLUMN - 1))
        if len(lines) > most:
            lines = [*lines[: most - 1], unfinished(lines[most - 1], COLUMN - 1)]
        return lines


class Standings(Matrix):
    """Where each actor stands on each question as of a View's date, and the move by which they came there."""

    def __init__(self, view: View) -> None:
        shown = stance_matrix(view)
        super().__init__(view, shown.actors, shown.questions, shown.cells)
        self._cells = shown.cells

    def _at(self, row: int, column: int) -> Standing | None:
        return self._cells.get((self.actors[row], self.questions[column]))

    def position(self, row: int, column: int) -> str | None:
        """The id of the last position."""
        standing = self._at(row, column)
        return standing.position.id if standing else None

    def cell(self, row: int, column: int) -> tuple[Line, Line]:
        """The stance, and below it the move with its date."""
        standing = self._at(row, column)
        if standing is None:
            return _NOTHING, EMPTY
        move = standing.move
        turned = REVERSED if move and move.reversal else ""
        moved = line(f"{arrow(move)}{turned} {when(standing.position.date)}", "accent") if move else EMPTY
        return stance(standing.position), moved

    def said(self, row: int, column: int) -> tuple[Line, Line]:
        """The stance with its date, and from where the actor came."""
        standing = self._at(row, column)
        if standing is None:
            return line("no position", "muted"), EMPTY
        return dated(standing.position), move_line(standing.move)


def stance(position: Position) -> Line:
    """A stance for where there is little room."""
    if position.stance is None:
        return line(one_line(position.summary or ""))
    is_silent = position.stance in {"no-comment", "unknown"}
    tone: Tone = "muted" if is_silent else "strong" if position.stance.startswith("strongly") else "plain"
    return line(SHORT_STANCES[position.stance], tone)


def dated(position: Position) -> Line:
    """A stance in full, with its date."""
    return joined((stance_line(position), line(when(position.date), "muted")))


def _text(pieces: Line) -> Piece:
    """A cell's text in one piece of a column's width."""
    cut = clip(pieces, COLUMN - 1)
    text = "".join(piece.text for piece in cut)
    return Piece(text + " " * (COLUMN - 1 - width_of(cut)), cut[0].tone if cut else "plain")


def _cell(lines: Sequence[Line]) -> Line:
    return (Piece(" "), *pad(lines[0] if lines else EMPTY, COLUMN - 1))
