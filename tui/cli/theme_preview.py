"""A theme as it looks, in miniature."""

from typing import Final

from tui.cli.shown import shown_path
from tui.cli.theme_ink import Ink, Styles
from tui.cli.theme_list import ThemeEntry

_WIDTH: Final = 72
_PLAIN: Final = "foreground"
_MUTED: Final = "foreground-muted"
_DESCRIPTION: Final = "footer-description-foreground"
_KEY: Final = "footer-key-foreground"

_SCREEN: Final = (
    ("panel", ("The harbour bridge", _PLAIN, "bold"), (f"{'TLP:CLEAR   as of 14 Mar 2025':>51}", _PLAIN, "")),
    ("panel", ("1 Overview  ", _PLAIN, ""), (" 2 Timeline 6 ", _PLAIN, "reverse bold"), ("  3 Quotes 4", _PLAIN, "")),
    ("background", ("2025", "text-primary", "bold")),
    ("background", ("  Mar ", _MUTED, ""), ("● 11", "text-accent", ""), ("  The mayor keeps an open mind", _PLAIN, "")),
    ("block-cursor-background", ("▸ Mar ● 14  The council puts it off", "block-cursor-foreground", "")),
    ("block-cursor-blurred-background", ("▸ Apr ◆ 22  The council votes", "block-cursor-blurred-foreground", "")),
    (
        "background",
        ("  Proof ", _MUTED, ""),
        ("✓ exact", "text-success", ""),
        (" · ", _MUTED, ""),
        ("✗ altered", "text-error", ""),
        (" · ", _MUTED, ""),
        ("2 problems", "text-warning", "bold"),
    ),
    ("surface", ("A dialog, or what a briefing says first, ", _PLAIN, ""), ("and a word aside", _MUTED, "")),
    (
        "footer-background",
        ("Enter ", _KEY, "bold"),
        ("Open  ", _DESCRIPTION, ""),
        ("? ", _KEY, "bold"),
        ("Keys", _DESCRIPTION, ""),
    ),
)
"""Lines of a screen: the background of each, then its texts with the name of their colour and their style."""


def preview(one: ThemeEntry) -> str:
    """What a theme is, and a small screen in its colours; without colours, what those are."""
    ink = Ink()
    ink.line((one.file.name, "bold"), (f" · {one.kind} · {'ships with brief' if one.ships else 'your own'}", ""))
    ink.line((shown_path(one.file.path), ""))
    if one.lowest is not None:
        ink.line((f"contrast at least {one.contrast}:1 ({one.lowest.text} on {one.lowest.ground})", ""))
    else:
        ink.line(("the terminal's own colours: how well they are read is the terminal's", ""))
    ink.line()
    if ink.coloured:
        _screen(one, ink)
    else:
        for name, value in one.file.colours.items():
            ink.line((f"{name:<12}{value}", ""))
    return ink.text()


def _screen(one: ThemeEntry, ink: Ink) -> None:
    styles = Styles(one.file)
    for ground, *texts in _SCREEN:
        space = styles(texts[0][1], ground)
        used = sum(len(text) for text, _, _ in texts)
        parts = [(text, f"{style} {styles(name, ground)}".strip()) for text, name, style in texts]
        ink.line((" ", space), *parts, (" " * (_WIDTH - used - 1), space))
