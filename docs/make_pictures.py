"""Draw the pictures of the documentation from the library that ships: `python docs/make_pictures.py`."""

import asyncio
import os
import re
from pathlib import Path
from typing import Final

from tui.app.app import BriefApp
from tui.app.screens.briefing import BriefingScreen

DOCS: Final = Path(__file__).parent
LIBRARY: Final = DOCS.parent / "briefings"
SIZE: Final = (124, 34)
PICTURES: Final = {
    "timeline": ("2", "g", *["j"] * 31),
    "quotes": ("4", "l"),
}
"""The keys that lead to each picture, by its name."""

# Rich asks for its font from a server; the picture shows well in any monospaced one.
_FONT_FACE: Final = re.compile(r"@font-face\s*\{[^}]*\}\s*")


async def draw(name: str, keys: tuple[str, ...]) -> None:
    """Draw one picture of the largest briefing."""
    app = BriefApp(LIBRARY, path=LIBRARY / "tiktok-divestiture.yaml")
    async with app.run_test(size=SIZE) as pilot:
        while not (isinstance(app.screen, BriefingScreen) and app.screen.view.proofs):
            await app.workers.wait_for_complete()
            await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        svg = _FONT_FACE.sub("", app.export_screenshot(title="brief")).replace("Fira Code", "monospace")
    (DOCS / f"{name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """Draw all of them, in the colours of a terminal that has them all."""
    os.environ["COLORTERM"] = "truecolor"
    os.environ.pop("NO_COLOR", None)
    for name, keys in PICTURES.items():
        asyncio.run(draw(name, keys))


if __name__ == "__main__":
    main()
