"""Lines made into Textual's Content, which never parses them."""

from typing import Final

from textual.content import Content

from tui.app.panes.text import Line, Tone

_STYLES: Final[dict[Tone, str]] = {
    "plain": "",
    "strong": "bold",
    "muted": "$foreground-muted",
    "heading": "bold $text-primary",
    "accent": "$text-accent",
    "warning": "bold $text-warning",
}


def content_of(pieces: Line) -> Content:
    """The line in the colours of the theme."""
    return Content.assemble(*(Content.styled(piece.text, _STYLES[piece.tone]) for piece in pieces))
