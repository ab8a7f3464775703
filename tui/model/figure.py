"""Figures: numbers with a date."""

from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from tui.model.base import Item, Text
from tui.model.edtf import EDTF
from tui.model.number import Number
from tui.model.references import ActorOrSourceRef, AnyRef, SourceRef


class Figure(Item):
    """A value, or a range from `low` to `high`, on a date; values of one series share a name."""

    name: Text
    date: EDTF
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: Text | None = None
    approximate: bool = False
    about: tuple[AnyRef, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    via: tuple[ActorOrSourceRef, ...] = ()
    """How it reached the source, nearest first."""

    @model_validator(mode="after")
    def _has_one_value(self) -> Self:
        if self.value is None and (self.low is None or self.high is None):
            raise PydanticCustomError(
                "missing",
                "a figure needs a `value`, or a `low` and a `high`",
                {"keys": ("value", "low", "high"), "hint": "add `value: 12`, or `low: 10` and `high: 15`"},
            )
        if self.value is not None and (self.low is not None or self.high is not None):
            raise PydanticCustomError(
                "value-and-range",
                "a figure has a `value`, or a `low` and a `high`, not both",
                {"at": "value", "hint": "keep one of them, and say the other in a `note`"},
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise PydanticCustomError(
                "reversed-range", "`low` is higher than `high`", {"at": "low", "hint": "exchange the two"}
            )
        return self
