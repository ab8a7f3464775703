"""What keys do, the mouse does too."""

from briefing_stories import MIDDLE, NARROW, SIZES, WIDE, Reader, reading, written
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input

MANY = (
    """\
actors:
"""
    + "".join(f"  - {{id: a{n}, name: Actor {n}, power: high, interest: high}}\n" for n in range(90))
    + """\
events:
"""
    + "".join(
        f"  - {{id: e{n}, date: 20{n % 24:02}-02, title: Event {n}, known: 20{n % 24:02}-03}}\n" for n in range(90)
    )
)


async def wheel(reader: Reader, widget: Widget, down: int) -> None:
    """Turn the wheel over a widget."""
    from textual.events import MouseScrollDown, MouseScrollUp

    kind = MouseScrollDown if down > 0 else MouseScrollUp
    at = widget.region.offset + Offset(3, 2)
    for _ in range(abs(down)):
        widget.post_message(kind(widget, 3, 2, 0, 1 if down > 0 else -1, 0, False, False, False, at.x, at.y))
    await reader.settle()


@SIZES
async def test_a_click_on_the_span_goes_to_the_nearest_event(size) -> None:
    async with reading(size=size) as reader:
        text = (await reader.press("2")).splitlines()
        y = max(index for index, line in enumerate(text) if line.startswith(" 1934"))
        await reader.pilot.click(offset=(1, y))
        await reader.settle()
        first = reader.selected
        assert first == reader.briefing.view.events[0].id
        assert reader.briefing.column == "list"
        await reader.pilot.click(offset=(size[0] - 2, y - 1))
        await reader.settle()
        last = reader.briefing.view.event(reader.selected or "")
        assert last is not None
        assert last.date.lower >= (2024, 1, 1)


async def test_a_click_on_the_span_goes_to_the_nearest_date_while_one_stands_in_the_past(tmp_path) -> None:
    async with reading(written(tmp_path, MANY)) as reader:
        text = await reader.press("3", "t", *"2010-06-01", "enter")
        y = next(index for index, line in enumerate(text.splitlines()) if line.startswith(" 2000"))
        assert "as it stood on March 2000" in await reader_click(reader, 1, y) or "31 Mar 2000" in await reader.look()
        assert reader.briefing.view.as_of is not None
        assert reader.briefing.view.as_of.upper == (2000, 3, 31)
        await reader_click(reader, MIDDLE[0] - 2, y)
        assert reader.briefing.view.as_of is None


async def reader_click(reader: Reader, x: int, y: int) -> str:
    await reader.pilot.click(offset=(x, y))
    return await reader.look()


async def test_the_wheel_scrolls_lists_details_and_charts(tmp_path) -> None:
    async with reading(written(tmp_path, MANY), NARROW) as reader:
        await reader.press("2", "g")
        await wheel(reader, reader.briefing.items, 4)
        assert reader.briefing.items.top > 0
        await wheel(reader, reader.briefing.items, -9)
        assert reader.briefing.items.top == 0
        await reader.press("3", "v", "v")
        chart = reader.briefing.chart
        assert chart is not None
        await wheel(reader, chart, 4)
        assert chart.top > 0
    async with reading(size=NARROW, item="mayor") as reader:
        before = reader.briefing.detail.top
        await wheel(reader, reader.briefing.detail, 4)
        assert reader.briefing.detail.top > before


async def test_a_click_on_the_notice_lists_the_problems(tmp_path) -> None:
    async with reading(written(tmp_path, "events:\n  - {id: a, date: never, title: A}\n")) as reader:
        await reader.click("! 2 problems" if "2 problems" in await reader.look() else "! 1 problem")
        assert reader.pane == "Problems"


async def test_a_click_on_a_key_at_the_bottom_is_as_good_as_the_key() -> None:
    async with reading() as reader:
        await reader.click("/ Find")
        assert reader.briefing.prompt.is_open
        assert isinstance(reader.app.focused, Input)
        await reader.press(*"toll")
        assert len(reader.briefing.items.ids) < 12
        await reader.press("enter")
        await reader.click("? Keys")
        assert len(reader.app.screen_stack) == 3


async def test_a_click_into_the_list_leaves_the_prompt_and_keeps_what_was_found() -> None:
    async with reading() as reader:
        await reader.press("4", "slash", *"dahl")
        found = reader.briefing.items.ids
        assert 2 <= len(found) < 10
        await reader.pilot.click(offset=(5, reader.briefing.items.region.y + 2))
        await reader.settle()
        assert not reader.briefing.prompt.is_open
        assert (reader.briefing.items.ids, reader.selected) == (found, found[1])
        await reader.press("l")
        assert reader.briefing.detail.has_focus


async def test_doors_are_followed_by_clicks_in_all_three_columns() -> None:
    async with reading(size=WIDE, item="council-vote") as reader:
        region = reader.briefing.context.region
        lines = (await reader.look()).splitlines()
        y = next(n for n, line in enumerate(lines) if "›" in line[region.x :] and region.y <= n < region.bottom)
        await reader.pilot.click(offset=(region.x + lines[y][region.x :].index("›") + 2, y))
        await reader.settle()
        assert (reader.pane, reader.selected) != ("Timeline", "council-vote")
        await reader.press("backspace")
        assert (reader.pane, reader.selected) == ("Timeline", "council-vote")
