"""Writing a result to the file that was named for it, and to no other."""

from collections.abc import Mapping
from pathlib import Path

import click

from tui.analysis.view import View
from tui.cli import options
from tui.cli.failure import Failure
from tui.cli.shown import shown_path
from tui.export.formats import Exporter
from tui.files.atomic import ExistsError, write_atomically, write_folder
from tui.library.protection import known_libraries, refusal
from tui.load.briefing import Loaded
from tui.settings.config import load_settings


def write_file(path: Path, content: bytes, exported: Loaded, ctx: click.Context, *, force: bool) -> None:
    """Write `content`, made from `exported`, to `path`, whole or not at all; an existing file is replaced by `force`.

    Raises Failure where it exists, where it is a link or no regular file, and where it is a library's: a library.yaml,
    quotes.lock, a briefing, or a stored text. Only an earlier export of the same briefing, outside of any library that
    is known, is not.
    """
    name = shown_path(path)
    try:
        _refuse(path, exported, ctx)
        write_atomically(path, content, replace=force, follow=False)
    except ExistsError:
        raise Failure(f"{name} exists already", "--force replaces it") from None
    except OSError as error:
        raise unwritable(path, error) from None


def _refuse(path: Path, exported: Loaded, ctx: click.Context) -> None:
    libraries = known_libraries(options.asked(ctx).library, load_settings().library)
    refused = refusal(path, exported, libraries, may_replace_export=True)
    if refused is not None:
        raise Failure(f"{shown_path(path)} {refused.reason}", refused.hint)


def write_export(
    path: Path,
    exporter: Exporter,
    view: View,
    *,
    told: Mapping[str, object],
    exported: Loaded,
    ctx: click.Context,
    force: bool,
) -> None:
    """Write a View in a format to `path`: a file, or a folder where the format is of several files.

    Raises Failure where the file may not be written to, or the folder is a link. A new folder is there whole or not at
    all; into one that exists already, each file is written whole, and by `force` only.
    """
    if not exporter.is_archive or path.suffix.lower() == exporter.suffix:
        write_file(path, exporter.content(view, **told), exported, ctx, force=force)
        return
    files = exporter.files(view)
    if path.is_dir():
        if path.is_symlink():
            raise Failure(f"{shown_path(path)} is a symbolic link", "name the folder that it leads to")
        if not force:
            raise Failure(f"{shown_path(path)} exists already", "--force replaces the tables in it")
        for name, content in files.items():
            write_file(path / name, content, exported, ctx, force=True)
        return
    try:
        _refuse(path, exported, ctx)
        write_folder(path, files)
    except ExistsError:
        raise Failure(f"{shown_path(path)} is a file", "name a folder, or a file that ends in .zip") from None
    except OSError as error:
        raise unwritable(path, error) from None


def unwritable(path: Path, error: OSError) -> Failure:
    """The sentence for a file that could not be written."""
    reason = error.strerror or str(error)
    no_folder = isinstance(error, FileNotFoundError) and not path.parent.exists()
    hint = f"make the folder {shown_path(path.parent)} first" if no_folder else ""
    return Failure(f"{shown_path(path)} could not be written: {reason[:1].lower()}{reason[1:]}", hint)
