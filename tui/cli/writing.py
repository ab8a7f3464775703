"""Writing a result to the file that was named for it, and to no other."""

import stat
from pathlib import Path

import click

from tui.cli.chosen import chosen
from tui.cli.failure import Failure
from tui.cli.shown import shown_path
from tui.cli.target import Target
from tui.files.atomic import ExistsError, write_atomically
from tui.library.choose import sample, user_library
from tui.library.scan import SUFFIXES, is_briefing, may_have_id
from tui.load.names import SHARED_NAME


def write_file(path: Path, text: str, target: Target, ctx: click.Context, *, force: bool) -> None:
    """Write `text`, exported from `target`, to `path`, whole or not at all; an existing file is replaced by `force`.

    Raises Failure where it exists, where it is a link or no regular file, and where it is a library's: a library.yaml,
    or a briefing. Only an earlier export of the same briefing, outside of any library that is known, is not.
    """
    name = shown_path(path)
    try:
        state = path.lstat()
    except FileNotFoundError:
        state = None
    except OSError as error:
        raise unwritable(name, error) from None
    if state is not None:
        if stat.S_ISLNK(state.st_mode):
            raise Failure(f"{name} is a symbolic link", "name the file that it leads to")
        if stat.S_ISDIR(state.st_mode):
            raise Failure(f"{name} is a folder", "name a file in it")
        if not stat.S_ISREG(state.st_mode):
            raise Failure(f"{name} is not a regular file", "`-o -` writes to stdout")
        if _is_of_a_library(path, target, ctx):
            raise Failure(f"{name} is part of a library, and no export replaces that", "name another file")
    try:
        write_atomically(path, text.encode("utf-8", "backslashreplace"), replace=force)
    except ExistsError:
        raise Failure(f"{name} exists already", "--force replaces it") from None
    except OSError as error:
        raise unwritable(name, error) from None


def unwritable(name: str, error: OSError) -> Failure:
    """The sentence for a file that could not be written."""
    reason = error.strerror or str(error)
    return Failure(f"{name} could not be written: {reason[:1].lower()}{reason[1:]}")


def _is_of_a_library(path: Path, target: Target, ctx: click.Context) -> bool:
    if path.name == SHARED_NAME:
        return True
    if path.suffix.lower() not in SUFFIXES or not is_briefing(path):
        return False
    briefing = target.loaded.briefing
    if briefing is None or not may_have_id(path, briefing.id):
        return True
    place = path.resolve()
    roots = (target.library.root, chosen(ctx).root, Path("briefings"), user_library(), sample().root)
    return any((folder / SHARED_NAME).is_file() for folder in place.parents) or any(
        place.is_relative_to(root.resolve()) for root in roots
    )
