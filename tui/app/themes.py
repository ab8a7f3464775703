"""Theme files made into Textual's themes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from tui.load.problem import FILE_START, Problem, Severity
from tui.settings.themes import DEFAULT, load_theme, theme_folders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App

    from tui.settings.themes import ThemeFile


def use_default(app: App[Any]) -> None:
    """Give an app the default theme; where its file is missing or broken, Textual's own stays."""
    for folder in reversed(theme_folders()):
        file, _ = load_theme(folder / f"{DEFAULT}.yaml")
        theme = theme_of(file) if file is not None and file.name == DEFAULT else None
        if isinstance(theme, Theme):
            app.register_theme(theme)
            app.theme = DEFAULT
            return


def register(app: App[Any], files: Iterable[ThemeFile]) -> tuple[Problem, ...]:
    """Register these themes, and say what is wrong with those that cannot be.

    Of the themes that Textual brings, those of the terminal's own colours stay: of the others nothing says that
    their texts can be read.
    """
    made = [theme_of(file) for file in files]
    for theme in made:
        if isinstance(theme, Theme):
            app.register_theme(theme)
    for theme in BUILTIN_THEMES.values():
        if not theme.ansi and theme.name != app.theme:
            app.unregister_theme(theme.name)
    return tuple(one for one in made if isinstance(one, Problem))


def theme_of(file: ThemeFile) -> Theme | Problem:
    """The theme of a file, or the first thing in it that is no colour to Textual.

    A colour that is none would end the app when the stylesheets are next read.
    """
    for key, value in file.colours.items():
        if not _is_colour(value):
            return _no_colour(file, key, value)
    for name, value in file.variables.items():
        if not name.endswith("style") and not _is_colour(value.split()[0]):
            return _no_colour(file, "variables", value)
    values: dict[str, Any] = {**file.colours, **file.fractions}
    theme = Theme(file.name, dark=file.dark, ansi=file.ansi, variables=dict(file.variables), **values)
    theme.to_color_system().generate()
    return theme


def _is_colour(value: str) -> bool:
    if value == "auto":
        return True
    try:
        Color.parse(value)
    except ColorParseError:
        return False
    return True


def _no_colour(file: ThemeFile, key: str, value: str) -> Problem:
    place = file.places.get(key, FILE_START)
    hint = "write it as in '#7aa2c8', or give a colour's name"
    return Problem(file.path, place, Severity.ERROR, "wrong-value", f"“{value}” is no colour", hint)
