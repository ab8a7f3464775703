"""Models as plain values under the format's own keys, in the order in which people write them."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

from pydantic import BaseModel

from tui.analysis.view import View
from tui.model.source import Source

Values = dict[str, Any]
"""Keys and values of the format: text, numbers, booleans, lists and further mappings."""

PROVEN: Final = frozenset({"exact", "normalized", "interrupted", "elided"})
"""The states of a proof in which a quote's words stand in its source's text."""


def values_of(model: BaseModel, **added: Any) -> Values:
    """What a model has that is not the default, and what is added by the name of its key; a Decimal stays one.

    The keys stand in the order of the format, the id first and the remarks last. What is added but empty is not.
    """
    values = model.model_dump(by_alias=True, exclude_defaults=True)
    values |= {key: value for key, value in added.items() if value}
    keys = [field.alias or name for name, field in type(model).model_fields.items()]
    tidied: Values = _tidied({key: values[key] for key in keys if key in values})
    return tidied


def sources_of(items: Iterable[Source]) -> list[Values]:
    """Sources without `text`: the path of a stored copy means nothing outside of its library."""
    return [{key: value for key, value in values_of(one).items() if key != "text"} for one in items]


def texts_left_behind(view: View) -> tuple[str, ...]:
    """The sentence that stored texts do not go along; none where no source has one."""
    number = sum(one.text is not None for one in view.sources)
    if not number:
        return ()
    texts = "the stored text of 1 source stays" if number == 1 else f"the stored texts of {number} sources stay"
    return (f"{texts} in the library",)


def _tidied(value: Any) -> Any:
    match value:
        case dict():
            # The models inherit these three.
            inherited = [key for key in ("id", "known", "note") if key in value]
            own = [key for key in value if key not in inherited]
            keys = [*inherited[:1], *own, *inherited[1:]] if "id" in value else [*own, *inherited]
            return {key: _tidied(value[key]) for key in keys}
        case list() | tuple():
            return [_tidied(one) for one in value]
        case Enum():
            return value.value
        case _:
            return value
