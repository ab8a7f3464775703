"""Which theme the reader has: the one of the last time from its first frame on, and what is chosen for the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.app.last_theme import use_last
from tui.load.characters import printable
from tui.settings.choice import DEFAULT, TERMINAL, chosen_theme, keep_last, last_theme, remember_theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import App

    from tui.load.problem import Problem
    from tui.settings.themes import ThemeFile


class ThemeKeeper:
    """Gives an app its theme; `setting` is the name in config.yaml, which holds where none was chosen."""

    def __init__(self, app: App[Any], setting: str | None) -> None:
        self._app = app
        self._files: Mapping[str, ThemeFile] = {}
        # Where there are sixteen colours or none, those are the terminal's own.
        self._default = TERMINAL if app.no_color or app.console.color_system == "standard" else DEFAULT
        self.wanted = self._default if app.no_color else chosen_theme() or setting or self._default
        self._given = self.wanted
        if not use_last(app, self.wanted):
            self._given = app.theme

    def use_first(self) -> None:
        """Use the theme before the others are read, unless it is there already."""
        if self._app.theme == self.wanted:
            return
        from tui.app.themes import theme_named

        theme = theme_named(self.wanted) or theme_named(self._default)
        if theme is not None:
            self._app.register_theme(theme)
            self._give(theme.name)

    def take(self, files: Iterable[ThemeFile]) -> tuple[Problem, ...]:
        """Offer these themes, and say what is wrong with them."""
        from tui.app.themes import register

        before = self._app.current_theme
        made, problems = register(self._app, files)
        self._files = {one.name: one for one in made}
        if self.wanted in self._files:
            self._give(self.wanted)
        elif self._app.theme != self.wanted:
            self._give(self._default if self._default in self._files else self._app.theme)
            self._app.notify(
                f"There is no theme {self.wanted}. Choose another with the command Theme.",
                severity="warning",
                markup=False,
            )
        if self._app.theme == before.name and self._app.current_theme != before:
            # The theme in use has another file than was thought.
            self._app.refresh_css(animate=False)
        self._keep_for_first_frame()
        return (*problems, *_faint(made))

    def choose(self, name: str) -> None:
        """Keep for the next time what a person has chosen."""
        if name == self._given or self._app.no_color:
            return
        self._given = self.wanted = name
        try:
            remember_theme(name)
        except OSError as error:
            reason = printable(error.strerror or str(error))
            self._app.notify(f"The choice cannot be kept: {reason}", severity="warning", markup=False)
        self._keep_for_first_frame()

    def _give(self, name: str) -> None:
        self._given = name
        self._app.theme = name

    def _keep_for_first_frame(self) -> None:
        file = self._files.get(self._app.theme)
        last = last_theme()
        if file is not None and (last is None or last.name != file.name or last.path != file.path):
            from tui.app.themes import as_last

            keep_last(as_last(file))


def _faint(files: Iterable[ThemeFile]) -> list[Problem]:
    from tui.settings.palette import faint

    return [problem for file in files if (problem := faint(file)) is not None]
