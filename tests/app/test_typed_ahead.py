"""Keys that are typed faster than the screen follows do what they would do slowly."""

import pytest
from briefing_stories import MIDDLE, NARROW, Reader, reading

from tui.app.screens.briefing import BriefingScreen

SIZES = pytest.mark.parametrize("size", [NARROW, MIDDLE], ids=lambda size: "{}x{}".format(*size))


async def at_once(reader: Reader, *keys: str) -> str:
    """Press keys without waiting for what they do."""
    for key in keys:
        reader.app.simulate_key(key)
    await reader.settle()
    return await reader.look()


@SIZES
async def test_words_to_find_are_typed_right_after_the_key(size) -> None:
    async with reading(size=size) as reader:
        await at_once(reader, "4", "slash", *"ann")
        assert reader.briefing.prompt.words.value == "ann"
        assert reader.briefing.pane.title == "Quotes"


@SIZES
async def test_a_date_is_typed_right_after_a_chart_was_opened(size) -> None:
    async with reading(size=size) as reader:
        text = await at_once(reader, "3", "v", "j", "d", "t", *"2024-03-14", "enter")
        assert "as it stood on 14 Mar" in text.splitlines()[0]
        assert reader.pane == "Stakeholders: stances"
        await at_once(reader, "d", "j", "k", "right", "v", "v", "v", "l")
        assert reader.briefing.detail.has_focus


async def test_a_chart_that_is_shown_for_the_first_time_is_in_use() -> None:
    async with reading(size=NARROW) as reader:
        await at_once(reader, "3", "v")
        chart = reader.briefing.chart
        assert chart is not None
        assert chart.has_focus
        before = chart.selected
        await at_once(reader, "j", "j")
        assert chart.selected != before


async def test_q_in_a_narrowed_pane_gives_it_back_and_does_not_leave() -> None:
    async with reading() as reader:
        await at_once(reader, "4", "slash", *"mayor", "enter")
        await at_once(reader, "q")
        assert not reader.briefing.sought
        assert isinstance(reader.app.screen, BriefingScreen)
