"""The themes as a list, for people and for programs."""

import os
from math import floor
from typing import NamedTuple

from tui.cli.shown import shown_path
from tui.cli.theme_ink import Ink
from tui.files.folders import shipped_folder
from tui.files.typed import typed
from tui.load.problem import Problem
from tui.settings.choice import DEFAULT, TERMINAL, chosen_theme
from tui.settings.config import load_settings
from tui.settings.palette import Lowest, faint, lowest
from tui.settings.themes import ThemeFile, load_themes


class ThemeEntry(NamedTuple):
    """A theme, whether it ships, where its contrast is lowest, and whether the reader would open in it."""

    file: ThemeFile
    ships: bool
    lowest: Lowest | None
    used: bool

    @property
    def kind(self) -> str:
        """`dark`, `light`, or `terminal` for the terminal's own colours."""
        return "terminal" if self.file.ansi else "dark" if self.file.dark else "light"

    @property
    def contrast(self) -> float | None:
        """The lowest contrast, rounded down to what can be promised."""
        return floor(self.lowest.ratio * 10) / 10 if self.lowest else None


def all_themes() -> tuple[list[ThemeEntry], tuple[Problem, ...]]:
    """Every theme by its name, and what is wrong with the files of themes and of settings."""
    files, problems = load_themes()
    settings = load_settings()
    ships = shipped_folder("themes")
    names = {one.name for one in files}
    without = TERMINAL if os.environ.get("NO_COLOR") else DEFAULT
    wanted = (without if without == TERMINAL else None, chosen_theme(), settings.theme, without)
    used = next((one for one in wanted if one in names), None)
    entries = [ThemeEntry(one, one.path.parent == ships, lowest(one), one.name == used) for one in files]
    warnings = [one for file in files if (one := faint(file)) is not None]
    entries.sort(key=lambda one: (not one.ships, one.file.name))
    return entries, (*settings.problems, *problems, *warnings)


def entry(one: ThemeEntry) -> dict[str, object]:
    """A theme for programs."""
    return {
        "name": one.file.name,
        "kind": one.kind,
        "ships": one.ships,
        "path": typed(one.file.path),
        "contrast": one.contrast,
        "lowest": {"text": one.lowest.text, "background": one.lowest.ground} if one.lowest else None,
        "used": one.used,
    }


def table(entries: list[ThemeEntry]) -> str:
    """The themes for people: each on a line, with a sample of its colours where there are any."""
    ink = Ink()
    width = max((len(one.file.name) for one in entries), default=0)
    gap = " " * 9 if ink.coloured else ""
    ink.line((f"  {'NAME':<{width}}  {gap}{'KIND':<8}  {'CONTRAST':<8}  FROM", "bold"))
    for one in entries:
        contrast = f"{one.contrast}:1" if one.contrast else "own"
        where = "brief" if one.ships else shown_path(one.file.path)
        ink.line(
            (f"{'▸' if one.used else ' '} {one.file.name:<{width}}  ", ""),
            *(ink.sample(one.file) if ink.coloured else ()),
            (f"{one.kind:<8}  {contrast:<8}  {where}", ""),
        )
    return ink.text()
