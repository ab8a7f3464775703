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
_QUOTED: Final = re.compile(r"""'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*\"""")
_BARE_END: Final = re.compile(r"\s*[,}]")
_VALUE_END: Final = re.compile(r"\s+#|\s*$")


@dataclass(slots=True)
class Document:
    """A YAML text as plain values (dict, list, str, None), beside the spots where they stand."""

    text: str
    values: Any
    spots: Spot
    dropped: list[tuple[dict[str, Any], Any]] = field(default_factory=list)
    """The values that were refused with their key, each with the mapping that it would have stood in."""
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
            value = _within(value, step)
        if (key or value is None) and key_start is not None:
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

    def is_bare(self, path: Path) -> bool:
        """Whether what stands at `path` is a key of a one-line mapping, without so much as a colon after it."""
        *outer, key = path
        spot = self.spots
        for step in outer:
            spot = spot[1][step]
            spot = spot[1] if isinstance(step, str) else spot
        start = spot[1][key][0]
        return self.text.startswith(str(key), start) and bool(_BARE_END.match(self.text, start + len(str(key))))

    def start(self, path: Path) -> int:
        """The code point at which the value at `path` begins, or what encloses it where it does not stand there."""
        spot = self.spots
        for step in path:
            inner = None if isinstance(spot, int) else spot[1]
            if isinstance(inner, dict) and step in inner:
                spot = inner[step][1]
            elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
                spot = inner[step]
            else:
                break
        return spot if isinstance(spot, int) else int(spot[0])

    def _scalar_width(self, start: int, value: Any) -> int:
        line = self.text[start : start + 200].split("\n", 1)[0].rstrip("\r")
        if isinstance(value, str) and line.startswith(value):
            return len(value)
        quoted = _QUOTED.match(line)
        if quoted:
            return quoted.end()
        end = _VALUE_END.search(line)
        return end.start() if end and end.start() else len(line)


def _within(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return REFUSED
