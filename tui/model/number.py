"""Exact numbers, bounded so that no file can make one that takes memory to print."""

import re
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

_WRITTEN: Final = re.compile(r"[+-]?(\d{1,18})(\.\d{1,12})?([eE][+-]?\d{1,2})?")
_LONG: Final = re.compile(r"[+-]?\d+(\.\d+)?")
_LARGEST: Final = Decimal(10) ** 18


def _parse(value: Any) -> Decimal:
    text = str(value).strip()
    if _LONG.fullmatch(text) and text.isascii() and not _WRITTEN.fullmatch(text):
        limit = "give it in a larger `unit`, with at most 18 digits before the point and 12 after it"
        raise PydanticCustomError("number", "has too many digits", {"hint": limit})
    if isinstance(value, bool) or not _WRITTEN.fullmatch(text) or not text.isascii():
        plain = re.sub(r"[ ,_'\u00a0\u202f]", "", text)
        hint = (
            f"write `{plain}`" if _WRITTEN.fullmatch(plain) and plain.isascii() else "write digits, such as `170000000`"
        )
        raise PydanticCustomError("number", "is not a number", {"hint": hint})
    number = Decimal(text)
    if abs(number) >= _LARGEST or (number and abs(number) < 1 / _LARGEST):
        raise PydanticCustomError("number", "is out of bounds", {"hint": "give it in a larger or smaller `unit`"})
    return number


def plain(number: Decimal) -> int | float:
    """The number as JSON has it: whole where it is whole."""
    return int(number) if number == number.to_integral_value() else float(number)


Number = Annotated[
    Decimal,
    BeforeValidator(_parse),
    PlainSerializer(plain, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""A decimal number below 10^18, kept digit for digit."""
