"""The library that a command works on."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.wrong import tell_problems
from tui.library.choose import Choice, NoLibraryError, choose, sample
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
