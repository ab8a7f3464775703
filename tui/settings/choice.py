"""The theme that was chosen in the reader, kept for the next time, and what the first frame needs of it.

Beside the name stands the theme as it was last used, since the first frame does not wait for YAML. It holds only as
long as the theme's own file is what it was.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from tui.files.atomic import write_atomically
from tui.files.folders import state_folder
from tui.files.read import UnreadableError, read_file

DEFAULT: Final = "brief-dark"
"""The name of the theme that is used unless another is chosen."""
TERMINAL: Final = "brief-terminal"
"""The theme of the terminal's own colours: used unless another is chosen where there are only sixteen, or none."""

THEME_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
"""What a theme may be called."""

_NAME: Final = "theme"
_LAST: Final = "theme.json"
_LIMIT: Final = 64 * 1024


class LastTheme(NamedTuple):
    """A theme as it was last used: the path of its file, and its values as Textual's Theme takes them."""

    path: Path
    values: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.values.get("name", ""))


def chosen_theme() -> str | None:
    """The name of the theme that was chosen, None where none was."""
    try:
        written = read_file(state_folder() / _NAME, _LIMIT).decode("utf-8", "replace").strip()
    except UnreadableError:
        return None
    return written if THEME_NAME.fullmatch(written) else None


def remember_theme(name: str) -> None:
    """Keep the choice of a theme. Raises OSError where it cannot be written."""
    _write(_NAME, f"{name}\n")


def last_theme() -> LastTheme | None:
    """The theme as it was last used; None where there is none, or its file has changed since."""
    try:
        kept = json.loads(read_file(state_folder() / _LAST, _LIMIT))
        last = LastTheme(Path(kept["path"]), dict(kept["values"]))
        return last if kept["state"] == _state(last.path) else None
    except (UnreadableError, OSError, ValueError, TypeError, KeyError):
        return None


def keep_last(last: LastTheme) -> None:
    """Keep a theme for the first frame of the next time; where that fails, it follows the frame instead."""
    with suppress(OSError):
        kept = {"path": str(last.path), "state": _state(last.path), "values": dict(last.values)}
        _write(_LAST, json.dumps(kept, indent=1) + "\n")


def _state(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_mtime_ns, found.st_size, found.st_ino]


def _write(name: str, text: str) -> None:
    folder = state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomically(folder / name, text.encode(), replace=True)
