"""The stance matrix on the screen: it scrolls both ways, with the names and the questions in place."""

from typing import ClassVar, Final

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from tui.analysis.view import View
from tui.app.panes.matrix import COLUMN, HEAD, Matrix, Standings
from tui.app.panes.matrix_difference import Differences
from tui.app.panes.pane import nothing
from tui.app.panes.text import Line, Piece, clip, line, pad, width_of, wrap
from tui.app.widgets.chart import Chart

_CAPTION: Final = 4
"""The lines below the matrix, with the rule above them."""

_LOW: Final = 16
"""The lines below which the questions have one line above their columns."""

_NARROW: Final = 60


class StanceMatrix(Chart):
    """Actors by questions, a cell under the cursor."""

    compares: ClassVar[bool] = True

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the name is Textual's
        super().__init__(id=id)
        self._matrix: Matrix | None = None
        self._row = 0
        self._column = 0
        self._top = 0
        self._left = 0
        self._drawn: tuple[tuple[Line, int | None, int | None], ...] = ()

    def show(self, view: View) -> None:
        """Show where each actor stands as of a View, the cursor on the same actor and question."""
        self._show(Standings(view))

    def show_difference(self, before: View, after: View, shown: View) -> None:
        """Show how it became that as of a later View, the cursor on the same actor and question."""
        self._show(Differences(before, after, shown))

    def _show(self, now: Matrix) -> None:
        before, self._matrix = self._matrix, now
        if before is not None and before.actors and before.questions:
            actor, question = before.actors[self._row], before.questions[self._column]
            self._row = now.actors.index(actor) if actor in now.actors else 0
            self._column = now.questions.index(question) if question in now.questions else 0
        self._redraw()

    @property
    def selected(self) -> str | None:
        """The id of the position under the cursor, of the actor where there is none."""
        return self._matrix.selected(self._row, self._column) if self._matrix and self._matrix.actors else None

    @property
    def empty(self) -> str:
        """Why there is no matrix."""
        return nothing("positions")(self._matrix.view) if self._matrix else ""

    def select(self, identifier: str) -> None:
        """Put the cursor on a position, or on an actor's row."""
        if self._matrix is None:
            return
        found = self._matrix.find(identifier)
        if found is not None:
            self._go(*found)
        elif identifier in self._matrix.actors:
            self._go(self._matrix.actors.index(identifier), self._column)

    def move(self, where: str) -> None:
        """Go to another cell; all four edges stop the cursor."""
        page = max(self._rows_on_screen(), 1)
        rows = len(self._matrix.actors) if self._matrix else 0
        down = {
            "up": -1,
            "down": 1,
            "page_up": -page,
            "page_down": page,
            "half_up": -max(page // 2, 1),
            "half_down": max(page // 2, 1),
            "first": -rows,
            "last": rows,
        }
        right = {"left": -1, "right": 1}
        self._go(self._row + down.get(where, 0), self._column + right.get(where, 0))

    def _go(self, row: int, column: int) -> None:
        if self._matrix is None or not self._matrix.actors:
            return
        before = self.selected, self._row, self._column
        self._row = min(max(row, 0), len(self._matrix.actors) - 1)
        self._column = min(max(column, 0), len(self._matrix.questions) - 1)
        if before != (self.selected, self._row, self._column):
            self._redraw()
            self.post_message(self.Selected(self.selected or ""))

    def _redraw(self) -> None:
        """Bring the cursor into the window, and draw what the window shows."""
        size = self.scrollable_content_region
        self.virtual_size = Size(size.width, size.height)
        self._drawn = ()
        if self._matrix is not None and size.width and size.height:
            self._drawn = self._lines(self._matrix, size.width, size.height)
        self.refresh()

    def _lines(self, shown: Matrix, width: int, height: int) -> tuple[tuple[Line, int | None, int | None], ...]:
        """Each line, with the piece at which the cursor begins and the row to which it belongs."""
        if not shown.actors:
            return tuple(
                ((Piece("  "), *one), None, None) for one in wrap(line(self.empty, "muted"), min(width, 90) - 2)
            )
        columns = self._window_of_columns(shown, width)
        head = shown.head(columns, width, 1 if height < _LOW else HEAD)
        room = max(height - len(head) - _CAPTION, 2)
        self._scroll_to_row(shown, columns, room)
        body: list[tuple[Line, int | None, int | None]] = []
        row = self._top
        while row < len(shown.actors) and len(body) + shown.height(row, columns) <= room:
            chosen = self._column if row == self._row else None
            body += [(pieces, at, row) for pieces, at in shown.body(row, columns, width, chosen)]
            row += 1
        body += [((), None, None)] * (room - len(body))
        rule = self._rule(shown, columns, row, width)
        caption = shown.caption(self._row, self._column, width - 2)
        return (
            *((one, None, None) for one in head),
            *body,
            (rule, None, None),
            *(((Piece("  "), *one), None, None) for one in caption),
        )[:height]

    def _rule(self, shown: Matrix, columns: range, after: int, width: int) -> Line:
        """A rule that says which rows and columns are on screen, where there are others."""
        rows, last = len(shown.actors), columns[-1] + 1
        names = ("", "") if width < _NARROW else (" stakeholders", " questions")
        words = [shown.subject] if shown.subject else []
        if self._top > 0 or after < rows:
            words.append(f"{self._top + 1}–{after} of {rows:,}{names[0]}")
        if len(columns) < len(shown.questions):
            words.append(f"{columns[0] + 1}–{last} of {len(shown.questions):,}{names[1]}")
        text = clip(line(f"── {' · '.join(words)} " if words else "", "muted"), width)
        return (*text, Piece("─" * (width - width_of(text)), "muted"))

    def _window_of_columns(self, shown: Matrix, width: int) -> range:
        size = shown.columns(width)
        self._left = min(max(self._left, self._column - size + 1), self._column)
        self._left = max(min(self._left, len(shown.questions) - size), 0)
        return range(self._left, min(self._left + size, len(shown.questions)))

    def _scroll_to_row(self, shown: Matrix, columns: range, room: int) -> None:
        """Scroll as little as shows the row under the cursor."""
        first, used = self._row, shown.height(self._row, columns)
        while first > self._top and used + shown.height(first - 1, columns) <= room:
            first -= 1
            used += shown.height(first, columns)
        self._top = first if self._top < first else min(self._top, self._row)

    def _rows_on_screen(self) -> int:
        return len({row for _, _, row in self._drawn if row is not None})

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.size.width
        if y >= len(self._drawn):
            return self.draw((), width)
        pieces, at, _ = self._drawn[y]
        if at is None:
            return self.draw(pieces, width)
        return self.draw(pad(pieces, width), width, cursor_from=at, cursor_to=at + 2)

    def on_resize(self) -> None:
        """Draw for the new size, the cursor still on its cell."""
        self._redraw()

    def on_mouse_scroll_down(self) -> None:
        """Go down a row."""
        self.move("down")

    def on_mouse_scroll_up(self) -> None:
        """Go up a row."""
        self.move("up")

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell under the mouse; open the one that it is on already."""
        offset = event.get_content_offset(self)
        if offset is None or self._matrix is None or offset.y >= len(self._drawn):
            return
        row = self._drawn[offset.y][2]
        if row is None:
            return
        names = 2 + self._matrix.name_width(self.scrollable_content_region.width)
        column = self._column if offset.x < names else self._left + (offset.x - names) // COLUMN
        if column >= len(self._matrix.questions):
            return
        if (row, column) == (self._row, self._column):
            self.post_message(self.Opened(self.selected or ""))
        else:
            self._go(row, column)
