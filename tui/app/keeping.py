"""Keeps the catalogue of a library up to date while the reader runs: a thread that looks at the files now and then."""

from __future__ import annotations

import sqlite3
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.database import discard, is_damage, keep_in_memory
from tui.library.catalogue.refresh import may_have_changed, refresh

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.library.catalogue.refresh import Progress

_PAUSE: Final = 0.5
"""Seconds between two looks at the files; more where looking takes long, as over a network."""

_SHARE: Final = 5
"""How many times as long as a look takes is waited before the next."""


class News(NamedTuple):
    """What became of the catalogue.

    `done` of `total` files have been read, if it is being read; `changed` says whether there is anything to be seen
    that was not there before, `ended` whether reading has ended for now, `error` what went wrong in it.
    """

    done: int = 0
    total: int = 0
    changed: bool = False
    ended: bool = False
    error: str = ""


class Keeper:
    """Keeps one catalogue; `heard` is called in the thread, with every piece of news."""

    def __init__(self, root: Path, heard: Callable[[News], object]) -> None:
        self._root = root
        self._heard = heard
        self._wake = Event()
        self._stopped = Event()
        self._resting = False
        self._asked = True
        self._thread = Thread(target=self._run, name="brief-keeper", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Leave off; what has been read by now is kept."""
        self._stopped.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(3)

    def ask(self) -> None:
        """Look at the files now, and say what came of it."""
        self._asked = True
        self._wake.set()

    def rest(self, resting: bool) -> None:
        """Leave the files alone while nobody looks at the list; then look at once."""
        self._resting = resting
        if not resting:
            self._wake.set()

    def _run(self) -> None:
        failures = 0
        while not self._stopped.is_set():
            try:
                self._keep()
            except OSError as error:
                self._heard(News(ended=True, error=str(error)))
                self._asked = True
            except sqlite3.Error as error:
                failures += 1
                if failures > 3:
                    self._heard(News(ended=True, error=str(error)))
                elif is_damage(error):
                    discard(self._root)
                else:
                    keep_in_memory(self._root)
                continue
            if not self._stopped.is_set():
                self._rest(_PAUSE)

    def _keep(self) -> None:
        with Catalogue(self._root) as catalogue:
            while not self._stopped.is_set():
                if catalogue.is_gone:
                    self._asked = True
                    return
                asked, self._asked = self._asked, False
                began = monotonic()
                if asked or not self._resting:
                    self._look(catalogue, asked=asked)
                self._rest(max(_PAUSE, _SHARE * (monotonic() - began) if not asked else 0))

    def _look(self, catalogue: Catalogue, *, asked: bool) -> None:
        if may_have_changed(self._root, catalogue.connection):
            self._refresh(catalogue, asked=asked)
        elif asked:
            self._heard(News(ended=True))

    def _refresh(self, catalogue: Catalogue, *, asked: bool) -> None:
        outcome = refresh(self._root, catalogue.connection, told=self._tell, stopped=self._stopped.is_set)
        if not outcome.complete and not self._stopped.is_set():
            # Another process is reading; what it has read is shown.
            done, _ = catalogue.counts()
            self._heard(News(done, max(outcome.files, done), changed=True))
            self._asked = True
            return
        if outcome.changed or asked:
            self._heard(News(changed=outcome.changed, ended=True))

    def _tell(self, progress: Progress) -> None:
        self._heard(News(progress.done, progress.total))

    def _rest(self, seconds: float) -> None:
        self._wake.wait(seconds)
        self._wake.clear()
