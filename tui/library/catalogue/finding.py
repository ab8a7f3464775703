"""Finding a briefing by its id without looking into every file, where the catalogue knows."""

import sqlite3
from pathlib import Path

from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.database import Place
from tui.library.catalogue.paths import place_in_list
from tui.library.catalogue.refresh import refresh


def paths_with_id(root: Path, identifier: str) -> list[Path] | None:
    """The files of the briefings with this id, in their order; None where only the files themselves can tell.

    So it is where the library has never been read, where another process is reading it, and where the catalogue is
    damaged.
    """
    try:
        if not Place(root).file.exists():
            return None
        with Catalogue(root) as catalogue:
            if not catalogue.is_begun():
                return None
            outcome = refresh(root, catalogue.connection)
            if not outcome.complete:
                return None
            found = catalogue.with_id(identifier)
            return [root / path for path in sorted(found, key=place_in_list)]
    except (OSError, sqlite3.Error):
        return None
