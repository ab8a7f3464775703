"""Which library to open."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tui.files.folders import data_folder, shipped_folder
from tui.library.scan import briefing_files
from tui.load.names import SHARED_NAME

VARIABLE: Final = "BRIEF_LIBRARY"


class NoLibraryError(Exception):
    """A folder was named that is not there."""


class Choice(NamedTuple):
    """A library's folder; one that ships with the program is never written to."""

    root: Path
    ships: bool


def choose(option: Path | None, environment: Mapping[str, str], setting: Path | None, here: Path) -> Choice:
    """The library to open: the first of what is asked for and what is there.

    In this order: `option` (from the command line), the variable BRIEF_LIBRARY, `setting` (from config.yaml), the
    folder `briefings` in `here` if it holds one, the user's own, the one that ships. Raises NoLibraryError where one
    of the first three names no folder.
    """
    written = environment.get(VARIABLE)
    for asked, where in (
        (option, "--library"),
        (Path(written).expanduser() if written else None, f"${VARIABLE}"),
        (setting, "`library:` in config.yaml"),
    ):
        if asked is not None:
            if not asked.is_dir():
                raise NoLibraryError(f"{where} names “{asked}”, which is not a folder")
            return _choice(asked)
    for folder in (here / "briefings", user_library()):
        if holds_library(folder):
            return _choice(folder)
    return sample()


def sample() -> Choice:
    """The library that ships with the program."""
    return Choice(shipped_folder("briefings"), ships=True)


def user_library() -> Path:
    """The user's own library, which may not be there yet."""
    return data_folder() / "briefings"


def holds_library(folder: Path) -> bool:
    """Whether a folder has a `library.yaml` or a briefing."""
    return folder.is_dir() and ((folder / SHARED_NAME).is_file() or next(briefing_files(folder), None) is not None)


def _choice(folder: Path) -> Choice:
    shipped = shipped_folder("briefings")
    return Choice(folder, ships=shipped.is_dir() and folder.resolve() == shipped.resolve())
