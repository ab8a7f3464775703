"""Finding the briefings of a folder, and their ids, without reading them as YAML."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tui.files.read import UnreadableError, read_file
from tui.load.names import FALLBACK, SHARED_NAME, slug

SUFFIXES: Final = frozenset({".yaml", ".yml"})

# At the top of a block mapping, or anywhere in a file that is one flow mapping.
_FORMAT: Final = re.compile(rb"""(?m)^(?:\xef\xbb\xbf)?["']?format["']?[ \t]*:|^[ \t]*\{[^\n]*format["']?[ \t]*:""")
_FLOW: Final = re.compile(rb"\s*(?:#[^\n]*\n\s*)*\{")
_FORMAT_IN_FLOW: Final = re.compile(rb"""["']?format["']?\s*:""")
_ID: Final = re.compile(rb"""(?m)^["']?id["']?[ \t]*:[ \t]*["']?([a-z0-9][a-z0-9-]*)""")
_OTHER_ENCODINGS: Final = (b"\xff\xfe", b"\xfe\xff")


def briefing_files(root: Path) -> Iterator[Path]:
    """Every file below `root` that says it is a briefing, in the order of their paths.

    Hidden folders are passed over, and links to folders are not followed. A file that cannot be read is among them,
    so that it can be said.
    """
    # os.walk calls itself for every folder within a folder before Python 3.12.
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        names, folders = _visible(folder)
        for name in names:
            path = folder / name
            if path.suffix.lower() in SUFFIXES and name != SHARED_NAME and is_briefing(path):
                yield path
        waiting += [folder / name for name in reversed(folders)]


def _visible(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the files in a folder that are not hidden, and of its folders; none where it cannot be read."""
    names: list[str] = []
    folders: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if not _is_folder(entry):
                    names.append(entry.name)
                elif not entry.is_symlink():
                    folders.append(entry.name)
    except OSError:
        return [], []
    return sorted(names), sorted(folders)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link in a circle is a file that cannot be read.
        return False


def is_briefing(path: Path) -> bool:
    """Whether a file has a `format:`; true also of one that cannot be read."""
    try:
        content = read_file(path)
    except UnreadableError as error:
        return error.code in {"too-large", "no-permission", "unreadable", "changed"}
    return is_briefing_text(content)


def is_briefing_text(content: bytes) -> bool:
    """Whether a file of this content says that it is a briefing."""
    if content.startswith(_OTHER_ENCODINGS) or _FORMAT.search(content):
        return True
    return bool(_FLOW.match(content) and _FORMAT_IN_FLOW.search(content))


def may_have_id(path: Path, identifier: str) -> bool:
    """Whether the briefing at `path` could have this id, as far as a look at its text tells."""
    try:
        content = read_file(path)
    except UnreadableError:
        return False
    if _FLOW.match(content):
        return True
    written = _ID.search(content)
    if written:
        return written[1].decode("ascii") == identifier
    return (slug(path.stem) or FALLBACK) == identifier
