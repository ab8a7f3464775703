"""The relations as a tree: who owns and directs whom, and beside each name the other ties."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from tui.analysis.view import View
from tui.app.panes.pane import Listing, nothing
from tui.app.panes.row import Columns, Entry, Heading, Row
from tui.app.panes.text import one_line
from tui.app.panes.words import RELATIONS
from tui.model.actor import Relation, RelationType

# Of these the one whom they lead to stands above; only of `owns` it is the one from whom it goes out.
_TO_ABOVE: Final[dict[RelationType, str]] = {
    "owns": "owned by it",
    "part-of": "part of it",
    "member-of": "a member of it",
    "works-for": "works for it",
    "represents": "represents it",
    "directs": "directs it",
    "founded": "founded it",
}
_DEEPEST: Final = 8
"""The levels that are drawn with guides of their own; deeper ones say how deep they are."""


class _Place(NamedTuple):
    """An actor's place in the tree: the relation that ties it to the one above, and the guide before it."""

    actor: str
    relation: Relation | None
    guide: str


@dataclass(frozen=True)
class _Tree:
    view: View
    places: Mapping[str, _Place]
    ties: Mapping[str, Sequence[Relation]]
    """The ties of each actor, but for those that the tree itself shows."""

    def row(self, identifier: str) -> Row:
        """An actor with what ties it to the one above, then its other ties."""
        actor = self.view.actor(identifier)
        if actor is None:
            return Row(identifier, identifier)
        place = self.places.get(identifier)
        above = place.relation if place else None
        ties = [self._tie(one, identifier) for one in self.ties.get(identifier, ())]
        return Row(
            actor.id,
            actor.name,
            sign="?" if actor.anonymous else "",
            aside="; ".join((*([_to_above(above)] if above else []), *ties)),
            tone="muted" if actor.anonymous else "plain",
            guide=place.guide if place else "",
        )

    def _tie(self, relation: Relation, actor: str) -> str:
        words = RELATIONS[relation.type]
        if relation.from_ == actor:
            return f"{words} {one_line(self.view.name_of(relation.to))}"
        return f"{one_line(self.view.name_of(relation.from_))} {words} them"


def relation_tree(view: View) -> Listing:
    """Every actor once: below the first that stands above them, at the top where nobody does; then those without ties.

    A circle is broken at the first of its actors in the file.
    """
    children: dict[str, dict[str, Relation]] = {}
    parents: set[str] = set()
    tied: set[str] = set()
    for relation in view.relations:
        tied |= {relation.from_, relation.to}
        above, below = _ends(relation)
        if above and above != below and below not in parents:
            parents.add(below)
            children.setdefault(above, {})[below] = relation
    in_order = [one.id for one in view.actors if one.id in tied]
    places: dict[str, _Place] = {}
    for root in (*(one for one in in_order if one not in parents), *in_order):
        if root not in places:
            places.update((place.actor, place) for place in _below(root, children, places))
    hung = {id(place.relation) for place in places.values()}
    ties: dict[str, list[Relation]] = {}
    for relation in view.relations:
        if id(relation) not in hung:
            for end in dict.fromkeys((relation.from_, relation.to)):
                ties.setdefault(end, []).append(relation)
    loose = [one.id for one in view.actors if one.id not in places]
    entries: list[Entry] = [*places]
    if loose:
        entries += [Heading("Without ties"), *loose]
    return Listing(
        entries, _Tree(view, places, ties).row, Columns(sign=1, title=28), empty=nothing("stakeholders", "actors")(view)
    )


def _ends(relation: Relation) -> tuple[str, str]:
    """Who stands above and who below; nobody above where it is a tie between equals."""
    if relation.type == "owns":
        return relation.from_, relation.to
    return (relation.to, relation.from_) if relation.type in _TO_ABOVE else ("", "")


def _to_above(relation: Relation) -> str:
    words = _TO_ABOVE[relation.type]
    return f"{words} ({one_line(relation.role)})" if relation.role else words


def _below(root: str, children: Mapping[str, Mapping[str, Relation]], placed: Mapping[str, _Place]) -> Iterator[_Place]:
    """The root and all below it that has no place yet, from top to bottom, each once."""
    seen: set[str] = set()
    waiting: list[tuple[_Place, str, int]] = [(_Place(root, None, ""), "", 0)]
    while waiting:
        place, under, depth = waiting.pop()
        seen.add(place.actor)
        yield place
        inside = [one for one in children.get(place.actor, ()) if one not in seen and one not in placed]
        before = under if depth < _DEEPEST else f"({depth + 1}) "
        for number, one in enumerate(reversed(inside)):
            guide, runs_on = ("└ ", "  ") if number == 0 else ("├ ", "│ ")
            below = _Place(one, children[place.actor][one], before + guide)
            waiting.append((below, under + runs_on if depth < _DEEPEST else under, depth + 1))
