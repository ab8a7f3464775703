"""The file of settings in which every one is documented, as it is by default."""

import json
from collections.abc import Iterable
from typing import Final

from tui.settings.commands import Listed, listed
from tui.settings.keys import called

_HEAD: Final = """\
# The settings of brief. Every line below is a comment: it shows what holds unless you set something else.
# Take away the `# ` before a setting to change it. What is wrong here is told with its line; all else holds.
# `brief config --path` prints where this file is looked for.

# library: the folder of the library to open. A path; ~ is your home folder, and one that does not begin
# with / is within the folder of this file. --library and $BRIEF_LIBRARY come before it.
# Unless it is set: ./briefings where it holds briefings, else your own library, else the one that ships.
# library: ~/briefings

# theme: the name of the theme to begin with; `brief themes` prints the names. What you choose in the reader
# (Ctrl+P, Theme) is remembered, and comes before it. Your own themes are YAML files in the folder `themes`
# beside this file; one with the name of a theme that ships takes its place.
# Unless it is set: brief-dark; in a terminal of sixteen colours, or with NO_COLOR, brief-terminal.
# theme: brief-dark

# keys: other keys for the commands of the reader. Each takes a key or a list of keys, which replace its own;
# [] leaves it to the palette. A key is written as it is called: g, G, "?", f5, ctrl+p, escape, pagedown. Put
# signs in quotes. Two commands of one screen cannot have the same key. The ways out of a screen (quit, back,
# and every close) cannot be without one.
# keys:
"""
_WIDTH: Final = 52


def documented() -> str:
    """The text of a config.yaml in which nothing is set and everything is told."""
    return _HEAD + "".join(_line(one) for one in listed().values())


def keys_written(keys: Iterable[str]) -> str:
    """Textual's names of keys as a list in YAML: `[q, escape]`, `["?"]`."""
    return f"[{', '.join(map(_written, keys))}]"


def _line(command: Listed) -> str:
    setting = f"#   {command.id}: {keys_written(command.keys)}"
    return f"{setting:<{_WIDTH}}  # {command.does}\n"


def _written(key: str) -> str:
    name = called(key)
    return name if name.replace("+", "").isalnum() else json.dumps(name)
