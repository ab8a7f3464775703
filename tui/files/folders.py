"""The platform's folders (XDG on Linux), and what ships with the program."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Where the user's own library stands unless a setting says otherwise."""
    return Path(platformdirs.user_data_dir("brief", appauthor=False))


def config_folder() -> Path:
    """Where `config.yaml` and the user's themes stand."""
    return Path(platformdirs.user_config_dir("brief", appauthor=False))


def state_folder() -> Path:
    """Where is kept what the reader has read, bookmarked and noted, and the report of an unexpected error."""
    return Path(platformdirs.user_state_dir("brief", appauthor=False))


def cache_folder() -> Path:
    """Where what can be made again is kept, so that it need not be."""
    return Path(platformdirs.user_cache_dir("brief", appauthor=False))


def shipped_folder(name: str) -> Path:
    """A folder that ships with the program, `briefings` or `themes`.

    It is inside the package in an installed wheel, and beside the package in a checkout.
    """
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
