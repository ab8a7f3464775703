"""When a question is due: a date, or the id of a deadline among the events."""

import re
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from tui.model.base import SLUG_PATTERN
from tui.model.edtf import EDTF, EDTFError
from tui.model.references import Refers


def _parse(value: Any) -> EDTF | str:
    if isinstance(value, EDTF):
        return value
    if isinstance(value, str):
        try:
            return EDTF.parse(value)
        except EDTFError as error:
            # What begins like a year was meant as a date.
            if re.fullmatch(SLUG_PATTERN, value) and not re.match(r"[0-9]{4}", value):
                return value
            raise PydanticCustomError("edtf", error.message, {"hint": error.hint}) from None
    raise PydanticCustomError(
        "due", "is neither a date nor the id of a deadline", {"hint": "write a date such as `2025-09`"}
    )


Due = Annotated[
    EDTF | str,
    Refers(("events",)),
    PlainValidator(_parse),
    PlainSerializer(str),
    WithJsonSchema({"type": ["string", "integer"]}),
]
"""An EDTF date, or else the id of an event whose kind is `deadline`."""
