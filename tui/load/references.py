"""References: each names an item that there is, of a kind that may stand there, and never comes back to itself."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from pydantic import BaseModel

from tui.load.document import Document
from tui.load.problem import Problem, Severity
from tui.load.prune import Found, Steps
from tui.load.suggest import nearest
from tui.model.briefing import Briefing, Shared
from tui.model.kinds import KINDS, NOUNS, Kind
from tui.model.references import part_fields, reference_fields

# Fields that lead from an item to one of its own kind, and could lead round in a circle.
_CHAINS: Final[tuple[tuple[Kind, str], ...]] = (
    ("sources", "origin"),
    ("judgments", "revises"),
    ("quotes", "same_as"),
    ("events", "superseded_by"),
)

# Looking for the id that was meant costs more than all else.
_SUGGESTIONS: Final = 20


class Reference(NamedTuple):
    """One id that an item names; `steps` lead to it."""

    steps: Steps
    id: str
    kinds: tuple[Kind, ...]


def references(item: BaseModel, steps: Steps) -> Iterator[Reference]:
    """Everything that an item refers to, its parts included."""
    for field in reference_fields(type(item)):
        value = getattr(item, field.name)
        if field.many:
            for index, identifier in enumerate(value):
                yield Reference((*steps, field.key, index), identifier, field.kinds)
        elif isinstance(value, str):
            yield Reference((*steps, field.key), value, field.kinds)
    for part in part_fields(type(item)):
        value = getattr(item, part.name)
        if part.many:
            for index, one in enumerate(value):
                yield from references(one, (*steps, part.key, index))
        elif value is not None:
            yield from references(value, (*steps, part.key))


def kinds_of(briefing: Briefing | Shared, shared: Shared | None) -> dict[str, Kind]:
    """The kind of every id that a briefing can name; its own wins over the library's."""
    kinds: dict[str, Kind] = {}
    for holder in (shared, briefing):
        for kind in KINDS:
            kinds.update(dict.fromkeys((item.id for item in getattr(holder, kind, ())), kind))
    return kinds


def broken(
    briefing: Briefing | Shared,
    kinds: Mapping[str, Kind],
    gone: Mapping[str, Sequence[Kind]],
    document: Document,
    path: Path,
) -> Found:
    """The steps of every reference that leads nowhere or to the wrong kind, with its problem.

    `gone` has the ids of items that have been left out, with their kinds; where it leads to one that could stand there,
    there is no problem, since that has been said.
    """
    found: Found = []
    for kind in KINDS:
        for index, item in enumerate(getattr(briefing, kind, ())):
            # Nearly every item is sound, and this is quicker than telling where each of its references stands.
            if _is_sound(item, kinds):
                continue
            for reference in references(item, (kind, index)):
                target = kinds.get(reference.id)
                if target not in reference.kinds:
                    # `target` is None where the id is nobody's.
                    if target is None and reference.id in gone:
                        if set(gone[reference.id]) & set(reference.kinds):
                            found.append((reference.steps, None))
                            continue
                        target = gone[reference.id][0]
                    near = kinds if len(found) < _SUGGESTIONS else {}
                    found.append((reference.steps, partial(_problem, reference, target, near, document, path)))
    return found


def _is_sound(item: BaseModel, kinds: Mapping[str, Kind]) -> bool:
    for field in reference_fields(type(item)):
        value = getattr(item, field.name)
        if field.many:
            for identifier in value:
                if kinds.get(identifier) not in field.kinds:
                    return False
        elif isinstance(value, str) and kinds.get(value) not in field.kinds:
            return False
    for part in part_fields(type(item)):
        value = getattr(item, part.name)
        if value and not all(_is_sound(one, kinds) for one in (value if part.many else (value,))):
            return False
    return True


def not_deadlines(briefing: Briefing, document: Document, path: Path) -> Found:
    """Questions that are due by an event which is no deadline."""
    deadlines = {event.id for event in briefing.events if event.kind == "deadline"}
    found: Found = []
    for index, question in enumerate(briefing.questions):
        if isinstance(question.due, str) and question.due not in deadlines:
            steps: Steps = ("questions", index, "due")
            found.append((steps, partial(_not_a_deadline, question.due, steps, document, path)))
    return found


def _not_a_deadline(due: str, steps: Steps, document: Document, path: Path) -> Problem:
    message, hint = f"the event `{_cut(due)}` is not a deadline", "add `kind: deadline` to it, or write a date here"
    return Problem(path, document.place(steps), Severity.ERROR, "wrong-kind", message, hint)


def _problem(
    reference: Reference, target: Kind | None, kinds: Mapping[str, Kind], document: Document, path: Path
) -> Problem:
    wanted = " or ".join(_with_article(NOUNS[kind]) for kind in reference.kinds)
    possible = [identifier for identifier, kind in kinds.items() if kind in reference.kinds]
    meant = nearest(reference.id, possible)
    if target is None:
        code = "unknown-reference"
        message = f"there is no {_anything(reference)} with the id `{_cut(reference.id)}`"
        hint = (
            f"did you mean `{meant}`?"
            if meant
            else f"add {wanted if len(reference.kinds) < 3 else 'it'}, or remove the reference"
        )
    else:
        code = "wrong-kind"
        message = f"`{_cut(reference.id)}` is {_with_article(NOUNS[target])}, where {wanted} should stand"
        hint = f"did you mean `{meant}`?" if meant else "name another, or remove the reference"
    return Problem(path, document.place(reference.steps), Severity.ERROR, code, message, hint)


def _anything(reference: Reference) -> str:
    return "item" if len(reference.kinds) > 2 else " or ".join(NOUNS[kind] for kind in reference.kinds)


def _cut(identifier: str) -> str:
    return identifier if len(identifier) <= 60 else identifier[:59] + "…"


def _with_article(noun: str) -> str:
    return ("an " if noun[0] in "aeiou" else "a ") + noun


def circles(briefing: Briefing | Shared, shared: Shared | None, document: Document, path: Path) -> Found:
    """References that come back to where they began, the library's items being followed as well."""
    found: Found = []
    for kind, field in _CHAINS:
        items = getattr(briefing, kind, ())
        onward = {item.id: getattr(item, field) for holder in (shared, briefing) for item in getattr(holder, kind, ())}
        indexes = {item.id: index for index, item in enumerate(items)}
        settled: set[str] = set()
        for item in items:
            walked: dict[str, None] = {}
            here = item.id
            while here is not None and here not in settled and here not in walked:
                walked[here] = None
                here = onward.get(here)
            if here is not None and here in walked:
                # The library's items make no circle of their own, so one of the briefing's is in it.
                while here not in indexes:
                    here = onward[here]
                steps: Steps = (kind, indexes[here], field)
                found.append((steps, partial(_circle, steps, field, document, path)))
                onward[here] = None
            settled.update(walked)
    return found


def _circle(steps: Steps, field: str, document: Document, path: Path) -> Problem:
    return Problem(
        path,
        document.place(steps),
        Severity.ERROR,
        "circular-reference",
        f"following `{field}` from here leads back here",
        "remove one of the references",
    )
