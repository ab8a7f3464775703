"""Lists beside the panes, and the line of tabs, wherever one comes from and however little room there is."""

import pytest
from briefing_stories import reading, written

from tui.app.panes.text import plain, width_of
from tui.app.widgets.pane_tabs import Tab, draw_tabs


@pytest.mark.parametrize("key", ["q", "escape", "backspace"])
@pytest.mark.parametrize("opens", [("u",), ("B",), ("c",), ("exclamation_mark",)], ids=str)
async def test_a_list_beside_the_panes_is_left_for_where_one_came_from(opens: tuple[str, ...], key: str) -> None:
    async with reading() as reader:
        await reader.press("4", "j", "j")
        before = reader.selected
        await reader.press(*opens)
        assert reader.pane not in {"Quotes", "Overview"}
        await reader.press(key)
        assert reader.app.is_running
        assert (reader.pane, reader.selected) == ("Quotes", before)


async def test_a_list_that_is_narrowed_is_given_back_before_it_is_left(tmp_path) -> None:
    async with reading(written(tmp_path, "events: [{id: e, date: 2024-01-01, title: One}]\n")) as reader:
        await reader.press("2", "u", "slash", *"one", "enter", "q")
        assert (reader.pane, bool(reader.briefing.sought)) == ("New to you", False)
        await reader.press("q")
        assert reader.pane == "Timeline"


@pytest.mark.parametrize("width", range(24, 200, 7))
def test_the_tabs_are_never_wider_than_the_screen_and_what_is_cut_says_so(width: int) -> None:
    titles = ("Overview", "Timeline", "Stakeholders: power and interest", "Quotes")
    tabs = [Tab(title, 1234, number) for number, title in enumerate(titles, start=1)]
    drawn = draw_tabs(tabs, 2, width)
    assert sum(map(width_of, drawn)) <= width
    shown = "".join(map(plain, drawn))
    assert "power and interest" in shown or "…" in shown
    assert all(str(number) in shown for number in (1, 2, 3, 4))


async def test_changes_since_a_date_after_the_newest_are_not_told_backwards() -> None:
    async with reading() as reader:
        text = await reader.press("C", *"2031", "enter")
        assert "2031 is not before the newest state, 30 Sep 2024" in text
        text = await reader.press(*["backspace"] * 4, *"2024-05", "enter")
        assert "Changes since May 2024" in text
