"""Watching the files of a library: no more than a look at them now and then, which works on every file system."""

import sqlite3
from pathlib import Path

from tui.files.collection import paused_collection
from tui.library.catalogue.refresh import Outcome, texts_of
from tui.library.catalogue.stamps import Seen, Stamp, fingerprint, is_racy, look, may_become_racy


class Watch:
    """Whether anything may have changed since a refresh, which takes no more than a look at the files.

    What the files looked like is kept as a fingerprint, as there may be thousands.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._last: tuple[bytes, Stamp | None] | None = None
        self._recent: list[Stamp] = []

    def saw(self, outcome: Outcome) -> None:
        """Take note of what a refresh has seen; of one that is not complete nothing can be said."""
        self._last, self._recent = None, []
        if outcome.complete and outcome.seen is not None:
            self._last = _print(outcome.seen)
            self._recent = [stamp for stamp in outcome.seen.all.values() if may_become_racy(stamp)]

    def sees_change(self, connection: sqlite3.Connection) -> bool:
        """Whether a refresh may find something. Raises OSError as it does."""
        if self._last is None or any(map(is_racy, self._recent)):
            return True
        with paused_collection():
            return _print(look(self._root, texts_of(connection))) != self._last


def _print(seen: Seen) -> tuple[bytes, Stamp | None]:
    return fingerprint(seen.all), seen.shared
