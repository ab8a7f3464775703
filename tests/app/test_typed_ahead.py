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


@SIZES
async def test_enter_takes_the_words_and_what_follows_is_for_the_pane(size) -> None:
    async with reading(size=size) as reader:
        await at_once(reader, "2", "slash", *"bridge", "enter", "n", "n", "4")
        assert reader.briefing.sought.text == "bridge"
        assert reader.briefing.pane.title == "Quotes"
        at = reader.briefing._rows["Timeline"]
        await at_once(reader, "2", "g", "n", "n")
        assert reader.selected == at


async def test_a_date_is_taken_and_what_follows_is_for_the_pane() -> None:
    async with reading() as reader:
        text = await at_once(reader, "t", *"2024-03-14", "enter", "4", "j", "j")
        assert "as it stood on 14 Mar" in text.splitlines()[0]
        assert reader.briefing.pane.title == "Quotes"
        assert reader.selected == reader.briefing.items.ids[2]


async def test_after_a_refused_date_the_prompt_has_the_keys() -> None:
    async with reading() as reader:
        text = await at_once(reader, "t", *"nonsense", "enter", "x", "y")
        assert reader.briefing.prompt.words.value == "nonsensexy"
        assert "nonsense” is no date" in text
        text = await at_once(reader, *["backspace"] * 10, *"2024", "enter", "3")
        assert reader.briefing.pane.title == "Stakeholders"


async def test_keys_after_enter_may_ask_and_answer_again() -> None:
    async with reading() as reader:
        await at_once(reader, "slash", *"bridge", "enter", "escape", "t", *"2024-03-14", "enter", "3", "slash", *"ann")
        assert reader.briefing.prompt.words.value == "ann"
        assert reader.briefing.view.as_of is not None
        assert reader.briefing.pane.title == "Stakeholders"


async def test_keys_after_escape_are_for_the_pane() -> None:
    async with reading() as reader:
        await at_once(reader, "slash", *"bridge", "escape", "4", "j")
        assert not reader.briefing.sought
        assert reader.briefing.pane.title == "Quotes"
        assert reader.selected == reader.briefing.items.ids[1]
