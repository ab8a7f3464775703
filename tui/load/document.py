"""The values of a YAML text and where each of them stands."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from tui.load.problem import Place

Path = Sequence[str | int]
"""The way to a value from the top: keys of mappings, indexes of sequences."""

# A spot is where a value begins, as an index into the text: an int for a scalar; (start, {key: (start of the key,
# spot)}) for a mapping; (start, [spot, …]) for a sequence. Lists of tuples and ints cost a quarter of objects.
Spot = Any


class Refused:
    """Stands for a value that was refused while reading, and of which a problem has been made."""

    def __repr__(self) -> str:
        return "REFUSED"


REFUSED: Final = Refused()

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_VALUE_END: Final = re.compile(r"\s+#|\s*$")


@dataclass(slots=True)
class Document:
    """A YAML text as plain values (dict, list, str, None), beside the spots where they stand."""

    text: str
    values: Any
    spots: Spot
    _line_starts: list[int] = field(default_factory=list)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of the value at `path`, or of its key; of what encloses it where it does not stand there itself."""
        spot, value, key_start, name = self.spots, self.values, None, ""
        for step in path:
            inner = None if isinstance(spot, int) else spot[1]
            if isinstance(inner, dict) and step in inner:
                key_start, spot = inner[step]
                name = str(step)
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                key_start, spot = None, inner[step]
            else:
                key = False
                break
            value = value[step]
        if key and key_start is not None:
            return self.place_at(key_start, len(name))
        if isinstance(spot, int):
            return self.place_at(spot, self._scalar_width(spot, value))
        return self.place_at(spot[0])

    def place_at(self, index: int, width: int = 1) -> Place:
        """The place of a code point of the text."""
        if not self._line_starts:
            self._line_starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        line = bisect_right(self._line_starts, index)
        return Place(line, index - self._line_starts[line - 1] + 1, max(1, width))

    def lines(self, path: Path) -> tuple[int, int]:
        """The first line of the item at `path`, and the last on which a scalar of it begins."""
        spot = self.spots
        for step in path:
            spot = spot[1][step][1] if isinstance(spot[1], dict) else spot[1][step]
        first = spot if isinstance(spot, int) else spot[0]
        return self.place_at(first).line, self.place_at(_last(spot)).line

    def _scalar_width(self, start: int, value: Any) -> int:
        line = self.text[start : start + 200].split("\n", 1)[0].rstrip("\r")
        if isinstance(value, str) and line.startswith(value):
            return len(value)
        end = _VALUE_END.search(line)
        return end.start() if end and end.start() else len(line)


def _last(spot: Spot) -> int:
    if isinstance(spot, int):
        return spot
    start, inner = spot
    spots = [value for _, value in inner.values()] if isinstance(inner, dict) else inner
    return max([start, *(_last(one) for one in spots)])
