"""The seven panes in their order, and in which of them each item is at home."""

from typing import Final, NamedTuple

from tui.analysis.view import View
from tui.app.panes.digest import JUDGMENTS, MORE, home_of_rest, is_folded
from tui.app.panes.figures import FIGURES
from tui.app.panes.overview import OVERVIEW
from tui.app.panes.pane import Pane
from tui.app.panes.questions import QUESTIONS
from tui.app.panes.quotes import QUOTES
from tui.app.panes.sources import SOURCES
from tui.app.panes.stakeholders import STAKEHOLDERS
from tui.app.panes.timeline import TIMELINE
from tui.model.actor import Relation
from tui.model.judgment import Judgment
from tui.model.kinds import Kind
from tui.model.position import Position

PANES: Final[tuple[Pane, ...]] = (OVERVIEW, TIMELINE, STAKEHOLDERS, QUOTES, QUESTIONS, FIGURES, SOURCES)

_HOMES: Final[dict[Kind, Pane]] = {
    "judgments": OVERVIEW,
    "events": TIMELINE,
    "actors": STAKEHOLDERS,
    "relations": STAKEHOLDERS,
    "positions": STAKEHOLDERS,
    "quotes": QUOTES,
    "questions": QUESTIONS,
    "figures": FIGURES,
    "sources": SOURCES,
}


class Home(NamedTuple):
    """Where an item is shown: the pane by its place in PANES, the row's id, and the item within the row's detail.

    `anchor` is None where the row is the item itself.
    """

    pane: int
    row: str
    anchor: str | None = None


def home(view: View, identifier: str) -> Home | None:
    """Where the item of this id is shown; None where the view has none.

    A position is in the record of its actor, a relation with the actor from whom it goes out; a judgment may be among
    the rest of them. The row for the rest of a group in the overview is at home where the first of that rest is.
    """
    if identifier.startswith(MORE):
        first = home_of_rest(view, identifier)
        return home(view, first) if first is not None else None
    entry = view.entries.get(identifier)
    if entry is None:
        return None
    pane = PANES.index(_HOMES[entry.kind])
    match entry.item:
        case Position(actor=actor):
            return Home(pane, actor, identifier)
        case Relation(from_=actor):
            return Home(pane, actor, identifier)
        case Judgment() if is_folded(view, identifier):
            return Home(pane, JUDGMENTS, identifier)
    return Home(pane, identifier)
