import pytest
from briefing_stories import MIDDLE, NARROW, WIDE, prose, reading


async def test_enter_follows_a_door_into_the_items_own_pane_and_backspace_comes_back() -> None:
    async with reading(item="council-vote") as reader:
        await reader.press("j")
        from_door = reader.briefing.detail.door
        place = reader.briefing.detail.place
        assert from_door == "courier-vote"
        await reader.press("enter")
        assert (reader.pane, reader.selected) == ("Sources", "courier-vote")
        await reader.press("backspace")
        assert (reader.pane, reader.selected) == ("Timeline", "council-vote")
        assert (reader.briefing.detail.door, reader.briefing.detail.place) == (from_door, place)
        assert reader.briefing.detail.has_focus


@pytest.mark.parametrize("size", [NARROW, MIDDLE], ids=str)
async def test_the_way_back_is_the_way_one_came_however_long(size: tuple[int, int]) -> None:
    async with reading(size=size, item="steel") as reader:
        way = [(reader.pane, reader.selected)]
        for _ in range(4):
            await reader.press("j", "enter")
            way.append((reader.pane, reader.selected))
        assert len(set(way)) >= 3
        for place in reversed(way[:-1]):
            await reader.press("backspace")
            assert (reader.pane, reader.selected) == place
        await reader.press("backspace")
        assert reader.briefing.items.has_focus


async def test_the_overview_is_a_page_of_doors() -> None:
    async with reading() as reader:
        question = next(one.id for one in reader.briefing.view.questions if one.status == "open")
        reader.briefing.items.select(question)
        await reader.press("enter")
        assert (reader.pane, reader.selected) == ("Questions", question)
        await reader.press("backspace")
        assert (reader.pane, reader.selected) == ("Overview", question)
        assert reader.briefing.items.has_focus


async def test_a_judgment_without_a_row_of_its_own_is_told_with_the_rest() -> None:
    async with reading(item="toll-in-time") as reader:
        assert (reader.pane, reader.selected) == ("Overview", "more:judgments")
        assert "The toll will start on 1 January 2025. since replaced" in prose(await reader.look())


async def test_a_judgment_has_its_detail_in_the_overview() -> None:
    async with reading(size=NARROW) as reader:
        assert "Evidence" in await reader.press("j", "enter")
        assert reader.pane == "Overview"


async def test_a_door_to_a_position_leads_to_its_place_in_the_actors_record() -> None:
    async with reading(size=(120, 16), item="not-twice") as reader:
        while reader.briefing.detail.door != "hauliers-oppose":
            before = reader.briefing.detail.place
            await reader.press("down")
            assert reader.briefing.detail.place != before
        text = await reader.press("enter")
        assert (reader.pane, reader.selected) == ("Stakeholders", "hauliers")
        assert "They will not pay twice for the same bridge." in prose(text)


async def test_down_and_up_go_from_door_to_door() -> None:
    async with reading(item="council-vote") as reader:
        first = reader.briefing.detail.door
        await reader.press("down", "down")
        assert reader.briefing.detail.door != first
        await reader.press("k", "k")
        assert reader.briefing.detail.door == first


async def test_a_long_detail_scrolls_to_its_end_and_back() -> None:
    async with reading(size=(80, 14), item="council-vote") as reader:
        top = reader.briefing.detail.top
        await reader.press("G")
        assert reader.briefing.detail.top > top
        assert reader.briefing.detail.door is not None
        await reader.press("g")
        assert reader.briefing.detail.top == 0
        await reader.press("pagedown", "ctrl+d", "ctrl+u", "pageup")
        assert reader.briefing.detail.top == 0


async def test_where_there_is_no_door_the_text_scrolls(tmp_path_factory: pytest.TempPathFactory) -> None:
    from briefing_stories import written

    path = written(
        tmp_path_factory.mktemp("long"),
        "events:\n  - id: a\n    date: 2024-06-01\n    title: A\n    detail: |\n"
        + "".join(f"      Line number {number}.\n" for number in range(60)),
    )
    async with reading(path, size=NARROW, item="a") as reader:
        assert "Line number 3." in await reader.look()
        text = await reader.press(*["j"] * 10)
        assert "Line number 3." not in text
        assert "Line number 20." in text


async def test_the_door_under_the_cursor_is_marked_without_colour() -> None:
    async with reading(item="steel") as reader:
        assert "▸ the passage in the stored text" in await reader.look()
        assert "▸ Ingrid Dahl" in await reader.press("j")
        assert "› Ingrid Dahl" in await reader.press("h")


async def test_a_click_on_a_row_selects_it_and_a_click_on_a_door_follows_it() -> None:
    async with reading() as reader:
        await reader.press("4")
        await reader.click("“No promises.”")
        assert reader.selected == "no-promises"
        await reader.click("› Ingrid Dahl")
        assert (reader.pane, reader.selected) == ("Stakeholders", "mayor")
        await reader.press("backspace")
        assert (reader.pane, reader.selected) == ("Quotes", "no-promises")


async def test_a_click_on_a_row_opens_it_where_the_list_is_alone() -> None:
    async with reading(size=NARROW) as reader:
        await reader.press("4")
        text = await reader.click("“No promises.”")
        assert "Speaker" in text
        assert "To the council" not in text


async def test_a_click_on_a_tab_changes_the_pane() -> None:
    async with reading() as reader:
        await reader.click("6 Figures")
        assert reader.pane == "Figures"
        await reader.click("1 Overview")
        assert reader.pane == "Overview"


async def test_a_click_beside_everything_does_nothing() -> None:
    async with reading() as reader:
        await reader.press("7")
        chosen = reader.selected
        await reader.pilot.click(offset=(10, 36))
        await reader.pilot.click(offset=(110, 1))
        await reader.pilot.click(offset=(110, 36))
        await reader.look()
        assert (reader.pane, reader.selected) == ("Sources", chosen)


async def test_accounts_beside_each_other_are_doors_to_keys_and_mouse() -> None:
    async with reading(size=WIDE, item="council-vote") as reader:
        text = await reader.press("j")
        assert "▸ Storhavn Courier ·" in text
        await reader.press("j")
        assert reader.briefing.detail.door == "berg"
        await reader.click("› Nordwire · Harbour toll")
        assert (reader.pane, reader.selected) == ("Sources", "wire-vote")
        await reader.press("backspace")
        assert (reader.pane, reader.selected) == ("Timeline", "council-vote")
