"""Other ways to see a pane, the context column, and the three widths."""

from briefing_stories import SIZES, WIDE, reading

from tui.app.widgets.stance_matrix import StanceMatrix
from tui.model.position import Position


@SIZES
async def test_stakeholders_are_seen_as_matrix_grid_tree_and_list_again(size) -> None:
    async with reading(size=size) as reader:
        await reader.press("3")
        before = reader.selected
        seen = []
        for _ in range(4):
            await reader.press("v")
            seen.append(reader.pane)
        assert seen == [
            "Stakeholders: stances",
            "Stakeholders: power and interest",
            "Stakeholders: relations",
            "Stakeholders",
        ]
        assert reader.selected is not None
        assert before is not None


@SIZES
async def test_in_the_matrix_one_moves_to_all_sides_and_enter_opens_the_record(size) -> None:
    async with reading(size=size) as reader:
        await reader.press("3", "v", "j", "l", "l", "h", "k", "down", "right")
        chart = reader.briefing.chart
        assert chart is not None
        assert chart.has_focus
        await reader.press("enter")
        assert reader.briefing.chart is None
        assert reader.briefing.detail.has_focus
        await reader.press("backspace")
        assert reader.pane == "Stakeholders: stances"
        assert reader.briefing.chart is not None


async def test_from_a_position_in_the_matrix_the_grid_and_the_tree_lead_to_its_actor() -> None:
    async with reading() as reader:
        await reader.press("3", "v", "j")
        chart = reader.briefing.chart
        assert isinstance(chart, StanceMatrix)
        positions = [one for one in reader.briefing.view.entries.values() if isinstance(one.item, Position)]
        chart.select(positions[-1].item.id)
        position = positions[-1].item
        assert reader.briefing.selected == position.id
        await reader.press("v")
        assert reader.pane == "Stakeholders: power and interest"
        assert reader.briefing.selected == position.actor
        await reader.press("v", "v")
        assert reader.briefing.selected == position.actor


async def test_the_matrix_moves_with_the_date() -> None:
    async with reading() as reader:
        now = await reader.press("3", "v")
        then = await reader.press("[", "[", "[", "[", "[")
        assert reader.briefing.chart is not None
        assert now != then


async def test_less_and_more_of_the_timeline_by_importance() -> None:
    async with reading() as reader:
        await reader.press("2")
        everything = reader.briefing.items.ids
        text = await reader.press("minus")
        some = reader.briefing.items.ids
        assert set(some) < set(everything)
        assert f"{len(everything) - len(some)} of less importance not shown" in text
        await reader.press("minus", "minus")
        fewest = reader.briefing.items.ids
        assert set(fewest) <= set(some)
        await reader.press("plus", "plus", "plus")
        assert reader.briefing.items.ids == everything


async def test_a_door_leads_to_an_event_that_was_left_out_for_its_importance() -> None:
    async with reading() as reader:
        await reader.press("2")
        everything = reader.briefing.items.ids
        await reader.press("minus", "minus")
        hidden = next(one for one in everything if one not in reader.briefing.items.ids)
        reader.briefing.follow(hidden)
        await reader.settle()
        assert (reader.pane, reader.selected) == ("Timeline", hidden)


async def test_a_wide_terminal_has_a_third_column_with_what_an_item_is_tied_to() -> None:
    async with reading(size=WIDE, item="council-vote") as reader:
        text = await reader.look()
        assert "Tied to" in text
        assert reader.briefing.column == "detail"
        await reader.press("l")
        assert reader.briefing.column == "context"
        door = reader.briefing.context.door
        assert door is not None
        await reader.press("enter")
        assert reader.selected != "council-vote" or reader.pane != "Timeline"
        await reader.press("backspace")
        assert (reader.pane, reader.selected) == ("Timeline", "council-vote")
        assert reader.briefing.column == "context"
        await reader.press("h", "h")
        assert reader.briefing.column == "list"


async def test_resizing_keeps_place_and_selection_through_all_widths() -> None:
    async with reading(size=WIDE, item="council-vote") as reader:
        await reader.press("l")
        for width, height in [(120, 40), (80, 24), (40, 10), (159, 30), (200, 60)]:
            await reader.resize(width, height)
            assert (reader.pane, reader.selected) == ("Timeline", "council-vote")
        await reader.press("escape", "escape", "3", "v")
        chosen = reader.briefing.selected
        for width, height in [(80, 24), (200, 60), (100, 12)]:
            await reader.resize(width, height)
            assert reader.briefing.selected == chosen
