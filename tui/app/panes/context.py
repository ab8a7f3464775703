"""What an item is tied to, beside its detail: where to look next."""

from collections.abc import Iterable
from typing import Final

from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Fact, Gap, Paragraph
from tui.app.panes.digest import MORE
from tui.app.panes.mention import mention
from tui.app.panes.text import Piece, clip, line
from tui.app.panes.words import KINDS
from tui.model.actor import Relation
from tui.model.base import Item
from tui.model.event import Event
from tui.model.kinds import Kind
from tui.model.position import Position
from tui.model.quote import Quote
from tui.model.references import names

_ORDER: Final[tuple[Kind, ...]] = (
    "judgments",
    "questions",
    "events",
    "quotes",
    "positions",
    "actors",
    "relations",
    "figures",
    "sources",
)
_MOST: Final = 12
"""As many items of one kind are listed; of the others it is said how many there are."""

_LONGEST: Final = 200
"""The cells that an item takes at most: this column tells what there is, its detail what it says."""


def context(view: View, identifier: str | None) -> Blocks:
    """The items that the item of this id names and those that name it, by kind with how many there are, each a door.

    Of what is no item, as the bottom line is none, those that the judgments name. Never without a sentence.
    """
    entry = view.entries.get(identifier or "")
    if entry is not None:
        tied = _tied(view, entry.item)
        nothing = "Nothing else in this briefing names it, and it names nothing."
    elif identifier is not None and identifier.startswith(MORE):
        return (Paragraph(line("This row stands for the rest of its group.", "muted")),)
    elif identifier is None:
        return (Paragraph(line("Nothing is selected.", "muted")),)
    else:
        tied = [one for judgment in view.judgments for one in names(judgment)]
        nothing = "No judgment names what the bottom line rests on."
    groups = _by_kind(view, tied, identifier or "")
    blocks: list[Block] = [Paragraph(line("Tied to" if entry else "Rests on", "heading"))]
    for kind in _ORDER:
        if found := groups.get(kind):
            blocks += [Gap(), *_group(view, kind, found)]
    return tuple(blocks) if groups else (*blocks, Gap(), Paragraph(line(nothing, "muted")))


def _group(view: View, kind: Kind, found: list[str]) -> Iterable[Block]:
    yield Paragraph((Piece(KINDS[kind], "strong"), Piece(f" {len(found):,}", "muted")))
    for one in found[:_MOST]:
        yield Fact(None, clip(mention(view, one), _LONGEST), door=one)
    if len(found) > _MOST:
        yield Paragraph(line(f"  … and {len(found) - _MOST:,} more", "muted"))


def _tied(view: View, item: Item) -> list[str]:
    """What it names, derived links included; what names it; and who or what is at the other end of these ties."""
    links = view.links
    derived: tuple[str, ...] = links.sources_of(item)
    if isinstance(item, Event):
        derived += links.actors_of(item)
    elif isinstance(item, Quote):
        derived += links.questions_of(item)
    elif isinstance(item, Position):
        replaced = view.replaced(item)
        derived += (replaced.id,) if replaced else ()
    naming = links.named_by.get(item.id, ())
    tied = [*names(item), *derived, *naming]
    for one in naming:
        match view.entries[one].item:
            case Position() as position:
                tied += [position.actor, position.question]
            case Relation() as relation:
                tied += [relation.from_, relation.to]
    return tied


def _by_kind(view: View, identifiers: Iterable[str], without: str) -> dict[Kind, list[str]]:
    found: dict[Kind, list[str]] = {}
    for one in dict.fromkeys(identifiers):
        if one != without and one in view.entries:
            found.setdefault(view.entries[one].kind, []).append(one)
    return found
