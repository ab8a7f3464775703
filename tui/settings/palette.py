"""What a theme's texts and their backgrounds come out as, with Textual's own colours where its file has none.

The derivations are those of Textual 8.2.8 (`ColorSystem.generate`), as far as a text of the reader is concerned; a test
holds them to it. Here they serve those who may not import Textual.
"""

from collections.abc import Iterator, Mapping
from math import floor
from typing import Final, NamedTuple

from tui.load.problem import FILE_START, Problem, Severity
from tui.settings.colour import BLACK, WHITE, Colour, contrast, parse
from tui.settings.themes import ThemeFile

LEAST: Final = 4.5
"""The contrast that a text has at least (WCAG 2.2, level AA)."""
LEAST_HIGH: Final = 7.0
"""The same of a theme for high contrast (level AAA)."""

_GROUNDS: Final = ("background", "surface", "panel")
_TEXTS: Final = (
    *("foreground", "foreground-muted", "text", "text-muted", "text-primary", "text-secondary"),
    *("text-accent", "text-warning", "text-error", "text-success"),
)
PAIRS: Final = (
    *((text, ground) for text in _TEXTS for ground in _GROUNDS),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("footer-foreground", "footer-background"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("foreground", "input-selection-background"),
)
"""Every text of the reader with every background on which it may stand."""


class Lowest(NamedTuple):
    """The text of a theme that is read least well, its background, and the contrast of the two."""

    ratio: float
    text: str
    ground: str


def lowest(theme: ThemeFile) -> Lowest | None:
    """Where the contrast of a theme is lowest; None where it is made of the terminal's own colours."""
    colours = palette(theme)
    if colours is None:
        return None
    return min(Lowest(contrast(*drawn(colours, text, ground)), text, ground) for text, ground in PAIRS)


def faint(theme: ThemeFile) -> Problem | None:
    """A warning of a theme whose texts are not all read well; None where they are."""
    found = lowest(theme)
    if found is None or found.ratio >= LEAST:
        return None
    shown = floor(found.ratio * 10) / 10
    message = f"`{found.text}` on `{found.ground}` has a contrast of {shown}:1, and is hard to read below {LEAST}:1"
    hint = f"set `{found.text}` or `{found.ground}` further apart"
    place = theme.places.get(found.text, theme.places.get(found.ground, FILE_START))
    return Problem(theme.path, place, Severity.WARNING, "low-contrast", message, hint)


def drawn(colours: Mapping[str, Colour], text: str, ground: str) -> tuple[Colour, Colour]:
    """A text and its background as they are seen, both opaque."""
    behind = colours[ground].on(colours["background"])
    return colours[text].on(behind), behind


def palette(theme: ThemeFile) -> dict[str, Colour] | None:
    """The colours that PAIRS names; None where the terminal's own are among them, or one is no colour."""
    if theme.ansi:
        return None
    names = {name for pair in PAIRS for name in pair}
    try:
        base = dict(_base(theme))
        # What is `auto` is black or white, whichever is read better on the background.
        auto = WHITE if base["background"].is_dark else BLACK
        own = {name: _variable(value, auto) for name, value in theme.variables.items() if name in names}
    except _NoColourError:
        return None
    return {**_derived(base, auto, dark=theme.dark), **own}


class _NoColourError(Exception):
    """What is written is the terminal's own colour, or none."""


def _colour(written: str) -> Colour:
    found = parse(written)
    if found is None:
        raise _NoColourError
    return found


def _variable(written: str, auto: Colour) -> Colour:
    name, _, share = written.partition(" ")
    colour = auto if name == "auto" else _colour(name)
    return colour._replace(alpha=colour.alpha * min(int(share.rstrip("%")), 100) / 100) if share else colour


_DARK: Final = ("#121212", "#1e1e1e")
_LIGHT: Final = ("#efefef", "#f5f5f5")


def _base(theme: ThemeFile) -> Iterator[tuple[str, Colour]]:
    background, surface = _DARK if theme.dark else _LIGHT
    written = {"background": background, "surface": surface, **theme.colours}
    for name in ("primary", "secondary", "accent", "warning", "background", "surface"):
        yield name, _colour(written.get(name, written["primary"]))
    for name in ("error", "success"):
        yield name, _colour(written.get(name, written.get("secondary", written["primary"])))
    for name in ("foreground", "panel", "boost"):
        if name in written:
            yield name, _colour(written[name])


def _derived(base: dict[str, Colour], auto: Colour, *, dark: bool) -> dict[str, Colour]:
    background, primary = base["background"], base["primary"]
    foreground = base.get("foreground", background.inverse)
    panel = base.get("panel")
    if panel is None:
        panel = base["surface"].towards(primary, 0.1)
        if dark:
            panel = base.get("boost", auto._replace(alpha=0.04)).on(panel)
    tinted = {
        f"text-{name}": auto.towards(base[name], 0.66)
        for name in ("primary", "secondary", "warning", "error", "success", "accent")
    }
    return {
        **base,
        **tinted,
        "foreground": foreground,
        "panel": panel,
        "text": auto._replace(alpha=0.87),
        "text-muted": auto._replace(alpha=0.6),
        "foreground-muted": foreground._replace(alpha=0.6),
        "block-cursor-foreground": (WHITE if primary.is_dark else BLACK)._replace(alpha=0.87),
        "block-cursor-background": primary,
        "block-cursor-blurred-foreground": foreground,
        "block-cursor-blurred-background": primary._replace(alpha=0.3),
        "footer-foreground": foreground,
        "footer-background": panel,
        "footer-key-foreground": base["accent"],
        "footer-description-foreground": foreground,
        "input-cursor-foreground": background,
        "input-cursor-background": foreground,
        "input-selection-background": primary._replace(alpha=0.4),
    }
