"""Ids: derived where the format asks for none, and each used once."""

import hashlib
import re
import unicodedata
from pathlib import Path
from typing import Any, Final

from tui.load.document import Document
from tui.load.problem import Problem, Severity
from tui.load.prune import SINGULAR, Steps
from tui.model.base import KINDS, Kind
from tui.model.briefing import Briefing, Shared

FALLBACK: Final = "briefing"
"""The id of a briefing whose file's name has nothing to make one of."""

_DERIVED_FROM: Final[dict[Kind, tuple[str, ...]]] = {
    "relations": ("from", "type", "to"),
    "positions": ("actor", "question", "date"),
}


def slug(text: str) -> str:
    """`text` as an id: lower case, without accents, all else as single hyphens; "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def derive(document: Document) -> None:
    """Give every relation and position without an id one that follows from its content.

    Items of one content but for their words are told apart by a digest of the whole, so that their order does not matter.
    """
    taken = {item["id"] for kind in KINDS for item in _items(document, kind) if isinstance(item.get("id"), str)}
    for kind, keys in _DERIVED_FROM.items():
        for item in _items(document, kind):
            if "id" in item:
                continue
            name = base = slug(" ".join(str(item.get(key, "")) for key in keys)) or SINGULAR[kind]
            if name in taken:
                name = f"{base}-{_digest(item)}"
            number = 2
            while name in taken:
                name = f"{base}-{_digest(item)}-{number}"
                number += 1
            taken.add(name)
            item["id"] = name


def _items(document: Document, kind: Kind) -> list[dict[str, Any]]:
    values = document.values.get(kind)
    return [item for item in values if isinstance(item, dict)] if isinstance(values, list) else []


def _digest(item: dict[str, Any]) -> str:
    content = repr(sorted((key, repr(value)) for key, value in item.items()))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def duplicates(briefing: Briefing | Shared, document: Document, path: Path) -> list[tuple[Steps, Problem | None]]:
    """The items whose id stood before, each with a problem that names both places; the first keeps it."""
    first: dict[str, Steps] = {}
    found: list[tuple[Steps, Problem | None]] = []
    for kind in KINDS:
        for index, item in enumerate(getattr(briefing, kind, ())):
            steps: Steps = (kind, index)
            if item.id not in first:
                first[item.id] = steps
                continue
            # In the order of the file, whichever kind is read first.
            earlier, later = sorted((first[item.id], steps), key=lambda one: _position(document, one))
            first[item.id] = earlier
            line = document.place((*earlier, "id")).line
            found.append((later, _duplicate(item.id, line, later, document, path)))
    return found


def _position(document: Document, steps: Steps) -> tuple[int, int]:
    place = document.place((*steps, "id"))
    return place.line, place.column


def _duplicate(identifier: str, line: int, later: Steps, document: Document, path: Path) -> Problem:
    return Problem(
        path,
        document.place((*later, "id")),
        Severity.ERROR,
        "duplicate-id",
        f"the id `{identifier}` is taken: it stands on line {line} already",
        "give one of the two another id, and change what refers to it",
    )
