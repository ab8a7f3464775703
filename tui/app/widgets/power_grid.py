"""The power–interest grid on the screen: a cursor that goes from name to name."""

from textual import events
from textual.strip import Strip

from tui.analysis.view import View
from tui.app.panes.grid import Grid, Name, grid
from tui.app.panes.pane import nothing
from tui.app.panes.row import CURSOR
from tui.app.panes.text import Piece, line, wrap
from tui.app.widgets.chart import Chart


class PowerGrid(Chart):
    """Who can do how much about it, and to whom it matters how much; a name under the cursor."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the name is Textual's
        super().__init__(id=id)
        self._view: View | None = None
        self._grid = Grid((), ())
        self._by_line: dict[int, list[int]] = {}
        self._chosen = 0
        # The actor that was asked for before there was a width to draw for.
        self._wanted: str | None = None

    def show(self, view: View) -> None:
        """Show the actors of a View, the cursor on the same one."""
        self._view = view
        self._measure()

    @property
    def selected(self) -> str | None:
        """The id of the actor under the cursor."""
        return self._grid.names[self._chosen].id if self._grid.names else None

    @property
    def empty(self) -> str:
        """Why there is no grid."""
        return nothing("stakeholders", "actors")(self._view) if self._view else ""

    def select(self, identifier: str) -> None:
        """Put the cursor on an actor."""
        index = next((index for index, one in enumerate(self._grid.names) if one.id == identifier), None)
        if index is not None:
            self._choose(index)
        elif not self._grid.names:
            self._wanted = identifier

    def move(self, where: str) -> None:
        """Go to the nearest name in that direction; where there is none, the cursor stays."""
        if not self._grid.names:
            return
        names, here = self._grid.names, self._grid.names[self._chosen]
        if where in {"first", "last"}:
            self._choose(0 if where == "first" else len(names) - 1)
        elif where in {"left", "right"}:
            self._choose(self._beside(here, 1 if where == "right" else -1))
        else:
            size = 1 if where in {"up", "down"} else max(self.page // (1 if where.startswith("page") else 2), 1)
            step = -1 if where.endswith("up") else 1
            self._choose(self._below(here, step, size))

    def _below(self, here: Name, step: int, lines: int) -> int:
        """The name in the same column so many lines on, or the next one, or the last there is before that."""
        found = self._chosen
        for index in self._in_direction(step):
            one = self._grid.names[index]
            if one.line == here.line or (None not in {one.column, here.column} and one.column != here.column):
                continue
            found = index
            if abs(one.line - here.line) >= lines:
                break
        return found

    def _in_direction(self, step: int) -> range:
        last = len(self._grid.names)
        return range(self._chosen + 1, last) if step > 0 else range(self._chosen - 1, -1, -1)

    def _beside(self, here: Name, step: int) -> int:
        """The name nearest in height in the next column that has any."""
        if here.column is None:
            return self._chosen
        columns = (0, 1, 2)[here.column + 1 :] if step > 0 else (0, 1, 2)[: here.column][::-1]
        for column in columns:
            inside = [index for index, one in enumerate(self._grid.names) if one.column == column]
            if inside:
                return min(inside, key=lambda index: abs(self._grid.names[index].line - here.line))
        return self._chosen

    def _choose(self, index: int) -> None:
        changed = index != self._chosen
        self._chosen = index
        at = self._grid.names[index].line
        # Above the first name, the axis is still to be seen.
        self.bring_into_view(0 if index == 0 else max(at - 1, 0), min(at + 1, len(self._grid.lines) - 1))
        if changed:
            self.refresh()
            self.post_message(self.Selected(self.selected or ""))

    def _measure(self) -> None:
        wanted = self._wanted or self.selected
        width = self.scrollable_content_region.width
        if self._view is None or not width:
            return
        self._wanted = None
        self._grid = grid(self._view, width)
        self._by_line = {}
        for index, one in enumerate(self._grid.names):
            self._by_line.setdefault(one.line, []).append(index)
        same = (index for index, one in enumerate(self._grid.names) if one.id == wanted)
        self._chosen = next(same, 0)
        self.set_count(max(len(self._grid.lines), 1))
        if self._grid.names:
            self._choose(self._chosen)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at = y + self.top
        width = self.size.width
        if not self._grid.lines and self._view is not None:
            words = wrap(line(self.empty, "muted"), max(min(width, 90) - 2, 10))
            return self.draw((Piece("  "), *words[y]) if y < len(words) else (), width)
        if at >= len(self._grid.lines):
            return self.draw((), width)
        pieces = list(self._grid.lines[at])
        if self._chosen not in self._by_line.get(at, ()):
            return self.draw(tuple(pieces), width)
        piece = self._grid.names[self._chosen].piece
        pieces[piece] = Piece(f"{CURSOR} ", "strong")
        return self.draw(tuple(pieces), width, cursor_from=piece, cursor_to=piece + 2)

    def on_resize(self) -> None:
        """Draw for the new width, the cursor still on its name."""
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the name under the mouse; open the one that it is on already."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for index in self._by_line.get(offset.y + self.top, ()):
            name = self._grid.names[index]
            if name.left <= offset.x < name.right:
                if index == self._chosen:
                    self.post_message(self.Opened(name.id))
                else:
                    self._choose(index)
