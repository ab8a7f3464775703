"""Lines of which the printed panes are made."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tui.analysis.view import View
from tui.export.wording import label
from tui.model.edtf import describe

STRONG = "bold"
QUIET = "dim"
MARKED = "cyan"
INDENT = 2


def title(view: View, pane: str) -> Iterator[RenderableType]:
    """The briefing's title, and below it the marking, the date, and which pane this is."""
    yield Text(one_line(view.briefing.title), STRONG)
    facts = [view.briefing.tlp.label if view.briefing.tlp else "", f"as of {describe(view.date)}", pane]
    if view.focus:
        facts.append(f"only what bears on {one_line(label(view, view.focus))}")
    yield Text(" · ".join(one for one in facts if one), QUIET)


def heading(words: str) -> Text:
    """A heading with an empty line above it."""
    return Text.assemble("\n", (words, f"{STRONG} {MARKED}"))


def one_line(text: str) -> str:
    """The text with a space for whatever white space it has."""
    return " ".join(text.split())


def below(*parts: RenderableType, depth: int = 1) -> Iterator[RenderableType]:
    """What stands indented under what is above it."""
    return (Padding(part, (0, 0, 0, INDENT * depth), expand=False) for part in parts)


def numbered(view: View, sources: Iterable[str]) -> str:
    """The numbers of some sources as the pane of sources has them: ` [1, 4]`."""
    order = {one.id: number for number, one in enumerate(view.sources, 1)}
    numbers = sorted({order[one] for one in sources if one in order})
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def columns(rows: Sequence[tuple[Text, ...]], *, header: Sequence[str] = ()) -> Table:
    """Rows in columns, of which the last takes the room that is left."""
    table = Table(
        box=None, show_header=bool(header), pad_edge=False, padding=(0, 2, 0, 0), header_style=f"{STRONG} {MARKED}"
    )
    last = len(rows[0]) - 1
    for index in range(len(rows[0])):
        widest = max(cell_len(row[index].plain) for row in rows)
        name = Text(one_line(header[index])) if header else ""
        table.add_column(name, no_wrap=index < last and widest < 24, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table
