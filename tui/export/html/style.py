"""The page's own style, which is all the style it may have."""

from importlib.resources import files

from tui.model.tlp import TLP


def style_of(tlp: TLP | None) -> str:
    """The style sheet; on paper, the marking stands on every page."""
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    return style.replace("/* marking */", f'content: "{tlp.label}"; ' if tlp else "")
