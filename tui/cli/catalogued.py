"""Commands that ask the library's catalogue: with it brought up to date, and what is to be said of that."""

import sys
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui.cli.chosen import chosen
from tui.cli.failure import Failure
from tui.cli.streams import is_terminal, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.catalogue.catalogue import Catalogue
    from tui.library.catalogue.refresh import Outcome, Progress

_Answer = TypeVar("_Answer")


def ask_library(
    ctx: click.Context,
    question: "Callable[[Catalogue, Outcome], _Answer]",
    *,
    waits: bool = False,
    with_texts: bool = True,
) -> _Answer:
    """The answer of the chosen library's catalogue; stderr says where it is not yet of the whole library.

    `waits` and `with_texts` are those of `ask`. While much is being read, a terminal sees how far it is. Raises Failure
    where the folder cannot be read.
    """
    from tui.library.catalogue.keeping import ask

    root = chosen(ctx).root
    progress = _Progress()

    def answer(catalogue: "Catalogue", outcome: "Outcome") -> tuple[Any, "Outcome", int]:
        return question(catalogue, outcome), outcome, 0 if outcome.complete else catalogue.counts()[0]

    try:
        found, outcome, count = ask(root, answer, told=progress, waits=waits, with_texts=with_texts)
    except OSError as error:
        raise Failure(f"the library “{root}” cannot be read: {_reason(error)}") from None
    finally:
        progress.end()
    if not outcome.complete:
        of = f"the first {count:,} of some {outcome.files:,} files"
        tell(f"another process is still reading the library: this is of {of}")
    answered: _Answer = found
    return answered


class _Progress:
    """A line on a terminal that says how many files have been read; nothing where there are few."""

    _FEW = 200

    def __init__(self) -> None:
        self._shows = is_terminal(sys.stderr)
        self._is_shown = False

    def __call__(self, progress: "Progress") -> None:
        if self._shows and progress.total >= self._FEW:
            self._is_shown = True
            sys.stderr.write(f"\rbrief: reading the library, {progress.done:,} of {progress.total:,} files ")
            sys.stderr.flush()

    def end(self) -> None:
        if self._is_shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _reason(error: OSError) -> str:
    said = error.strerror or str(error)
    return f"{said[:1].lower()}{said[1:]}"
