"""The rows of a pane's list, and how each is drawn."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.app.panes.detail import READING_WIDTH
from tui.app.panes.text import Line, Piece, Tone, clip, line, one_line, pad, unfinished, width_of, wrap

CURSOR: Final = "▸"
SPINE: Final = "│"
MARGIN: Final = 2
"""The cells at the left in which the cursor stands."""


_NARROW: Final = 56
"""The cells below which a list has no room for a mark in words."""

_LEAST: Final = 4
"""The cells that a title has at least; a mark that leaves fewer is cut."""


class Row(NamedTuple):
    """One item in a list.

    `sign` is one cell, `when` a short date, `aside` what is said after the title, `mark` what stands at the right;
    where the list is narrow, `short_mark` stands there instead, if there is one. `group` stands at the left, once for
    rows that follow each other with the same; `guide` before the title, to hang it below another. `flags` are the
    signs of what the item is to this reader, at the far right. A `single` row takes one line in a list whose rows may
    take several; in others the title takes at most as many as `most_lines`, where that is not 0.
    """

    id: str
    title: str
    sign: str = ""
    when: str = ""
    aside: str = ""
    mark: str = ""
    mark_tone: Tone = "muted"
    short_mark: str = ""
    tone: Tone = "plain"
    flags: str = ""
    group: str = ""
    guide: str = ""
    single: bool = False
    most_lines: int = 0

    def after(self, before: "Row | None") -> "Row":
        """The row as it stands below another one: without the group that both have."""
        return self._replace(group="") if before is not None and before.group == self.group else self


class Heading(NamedTuple):
    """The title of a group of rows; a `tight` one has no empty line above it."""

    text: str
    tight: bool = False


class Divider(NamedTuple):
    """A line across the list, with words in it."""

    text: str


Entry = Heading | Divider | str
"""A line of a list that is no row, or the id of one."""

Outline = Sequence[Entry]
"""A list from top to bottom. Rows are made from their ids when they are drawn."""


class Columns(NamedTuple):
    """The widths of a list's columns in cells, 0 where it has none; without `title` the title takes what it needs.

    With `spine` the signs stand on a line that goes on beside the headings.
    """

    sign: int = 0
    when: int = 0
    title: int = 0
    group: int = 0
    spine: bool = False

    @property
    def before_title(self) -> int:
        """The cells to the left of the title, the margin included."""
        return MARGIN + sum(width + 1 for width in (self.group, self.sign, self.when) if width)

    @property
    def before_sign(self) -> int:
        """The cells to the left of the sign, the margin included."""
        return MARGIN + (self.group + 1 if self.group else 0)


def draw_row(row: Row, width: int, columns: Columns, *, wraps: bool = False) -> tuple[Line, ...]:
    """The lines of a row, without its cursor.

    It is one line, the title cut to fit, unless `wraps`: then the title is whole, with the aside on lines of its own
    below it.
    """
    lead: list[Piece] = [Piece(" " * MARGIN)]
    if columns.group:
        lead += pad(clip(line(row.group, "heading"), columns.group), columns.group + 1)
    if columns.sign:
        lead += pad(clip(line(row.sign, "accent"), columns.sign), columns.sign + 1)
    if columns.when:
        lead += pad(clip(line(row.when, "muted"), columns.when), columns.when + 1)
    shown = row.short_mark if row.short_mark and width < _NARROW else row.mark
    mark: Line = (
        *line(f" {shown}" if shown else "", row.mark_tone),
        *line(f" {row.flags}" if row.flags else "", "accent"),
    )
    room = width - columns.before_title - width_of(mark)
    if room < _LEAST:
        mark = clip(mark, max(width - columns.before_title - _LEAST, 0))
        room = _LEAST
    if wraps and not row.single:
        return _wrapped(row, tuple(lead), room, mark, width)
    title = (*line(row.guide, "muted"), *line(one_line(row.title), row.tone))
    aside = line(one_line(row.aside), "muted")
    if columns.title and aside and columns.title <= room - 12:
        title = pad(clip(title, columns.title), columns.title)
    text = clip((*title, Piece("  "), *aside) if aside else title, room)
    return ((*pad((*lead, *text), width - width_of(mark)), *mark),)


def draw_heading(text: str, width: int, columns: Columns | None = None) -> Line:
    """The line of a group's title, with the spine beside it where there is one."""
    title = clip(line(f" {one_line(text)}", "heading"), width)
    at = columns.before_sign if columns and columns.spine else 0
    return (*pad(title, at), Piece(SPINE, "muted")) if width_of(title) < at < width else title


def draw_divider(text: str, width: int) -> Line:
    """A line of dashes across the list with the words in its middle."""
    words = clip(line(f" {one_line(text)} ", "accent"), max(width - 4, 0))
    dashes = max(width - width_of(words), 0)
    return (Piece("┄" * (dashes // 2), "muted"), *words, Piece("┄" * (dashes - dashes // 2), "muted"))


def _wrapped(row: Row, lead: Line, room: int, mark: Line, width: int) -> tuple[Line, ...]:
    indent = Piece(" " * width_of(lead))
    # A longer line is hard to follow back to the next.
    room = min(room, READING_WIDTH)
    titles = wrap(line(row.title, row.tone), room)
    if 0 < row.most_lines < len(titles):
        kept, last = titles[: row.most_lines - 1], titles[row.most_lines - 1]
        titles = (*kept, unfinished(last, room))
    asides = wrap(line(row.aside, "muted"), room) if row.aside else ()
    first = (*pad((*lead, *titles[0]), width - width_of(mark)), *mark)
    return (first, *((indent, *one) for one in (*titles[1:], *asides)))
