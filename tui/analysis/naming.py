"""Taking the names of items that are not there out of those that are."""

from collections.abc import Container, Iterable, Mapping
from typing import TypeVar

from pydantic import BaseModel

from tui.model.references import names, part_fields, reference_fields

_Model = TypeVar("_Model", bound=BaseModel)


def within(items: Iterable[BaseModel]) -> set[str]:
    """Every id that any of these items refers to."""
    return {name for item in items for name in names(item)}


def trimmed(item: _Model, present: Container[str]) -> _Model:
    """The item without optional references to what is not present; a part that needs one goes as a whole."""
    update: dict[str, object] = {}
    for field in reference_fields(type(item)):
        value = getattr(item, field.name)
        if field.many:
            kept = tuple(one for one in value if one in present)
            if len(kept) < len(value):
                update[field.name] = kept
        elif isinstance(value, str) and not field.required and value not in present:
            update[field.name] = None
    for part in part_fields(type(item)):
        value = getattr(item, part.name)
        if part.many and value:
            update[part.name] = tuple(trimmed(one, present) for one in value if stands(one, present))
        elif not part.many and value is not None:
            update[part.name] = trimmed(value, present)
    return replaced(item, update)


def replaced(item: _Model, update: Mapping[str, object]) -> _Model:
    """The item with these values for its fields; the same one where it has them already."""
    values = vars(item)
    changed = {name: value for name, value in update.items() if not _is_same(values[name], value)}
    return item.model_copy(update=changed) if changed else item


def _is_same(one: object, other: object) -> bool:
    """Whether two values are the same: equal ones may differ in how a date is written, and take long to compare."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return one is other or (isinstance(one, str) and one == other)


def stands(item: BaseModel, present: Container[str]) -> bool:
    """Whether every reference that an item cannot do without is to something present."""
    return all(
        all(one in present for one in value) if field.many else value in present
        for field in reference_fields(type(item))
        if field.required
        for value in [getattr(item, field.name)]
    )
