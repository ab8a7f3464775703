"""The library that a command works on."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import tell
from tui.library.choose import Choice, NoLibraryError, choose, sample
from tui.load.problem import Problem
from tui.settings.config import load_settings

if TYPE_CHECKING:
    from tui.library.folder import Library


def chosen(ctx: click.Context) -> Choice:
    """The folder of the library to work on; what is wrong with config.yaml is told.

    Raises Failure where the folder is not there.
    """
    asked = options.asked(ctx)
    settings = load_settings()
    tell_problems(settings.problems)
    if asked.sample:
        return sample()
    try:
        return choose(asked.library, os.environ, settings.library, Path.cwd())
    except NoLibraryError as error:
        raise Failure(str(error), code=WRONG_USAGE) from None


def chosen_library(ctx: click.Context) -> "Library":
    """The library to work on."""
    from tui.library.folder import Library

    return Library(chosen(ctx).root)


def tell_problems(problems: tuple[Problem, ...]) -> None:
    """Say what is wrong in a line for each problem, with its hint."""
    from tui.cli.shown import shown_path

    for one in problems:
        where = f"{shown_path(one.path)}:{one.place.line}:{one.place.column}"
        tell(f"{where}: {one.severity}[{one.code}]: {one.message}", one.hint)
