"""The seven panes as they stand on the screen, at a fixed size and date."""

from pathlib import Path

import pytest
from briefing_stories import MIDDLE, reading
from golden import assert_golden

from tui.app.commands_briefing import PANE_TITLES

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(("number", "title"), list(enumerate(PANE_TITLES, start=1)), ids=PANE_TITLES)
async def test_a_pane_of_the_sample_is_what_it_was(monkeypatch: pytest.MonkeyPatch, number: int, title: str) -> None:
    monkeypatch.setenv("BRIEF_TODAY", "2024-10-01")
    async with reading(size=MIDDLE) as reader:
        # What is new to the reader is told once, and then out of the way.
        text = await reader.press("U", str(number))
        assert title in reader.pane
        reader.app.clear_notifications()
        text = await reader.look()
        assert_golden(text + "\n", GOLDEN / f"{title.lower()}.txt")
