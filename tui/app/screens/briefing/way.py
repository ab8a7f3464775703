"""The way one came: the places to which Backspace goes back."""

from typing import Literal, NamedTuple

Column = Literal["list", "detail", "context"]
"""What of a pane is in use."""


class Step(NamedTuple):
    """A place on the way: the pane by its title, the row, the column in use, the place in it, what was sought.

    `seen` is the number of the way in which the pane was seen.
    """

    pane: str
    row: str
    column: Column
    place: tuple[int | None, int]
    sought: str = ""
    seen: int = 0
