"""What a pane is: a View in, rows and details out."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.view import View
from tui.app.panes.detail import Blocks
from tui.app.panes.row import Columns, Outline, Row
from tui.app.panes.text import one_line
from tui.app.panes.words import when

if TYPE_CHECKING:
    from tui.app.widgets.chart import Chart


class Listing(NamedTuple):
    """Rows that are worked out for one View: as a Pane's, with the View in them."""

    outline: Outline
    row: Callable[[str], Row]
    columns: Columns
    empty: str
    wraps: bool = False


class Way(NamedTuple):
    """Another way to see a pane's items: a list of other rows, or a chart.

    The ids of its rows, and of what is under a chart's cursor, are ids of items; their details are those that the items
    have at home. A chart is named by its module and class, so that it is imported when it is first shown.
    """

    title: str
    listing: Callable[[View], Listing] | None = None
    chart: str = ""

    def load_chart(self) -> "type[Chart] | None":
        """The class of the chart, a widget; None where the way is a list."""
        if not self.chart:
            return None
        module, _, name = self.chart.partition(":")
        found: type[Chart] = getattr(import_module(module), name)
        return found


@dataclass(frozen=True, slots=True)
class Pane:
    """One of the seven panes.

    `outline` lists what there is without making its rows; `row` and `detail` take the id of one. `count` is how many
    items there are, None where a number would say nothing. `empty` is the sentence that is shown where there are none.
    With `wraps` a row may take several lines. `start` is the id of the row that is selected when the pane is first
    shown, None for its first one. `row_today` gives a row with what belongs to today, which a View
    never asks for, None where nothing does. `ways` are those beside its own list in which it can be seen.
    """

    title: str
    outline: Callable[[View], Outline]
    row: Callable[[View, str], Row]
    detail: Callable[[View, str], Blocks]
    count: Callable[[View], int | None]
    empty: Callable[[View], str]
    columns: Columns
    wraps: bool = False
    start: Callable[[View], str | None] = lambda _: None
    row_today: Callable[[View, str, datetime.date], Row] | None = None
    ways: tuple[Way, ...] = ()


def nothing(items: str, key: str = "") -> Callable[[View], str]:
    """The sentence for a pane without items: why there are none, and what to do.

    `items` is what they are called, in the plural, `key` under which they are written, if that is another word.
    """

    def sentence(view: View) -> str:
        if view.focus is not None:
            question = view.question(view.focus)
            subject = question.text if question else view.name_of(view.focus)
            return f"No {items} bear on “{one_line(subject)}”. Without the focus there may be some."
        if view.withheld:
            return f"No {items} were known by {when(view.date)}. A later date may have some."
        return f"This briefing has no {items}. They are written under `{key or items}:` in its file."

    return sentence
