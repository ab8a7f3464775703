"""Likelihood in words and numbers: ICD 203 (Director of National Intelligence, 2015), section D.6.e.(2)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, LiteralString, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Term(StrEnum):
    """The seven degrees of likelihood, each with a band of percentages."""

    ALMOST_NO_CHANCE = "almost-no-chance"
    VERY_UNLIKELY = "very-unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly-even-chance"
    LIKELY = "likely"
    VERY_LIKELY = "very-likely"
    ALMOST_CERTAIN = "almost-certain"

    @property
    def words(self) -> str:
        """The term as it is said: `almost no chance`."""
        return self.value.replace("-", " ")

    @property
    def band(self) -> tuple[int, int]:
        """The lowest and highest percentage; where two bands meet, the number belongs to the higher."""
        return _BANDS[self]

    @classmethod
    def of(cls, percent: Decimal | int) -> Self | None:
        """The term in whose band `percent` falls; None below 1 and above 99."""
        found = [term for term in cls if term.band[0] <= percent <= term.band[1]]
        return found[-1] if found else None


_BANDS: Final = {
    Term.ALMOST_NO_CHANCE: (1, 5),
    Term.VERY_UNLIKELY: (5, 20),
    Term.UNLIKELY: (20, 45),
    Term.ROUGHLY_EVEN_CHANCE: (45, 55),
    Term.LIKELY: (55, 80),
    Term.VERY_LIKELY: (80, 95),
    Term.ALMOST_CERTAIN: (95, 99),
}

_DIGITS = r"\d{1,3}(?:\.\d{1,3})?"
_PERCENT: Final = re.compile(
    rf"(?P<one>{_DIGITS})%?|(?P<low>{_DIGITS})%?-(?P<high>{_DIGITS})%?|<=(?P<most>{_DIGITS})%?|>=(?P<least>{_DIGITS})%?",
    re.ASCII,
)
_HINT: Final = (
    'write an ICD 203 term such as `likely`, or `20%`, `10-20%`, `<=20%`, `">=80%"`, or `{term: likely, percent: 60%}`'
)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely something is: a term, a percentage or range of percentages, or both.

    `low` and `high` are percentages from 0 to 100, those of the term's band where no number is given.
    """

    term: Term | None
    percent: str | None
    low: Decimal
    high: Decimal

    @classmethod
    def parse(cls, value: object) -> Self:
        """Read what a briefing has: a term, a percentage, or a mapping of both.

        Raises PydanticCustomError where it is neither.
        """
        if isinstance(value, cls):
            return value
        if isinstance(value, dict):
            return cls._of_mapping(value)
        if isinstance(value, str):
            if value in _TERMS:
                return cls._of_term(Term(value))
            if value.endswith("%"):
                return cls._of_percent(None, value)
            if _PERCENT.fullmatch(value):
                # In YAML, `>` at its start would begin a block of text.
                percent = f'"{value}%"' if value.startswith(">") else f"{value}%"
                raise _refusal("is not a likelihood", hint=f"write `{percent}`")
            raise _refusal("is not a likelihood", word=value, possible=_TERMS)
        raise _refusal("is not a likelihood")

    @classmethod
    def _of_term(cls, term: Term) -> Self:
        low, high = term.band
        return cls(term, None, Decimal(low), Decimal(high))

    @classmethod
    def _of_mapping(cls, value: dict[Any, Any]) -> Self:
        term, percent = value.get("term"), value.get("percent")
        if set(value) != {"term", "percent"} or not isinstance(term, str):
            raise _refusal("needs an ICD 203 `term` and a `percent`, and no more")
        if term not in _TERMS:
            raise _refusal("is not an ICD 203 term", at="term", word=term, possible=_TERMS)
        return cls._of_percent(Term(term), str(percent), at="percent")

    @classmethod
    def _of_percent(cls, term: Term | None, percent: str, **context: str) -> Self:
        match = _PERCENT.fullmatch(percent)
        if match is None:
            raise _refusal("is not a percentage", **context)
        low = Decimal(match["one"] or match["low"] or match["least"] or 0)
        high = Decimal(match["one"] or match["high"] or match["most"] or 100)
        if low > high or high > 100:
            raise _refusal("is not a range of percentages from 0 to 100", **context)
        return cls(term, percent, low, high)

    @property
    def words(self) -> str:
        """For people: `likely (55–80 %)`, `at most 20 %`, `likely (60 %)`."""
        if self.percent is None:
            return f"{self.term.words if self.term else ''} ({self.low}–{self.high} %)"
        match = _PERCENT.fullmatch(self.percent)
        if match is not None and match["most"]:
            number = f"at most {self.high} %"
        elif match is not None and match["least"]:
            number = f"at least {self.low} %"
        else:
            number = f"{self.low} %" if self.low == self.high else f"{self.low}–{self.high} %"
        return f"{self.term.words} ({number})" if self.term else number

    def as_written(self) -> str | dict[str, str]:
        """The value as the format has it."""
        if self.term and self.percent:
            return {"term": self.term.value, "percent": self.percent}
        return self.term.value if self.term else self.percent or ""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(cls.as_written)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        terms = [term.value for term in Term]
        percent = {"type": "string", "pattern": rf"^([<>]=)?{_DIGITS}%?(-{_DIGITS}%?)?$"}
        return {
            "anyOf": [
                {"enum": terms},
                {"type": "string", "pattern": rf"^([<>]=)?{_DIGITS}(-{_DIGITS})?%$"},
                {
                    "type": "object",
                    "properties": {
                        "term": {"enum": terms},
                        "percent": {"anyOf": [percent, {"type": "number"}]},
                    },
                    "required": ["term", "percent"],
                    "additionalProperties": False,
                },
            ]
        }


def _refusal(message: LiteralString, **context: object) -> PydanticCustomError:
    return PydanticCustomError("likelihood", message, {"hint": _HINT} | context)


_TERMS: Final = tuple(term.value for term in Term)
