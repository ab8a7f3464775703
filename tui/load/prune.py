"""Taking the smallest bad part out of a document, so that the rest can be shown."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from pydantic import BaseModel

from tui.load.characters import KEY
from tui.load.document import Document
from tui.load.problem import PROBLEM_LIMIT, Problem
from tui.model.briefing import Briefing
from tui.model.kinds import KINDS, NOUNS, Kind
from tui.model.references import part_fields, reference_fields

Steps = tuple[str | int, ...]

Found = list[tuple[Steps, Callable[[], Problem] | None]]
"""Steps to what has to go, each with what makes its problem, unless that has been said."""

_Owners = list[tuple[Steps, type[BaseModel]]]

# Without it, words said off the record would pass for words on the record.
_NOT_WITHOUT: Final = frozenset({"attribution"})


class Cut(NamedTuple):
    """What has to go: the steps to it, and the model that it stands in."""

    steps: Steps
    model: type[BaseModel]


def smallest(model: type[BaseModel], steps: Steps, document: Document) -> Cut:
    """The smallest part that goes with a bad value at `steps`.

    An element of a list of values, else an optional key, else (for a required key) what has that key.
    """
    return _cut(*_owners(model, steps, document))


def names_ids(model: type[BaseModel], steps: Steps, document: Document) -> bool:
    """Whether the key at the end of `steps` holds the ids of items."""
    owners, _ = _owners(model, steps, document)
    place, owner = owners[-1]
    return place == steps[:-1] and any(field.key == steps[-1] for field in reference_fields(owner))


def _owners(model: type[BaseModel], steps: Steps, document: Document) -> tuple[_Owners, Steps]:
    """The models that stand on the way to `steps`, each with its own steps; and how far the document goes along."""
    owners: _Owners = [((), model)]
    here: Steps = ()
    value = document.values
    for step in steps:
        if isinstance(value, dict):
            child = _children(owners[-1][1]).get(str(step))
        elif not isinstance(value, list):
            break
        here = (*here, step)
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict) and child is not None:
            owners.append((here, child))
    return owners, here


def _cut(owners: _Owners, here: Steps) -> Cut:
    while owners:
        place, model = owners.pop()
        if here == place:
            # What is wrong is the item as a whole.
            if not place or isinstance(place[-1], int):
                return Cut(place, model)
            here = place
            continue
        within = here[len(place) :]
        if len(within) > 1 and isinstance(within[1], int) and within[0] not in required_keys(model):
            return Cut((*place, *within[:2]), model)
        if within[0] not in required_keys(model) | _NOT_WITHOUT or not place:
            return Cut((*place, within[0]), model)
        here = place
    return Cut((), Briefing)


@cache
def _children(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    return {part.key: part.model for part in part_fields(model)}


@cache
def required_keys(model: type[BaseModel]) -> frozenset[str]:
    """The keys that a model cannot do without, as a file writes them."""
    return frozenset(field.alias or name for name, field in model.model_fields.items() if field.is_required())


@cache
def possible_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that a model has, as a file writes them."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


class Pruning:
    """A document being cut back, which remembers what has gone."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.left_out: list[str] = []
        self.unlisted = 0
        self.ids: dict[str, list[Kind]] = {}
        """The ids of the items that have gone, each with the kinds under which they stood."""
        # Mappings are told apart by identity, since steps shift as elements go; they are held here so that no
        # identity is used twice.
        self._keys: set[tuple[int, str | int]] = set()
        self._held: list[Any] = []

    def all_left_out(self) -> tuple[str, ...]:
        """Everything that has gone, in the order in which it went."""
        return (*self.left_out, f"{self.unlisted:,} more") if self.unlisted else tuple(self.left_out)

    def has_gone(self, owner: Steps, key: str | int) -> bool:
        """Whether this key was taken out of what now stands at `owner`."""
        value, _ = _at(self.document, owner)
        return (id(value), key) in self._keys

    def remove(self, cuts: Iterable[Steps]) -> None:
        """Take the parts at these steps out of the document's values and spots; what is gone already is passed over."""
        # What stands where is found before anything goes. An alias puts one value in several places: it is cut once.
        found: dict[int, tuple[Any, Any, dict[str | int, Steps]]] = {}
        for steps in cuts:
            owner, spot = _at(self.document, steps[:-1])
            if _holds(owner, steps[-1]):
                found.setdefault(id(owner), (owner, spot[1], {}))[2].setdefault(steps[-1], steps)
        for _, _, going in found.values():
            self._describe(going.values())
        for owner, spots, going in found.values():
            if isinstance(owner, list):
                self._take_elements(owner, spots, going)
            else:
                self._take_keys(owner, spots, going)

    def _describe(self, going: Iterable[Steps]) -> None:
        for steps in going:
            owner, _ = _at(self.document, steps[:-1])
            if isinstance(owner, dict) and owner[str(steps[-1])] is None:
                # An empty key leaves nothing out.
                continue
            if len(self.left_out) < PROBLEM_LIMIT:
                self.left_out.append(describe(steps, self.document))
            else:
                self.unlisted += 1

    def _take_elements(self, owner: list[Any], spots: list[Any], gone: Mapping[str | int, Steps]) -> None:
        for index, steps in gone.items():
            self._hold(owner[int(index)], steps)
        # In one go: taking them out one by one moves the rest each time.
        spots[:] = [spot for index, spot in enumerate(spots) if index not in gone]
        owner[:] = [value for index, value in enumerate(owner) if index not in gone]

    def _take_keys(self, owner: dict[str, Any], spots: dict[str, Any], going: Mapping[str | int, Steps]) -> None:
        self._held.append(owner)
        for key, steps in going.items():
            self._keys.add((id(owner), key))
            self._hold(owner.pop(str(key)), steps)
            spots.pop(str(key), None)

    def _hold(self, value: Any, steps: Steps) -> None:
        self._held.append(value)
        # Deeper down stand parts of items, which have no ids.
        kind = next((kind for kind in KINDS if kind == steps[0]), None) if len(steps) <= 2 else None
        if kind is not None and isinstance(value, dict) and isinstance(value.get("id"), str):
            self.ids.setdefault(value["id"], []).append(kind)


