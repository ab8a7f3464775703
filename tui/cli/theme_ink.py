"""Lines in a theme's colours where stdout has colours, and plain ones where it has none."""

import os
from io import StringIO
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

from tui.cli.streams import coloured
from tui.settings.palette import drawn, palette
from tui.settings.themes import ThemeFile

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAMPLE: Final = (("Aa", "foreground"), ("■", "text-primary"), ("■", "text-accent"), ("■", "text-error"))


class Ink:
    """Gathers lines; `coloured` says whether they have colours."""

    def __init__(self) -> None:
        self.coloured = coloured()
        self._console = Console(
            file=StringIO(),
            force_terminal=self.coloured,
            no_color=not self.coloured,
            width=10_000,
            _environ=dict(os.environ),
        )

    def line(self, *parts: tuple[str, str]) -> None:
        """Add a line of texts, each with Rich's style for it; spaces at its end go where nothing colours them."""
        text = Text.assemble(*(part for part in parts if part[0]))
        if not self.coloured:
            text.rstrip()
        self._console.print(
            text, markup=False, highlight=False, emoji=False, no_wrap=True, crop=False, overflow="ignore"
        )

    def text(self) -> str:
        """All lines."""
        written = self._console.file
        return written.getvalue() if isinstance(written, StringIO) else ""

    def sample(self, theme: ThemeFile) -> list[tuple[str, str]]:
        """Some of a theme's colours, nine cells wide with the gap after them."""
        styles = Styles(theme)
        ground = styles("foreground", "background")
        return [
            (" ", ground),
            *((sign, styles(name, "background")) for sign, name in _SAMPLE),
            (" ", ground),
            ("  ", ""),
        ]


class Styles:
    """Rich's styles for the texts of a theme."""

    def __init__(self, theme: ThemeFile) -> None:
        self._colours = palette(theme)
        self._written: Mapping[str, str] = {**theme.colours, **theme.variables}

    def __call__(self, text: str, ground: str) -> str:
        """The style of a text on a background, both by the names that they have in a theme."""
        if self._colours is not None:
            ink, paper = drawn(self._colours, text, ground)
            style = f"{ink.hex} on {paper.hex}"
        else:
            style = f"{_of_terminal(self._written.get(text))} on {_of_terminal(self._written.get(ground))}"
        own = (
            self._written.get(ground.replace("-background", "-text-style"), "")
            if ground.endswith("-background")
            else ""
        )
        return f"{own} {style}".strip()


def _of_terminal(written: str | None) -> str:
    """Rich's name of a colour of the terminal's own."""
    name = (written or "ansi_default").split()[0]
    return name.removeprefix("ansi_") if name.startswith("ansi_") else "default"
