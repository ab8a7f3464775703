"""Looking at a library's files from the start of a command that asks its catalogue: before there is time for click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.catalogue import aside

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPTION = "--library"


def begin(arguments: Sequence[str]) -> None:
    """Begin to look at the library that these arguments seem to name; where they name another, it is for nothing."""
    named = _named(arguments)
    aside.begin(lambda: _root(named, sample="--sample" in arguments))


def end() -> None:
    """End what has begun, if nobody asked for it."""
    aside.end()


def _named(arguments: Sequence[str]) -> str | None:
    for argument, following in zip(arguments, (*arguments[1:], None), strict=True):
        if argument == _OPTION:
            return following
        if argument.startswith(f"{_OPTION}="):
            return argument.removeprefix(f"{_OPTION}=")
    return None


def _root(named: str | None, *, sample: bool) -> str:
    if named is not None:
        return named
    import os
    from pathlib import Path

    from tui.library import choose
    from tui.settings.config import load_settings

    found = choose.sample() if sample else choose.choose(None, os.environ, load_settings().library, Path.cwd())
    return str(found.root)
