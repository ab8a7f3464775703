"""What every item's detail says in the same way: where it comes from, when it became known, what else names it."""

from collections.abc import Collection, Iterable
from typing import Final

from tui.analysis.view import View
from tui.app.panes.detail import Block, Fact
from tui.app.panes.mention import doors
from tui.app.panes.text import line
from tui.app.panes.words import KINDS, when
from tui.model.base import Item
from tui.model.kinds import KINDS as IN_ORDER
from tui.model.kinds import Kind

_MOST: Final = 200
"""As many items of one kind are listed as refer to an item; of the others it is said how many there are."""


def known(view: View, identifier: str) -> tuple[Fact, ...]:
    """When the item became known; nothing where that has no date."""
    date = view.known(identifier)
    return (Fact("Known", line(when(date))),) if date else ()


def sources(view: View, item: Item) -> tuple[Fact, ...]:
    """The sources that an item rests on."""
    return doors(view, "Sources", view.links.sources_of(item))


def via(view: View, chain: Iterable[str]) -> tuple[Fact, ...]:
    """How the item reached its source, nearest first."""
    found: list[Fact] = []
    for one in chain:
        found += doors(view, "" if found else "Came via", (one,), before="which had it from " if found else "")
    return tuple(found)


def note(text: str | None) -> tuple[Fact, ...]:
    """The author's remark."""
    return (Fact("Note", line(text)),) if text else ()


def named_by(view: View, identifier: str, shown: Iterable[Block]) -> tuple[Fact, ...]:
    """The items that refer to this one, by kind, without those to which a door is shown already."""
    there: Collection[str] = {one.door for one in shown if isinstance(one, Fact) and one.door}
    anchored = {one.anchor for one in shown if isinstance(one, Fact) and one.anchor}
    naming = view.links.named_by.get(identifier, ())
    return by_kind(view, (one for one in naming if one not in there and one not in anchored))


def by_kind(view: View, identifiers: Iterable[str]) -> tuple[Fact, ...]:
    """A door to each of the items, under the names of their kinds; of many of one kind the others are counted."""
    groups: dict[Kind, list[str]] = {}
    for one in identifiers:
        groups.setdefault(view.entries[one].kind, []).append(one)
    found: list[Fact] = []
    for kind in IN_ORDER:
        of_kind = groups.get(kind, [])
        found += doors(view, KINDS[kind], of_kind[:_MOST])
        if len(of_kind) > _MOST:
            found.append(Fact("", line(f"and {len(of_kind) - _MOST:,} more", "muted")))
    return tuple(found)
