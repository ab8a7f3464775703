"""The words of a brief as Markdown."""

from collections.abc import Iterable

from tui.analysis.view import View
from tui.export import wording
from tui.export.markdown.escape import inline
from tui.model.actor import Relation
from tui.model.edtf import describe
from tui.model.event import Event
from tui.model.figure import Figure
from tui.model.quote import Quote


def names(view: View, identifiers: Iterable[str]) -> str:
    """The names of some actors, in words."""
    return inline(wording.names(view, identifiers))


def cited_as(view: View, identifier: str) -> str:
    """What to call a source or an actor by in a sentence."""
    return inline(wording.cited_as(view, identifier))


def via(view: View, through: tuple[str, ...], sources: Iterable[str]) -> str:
    """How something reached its sources, nearest first; "" where it came from them."""
    return inline(wording.via(view, through, sources))


def speakers(view: View, quote: Quote) -> str:
    """Whose words a quote is, as it was agreed where it was not said on the record."""
    return inline(wording.speakers(view, quote))


def relation(view: View, one: Relation) -> str:
    """A relation in words."""
    return inline(wording.relation(view, one))


def amount(figure: Figure) -> str:
    """A figure's value, or its range, with the unit."""
    return inline(wording.amount(figure))


def when(event: Event) -> str:
    """An event's date, in its author's words where there are any."""
    return inline(event.date_text) if event.date_text else describe(event.date)


def label(view: View, identifier: str) -> str:
    """A few words for an item of any kind, on one line."""
    return inline(wording.label(view, identifier))
