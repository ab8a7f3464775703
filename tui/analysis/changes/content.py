"""What a record says, apart from how it is written: what is compared, field by field."""

import json
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from pydantic import BaseModel

from tui.model.references import part_fields, reference_fields

Content = tuple[tuple[str, str], ...]
"""The fields of a record that are not the default, each by its key with what it says in one canonical text."""

# An order that means nothing. That of `via` does: nearest first.
_UNORDERED: Final = frozenset({"topics", "aliases", "ignore"})
_PARAGRAPH_END: Final = re.compile(r"\n\s*\n")


def content(record: BaseModel, names: Mapping[str, str], without: frozenset[str] = frozenset()) -> Content:
    """The content of a record but for the keys in `without`, its parts included; ids are compared by their `names`."""
    return tuple((key, _canonical(value)) for key, value in sorted(_said(record, names, without).items()))


def _said(record: BaseModel, names: Mapping[str, str], without: frozenset[str]) -> dict[str, Any]:
    values = record.model_dump(by_alias=True, exclude_defaults=True)
    said = {key: _plain(value, unordered=key in _UNORDERED) for key, value in values.items()}
    for field in reference_fields(type(record)):
        value = getattr(record, field.name)
        if field.many and value:
            named = [names.get(one, one) for one in value]
            said[field.key] = named if field.key == "via" else sorted(named)
        elif isinstance(value, str):
            said[field.key] = names.get(value, value)
    for part in part_fields(type(record)):
        value = getattr(record, part.name)
        if part.key not in values:
            continue
        said[part.key] = (
            sorted((_said(one, names, without) for one in value), key=_canonical)
            if part.many
            else _said(value, names, without)
        )
    return {key: value for key, value in said.items() if key not in without}


def _plain(value: Any, *, unordered: bool = False) -> Any:
    """A value without how it was written: lines of a paragraph are one, and what has no order has one."""
    match value:
        case Enum():
            return value.value
        case str():
            return "\n\n".join(" ".join(part.split()) for part in _PARAGRAPH_END.split(value))
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case list() | tuple():
            found = [_plain(one) for one in value]
            return sorted(found) if unordered else found
        case _:
            return value


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_number)


def _number(value: Any) -> str:
    # A Decimal: 1.0 and 1 are one number.
    return format(value.normalize(), "f")
