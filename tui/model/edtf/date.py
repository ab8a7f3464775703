"""The value: a date as it was written, with the days it covers."""

import datetime
from typing import TYPE_CHECKING, Any, NoReturn, Self, final

from tui.model.edtf.days import EARLIEST, Day
from tui.model.edtf.errors import EDTFError
from tui.model.edtf.parse import Form, Precision, read

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

SortKey = tuple[Day, str, Day, str]


@final
class EDTF:
    """A date of EDTF level 0 or 1, as written. Immutable; equal and hashed by its text.

    `lower` and `upper` are the first and the last calendar day it covers, without regard to time zones. `~`,
    `?` and `%` do not widen them. An unknown end of an interval takes those of the end that is known, an open
    one `EARLIEST` or `LATEST`. Dates sort by `sort_key`.
    """

    __slots__ = ("_form", "lower", "text", "upper")

    text: str
    lower: Day
    upper: Day
    _form: Form

    def __new__(cls, text: str) -> Self:
        """Read a date. Raises `EDTFError` for a text that is none."""
        reading = read(text)
        if reading is None:
            # Most dates are right, and what is said of the others takes 2 ms to import.
            from tui.model.edtf.explain import explain  # noqa: PLC0415

            raise explain(text)
        self = object.__new__(cls)
        _set_text(self, text)
        _set_lower(self, reading[0])
        _set_upper(self, reading[1])
        _set_form(self, reading[2])
        return self

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a date. Raises `EDTFError` for a text that is none."""
        return cls(text)

    @classmethod
    def of_day(cls, year: int, month: int, day: int) -> Self:
        """Give a calendar day. Raises `EDTFError` for a day that is none, or a year beyond four digits."""
        digits = f"-{-year:04}" if year < 0 else f"{year:04}"
        return cls(f"{digits}-{month:02}-{day:02}")

    @classmethod
    def from_date(cls, date: datetime.date) -> Self:
        """Give the calendar day of a `datetime.date`."""
        return cls.of_day(date.year, date.month, date.day)

    @property
    def precision(self) -> Precision:
        """How much time the date leaves open."""
        return self._form.precision

    @property
    def approximate(self) -> bool:
        """Whether it, or either end of it, is marked `~` or `%`."""
        return self._form.approximate

    @property
    def uncertain(self) -> bool:
        """Whether it, or either end of it, is marked `?` or `%`."""
        return self._form.uncertain

    @property
    def time(self) -> str | None:
        """The time of day as written, `12:00:00`."""
        return self._form.time

    @property
    def zone(self) -> str | None:
        """The time zone as written: `Z`, `+05` or `+05:30`."""
        return self._form.zone

    @property
    def start(self) -> "EDTF | None":
        """The first date of an interval; None where it is open or unknown, and for what is no interval."""
        return self._end(0)

    @property
    def end(self) -> "EDTF | None":
        """The last date of an interval; None where it is open or unknown, and for what is no interval."""
        return self._end(1)

    @property
    def open_start(self) -> bool:
        """Whether it is an interval that has no start: `../2025`."""
        return self._form.ends is not None and self._form.ends[0] == ".."

    @property
    def open_end(self) -> bool:
        """Whether it is an interval that goes on: `2025/..`."""
        return self._form.ends is not None and self._form.ends[1] == ".."

    @property
    def unknown_start(self) -> bool:
        """Whether it is an interval whose start is not known: `/2025`."""
        return self._form.ends is not None and self._form.ends[0] == ""

    @property
    def unknown_end(self) -> bool:
        """Whether it is an interval whose end is not known: `2025/`."""
        return self._form.ends is not None and self._form.ends[1] == ""

    @property
    def place(self) -> Day:
        """The day at which it stands among others: the first that it covers, the last where it has no beginning."""
        return self.upper if self.lower == EARLIEST else self.lower

    def sort_key(self) -> SortKey:
        """Give what dates sort by: the day of their place, time of day as written (none first), last day, text."""
        return (self.place, self._form.time or "", self.upper, self.text)

    def _end(self, side: int) -> "EDTF | None":
        ends = self._form.ends
        return None if ends is None or ends[side] in {"", ".."} else EDTF(ends[side])

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EDTF({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, EDTF) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    def __lt__(self, other: object) -> bool:
        return self.sort_key() < other.sort_key() if isinstance(other, EDTF) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.sort_key() <= other.sort_key() if isinstance(other, EDTF) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.sort_key() > other.sort_key() if isinstance(other, EDTF) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.sort_key() >= other.sort_key() if isinstance(other, EDTF) else NotImplemented

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a date does not change: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a date does not change: {name}")

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return (type(self), (self.text,))

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return self

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> "CoreSchema":
        # Dates are also read where no model is, and pydantic is slow to import.
        from pydantic_core import core_schema  # noqa: PLC0415

        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, Any]:
        # Editors read an unquoted year as a number.
        return {
            "type": ["string", "integer"],
            "description": "A date in EDTF, level 0 or 1: 2020-08-06, 2020-08, 2020, "
            "2020-08-10~ (approximate), 2020-09? (uncertain), 202X, "
            "2025-10-27/2025-11-01, 2025-09/.. (still going on)",
        }


# Slots are set past `__setattr__`, which refuses; their descriptors are the fastest way.
_set_text = EDTF.__dict__["text"].__set__
_set_lower = EDTF.__dict__["lower"].__set__
_set_upper = EDTF.__dict__["upper"].__set__
_set_form = EDTF.__dict__["_form"].__set__


def _validate(value: object) -> EDTF:
    if isinstance(value, EDTF):
        return value
    message, hint = "A date is written as text", ""
    if isinstance(value, str):
        try:
            return EDTF(value)
        except EDTFError as error:
            message, hint = error.message, error.hint

    from pydantic_core import PydanticCustomError  # noqa: PLC0415

    raise PydanticCustomError("edtf", message, {"hint": hint})
