"""Taking the smallest bad part out of a document, so that the rest can be shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

from tui.load.document import Document
from tui.model.briefing import Briefing
from tui.model.references import part_fields

Steps = tuple[str | int, ...]

SINGULAR: Final = {
    "judgments": "judgment",
    "sources": "source",
    "actors": "actor",
    "relations": "relation",
    "questions": "question",
    "positions": "position",
    "quotes": "quote",
    "events": "event",
    "figures": "figure",
    "estimates": "estimate",
    "accounts": "account",
    "topics": "topic",
    "authors": "author",
    "aliases": "alias",
}


# Without it, words said off the record would pass for words on the record.
_NOT_WITHOUT: Final = frozenset({"attribution"})


@dataclass(frozen=True, slots=True)
class Cut:
    """What has to go: the steps to it, and the model that it stands in."""

    steps: Steps
    model: type[BaseModel]


def smallest(model: type[BaseModel], steps: Steps, document: Document) -> Cut:
    """The smallest part that goes with a bad value at `steps`.

    An element of a list of values, else an optional key, else (for a required key) what has that key.
    """
    owners: list[tuple[Steps, type[BaseModel]]] = [((), model)]
    here: Steps = ()
    value = document.values
    for step in steps:
        if isinstance(value, dict):
            child = _child(owners[-1][1], step)
        elif not isinstance(value, list):
            break
        here = (*here, step)
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict) and child is not None:
            owners.append((here, child))
    return _cut(owners, here)


def _cut(owners: list[tuple[Steps, type[BaseModel]]], here: Steps) -> Cut:
    while owners:
        place, model = owners.pop()
        if here == place:
            # What is wrong is the item as a whole.
            if not place or isinstance(place[-1], int):
                return Cut(place, model)
            here = place
            continue
        within = here[len(place) :]
        if len(within) > 1 and isinstance(within[1], int) and not _is_required(model, within[0]):
            return Cut((*place, *within[:2]), model)
        if not (_is_required(model, within[0]) or within[0] in _NOT_WITHOUT) or not place:
            return Cut((*place, within[0]), model)
        here = place
    return Cut((), Briefing)


def _child(model: type[BaseModel], key: object) -> type[BaseModel] | None:
    return next((part.model for part in part_fields(model) if part.key == key), None)


def _is_required(model: type[BaseModel], key: object) -> bool:
    return any(field.is_required() for name, field in model.model_fields.items() if (field.alias or name) == key)


def possible_keys(model: type[BaseModel]) -> list[str]:
    """The keys that a model has, as a file writes them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def holds_list(model: type[BaseModel], key: object) -> bool:
    """Whether the value of a key is a list."""
    return any(
        _is_tuple(field.annotation) for name, field in model.model_fields.items() if (field.alias or name) == key
    )


def _is_tuple(annotation: Any) -> bool:
    origin = get_origin(annotation)
    if origin in {Union, UnionType}:
        return any(_is_tuple(one) for one in get_args(annotation))
    return origin is tuple


class Pruning:
    """A document being cut back, which remembers what has gone."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.left_out: list[str] = []
        self.ids: set[str] = set()
        # Mappings are told apart by identity, since steps shift as elements go; they are held here so that no
        # identity is used twice.
        self._keys: set[tuple[int, str | int]] = set()
        self._held: list[Any] = []

    def has_gone(self, owner: Steps, key: str | int) -> bool:
        """Whether this key was taken out of what now stands at `owner`."""
        value, _ = _at(self.document, owner)
        return (id(value), key) in self._keys

    def remove(self, cuts: Iterable[Steps]) -> None:
        """Take the parts at these steps out of the document's values and spots.

        The deepest and last go first, so that the others' steps stay true; what is gone already is passed over.
        """
        cut: set[tuple[int, str | int]] = set()
        for steps in sorted(set(cuts), key=lambda steps: (len(steps), _by_index(steps)), reverse=True):
            owner, spot = _at(self.document, steps[:-1])
            # An alias puts one and the same value in several places: it is cut once.
            if owner is None or (isinstance(owner, list) and (id(owner), steps[-1]) in cut):
                continue
            cut.add((id(owner), steps[-1]))
            description = describe(steps, self.document)
            try:
                value = owner.pop(steps[-1])
                del spot[1][steps[-1]]
            except (KeyError, IndexError, TypeError, AttributeError):
                continue
            self._keys.add((id(owner), steps[-1]))
            self._held += (owner, value)
            self.left_out.append(description)
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                self.ids.add(value["id"])


def _by_index(steps: Steps) -> int:
    return steps[-1] if steps and isinstance(steps[-1], int) else -1


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
    """What a cut leaves out, for people: "the quote `x`", "`due` of the question `y`"."""
    names = []
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
            names.append(f"`{step}`")
    return " of ".join(reversed(names))


def _item_name(collection: str, index: int, value: Any) -> str:
    kind = SINGULAR.get(collection, f"entry of `{collection}`")
    identifier = value.get("id") if isinstance(value, dict) else value
    if isinstance(identifier, str) and len(identifier) <= 60:
        return f"the {kind} `{identifier}`"
    return f"the {kind} number {index + 1}"
