"""Colours as theme files write them, and how well one is read on another."""

import re
from colorsys import hls_to_rgb
from typing import Final, NamedTuple

from tui.settings.colour_names import NAMES

_HEX: Final = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_FUNCTION: Final = re.compile(r"(rgb|hsl)(a?)\(([-0-9.,%]+)\)")


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, and how opaque it is, from 0 to 1."""

    red: int
    green: int
    blue: int
    alpha: float = 1.0

    def on(self, ground: "Colour") -> "Colour":
        """The colour that is seen where this one lies upon an opaque one."""
        return self._replace(alpha=1.0) if self.alpha >= 1 else ground.towards(self, self.alpha)

    def towards(self, other: "Colour", share: float) -> "Colour":
        """The opaque colour that is `share` of the way from this one to another."""
        red, green, blue = (int(one + (two - one) * share) for one, two in zip(self[:3], other[:3], strict=True))
        return Colour(red, green, blue)

    @property
    def luminance(self) -> float:
        """The relative luminance of WCAG 2.2, from 0 to 1."""
        channels = (one / 255 for one in self[:3])
        red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    @property
    def is_dark(self) -> bool:
        """Whether white is read better on it than black, as Textual has it."""
        return (299 * self.red + 587 * self.green + 114 * self.blue) / 255_000 < 0.5

    @property
    def inverse(self) -> "Colour":
        """The opposite colour."""
        return Colour(255 - self.red, 255 - self.green, 255 - self.blue, self.alpha)

    @property
    def hex(self) -> str:
        """`#rrggbb`."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


OF_THE_TERMINAL: Final = frozenset(
    f"ansi_{bright}{name}"
    for bright in ("", "bright_")
    for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
) | {"ansi_default"}
"""The colours whose look the terminal decides, by Textual's names."""

BLACK: Final = Colour(0, 0, 0)
WHITE: Final = Colour(255, 255, 255)


def contrast(text: Colour, ground: Colour) -> float:
    """The contrast ratio of WCAG 2.2 between two opaque colours, from 1 to 21."""
    darker, lighter = sorted((text.luminance, ground.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def parse(written: str) -> Colour | None:
    """The colour that is written; None where it is the terminal's own, or none."""
    if written == "transparent":
        return BLACK._replace(alpha=0.0)
    if written in NAMES:
        written = f"#{NAMES[written]}"
    if _HEX.fullmatch(written):
        digits = written[1:] if len(written) > 5 else "".join(one * 2 for one in written[1:])
        red, green, blue, *alpha = bytes.fromhex(digits)
        return Colour(red, green, blue, alpha[0] / 255 if alpha else 1.0)
    function = _FUNCTION.fullmatch(written)
    return _from_function(*function.groups()) if function else None


def _from_function(kind: str, with_alpha: str, written: str) -> Colour | None:
    parts = written.split(",")
    percents = [part.endswith("%") for part in parts]
    if percents != [False, kind == "hsl", kind == "hsl", *([False] if with_alpha else [])]:
        return None
    try:
        one, two, three, *alpha = (float(part.removesuffix("%")) for part in parts)
    except ValueError:
        return None
    opaque = min(max(alpha[0], 0.0), 1.0) if alpha else 1.0
    if kind == "hsl":
        mixed = hls_to_rgb(one % 360 / 360, min(max(three / 100, 0), 1), min(max(two / 100, 0), 1))
        red, green, blue = (int(part * 255 + 0.5) for part in mixed)
    else:
        red, green, blue = (min(max(int(part), 0), 255) for part in (one, two, three))
    return Colour(red, green, blue, opaque)
