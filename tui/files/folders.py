"""The platform's folders (XDG on Linux), and what ships with the program."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Where the user's own library stands unless a setting says otherwise."""
    return _folders().user_data_path


def config_folder() -> Path:
    """Where `config.yaml` and the user's themes stand."""
    return _folders().user_config_path


def state_folder() -> Path:
    """Where is kept what the reader has read, bookmarked and noted, and the report of an unexpected error."""
    return _folders().user_state_path


def cache_folder() -> Path:
    """Where what can be made again is kept, so that it need not be."""
    return _folders().user_cache_path


def shipped_folder(name: str) -> Path:
    """A folder that ships with the program, `briefings` or `themes`.

    It is inside the package in an installed wheel, and beside the package in a checkout.
    """
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _folders() -> "PlatformDirs":
    # Not every command asks, and it takes 3 ms to import.
    from platformdirs import PlatformDirs  # noqa: PLC0415

    return PlatformDirs("brief", appauthor=False)
