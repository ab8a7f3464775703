"""The base of what is drawn line by line."""

from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.app.panes.text import TONES, Line, Tone

if TYPE_CHECKING:
    from tui.app.panes.finding import Query

CURSOR: Final = "lines--cursor"
SOFT_CURSOR: Final = "lines--soft-cursor"


class Lines(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of text, of which only those on screen are ever drawn.

    A subclass says how many there are with `set_count`, and draws them in `render_line`. It binds no keys: those of
    the screen move in it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {CURSOR, SOFT_CURSOR, *(f"lines--{tone}" for tone in TONES)}
    DEFAULT_CSS = """
    Lines {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;

        & > .lines--plain { color: $foreground; }
        & > .lines--strong { color: $foreground; text-style: bold; }
        & > .lines--muted { color: $foreground-muted; }
        & > .lines--heading { color: $text-primary; text-style: bold; }
        & > .lines--accent { color: $text-accent; }
        & > .lines--warning { color: $text-warning; text-style: bold; }
        & > .lines--match { color: $text-accent; text-style: bold underline; }
        & > .lines--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        & > .lines--soft-cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
        }
        &:focus > .lines--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """

    # How many lines there are changes nothing of where anything stands: to lay the screen out again for it would take a
    # frame of every key. Where the scroll bar comes or goes, that lays it out.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    _query: "Query | None" = None
    _scrolled_as: tuple[Size, Size, Size, bool] | None = None

    def _scroll_update(self, virtual_size: Size) -> None:
        """Update the scroll bar, where there is anything to update.

        Textual does so whenever anything on the screen is laid out again, and draws it a frame after all else: every
        key that changes what stands beside a list would take a frame longer.
        """
        now = (virtual_size, self.size, self.container_size, self.show_vertical_scrollbar)
        if now != self._scrolled_as:
            self._scrolled_as = now
            super()._scroll_update(virtual_size)

    def set_count(self, lines: int) -> None:
        """Say how many lines there are."""
        self.virtual_size = Size(self.scrollable_content_region.width, lines)
        self.refresh()

    @property
    def page(self) -> int:
        """The lines that are on screen, at least one."""
        return max(self.scrollable_content_region.height, 1)

    @property
    def top(self) -> int:
        """The first line that is on screen."""
        return self.scroll_offset.y

    def go_to(self, line: int) -> None:
        """Put a line at the top, as far as there are lines below it."""
        self.scroll_to(y=max(line, 0), animate=False, force=True, immediate=True)

    def bring_into_view(self, first: int, last: int) -> None:
        """Scroll as little as shows the lines from `first` to `last`; the first of them where not all fit."""
        if first < self.top:
            self.go_to(first)
        elif last >= self.top + self.page:
            self.go_to(min(last - self.page + 1, first))

    def draw(
        self,
        pieces: Line,
        width: int,
        cursor_from: int | None = None,
        *,
        cursor_to: int | None = None,
        soft: bool = False,
    ) -> Strip:
        """A line as a strip of `width` cells; the pieces from the number `cursor_from` on are under the cursor.

        They are so to the line's end, or to before the number `cursor_to`. A `soft` cursor is for what takes several
        lines.
        """
        cursor = SOFT_CURSOR if soft else CURSOR
        if self._query is not None:
            pieces, cursor_from, cursor_to = self._marked(pieces, self._query, cursor_from, cursor_to)
        last = len(pieces) if cursor_to is None else cursor_to
        under = range(last if cursor_from is None else cursor_from, last)
        segments = [
            Segment(piece.text, self._style(piece.tone, cursor if number in under else None))
            for number, piece in enumerate(pieces)
        ]
        to_the_end = cursor_from is not None and cursor_to is None
        return Strip(segments).adjust_cell_length(width, self._style("plain", cursor if to_the_end else None))

    def mark(self, query: "Query | None") -> None:
        """Mark these words wherever they are drawn, or none."""
        if query != self._query:
            self._query = query
            self.refresh()

    def _marked(
        self, pieces: Line, query: "Query", cursor_from: int | None, cursor_to: int | None
    ) -> tuple[Line, int | None, int | None]:
        """The pieces with the words marked, and the numbers that those under the cursor have then."""
        if cursor_from is None:
            return query.mark(pieces), None, None
        before = query.mark(pieces[:cursor_from])
        under = query.mark(pieces[cursor_from:cursor_to])
        after = query.mark(pieces[cursor_to:]) if cursor_to is not None else ()
        end = None if cursor_to is None else len(before) + len(under)
        return (*before, *under, *after), len(before), end

    def _style(self, tone: Tone, cursor: str | None) -> Style:
        style = self.get_component_rich_style(f"lines--{tone}")
        if cursor is None:
            return style
        under = self.get_component_rich_style(cursor)
        return under + Style(bold=style.bold or None, underline=style.underline or None)
