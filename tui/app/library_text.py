"""How the library's list, topics and preview read; text from files is never parsed for markup."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from tui.app.panes.text import Line, Piece, clip, line, pad, plain, width_of
from tui.files.typed import typed
from tui.load.characters import printable

if TYPE_CHECKING:
    from pathlib import Path

    from tui.app.keeping import News
    from tui.app.library_rows import Row, Topic

_MUTED = "$text-muted"
_WARNING = "$text-warning"


class Columns(NamedTuple):
    """The widths of the list's columns, in cells; each but the first has two cells before it."""

    title: int
    as_of: int
    open_questions: int
    next_date: int
    problems: int
    new: int = 0

    @classmethod
    def fit(cls, width: int) -> Columns:
        """The columns of a list of `width` cells, with a cell free at both its ends; one of no cells is left out."""
        wide, normal = width >= 120, width >= 70
        fixed = (
            16 if wide else 12,
            4,
            20 if wide else 17 if normal else 0,
            8 if width >= 90 else 3,
            5 if normal else 4,
        )
        free = width - 2 - sum(2 + one for one in fixed if one)
        return cls(max(8, free), *fixed)

    def line(self, *cells: Line) -> Line:
        """A line with these cells; those of counts are flush right."""
        widths = (self.title, self.as_of, self.open_questions, self.next_date, self.problems, self.new)
        pieces: list[Piece] = []
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            if width:
                text = clip(cell, width)
                pieces += (Piece(" " if column == 0 else "  "), *(_right if column in {2, 4, 5} else pad)(text, width))
        return tuple(pieces)


class Counts(NamedTuple):
    """How many briefings there are in all, how many are shown, and how many questions are open in those."""

    total: int
    shown: int
    open_questions: int
    new: int = 0


def summary(title: str, counts: Counts, topic: str | None, progress: News | None, *, reading: bool) -> Content:
    """The line on top: what the library is called, how much of it is shown, and how far reading it has come."""
    facts = []
    if topic is not None:
        facts.append(f"{topic or 'without a topic'}: {counts.shown:,} of {counted(counts.total, 'briefing')}")
    elif counts.total:
        facts.append(counted(counts.total, "briefing"))
    if counts.total:
        facts.append(counted(counts.open_questions, "open question"))
    if counts.new:
        facts.append(f"{counts.new:,} new to you")
    if progress is not None and progress.total:
        facts.append(f"reading {_bar(progress)} {progress.done:,} of {progress.total:,} files")
    elif reading:
        facts.append("reading…")
    return Content.assemble((title, "bold"), "  ", (" · ".join(facts), _MUTED))


def _bar(progress: News, width: int = 12) -> str:
    done = min(width, width * progress.done // progress.total)
    return "█" * done + "░" * (width - done)


def head(width: int) -> Content:
    """The names of the columns."""
    columns = Columns.fit(width)
    problems = "Problems" if columns.problems == 8 else "!"
    return Content(
        plain(columns.line(*(line(one) for one in ("Briefing", "As of", "Open", "Next date", problems, "New"))))
    )


def row_line(row: Row, width: int, new: int = 0) -> Line:
    """A briefing in the list; `new` is how much of it is new to the reader."""
    return Columns.fit(width).line(
        line(row.title, "plain" if row.readable else "muted"),
        line(row.as_of, "muted"),
        line(str(row.open_questions or "")),
        line(row.next_date),
        line(f"!{row.problems}" if row.problems else "", "warning"),
        line(f"*{new}" if new else "", "accent"),
    )


def topic_line(topic: Topic, width: int) -> Line:
    """A topic in the tree."""
    count = f" {topic.count:,} "
    indent = Piece(" " * (1 + 2 * max(topic.depth - 1, 0)))
    room = max(4, width - len(count))
    label = clip(line(topic.label, "plain" if topic.path else "strong"), room - len(indent.text))
    return (*pad((indent, *label), room), Piece(count, "muted"))


def preview(row: Row, root: Path, new: int = 0) -> Content:
    """What one briefing says first, where it stands, and how much of it is new to the reader."""
    parts: list[Content] = [Content.styled(row.title, "bold")]
    facts = [f"As of {row.as_of}" if row.as_of else "Nothing of this file can be shown"]
    if row.readable:
        facts.append(counted(row.open_questions, "open question"))
    if row.next_date:
        facts.append(f"next date {row.next_date}")
    if new:
        facts.append(f"{counted(new, 'item')} new to you")
    parts.append(Content.styled(" · ".join(facts), _MUTED))
    place = row.path.relative_to(root) if row.path.is_relative_to(root) else row.path
    if row.problems:
        parts.append(
            Content.styled(f"! {counted(row.problems, 'problem')}: see `brief check {_shell(row.path)}`", _WARNING)
        )
    if row.bottom_line:
        parts += [Content(), Content(row.bottom_line)]
    parts += [Content(), Content.styled(" · ".join((*row.topics, printable(str(place)))), _MUTED)]
    return Content("\n").join(parts)


def nothing_here(root: Path) -> Content:
    """What an empty library says: how to begin."""
    return Content.assemble(
        ("There are no briefings here yet.\n\n", "bold"),
        ("brief new ID", "$text-accent"),
        "      begins a briefing of your own\n",
        ("brief --sample", "$text-accent"),
        "    opens the briefings that come with the program\n\n",
        (f"This library is the folder {printable(str(root))}", _MUTED),
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 problem`, `1,200 briefings`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _right(pieces: Line, width: int) -> Line:
    return (Piece(" " * (width - width_of(pieces))), *pieces)


def _shell(path: Path) -> str:
    """The file as a command has it in the folder in which the reader was started."""
    return quote(printable(typed(path)))
