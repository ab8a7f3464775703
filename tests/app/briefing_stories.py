"""Opening a briefing in the reader and looking at its screen, for tests that tell what a user does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tui.app.app import BriefApp
from tui.app.screens.briefing import BriefingScreen
from tui.library.folder import library_of
from tui.model.edtf import EDTF

SAMPLE = Path(__file__).parent.parent / "sample" / "harbour-bridge.yaml"
NARROW = (80, 24)
MIDDLE = (120, 40)
WIDE = (200, 60)

LATER = pytest.mark.external
"""Of what is tried at every size, some is left to where there is time; `.ci/run` runs all of it."""

# Whatever has no size of its own is tried in the middle one.
SIZES = pytest.mark.parametrize(
    "size", [NARROW, pytest.param(MIDDLE, marks=LATER), WIDE], ids=lambda size: "{}x{}".format(*size)
)


class Reader:
    """A person in front of the reader, with a briefing open."""

    def __init__(self, app: BriefApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def briefing(self) -> BriefingScreen:
        """The briefing's screen, wherever it is among the screens."""
        return next(one for one in self.app.screen_stack if isinstance(one, BriefingScreen))

    async def press(self, *keys: str) -> str:
        """Press keys, one after the other, and look at the screen."""
        await self.pilot.press(*keys)
        return await self.look()

    async def look(self) -> str:
        """What stands on the screen when nothing moves any more."""
        await self.settle()
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    async def settle(self) -> None:
        """Wait for what is under way."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> str:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        return await self.look()

    async def click(self, words: str) -> str:
        """Click on the first place on the screen where these words stand."""
        lines = (await self.look()).splitlines()
        y = next(index for index, line in enumerate(lines) if words in line)
        await self.pilot.click(offset=(lines[y].index(words) + 1, y))
        return await self.look()

    @property
    def pane(self) -> str:
        """The title of the pane that is shown."""
        return self.briefing.tabs.titles[self.briefing.tabs.active]

    @property
    def selected(self) -> str | None:
        """The id of the selected row."""
        return self.briefing.items.selected


def prose(screen: str) -> str:
    """What a person reads: the list, then the detail, without the lines' ends."""
    halves = [line.partition("▏") for line in screen.splitlines()]
    return " ".join(" ".join((*(left for left, _, _ in halves), *(right for _, _, right in halves))).split())


@asynccontextmanager
async def reading(
    path: Path = SAMPLE, size: tuple[int, int] = MIDDLE, *, item: str | None = None, as_of: str | None = None
) -> AsyncIterator[Reader]:
    """A reader of the briefing at `path` in a terminal of that size."""
    app = BriefApp(library_of(path), path=path, item=item, as_of=EDTF.parse(as_of) if as_of else None)
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(app, pilot)
        for _ in range(100):
            await reader.settle()
            if isinstance(app.screen, BriefingScreen):
                break
        await reader.settle()
        yield reader


HEADER = """\
format: brief/1
title: A story
as_of: 2024-06-30
bottom_line: It goes on.
sources: [{id: report, title: A report, published: 2024-06-01}]
"""


def written(folder: Path, text: str, name: str = "story") -> Path:
    """A briefing of that text after the required keys, in a folder of its own."""
    path = folder / f"{name}.yaml"
    path.write_text(HEADER + text, encoding="utf-8")
    return path
