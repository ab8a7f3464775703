"""Today, which agendas count from; nothing else asks for it."""

import datetime
import os
from collections.abc import Mapping
from typing import Final

VARIABLE: Final = "BRIEF_TODAY"
"""The environment variable that sets today, for tests and for looking back: `2025-09-19`."""


class ClockError(ValueError):
    """What the variable holds is no calendar day; its text is a sentence for people."""


def today(environment: Mapping[str, str] = os.environ) -> datetime.date:
    """The calendar day here, or the one that BRIEF_TODAY sets. Raises ClockError where that is no day."""
    written = environment.get(VARIABLE)
    if not written:
        return datetime.date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise ClockError(f"${VARIABLE} is not a day such as 2025-09-19") from None
