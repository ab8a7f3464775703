"""A reader in a terminal of some size, for tests that tell what a person does and sees."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tui.app.app import BriefApp
from tui.app.screens.library import LibraryScreen
from tui.settings.config import Settings

# Whatever has no size of its own is tried in one of the others.
SIZES = [(80, 24), pytest.param((120, 40), marks=pytest.mark.external), (200, 60)]


def write(folder: Path, name: str, **parts: Any) -> Path:
    """Write a briefing; a key that is None is left out."""
    content = {
        "format": "brief/1",
        "title": name,
        "as_of": "2024-06-30",
        "bottom_line": f"What matters about {name}.",
        "sources": [{"id": "report", "title": "A report", "published": "2024-06-01"}],
    } | parts
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({key: value for key, value in content.items() if value is not None}), encoding="utf-8")
    return path


def question(number: int, due: str | None = None) -> dict[str, str]:
    return {"id": f"question-{number}", "text": f"Question {number}?", **({"due": due} if due else {})}


def shown(app: BriefApp) -> str:
    """The text on the screen."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what was asked for has been read and drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    while any(isinstance(screen, LibraryScreen) and screen.reading for screen in pilot.app.screen_stack):
        await pilot.pause(0.01)
    await pilot.pause()
    # What a message asked for only now.
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@asynccontextmanager
async def reader(
    root: Path,
    size: tuple[int, int] = (80, 24),
    *,
    path: Path | None = None,
    item: str | None = None,
    settings: Settings | None = None,
) -> AsyncIterator[tuple[BriefApp, Pilot[None]]]:
    """A reader that has read its library, or the briefing at `path`."""
    app = BriefApp(root, path=path, item=item, settings=settings)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        yield app, pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, and wait until what they did has been drawn."""
    await pilot.press(*keys)
    await settled(pilot)


def write_harbour(root: Path) -> Path:
    """Write a library of three briefings: `newer`, with two open questions; `older`; and `oldest`, without a topic."""
    write(root, "older", as_of="2024-01-15", topics=["transport/rail"])
    write(
        root,
        "newer",
        title="The newer one",
        as_of="2024-06-30",
        topics=["transport/ferries", "money"],
        questions=[question(1, "2024-08-01"), question(2)],
    )
    write(root, "oldest", as_of="2023", topics=[])
    return root


def selected(app: BriefApp) -> str:
    """The name of the selected briefing's file in the library, without its suffix."""
    screen = app.screen
    assert isinstance(screen, LibraryScreen)
    return screen.shown[screen.briefings.index].path.stem
