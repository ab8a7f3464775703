"""Finding the briefing that a command names: `ID|PATH[#ITEM]`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.cli import options
from tui.cli.failure import WRONG_USAGE, Failure
from tui.cli.shown import as_argument, shown_path
from tui.library.folder import Library, library_of
from tui.library.scan import SUFFIXES, may_have_id
from tui.load.names import FALLBACK, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

    from tui.load.briefing import Loaded

_NEAREST: Final = 3
_ROOM: Final = 60


@dataclass(frozen=True)
class Target:
    """A briefing that was named, the library it belongs to, and the item that was named with it."""

    library: Library
    path: Path
    item: str | None = None

    @cached_property
    def loaded(self) -> Loaded:
        """The briefing, read when it is first asked for: the reader reads it itself."""
        return self.library.load(self.path)


def find(ctx: click.Context, written: str, commands: Iterable[str] = ()) -> Target:
    """The briefing that `ID|PATH[#ITEM]` names; a path that exists wins over an id and over what `#` parts.

    A file of that name which cannot be read as a briefing is found too, with what is wrong with it. Raises Failure
    where there is none; the nearest ids, and the nearest of `commands`, are then proposed.
    """
    before, mark, after = written.rpartition("#")
    item = after if mark else None
    for name, inner in ((written, None), *([(before, item)] if mark else [])):
        if is_file(name):
            library, path = lone(ctx, Path(name))
            return _with_item(Target(library, path, inner))
    name = before if mark else written
    is_folder = is_there(name) and not is_file(name)
    if (os.sep in name or Path(name).suffix.lower() in SUFFIXES) and not is_folder:
        raise Failure(f"“{name}” does not exist", "`brief list` prints what there is", WRONG_USAGE)
    from tui.cli.chosen import chosen_library

    library = chosen_library(ctx)
    found = library.find(name)
    broken = None if found else _broken(name, library)
    if broken is not None:
        return Target(library, broken, item)
    if not found and is_folder:
        raise Failure(
            f"“{name}” is a folder", f"`brief --library {as_argument(Path(name))}` opens it as a library", WRONG_USAGE
        )
    if not found:
        raise _unknown(name, library, commands)
    if len(found) > 1:
        paths = " and ".join(map(shown_path, found))
        raise Failure(f"more than one briefing has the id `{name}`: {paths}", "name the file instead")
    return _with_item(Target(library, found[0], item))


def is_there(name: str) -> bool:
    """Whether there is something by this name, be it a link that leads nowhere."""
    return os.path.lexists(name)


def is_file(name: str) -> bool:
    """Whether there is something other than a folder by this name."""
    return is_there(name) and not Path(name).is_dir()


def lone(ctx: click.Context, path: Path) -> tuple[Library, Path]:
    """The library of a file, and the file itself where `path` is a link to it.

    It is the one that `--library` names, if the file is in that; else the nearest above it.
    """
    if path.is_symlink():
        # Unlike Path.resolve, realpath takes a link that leads in a circle.
        path = Path(os.path.realpath(path))
    asked = options.asked(ctx).library
    if asked is not None and asked.is_dir() and Path(os.path.realpath(path)).is_relative_to(asked.resolve()):
        return Library(asked), path
    return library_of(path), path


def _unknown(name: str, library: Library, commands: Iterable[str]) -> Failure:
    message = f"no briefing in {shown_path(library.root)} has the id `{name}`"
    elsewhere = _elsewhere(name, library)
    if elsewhere is not None:
        return Failure(
            message, f"there is one in {shown_path(elsewhere.parent)}: `brief {as_argument(elsewhere)}`", WRONG_USAGE
        )
    near = [f"`{one}`" for one in _near(name, _ids(library))]
    near += [f"the command `brief {one}`" for one in _near(name, commands)]
    hint = f"did you mean {' or '.join(near)}?" if near else "`brief list` prints what there is"
    return Failure(message, hint, WRONG_USAGE)


def _broken(name: str, library: Library) -> Path | None:
    """A file of the library from whose name the id would be, if anything of it could be shown."""
    named = (path for path in library.paths() if (slug(path.stem) or FALLBACK) == name)
    return next((path for path in named if library.load(path).briefing is None), None)


def _elsewhere(name: str, library: Library) -> Path | None:
    """A briefing of this id in the user's own library or in the one that ships."""
    from tui.library.choose import sample, user_library

    for root in (user_library(), sample().root):
        if root.is_dir() and root.resolve() != library.root.resolve():
            found = Library(root).find(name)
            if found:
                return found[0]
    return None


def _ids(library: Library) -> Iterable[str]:
    for path in library.paths():
        stem = slug(path.stem)
        if stem and may_have_id(path, stem):
            yield stem
        elif (briefing := library.load(path).briefing) is not None:
            yield briefing.id


def _near(name: str, possible: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    words = list(dict.fromkeys(possible))
    folded = slug(name[:_ROOM])
    if not folded:
        return []
    close = get_close_matches(folded, words, n=_NEAREST, cutoff=0.6)
    within = [one for one in words if len(folded) > 2 and folded in one]
    return list(dict.fromkeys([*close, *within]))[:_NEAREST]


def _with_item(target: Target) -> Target:
    briefing = target.loaded.briefing if target.item is not None else None
    if target.item is None or briefing is None:
        return target
    from tui.model.kinds import KINDS

    ids = [one.id for kind in KINDS for one in getattr(briefing, kind)]
    if target.item in ids:
        return target
    near = [f"`{one}`" for one in _near(target.item, ids)]
    hint = f"did you mean {' or '.join(near)}?" if near else ""
    raise Failure(f"the briefing `{briefing.id}` has no item `{target.item}`", hint, WRONG_USAGE)
