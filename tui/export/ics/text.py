r"""Text values of a calendar, escaped as RFC 5545 has it (section 3.3.11).

`icalendar` itself takes a backslash before an N for a line break that was escaped already, so that the path
`C:\Notes` would come out on two lines.
"""

from collections.abc import Iterable
from typing import Final

from icalendar import vCategory, vText

_ESCAPES: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Words(vText):
    """A text, none of which is taken for an escape."""

    def to_ical(self) -> bytes:
        """The text as it is written."""
        return str(self).translate(_ESCAPES).encode()


def categories(names: Iterable[str]) -> vCategory:
    """The value of CATEGORIES."""
    made = vCategory([])
    made.cats = [Words(one) for one in names]
    return made
