"""A list of rows in groups, one of which is selected; what it costs does not grow with the rows it holds."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Final

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.panes.row import (
    CURSOR,
    Columns,
    Divider,
    Heading,
    Outline,
    Row,
    draw_divider,
    draw_heading,
    draw_row,
)
from tui.app.panes.text import Line, Piece, line, wrap
from tui.app.widgets.lines import Lines

LONGEST_WRAPPED: Final = 400
"""A list of more entries than these has one line for each."""


class ItemList(Lines):
    """The rows of a pane."""

    class Selected(Message):
        """Another row is selected; `id` is its id."""

        def __init__(self, identifier: str) -> None:
            super().__init__()
            self.id = identifier

    class Clicked(Message):
        """A row was clicked; `was_selected` says whether it was selected already."""

        def __init__(self, *, was_selected: bool) -> None:
            super().__init__()
            self.was_selected = was_selected

    def __init__(self, *, id: str) -> None:  # noqa: A002 - the name is Textual's
        super().__init__(id=id)
        self._outline: Outline = ()
        self._row: Callable[[str], Row] | None = None
        self._columns = Columns()
        self._wraps = False
        self._empty = ""
        self._index: dict[str, int] = {}
        self._selected: int | None = None
        self._starts: list[int] = []
        self._drawn: dict[int, tuple[Line, ...]] = {}
        self._width = 0

    def show(self, outline: Outline, row: Callable[[str], Row], columns: Columns, *, wraps: bool, empty: str) -> None:
        """Show other rows, none of them selected; `empty` is shown where there are none."""
        self._outline = outline
        self._row = row
        self._columns = columns
        self._wraps = wraps and len(outline) <= LONGEST_WRAPPED
        self._empty = empty
        self._index = {entry: index for index, entry in enumerate(outline) if isinstance(entry, str)}
        self._selected = None
        self._measure()
        self.go_to(0)

    @property
    def selected(self) -> str | None:
        """The id of the selected row; None where there are no rows."""
        entry = None if self._selected is None else self._outline[self._selected]
        return entry if isinstance(entry, str) else None

    @property
    def drawn_entries(self) -> int:
        """How many entries have been drawn since they were shown at this width."""
        return len(self._drawn)

    @property
    def first(self) -> str | None:
        """The id of the first row."""
        return next(iter(self._index), None)

    @property
    def ids(self) -> list[str]:
        """The ids of the rows, from top to bottom."""
        return list(self._index)

    def redraw(self) -> None:
        """Draw the rows anew, since what they are drawn from has changed; each takes as many lines as before."""
        self._drawn = {}
        self.refresh()

    def select_nearest(self, identifier: str, among: Sequence[str]) -> None:
        """Select the row that stood nearest to one that is gone; `among` has the ids as they stood then."""
        at = among.index(identifier) if identifier in among else 0
        for other in (*among[at:], *reversed(among[:at])):
            if other in self._index:
                self.select(other)
                return

    def select(self, identifier: str | None) -> None:
        """Select the row of this id and bring it into view; without such a row, the first."""
        index = self._index.get(self.first or "") if identifier not in self._index else self._index[identifier]
        self._choose(index)

    def move(self, where: str) -> None:
        """Select another row: `up`, `down`, `half_up`, `half_down`, `page_up`, `page_down`, `first` or `last`."""
        if self._selected is None:
            return
        rows = list(self._index.values()) if where in {"first", "last"} else []
        step = {"up": -1, "down": 1}.get(where)
        if where == "first":
            self._choose(rows[0])
        elif where == "last":
            self._choose(rows[-1])
        elif step:
            self._choose(self._next_row(self._selected + step, step))
        else:
            self._turn(where)

    def _turn(self, where: str) -> None:
        """Go up or down by a page, or half of one."""
        size = self.page if where.startswith("page") else max(self.page // 2, 1)
        step = -1 if where.endswith("up") else 1
        start = self._starts[self._selected or 0]
        index = self._entry_at(start + step * size)
        found = self._next_row(index, step)
        self._choose(found if found is not None else self._next_row(index, -step))

    def _next_row(self, index: int, step: int) -> int | None:
        while 0 <= index < len(self._outline):
            if isinstance(self._outline[index], str):
                return index
            index += step
        return None

    def _choose(self, index: int | None) -> None:
        if index is None:
            # Above the first row, the group's title is still to be seen.
            if self._selected is not None and self._next_row(self._selected - 1, -1) is None:
                self.go_to(0)
            return
        before, self._selected = self._selected, index
        self._show_selected()
        if index != before:
            self._refresh_entry(before)
            self._refresh_entry(index)
            self.post_message(self.Selected(self.selected or ""))

    def _refresh_entry(self, index: int | None) -> None:
        """Draw an entry again; all others stand as they are."""
        if index is not None and index + 1 < len(self._starts):
            for y in range(self._starts[index], self._starts[index + 1]):
                self.refresh_line(y)

    def _show_selected(self) -> None:
        if self._selected is None or not self._starts:
            return
        first = self._selected
        while first > 0 and not isinstance(self._outline[first - 1], str):
            first -= 1
        after = self._selected + 1
        if after < len(self._outline) and isinstance(self._outline[after], Divider):
            after += 1
        last = self._starts[after] - 1
        self.bring_into_view(self._starts[first], last)

    def _measure(self) -> None:
        """Work out on which line each entry begins."""
        self._width = self.scrollable_content_region.width
        self._drawn = {}
        if not self._outline:
            self._starts = [0]
            self.set_count(len(self._sentence()))
            return
        if self._wraps and self._width > 0:
            heights = [len(self._lines_of(index)) for index in range(len(self._outline))]
            self._starts = list(accumulate(heights, initial=0))
        else:
            self._starts = list(range(len(self._outline) + 1))
        self.set_count(self._starts[-1])

    def _entry_at(self, y: int) -> int:
        return min(max(bisect_right(self._starts, y) - 1, 0), len(self._outline) - 1)

    def _sentence(self) -> tuple[Line, ...]:
        return wrap(line(self._empty, "muted"), max(self._width - 2, 10))

    def _lines_of(self, index: int) -> tuple[Line, ...]:
        if index not in self._drawn:
            self._drawn[index] = self._draw_entry(index)
        return self._drawn[index]

    def _draw_entry(self, index: int) -> tuple[Line, ...]:
        match self._outline[index]:
            case Heading(text, tight):
                heading = draw_heading(text, self._width, self._columns)
                return ((), heading) if self._wraps and index and not tight else (heading,)
            case Divider(text):
                return (draw_divider(text, self._width),)
            case str() as identifier if self._row is not None:
                above = self._outline[index - 1] if index else None
                before = self._row(above) if self._columns.group and isinstance(above, str) else None
                return draw_row(self._row(identifier).after(before), self._width, self._columns, wraps=self._wraps)
        return ((),)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        y += self.top
        width = self.size.width
        # Nothing is drawn for a width that is not yet known.
        if not self._width:
            return self.draw((), width)
        if not self._outline:
            sentence = self._sentence()
            return self.draw((Piece("  "), *sentence[y]) if y < len(sentence) else (), width)
        if y >= self._starts[-1]:
            return self.draw((), width)
        index = self._entry_at(y)
        part = y - self._starts[index]
        pieces = self._lines_of(index)[part]
        if index != self._selected:
            return self.draw(pieces, width)
        margin = Piece(f"{CURSOR} ", "strong") if part == 0 else Piece("  ")
        return self.draw((margin, *_without_margin(pieces)), width, cursor_from=0, soft=self._wraps)

    def notify_style_update(self) -> None:
        """Draw again when the theme has changed."""
        super().notify_style_update()
        self.refresh()

    def on_resize(self) -> None:
        """Draw for the new width, the selected row still in view."""
        if self.scrollable_content_region.width != self._width:
            self._measure()
        self._show_selected()

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None or not self._outline or offset.y + self.top >= self._starts[-1]:
            return
        index = self._entry_at(offset.y + self.top)
        if not isinstance(self._outline[index], str):
            return
        was_selected = index == self._selected
        self._choose(index)
        self.post_message(self.Clicked(was_selected=was_selected))


def _without_margin(pieces: Line) -> Line:
    """The pieces of a row's line after the two cells in which the cursor stands."""
    first, *rest = pieces
    return (Piece(first.text[2:], first.tone), *rest)
