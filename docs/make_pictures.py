"""Draw the pictures of the documentation from the library that ships: `python docs/make_pictures.py`."""

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Final

from tui.app.app import BriefApp
from tui.app.screens.briefing import BriefingScreen
from tui.app.screens.library import LibraryScreen

DOCS: Final = Path(__file__).parent
LIBRARY: Final = DOCS.parent / "briefings"
STORY: Final = "tiktok-divestiture.yaml"
SIZE: Final = (120, 40)
TODAY: Final = "2025-09-20"
"""The day after the newest briefing's date, so that days left make sense."""

PICTURES: Final[dict[str, tuple[str | None, tuple[str, ...]]]] = {
    "library": (None, ()),
    "agenda": (None, ("a", "j", "j", "j")),
    "overview": (STORY, ("1",)),
    "timeline": (f"{STORY}#trump-xi-call", ("h",)),
    "stakeholders": (STORY, ("3", "v", *["j"] * 7, "l")),
    "quotes": (f"{STORY}#sticks-and-carrots", ()),
}
"""Of each picture the briefing, at the item after `#` if any, None for the library; and the keys that lead to it."""

# Rich asks for its font from a server; the picture shows well in any monospaced one.
_FONT_FACE: Final = re.compile(r"@font-face\s*\{[^}]*\}\s*")


async def draw(name: str, library: Path, story: str | None, keys: tuple[str, ...]) -> None:
    """Draw one picture."""
    file, _, item = (story or "").partition("#")
    app = BriefApp(library, path=library / file if file else None, item=item or None)
    async with app.run_test(size=SIZE) as pilot:

        async def settle() -> None:
            for _ in range(3):
                await pilot.pause()
                await app.workers.wait_for_complete()

        await settle()
        while isinstance(app.screen, LibraryScreen) and app.screen.reading:
            await pilot.pause(0.01)
        while story and not (isinstance(app.screen, BriefingScreen) and app.screen.view.proofs):
            await settle()
        # To somebody who has read everything, nothing is signed as new.
        await pilot.press(*(["U"] if story else []), *keys)
        app.clear_notifications()
        await settle()
        svg = _FONT_FACE.sub("", app.export_screenshot(title="brief")).replace("Fira Code", "monospace")
    (DOCS / f"{name}.svg").write_text(re.sub(r"terminal-\d+", "terminal", svg), encoding="utf-8")


def main() -> None:
    """Draw all of them, in the colours of a terminal that has them all, for a reader who was never here before."""
    os.environ["COLORTERM"] = "truecolor"
    os.environ["BRIEF_TODAY"] = TODAY
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as folder:
        # A copy, so that no path of this machine is in any picture.
        library = Path(folder) / "briefings"
        shutil.copytree(LIBRARY, library)
        for number, (name, (story, keys)) in enumerate(PICTURES.items()):
            for kind in ("STATE", "CACHE", "CONFIG", "DATA"):
                os.environ[f"XDG_{kind}_HOME"] = str(Path(folder) / f"{kind}-{number}")
            asyncio.run(draw(name, library, story, keys))


if __name__ == "__main__":
    main()
