"""The difference between the stance matrix as of two dates: who moved from where to where, and who appeared."""

from typing import Final

from tui.analysis.matrix import Difference, Turn, stance_difference
from tui.analysis.view import View
from tui.app.panes.matrix import Matrix, dated, stance
from tui.app.panes.moves import REVERSED, arrow, size_words, stance_sign
from tui.app.panes.text import EMPTY, Line, Piece, joined, line, plain
from tui.app.panes.words import when

_APPEARED: Final = "✦"
_GONE: Final = "✕"


class Differences(Matrix):
    """How the matrix as of one View became that as of another; ids are those that the View `shown` has.

    `shown` is one of the two: that at whose date the reader stands.
    """

    legend = f"▲ ▼ to yes, to no  {REVERSED} to the other side  {_APPEARED} appeared  {_GONE} gone  no sign: as before"

    def __init__(self, before: View, after: View, shown: View) -> None:
        found = stance_difference(before, after)
        super().__init__(after, found.actors, found.questions, found.cells)
        self._before = before
        self._shown = shown
        self._cells = found.cells

    @property
    def subject(self) -> str:
        """The two dates."""
        return f"{when(self._before.date)} → {when(self.view.date)}"

    def _at(self, row: int, column: int) -> Difference | None:
        return self._cells.get((self.actors[row], self.questions[column]))

    def position(self, row: int, column: int) -> str | None:
        """The id of the position after, or where the reader stands before that, of the one before."""
        found = self._at(row, column)
        ends = (found.after, found.before) if found else ()
        return next((one.id for one in ends if one is not None and one.id in self._shown.entries), None)

    def cell(self, row: int, column: int) -> tuple[Line, Line]:
        """The stances before and after, and the date; what is as before is on one line and muted."""
        found = self._at(row, column)
        one = (found.after or found.before) if found else None
        if found is None or one is None:
            return line("·", "muted"), EMPTY
        if found.move is not None:
            turned = REVERSED if found.move.reversal else ""
            signs = f"{stance_sign(found.move.before)} → {stance_sign(found.move.after)}"
            return line(f"{arrow(found.move)}{turned} {signs}", "accent"), line(when(one.date), "muted")
        if found.turn is Turn.APPEARED:
            return stance(one), line(f"{_APPEARED} {when(one.date)}", "accent")
        as_it_was = line(plain(stance(one)), "muted")
        return as_it_was, line(f"{_GONE} gone", "warning") if found.turn is Turn.GONE else EMPTY

    def said(self, row: int, column: int) -> tuple[Line, Line]:
        """Both stances with their dates, and how far apart they are; or what became of the one."""
        found = self._at(row, column)
        one = (found.after or found.before) if found else None
        if found is None or one is None:
            return line("no position on either date", "muted"), EMPTY
        if found.move is not None:
            both = (*dated(found.move.before), Piece(" → ", "muted"), *dated(found.move.after))
            return both, line(size_words(found.move), "accent")
        turns = {Turn.APPEARED: f"{_APPEARED} appeared", Turn.GONE: f"{_GONE} no longer there"}
        return joined((dated(one), line(turns.get(found.turn, "as before"), "muted"))), EMPTY
