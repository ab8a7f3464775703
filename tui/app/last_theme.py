"""The theme as it was last used, for the first frame; nothing here reads YAML."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from textual.app import App
from textual.color import Color, ColorParseError
from textual.theme import Theme

from tui.settings.choice import last_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS: Final = frozenset(one.name for one in fields(Theme))


def use_last(app: App[Any], name: str) -> bool:
    """Give an app that does not run yet the theme of this name as it was last used, if its file has not changed."""
    last = last_theme()
    if last is None or last.name != name:
        return False
    theme = _theme_of(last.values)
    if theme is None:
        return False
    app.register_theme(theme)
    # What watches the theme runs when the app does.
    app.set_reactive(App.theme, name)
    app.stylesheet.set_variables(app.get_css_variables())
    return True


def is_colour(value: str) -> bool:
    """Whether Textual takes a value for a colour, or for `auto`."""
    if value == "auto":
        return True
    try:
        Color.parse(value)
    except ColorParseError:
        return False
    return True


def _theme_of(values: Mapping[str, Any]) -> Theme | None:
    """The theme of values that were kept; None where they were changed to what is none."""
    try:
        variables = {str(name): str(value) for name, value in values["variables"].items()}
        theme = Theme(**{**{key: value for key, value in values.items() if key in _FIELDS}, "variables": variables})
        theme.to_color_system().generate()
        colours = (value.split()[0] for name, value in variables.items() if not name.endswith("style"))
    except (AttributeError, ColorParseError, IndexError, KeyError, TypeError, ValueError):
        return None
    return theme if all(map(is_colour, colours)) else None
