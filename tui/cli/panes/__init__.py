"""The panes of a briefing, printed with Rich: every text is a `Text`, and none is parsed as markup."""

from collections.abc import Callable, Iterable
from io import StringIO
from typing import Final

from rich.console import Console, RenderableType

from tui.analysis.view import View
from tui.cli.panes.overview import overview
from tui.cli.panes.people import stakeholders
from tui.cli.panes.questions import questions
from tui.cli.panes.records import figures, quotes, sources, timeline
from tui.cli.panes.text import title

_PANES: Final[dict[str, Callable[[View], Iterable[RenderableType]]]] = {
    "overview": overview,
    "timeline": timeline,
    "stakeholders": stakeholders,
    "quotes": quotes,
    "questions": questions,
    "figures": figures,
    "sources": sources,
}


def printed(view: View, pane: str, *, width: int, colour: bool) -> str:
    """A pane of an already released View as text for a terminal of so many columns, with its colours or without."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for one in (*title(view, pane), *_PANES[pane](view)):
        console.print(one)
    written = console.file
    assert isinstance(written, StringIO)  # noqa: S101 - it was made above
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"
