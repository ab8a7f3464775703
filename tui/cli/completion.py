"""What a shell proposes for the id of a briefing: without loading one."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from click.shell_completion import CompletionItem

from tui.cli import options
from tui.library.choose import NoLibraryError, choose, sample
from tui.library.scan import SUFFIXES
from tui.load.names import SHARED_NAME, slug
from tui.settings.config import load_settings

_HEAD: Final = 2048
"""Bytes of a file that are looked at: `format` and `id` stand at its beginning."""

_FORMAT: Final = re.compile(rb"(?m)^[\"']?format[\"']?[ \t]*:")
_ID: Final = re.compile(rb"(?m)^[\"']?id[\"']?[ \t]*:[ \t]*[\"']?([a-z0-9][a-z0-9-]*)")


def ids(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """The ids of the chosen library that begin with what is typed, and files where that looks like a path."""
    if os.sep in incomplete or incomplete.startswith((".", "~")):
        return [CompletionItem(incomplete, type="file")]
    found = sorted({one for path in _files(ctx) if (one := _id(path)).startswith(incomplete)} - {""})
    return [*map(CompletionItem, found)] or [CompletionItem(incomplete, type="file")]


def _files(ctx: click.Context) -> Iterator[Path]:
    asked = options.asked(ctx)
    try:
        root = (
            sample() if asked.sample else choose(asked.library, os.environ, load_settings().library, Path.cwd())
        ).root
    except (NoLibraryError, OSError):
        return
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name != SHARED_NAME and not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(folder, name)


def _id(path: Path) -> str:
    """The id of a briefing as its first lines have it, else as its name gives it; "" of what is no briefing."""
    try:
        # A FIFO is not waited for.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return ""
    try:
        head = os.read(descriptor, _HEAD)
    except OSError:
        return ""
    finally:
        os.close(descriptor)
    if not _FORMAT.search(head):
        return ""
    written = _ID.search(head)
    return written[1].decode("ascii") if written else slug(path.stem)
