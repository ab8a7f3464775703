"""Theme files made into Textual's themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.theme import BUILTIN_THEMES, Theme

from tui.app.last_theme import is_colour
from tui.load.problem import FILE_START, Problem, Severity
from tui.settings.choice import LastTheme
from tui.settings.themes import load_theme, theme_folders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App

    from tui.settings.themes import ThemeFile


def theme_named(name: str) -> Theme | None:
    """The theme of this name, the user's before the one that ships; None where no file is named after it."""
    for folder in reversed(theme_folders()):
        file, _ = load_theme(folder / f"{name}.yaml")
        theme = theme_of(file) if file is not None and file.name == name else None
        if isinstance(theme, Theme):
            return theme
    return None


def register(app: App[Any], files: Iterable[ThemeFile]) -> tuple[tuple[ThemeFile, ...], tuple[Problem, ...]]:
    """Register these themes; those that could be, and what is wrong with any of them.

    Those that Textual brings are not offered: of them nothing says that their texts can be read.
    """
    usable, problems = [], []
    for file in files:
        theme = theme_of(file)
        if isinstance(theme, Problem):
            problems.append(theme)
        else:
            app.register_theme(theme)
            usable.append(file)
    names = {one.name for one in usable}
    for name in BUILTIN_THEMES:
        # The theme in use stays until another is.
        if name in app.available_themes and name not in names and name != app.theme:
            app.unregister_theme(name)
    return tuple(usable), tuple(problems)


def theme_of(file: ThemeFile) -> Theme | Problem:
    """The theme of a file, or the first thing in it that is no colour to Textual.

    A colour that is none would end the app when the stylesheets are next read.
    """
    for key, value in file.colours.items():
        if not is_colour(value):
            return _no_colour(file, key, value)
    for name, value in file.variables.items():
        if not name.endswith("style") and not is_colour(value.split()[0]):
            return _no_colour(file, name, value)
    theme = Theme(**_values_of(file))
    theme.to_color_system().generate()
    return theme


def as_last(file: ThemeFile) -> LastTheme:
    """The theme of a file, to be kept for the first frame of the next time."""
    return LastTheme(file.path, _values_of(file))


def _values_of(file: ThemeFile) -> dict[str, Any]:
    values = {"name": file.name, "dark": file.dark, "ansi": file.ansi, "variables": dict(file.variables)}
    return {**values, **file.colours, **file.fractions}


def _no_colour(file: ThemeFile, key: str, value: str) -> Problem:
    place = file.places.get(key, FILE_START)
    hint = "write it as in '#7aa2c8', or give a colour's name"
    return Problem(file.path, place, Severity.ERROR, "wrong-value", f"“{value}” is no colour", hint)
