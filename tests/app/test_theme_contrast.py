"""Every text on screen is read well on what is behind it, in every theme, as it is really drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reader import press, reader, settled
from rich.segment import Segment
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Tooltip
from textual.widgets._toast import ToastRack

from tui.app.app import BriefApp
from tui.files.folders import shipped_folder
from tui.settings.colour import Colour, contrast
from tui.settings.palette import LEAST, LEAST_HIGH
from tui.settings.themes import load_themes

THEMES = [one.name for one in load_themes((shipped_folder("themes"),))[0] if not one.ansi]
STOPS = {
    "library": ["t"],
    "help": ["question_mark"],
    "timeline": ["enter", "2"],
    "quote, its detail in use": ["enter", "4", "l", "j"],
    "stored text": ["enter", "4", "enter"],
    "export": ["enter", "x"],
}


def texts(app: BriefApp) -> Iterator[tuple[str, Colour, Colour]]:
    """The texts of the screen, of a dialog only its own, each with its colour and that of what is behind it."""
    strips = app.screen._compositor.render_strips()
    (*_, dialog) = [one for one in app.screen.children if not isinstance(one, (ToastRack, Tooltip))]
    within = [one.region for one in dialog.walk_children(with_self=True) if one.is_on_screen]
    region = Region.from_union(within) if isinstance(app.screen, ModalScreen) else app.screen.region
    for strip in strips[region.y : region.bottom]:
        for segment in strip.crop(region.x, region.right):
            if any(character.isalnum() for character in segment.text):
                yield segment.text, *colours(segment)


def colours(segment: Segment) -> tuple[Colour, Colour]:
    style = segment.style
    assert style is not None
    assert not style.dim
    assert style.color is not None
    assert style.bgcolor is not None
    ink, paper = (Colour(*one.get_truecolor()) for one in (style.color, style.bgcolor))
    return (paper, ink) if style.reverse else (ink, paper)


def too_faint(app: BriefApp, theme: str) -> dict[tuple[str, str], float]:
    """The texts that are not read well, each with its contrast."""
    least = LEAST_HIGH if "high-contrast" in theme else LEAST
    ratios = {text: contrast(ink, paper) for text, ink, paper in texts(app)}
    assert len(ratios) > 5
    return {(theme, text): round(ratio, 2) for text, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize("stop", STOPS)
async def test_every_text_on_screen_is_read_in_every_theme(sample_root: Path, stop: str) -> None:
    found = {}
    async with reader(sample_root, (120, 40)) as (app, pilot):
        await press(pilot, *STOPS[stop])
        app.notify("What is told.", title="A notice", severity="warning", markup=False)
        app.notify("What is told.", title="An error", severity="error", markup=False)
        for theme in THEMES:
            app.theme = theme
            await settled(pilot)
            found |= too_faint(app, theme)
    assert found == {}


async def test_every_text_of_the_palette_is_read_in_every_theme(sample_root: Path) -> None:
    found = {}
    async with reader(sample_root, (120, 40)) as (app, pilot):
        for theme in THEMES:
            app.theme = theme
            await press(pilot, "ctrl+p", "e", "down")
            found |= too_faint(app, theme)
            await press(pilot, "escape")
    assert found == {}
