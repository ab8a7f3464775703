"""Sources: what rests on each; what each of them is, its footnote says."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from tui.analysis.view import View
from tui.export.markdown.blocks import bullets, entry, heading
from tui.export.markdown.escape import inline
from tui.export.markdown.footnotes import Footnotes
from tui.model.base import Item
from tui.model.event import Event
from tui.model.kinds import NOUNS, Kind
from tui.model.question import Question
from tui.model.source import Source

_RESTING: Final[tuple[Kind, ...]] = ("quotes", "events", "positions", "questions", "figures", "relations")


def sources(view: View, footnotes: Footnotes) -> list[str]:
    """Every source with how many items rest on it."""
    if not view.sources:
        return []
    counts = Counter((source, kind) for kind in _RESTING for item in _items(view, kind) for source in _of(item, view))
    entries = (entry(f"{_name(one)}: {_counted(one.id, counts)}{footnotes.marks((one.id,))}") for one in view.sources)
    return [heading(2, "Sources"), bullets(entries)]


def _items(view: View, kind: Kind) -> Iterator[Item]:
    return (entry.item for entry in view.entries.values() if entry.kind == kind)


def _of(item: Item, view: View) -> set[str]:
    """The sources on which an item rests, those of its parts included."""
    found = set(view.links.sources_of(item))
    if isinstance(item, Event):
        found |= {source for account in item.accounts for source in account.sources}
    if isinstance(item, Question):
        found |= {source for estimate in item.estimates for source in estimate.sources}
        found |= set(item.resolution.sources) if item.resolution else set()
    return found


def _name(source: Source) -> str:
    if source.title and source.publisher:
        return f"{inline(source.publisher)}, “{inline(source.title)}”"
    return f"“{inline(source.title)}”" if source.title else inline(source.name)


def _counted(source: str, counts: Counter[tuple[str, Kind]]) -> str:
    found = [(counts[source, kind], NOUNS[kind]) for kind in _RESTING]
    return (
        ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in found if number)
        or "cited by nothing"
    )
