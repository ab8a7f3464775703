"""The user's settings: `config.yaml` in the platform's folder for settings."""

from dataclasses import dataclass
from pathlib import Path

from tui.files.folders import config_folder
from tui.load.problem import Problem

CONFIG_NAME = "config.yaml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set; a wrong file sets nothing, and its problems say so."""

    library: Path | None = None
    """The folder of the library to open."""
    problems: tuple[Problem, ...] = ()


def load_settings(folder: Path | None = None) -> Settings:
    """Read the settings in `folder`, the platform's unless one is given; no file is no problem."""
    path = (folder or config_folder()) / CONFIG_NAME
    if not path.exists():
        return Settings()
    # Reading YAML is not paid for by those who have set nothing.
    from tui.settings.config_file import read_settings  # noqa: PLC0415

    return read_settings(path)
