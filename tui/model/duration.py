"""How long ahead to warn."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

PATTERN: Final = r"[1-9][0-9]{0,3}[dw]"


def _checked(text: str) -> str:
    if re.fullmatch(PATTERN, text):
        return text
    raise PydanticCustomError(
        "duration", "is not a number of days or weeks", {"hint": "write `14d` for days or `2w` for weeks"}
    )


Duration = Annotated[str, AfterValidator(_checked), WithJsonSchema({"type": "string", "pattern": f"^{PATTERN}$"})]
"""A number of days (`14d`) or weeks (`2w`), 1 to 9999."""


def days(duration: str) -> int:
    """The length of a Duration in days."""
    return int(duration[:-1]) * (7 if duration.endswith("w") else 1)
