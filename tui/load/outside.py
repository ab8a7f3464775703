"""Files of a library that links lead out of."""

from pathlib import Path
from typing import Final

from tui.files.paths import OutsideError, inside
from tui.load.problem import FILE_START, Problem, Severity

OUTSIDE: Final = "path-outside"
"""The code of whatever leads out of the library: nothing of what is there may be shown."""


def leads_out(root: Path, path: Path) -> Problem | None:
    """The Problem of a file below `root` that is a link to a place outside of it; None where it may be read.

    A link in a circle leads nowhere: that is said when it is read.
    """
    try:
        inside(root, path.parent, path.name)
    except OutsideError as error:
        if error.__cause__ is not None:
            return None
        message, hint = "the file is a link that leads out of the library", "put the file itself into the library"
        return Problem(path, FILE_START, Severity.ERROR, OUTSIDE, message, hint)
    return None
