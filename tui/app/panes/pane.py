"""What a pane is: a View in, rows and details out."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.analysis.view import View
from tui.app.panes.detail import Blocks
from tui.app.panes.row import Columns, Outline, Row
from tui.app.panes.words import when


@dataclass(frozen=True, slots=True)
class Pane:
    """One of the seven panes.

    `outline` lists what there is without making its rows; `row` and `detail` take the id of one. `count` is how many
    items there are, None where a number would say nothing. `empty` is the sentence that is shown where there are none.
    With `wraps` a row may take several lines. `start` is the id of the row that is selected when the pane is first
    shown, None for its first one.
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


def nothing(items: str) -> Callable[[View], str]:
    """The sentence for a pane without items; `items` is what they are called, in the plural."""

    def sentence(view: View) -> str:
        if view.withheld:
            return f"No {items} were known by {when(view.date)}."
        return f"This briefing has no {items}."

    return sentence
