"""A catalogue that is up to date when it is asked, whatever state its file was in."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep
from typing import Final, TypeVar

from tui.library.catalogue.aside import LookAside, look_aside
from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.contents import shared_hash
from tui.library.catalogue.database import discard, is_damage, is_in_memory, keep_in_memory
from tui.library.catalogue.difference import looked
from tui.library.catalogue.looking import halves, texts_fingerprint
from tui.library.catalogue.paths import texts_of
from tui.library.catalogue.refresh import Outcome, Progress, refresh

_Answer = TypeVar("_Answer")

_PATIENCE: Final = 5.0
"""Seconds without any progress after which another process is no longer waited for."""

_PAUSE: Final = 0.05


def ask(
    root: Path,
    question: Callable[[Catalogue, Outcome], _Answer],
    *,
    told: Callable[[Progress], None] = lambda _: None,
    waits: bool = False,
    with_texts: bool = True,
) -> _Answer:
    """The answer to a question to the catalogue of `root`, brought up to date before.

    With `waits`, another process that is reading the library is waited for as long as it gets on; without, and where
    it does not, the answer is of what there is by now, and the Outcome is not complete. For a question that is not
    `with_texts` the stored texts need not be up to date. A damaged catalogue is made anew, and one that cannot be
    written (the disk is full) is made in memory. Raises OSError where the library's folder cannot be looked into.
    """
    aside = look_aside(root)
    if aside is not None:
        try:
            answered = _ask_meanwhile(root, question, aside, with_texts=with_texts)
        finally:
            aside.close()
        if answered is not None:
            return answered[0]
    for _ in range(2):
        try:
            return _ask(root, question, told, waits=waits)
        except sqlite3.Error as error:
            if is_damage(error):
                discard(root)
            elif not is_in_memory(root):
                keep_in_memory(root)
            else:
                raise
    return _ask(root, question, told, waits=waits)


def _ask_meanwhile(
    root: Path, question: Callable[[Catalogue, Outcome], _Answer], aside: LookAside, *, with_texts: bool
) -> tuple[_Answer] | None:
    """The answer while another process looks whether the catalogue is up to date; None where it is not."""
    try:
        with Catalogue(root) as catalogue:
            # What is answered is of the same state as what is compared, whatever another process writes meanwhile.
            catalogue.connection.execute("BEGIN")
            expected = looked(shared_hash(root), catalogue.connection)
            if expected is None:
                return None
            answer = question(catalogue, Outcome())
            of_files, of_texts = halves(expected)
            if with_texts and texts_fingerprint(root, texts_of(catalogue.connection)) != of_texts:
                return None
            return (answer,) if aside.files_fingerprint(root) == of_files else None
    except (OSError, sqlite3.Error):
        # What is wrong is found again, and told, where all is looked at.
        return None


def _ask(
    root: Path,
    question: Callable[[Catalogue, Outcome], _Answer],
    told: Callable[[Progress], None],
    *,
    waits: bool,
) -> _Answer:
    with Catalogue(root) as catalogue:
        outcome = refresh(root, catalogue.connection, told=told)
        before, since = -1, monotonic()
        while waits and not outcome.complete and monotonic() - since < _PATIENCE:
            sleep(_PAUSE)
            now, _ = catalogue.counts()
            if now != before:
                before, since = now, monotonic()
                told(Progress(now, outcome.files))
            outcome = refresh(root, catalogue.connection, told=told)
        return question(catalogue, outcome)