def _holds(owner: Any, step: str | int) -> bool:
    if isinstance(owner, list):
        return isinstance(step, int) and step < len(owner)
    return isinstance(owner, dict) and step in owner


def _at(document: Document, steps: Steps) -> tuple[Any, Any]:
    value, spot = document.values, document.spots
    for step in steps:
        try:
            value = value[step]
            inner = spot[1][step]
        except (KeyError, IndexError, TypeError):
            return None, None
        spot = inner[1] if isinstance(spot[1], dict) else inner
    return value, spot


def describe(steps: Steps, document: Document) -> str:
    """What a cut leaves out, for people: "the quote `x`", "`due` of the question `y`".

    Of the file's own words it has no more than an id or a key.
    """
    names: list[str] = []
    value = document.values
    for index, step in enumerate(steps):
        parent = steps[index - 1] if index else ""
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
        if isinstance(step, int):
            names[-1:] = [_item_name(str(parent), step, value)]
        else:
            names.append(f"`{step}`" if KEY.fullmatch(step) else "a key")
    return " of ".join(reversed(names))


def _item_name(collection: str, index: int, value: Any) -> str:
    if not isinstance(value, dict):
        return f"entry {index + 1} of `{collection}`"
    kind = NOUNS.get(collection, "entry")
    identifier = value.get("id")
    if isinstance(identifier, str) and _ID.fullmatch(identifier):
        return f"the {kind} `{identifier}`"
    return f"the {kind} number {index + 1}"


# Anything else could be words that were said off the record.
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
