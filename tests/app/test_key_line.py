"""The line of keys at the bottom of every screen."""

import pytest
from briefing_stories import reading
from rich.cells import cell_len

from tui.app.widgets.key_line import Key, fitting


def last(text: str) -> str:
    return text.splitlines()[-1]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
async def test_the_keys_and_the_way_back_are_in_sight_at_every_width(width: int) -> None:
    async with reading(size=(width, 24)) as reader:
        assert "? Keys" in last(await reader.look())
        assert "q Back" in last(await reader.look())
        text = last(await reader.press("2", "l"))
        assert "? Keys" in text
        assert "← List" in text
        assert cell_len(text) <= width


async def test_a_key_is_as_good_as_a_click_on_it() -> None:
    async with reading(size=(120, 24)) as reader:
        await reader.click("? Keys")
        assert type(reader.app.screen).__name__ == "HelpScreen"


async def test_what_makes_no_sense_now_is_there_and_does_nothing() -> None:
    async with reading(size=(200, 24)) as reader:
        text = await reader.press("2", "slash", *"zeppelin", "enter")
        assert "Give back" in last(text)
        await reader.press("escape")
        assert "Give back" not in last(await reader.look())


def test_the_last_keys_give_way_first() -> None:
    keys = [Key("a", "One", "a", "one"), Key("b", "Two", "b", "two"), Key("?", "Keys", "?", "app.help")]
    assert fitting(keys, 100) == keys
    assert [one.title for one in fitting(keys, 16)] == ["One", "Keys"]
    assert [one.title for one in fitting(keys, 1)] == ["Keys"]
