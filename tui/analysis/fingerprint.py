"""Fingerprints: what an item says, as sixteen bytes, by which a reader is known to have read it.

Two items have one fingerprint where they say the same. So it does not depend on the file, its place and its format, nor
on an item's own id, which is no more than a name; a derived one changes when another item comes to stand beside it. Nor
does it depend on the order of a list, but for `via`, which has a direction; nor on how often a list repeats a thing, on
the white space within a text, on `1.0` for `1`, or on the path of a source's stored text.

It is BLAKE2b (RFC 7693) of the kind and of the keys that are set to other than their default, as JSON in ASCII with
sorted keys. A key that a later format adds therefore leaves the fingerprints of those who do not use it as they are.

A View as of an earlier date holds items as they stood: what is new to a reader is asked of the whole Briefing.
"""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any, Final

from pydantic import BaseModel

from tui.model.base import Item
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF
from tui.model.kinds import KINDS, Kind
from tui.model.likelihood import Likelihood
from tui.model.source import Source

BOTTOM_LINE: Final = ""
"""Stands for the bottom line where an item's id is asked for: no item has it."""

SIZE: Final = 16
"""The bytes of a fingerprint: enough for no two of all the items that a person reads to share one."""

_encode: Final = json.JSONEncoder(separators=(",", ":"), sort_keys=True, check_circular=False).encode
_IN_ORDER: Final = frozenset({"via"})


def fingerprint(kind: Kind, item: Item) -> bytes:
    """What an item of a kind says, as 16 bytes: the same on every machine and with every Python."""
    return _digest(kind, _of_model(item))


def bottom_line_fingerprint(briefing: Briefing) -> bytes:
    """What a briefing's bottom line says, whatever the date up to which its author has read."""
    return _digest("bottom_line", _of_text(briefing.bottom_line))


def fingerprints(briefing: Briefing) -> Mapping[str, bytes]:
    """The fingerprint of every item of a briefing by its id, and of its bottom line by the id ""."""
    found = {BOTTOM_LINE: bottom_line_fingerprint(briefing)}
    for kind in KINDS:
        for item in getattr(briefing, kind):
            found[item.id] = fingerprint(kind, item)
    return found


def _digest(kind: str, content: object) -> bytes:
    return blake2b(_encode([kind, content]).encode("ascii"), digest_size=SIZE).digest()


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Any, bool], ...]:
    """The fields of a model that count, each with its default and whether its order does."""
    left_out = {"id", "text"} if issubclass(model, Source) else {"id"}
    return tuple(
        (name, field.get_default(), name in _IN_ORDER)
        for name, field in model.model_fields.items()
        if name not in left_out
    )


def _of_model(model: BaseModel) -> dict[str, object]:
    values = model.__dict__
    found: dict[str, object] = {}
    for name, default, in_order in _fields(type(model)):
        value = values[name]
        if value is None or value is default or value == default:
            continue
        if type(value) is tuple:
            parts = [_plain(one) for one in value]
            found[name] = parts if in_order else _as_a_set(parts)
        else:
            found[name] = _plain(value)
    return found


def _as_a_set(parts: list[Any]) -> list[Any]:
    if len(parts) == 1:
        return parts
    if all(type(one) is str for one in parts):
        return sorted(set(parts))
    by_text = {_encode(one): one for one in parts}
    return [by_text[text] for text in sorted(by_text)]


def _plain(value: Any) -> object:
    convert = _PLAIN.get(type(value))
    if convert is not None:
        return convert(value)
    return _of_model(value) if isinstance(value, BaseModel) else _of_other(value)


def _of_text(text: str) -> str:
    return " ".join(text.split())


def _of_date(date: EDTF) -> str:
    return date.text


def _of_number(number: Decimal) -> str:
    # `normalize` would round to the context's precision.
    digits = f"{number:f}" if number else "0"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _of_likelihood(likelihood: Likelihood) -> list[object]:
    """The term and the bounds; `<=20%` is not `0-20%`."""
    bound = (likelihood.percent or "")[:1]
    one_sided = bound if bound in {"<", ">"} else ""
    term = likelihood.term.value if likelihood.term else ""
    return [term, one_sided, _of_number(likelihood.low), _of_number(likelihood.high)]


def _of_other(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} has no fingerprint")


def _itself(value: object) -> object:
    return value


_PLAIN: Final[Mapping[type, Callable[[Any], object]]] = {
    str: _of_text,
    EDTF: _of_date,
    bool: _itself,
    int: _itself,
    Decimal: _of_number,
    Likelihood: _of_likelihood,
}
