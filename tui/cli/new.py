"""`brief new`: a briefing to start from."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.streams import is_terminal, tell, write

if TYPE_CHECKING:
    from tui.library.folder import Library


@click.command(
    "new",
    short_help="Begin a briefing.",
    epilog=options.examples(
        "brief new my-story",
        "brief new my-story --library ~/briefings --no-edit",
    ),
)
@click.argument("identifier", metavar="ID")
@click.option("--no-edit", is_flag=True, help="Do not open an editor.")
@options.library
@click.pass_context
def command(ctx: click.Context, identifier: str, no_edit: bool) -> int:
    """Write a small briefing to start from into the library, and print its path to stdout.

    Where the library is the one that ships, it goes into your own, which is made if need be. It is then opened in
    $VISUAL or $EDITOR, if one is set and this is a terminal. No file is ever replaced.
    """
    from tui.cli.shown import as_argument, shown_path
    from tui.cli.template import SCHEMA_NAME, briefing_text, today
    from tui.cli.writing import unwritable
    from tui.files.atomic import ExistsError, write_atomically
    from tui.files.typed import typed

    _need_slug(identifier)
    library = _library(ctx)
    path = library.root / f"{identifier}.yaml"
    _need_free(identifier, path, library)
    try:
        _refresh_schema(library.root / SCHEMA_NAME)
        write_atomically(path, briefing_text(identifier, today()).encode())
    except ExistsError:
        raise Failure(f"{shown_path(path)} exists already", "choose another id") from None
    except OSError as error:
        raise unwritable(path, error) from None
    write(f"{typed(path)}\n")
    tell(f"{shown_path(path)} is written", f"`brief {as_argument(path)}` opens it")
    if not no_edit and is_terminal(sys.stdin) and is_terminal(sys.stdout):
        _edit(path)
    return 0


def _need_slug(identifier: str) -> None:
    from tui.cli.program import COMMANDS
    from tui.load.names import SHARED_NAME, slug
    from tui.model.base import SLUG_PATTERN

    rule = "an id has lower-case letters, digits and hyphens, and begins with a letter or a digit"
    if not re.fullmatch(SLUG_PATTERN[1:-1], identifier):
        proposed = slug(identifier)
        hint = f"`brief new {proposed}` would do" if proposed else "such as `brief new my-story`"
        raise Failure(f"“{identifier}” is not an id: {rule}", hint, WRONG_USAGE)
    if identifier in COMMANDS:
        message = f"`brief {identifier}` is a command, so a briefing of that id could not be opened by it"
        raise Failure(message, "choose another id", WRONG_USAGE)
    if f"{identifier}.yaml" == SHARED_NAME:
        message = f"{SHARED_NAME} is the file of what briefings share, and no briefing"
        raise Failure(message, "choose another id", WRONG_USAGE)


def _need_free(identifier: str, path: Path, library: "Library") -> None:
    from tui.cli.shown import as_argument, shown_path

    taken = [path] if os.path.lexists(path) else library.find(identifier)
    if taken:
        shown = shown_path(taken[0])
        raise Failure(
            f"there is a briefing `{identifier}` already: {shown}", f"`brief {as_argument(taken[0])}` opens it"
        )


def _library(ctx: click.Context) -> "Library":
    from tui.cli.chosen import chosen
    from tui.cli.template import LIBRARY_TEXT
    from tui.files.atomic import write_atomically
    from tui.library.choose import user_library
    from tui.library.folder import Library
    from tui.load.names import SHARED_NAME

    choice = chosen(ctx)
    if not choice.ships:
        return Library(choice.root)
    root = user_library()
    root.mkdir(parents=True, exist_ok=True)
    if not os.path.lexists(root / SHARED_NAME):
        write_atomically(root / SHARED_NAME, LIBRARY_TEXT.encode())
    return Library(root)


def _refresh_schema(path: Path) -> None:
    """Write the schema that a briefing names for its editor; what a link leads to is not written to."""
    from tui.cli.editor_schema import schema_text
    from tui.files.atomic import write_atomically
    from tui.files.read import UnreadableError, read_file

    content = schema_text().encode()
    try:
        current = read_file(path)
    except UnreadableError:
        current = b""
    if current != content:
        write_atomically(path, content, replace=True, follow=False)


def _edit(path: Path) -> None:
    """Open the file in the user's editor; what goes wrong with that is told, since the briefing is written."""
    import subprocess

    from tui.files.editor import NoEditorError, editor_command, is_editor_set

    if not is_editor_set():
        return
    try:
        editor = editor_command(path)
        done = subprocess.run(editor.arguments, check=False)  # noqa: S603 - the user's own choice
    except NoEditorError as error:
        tell(error.message, error.hint)
    except (OSError, ValueError) as error:
        tell(f"the editor “{editor.name}” could not be started: {getattr(error, 'strerror', None) or error}")
    else:
        if done.returncode:
            tell(f"the editor “{editor.name}” ended with {done.returncode}")
