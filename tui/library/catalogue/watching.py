"""Watching the files of a library: no more than a look at them now and then, which works on every file system."""

import sqlite3
from pathlib import Path

from tui.files.collection import paused_collection
from tui.library.catalogue.refresh import Outcome, texts_of
from tui.library.catalogue.stamps import Seen, is_racy, look


class Watch:
    """Whether anything may have changed since a refresh, which takes no more than a look at the files."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._last: Seen | None = None

    def saw(self, outcome: Outcome) -> None:
        """Take note of what a refresh has seen; of one that is not complete nothing can be said."""
        self._last = outcome.seen if outcome.complete else None

    def sees_change(self, connection: sqlite3.Connection) -> bool:
        """Whether a refresh may find something. Raises OSError as it does."""
        last = self._last
        if last is None or any(map(is_racy, last.all.values())):
            return True
        with paused_collection():
            return look(self._root, texts_of(connection)) != last
