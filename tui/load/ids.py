"""Ids: derived where the format asks for none, and each used once."""

import hashlib
from collections import Counter
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from tui.load.characters import shortened
from tui.load.document import Document
from tui.load.names import slug
from tui.load.problem import Problem, Severity
from tui.load.prune import Found, Steps
from tui.model.briefing import Briefing, Shared
from tui.model.kinds import KINDS, NOUNS, Kind

# A key or two of this length tell what an id is about.
_LONGEST_PART: Final = 60

_DERIVED_FROM: Final[dict[Kind, tuple[str, ...]]] = {
    "relations": ("from", "type", "to"),
    "positions": ("actor", "question", "date"),
}


def derive(document: Document) -> None:
    """Give every relation and position without an id one that follows from its content.

    Items of one content but for their words are told apart by a digest of the whole, so that their order does not
    matter.
    """
    taken = {item["id"] for kind in KINDS for item in _items(document, kind) if isinstance(item.get("id"), str)}
    nameless = {
        id(item): (item, slug(" ".join(str(item.get(key, ""))[:_LONGEST_PART] for key in keys)) or NOUNS[kind])
        for kind, keys in _DERIVED_FROM.items()
        for item in _items(document, kind)
        if "id" not in item
    }
    wanted = Counter(base for _, base in nameless.values())
    numbers: Counter[str] = Counter()
    for item, base in nameless.values():
        name = base if wanted[base] == 1 and base not in taken else f"{base}-{_digest(item)}"
        while name in taken:
            # One and the same item twice: nothing tells the two apart but their order.
            numbers[name] += 1
            name = f"{name}-{numbers[name] + 1}"
        taken.add(name)
        item["id"] = name


def _items(document: Document, kind: Kind) -> list[dict[str, Any]]:
    values = document.values.get(kind)
    return [item for item in values if isinstance(item, dict)] if isinstance(values, list) else []


def _digest(item: dict[str, Any]) -> str:
    content = repr(sorted((key, repr(value)) for key, value in item.items()))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def duplicates(briefing: Briefing | Shared, document: Document, path: Path) -> Found:
    """The items whose id stood before, each with a problem that names both places; the first keeps it."""
    ids = [item.id for kind in KINDS for item in getattr(briefing, kind, ())]
    if len(set(ids)) == len(ids):
        return []
    # In the order of the file, whichever kind is read first.
    items = sorted(
        (
            (document.start((kind, index)), item.id, (kind, index))
            for kind in KINDS
            for index, item in enumerate(getattr(briefing, kind, ()))
        ),
        key=itemgetter(0),
    )
    first: dict[str, Steps] = {}
    found: Found = []
    for _, identifier, steps in items:
        earlier = first.setdefault(identifier, steps)
        if earlier is not steps:
            found.append((steps, partial(_duplicate, identifier, earlier, steps, document, path)))
    return found


def _duplicate(identifier: str, earlier: Steps, later: Steps, document: Document, path: Path) -> Problem:
    line = document.place((*earlier, "id")).line
    return Problem(
        path,
        document.place((*later, "id")),
        Severity.ERROR,
        "duplicate-id",
        f"the id `{shortened(identifier)}` is taken: it stands on line {line} already",
        "give one of the two another id, and change what refers to it",
    )
