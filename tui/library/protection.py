"""Which files no export replaces, not even when it is asked to: those that a library is made of."""

import json
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tui.files.read import UnreadableError, read_file
from tui.library.choose import VARIABLE, sample, user_library
from tui.library.naming import is_named
from tui.library.scan import SUFFIXES, is_briefing, may_have_id
from tui.load.briefing import Loaded
from tui.load.names import SHARED_NAME
from tui.load.seal import LOCK_NAME


class Refusal(NamedTuple):
    """Why a file is not written to: a `reason` that goes on after its name, and a `hint` on what to do instead."""

    reason: str
    hint: str = "name another file"


def known_libraries(*opened: Path | None) -> tuple[Path, ...]:
    """The folders of the libraries that can be known of: those in `opened`, and those that a command would look in."""
    folders = (*opened, _from_environment(), Path("briefings"), user_library(), sample().root)
    return tuple(dict.fromkeys(folder.resolve() for folder in folders if folder is not None and folder.is_dir()))


def refusal(
    path: Path, exported: Loaded, libraries: Iterable[Path], *, may_replace_export: bool = False
) -> Refusal | None:
    """Why no export of the briefing `exported` may be written to `path`; None where it may.

    Refused is what is no regular file; a `library.yaml` or `quotes.lock`; whatever looks like a briefing; and a stored
    text that a source of its library names, of one in `libraries` (folders) or of one that is found above `path`. With
    `may_replace_export`, a YAML file of the same id outside of every library passes for an earlier export. Raises
    OSError or ValueError where the file system does not tell.
    """
    if path.name.casefold() in (SHARED_NAME, LOCK_NAME):
        return _part(f"a {path.name}")
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        return _no_file(mode)
    place = path.resolve()
    roots = tuple(root.resolve() for root in libraries)
    what = None
    if exported.path.exists() and place.samefile(exported.path):
        what = "the briefing itself"
    elif _has_format(place) and not (may_replace_export and _is_earlier_export(place, exported, roots)):
        what = "a briefing"
    elif is_named(place, exported, roots):
        what = "the stored text of a source"
    return _part(what) if what else None


def free_name(folder: Path, stem: str, suffix: str) -> str:
    """The name to suggest for an export into `folder`: `stem` and `suffix`, unless a briefing has that name."""
    name, number = f"{stem}{suffix}", 1
    while name.casefold() in (SHARED_NAME, LOCK_NAME) or _has_format(folder / name):
        name = f"{stem}-export{suffix}" if number == 1 else f"{stem}-export-{number}{suffix}"
        number += 1
    return name


def _from_environment() -> Path | None:
    written = os.environ.get(VARIABLE)
    try:
        return Path(written).expanduser() if written else None
    except RuntimeError:
        # There is no home folder of that name.
        return None


def _no_file(mode: int) -> Refusal:
    if stat.S_ISLNK(mode):
        return Refusal("is a symbolic link", "name the file that it leads to")
    if stat.S_ISDIR(mode):
        return Refusal("is a folder", "name a file in it")
    return Refusal("is not a regular file", "name a plain file")


def _part(what: str) -> Refusal:
    return Refusal(f"is part of a library, and no export replaces {what}")


def _has_format(path: Path) -> bool:
    return is_briefing(path) and not _is_json(path)


def _is_json(path: Path) -> bool:
    # An export to JSON has a `format` as well, and no library reads a file of that name.
    if path.suffix.lower() != ".json":
        return False
    try:
        return isinstance(json.loads(read_file(path)), dict)
    except (UnreadableError, ValueError, RecursionError):
        return False


def _is_earlier_export(place: Path, exported: Loaded, roots: tuple[Path, ...]) -> bool:
    if place.suffix.lower() not in SUFFIXES or exported.briefing is None:
        return False
    own = exported.path.resolve().parent
    return (
        may_have_id(place, exported.briefing.id)
        and not any(place.is_relative_to(root) for root in (own, *roots))
        and not any((folder / SHARED_NAME).is_file() for folder in place.parents)
    )
