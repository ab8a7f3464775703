"""The user's settings: `config.yaml` in the platform's folder for settings."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.files.folders import config_folder
from tui.load.problem import Problem

CONFIG_NAME: Final = "config.yaml"


class Settings(NamedTuple):
    """What the user has set; what is wrong in the file sets nothing, and its problems say so."""

    library: Path | None = None
    """The folder of the library to open."""
    theme: str | None = None
    """The name of the theme that is used where none has been chosen in the reader."""
    keys: Mapping[str, str] = MappingProxyType({})
    """Textual's names of keys, parted by commas, by the id of their command; "" for a command without a key."""
    problems: tuple[Problem, ...] = ()


def config_path() -> Path:
    """Where the settings stand, whether there is a file or not."""
    return config_folder() / CONFIG_NAME


def load_settings(folder: Path | None = None) -> Settings:
    """Read the settings in `folder`, the platform's unless one is given; no file is no problem."""
    path = config_path() if folder is None else folder / CONFIG_NAME
    if not path.exists():
        return Settings()
    # Reading YAML is not paid for by those who have set nothing.
    from tui.settings.config_file import read_settings  # noqa: PLC0415

    return read_settings(path)
