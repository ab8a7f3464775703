"""Paths as one would type them."""

import os
from pathlib import Path


def typed(path: Path) -> str:
    """A path relative to the current folder where it is below that, else absolute; as the file system has it."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - resolving would follow a link that the user has named
    try:
        here = Path.cwd()
    except FileNotFoundError:
        # The current folder has been taken away.
        return str(whole)
    for one in (whole, whole.parent.resolve() / whole.name):
        if one.is_relative_to(here):
            return str(one.relative_to(here))
    return str(whole)
