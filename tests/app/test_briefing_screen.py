from pathlib import Path

from briefing_stories import MIDDLE, NARROW, SIZES, WIDE, prose, reading, written
from rich.cells import cell_len

from tui.app.panes.text import plain
from tui.app.screens.briefing import BriefingScreen
from tui.app.widgets.title_line import title_line


@SIZES
async def test_a_briefing_opens_with_its_title_label_date_and_bottom_line(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        text = await reader.look()
    first = text.splitlines()[0]
    assert "The harbour bridge" in first
    assert first.endswith("TLP:AMBER+STRICT   as of 30 Sep 2024")
    assert "The toll on the harbour bridge will start late, if at all." in prose(text)


@SIZES
async def test_every_pane_is_a_number_away(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for number, title in enumerate(reader.briefing.tabs.titles, start=1):
            text = await reader.press(str(number))
            assert reader.pane == title
            assert f"{number} {title}" in text.splitlines()[1]
            assert reader.selected is not None


@SIZES
async def test_nothing_is_wider_than_the_terminal(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for number in "1357":
            text = await reader.press(number, "l")
            assert all(cell_len(line) <= size[0] for line in text.splitlines())


async def test_the_tabs_say_how_many_there_are_where_there_is_room() -> None:
    async with reading(size=MIDDLE) as reader:
        assert "4 Quotes 10  5 Questions 4" in (await reader.look()).splitlines()[1]
        assert "4 Quotes 5 Questions" in (await reader.resize(80, 24)).splitlines()[1]
        assert (await reader.resize(40, 24)).splitlines()[1].strip() == "1 Overview  2  3  4  5  6  7"


async def test_tab_goes_round_the_panes_and_back() -> None:
    async with reading() as reader:
        await reader.press("tab", "tab")
        assert reader.pane == "Stakeholders"
        await reader.press("shift+tab", "shift+tab", "shift+tab")
        assert reader.pane == "Sources"
        await reader.press("L")
        assert reader.pane == "Overview"
        await reader.press("H")
        assert reader.pane == "Sources"


async def test_arrows_and_vi_keys_move_alike() -> None:
    async with reading() as reader:
        await reader.press("4", "down", "down", "up")
        by_arrows = reader.selected
        await reader.press("home", "j", "j", "k")
        assert reader.selected == by_arrows
        await reader.press("G")
        last = reader.selected
        await reader.press("g", "end")
        assert reader.selected == last
        await reader.press("pageup")
        assert reader.selected != last


async def test_half_a_page_and_a_page_move_in_a_list() -> None:
    async with reading(size=NARROW) as reader:
        await reader.press("3", "ctrl+d")
        after_half = reader.selected
        await reader.press("g", "pagedown")
        after_page = reader.selected
        await reader.press("g")
        first = reader.selected
        assert len({first, after_half, after_page}) == 3
        await reader.press("ctrl+d", "ctrl+u")
        assert reader.selected == first


async def test_each_pane_remembers_its_selection() -> None:
    async with reading() as reader:
        await reader.press("4", "j", "j")
        chosen = reader.selected
        await reader.press("5", "j", "4")
        assert reader.selected == chosen


async def test_the_detail_stands_beside_the_list_where_there_is_room() -> None:
    async with reading(size=(100, 30)) as reader:
        text = await reader.press("2")
        assert "┄ as of 30 Sep 2024 ┄" in text
        assert "20 Sep 2024 · × cancelled" in text


async def test_in_a_narrow_terminal_the_detail_is_behind_enter_and_backspace_comes_back() -> None:
    async with reading(size=NARROW) as reader:
        assert "cancelled" not in await reader.press("2")
        assert "20 Sep 2024 · × cancelled" in await reader.press("enter")
        assert "as of 30 Sep 2024 ┄" not in await reader.look()
        for key in ("backspace", "h", "left", "escape", "q"):
            assert "as of 30 Sep 2024 ┄" in await reader.press(key)
            assert reader.selected == "public-meeting"
            await reader.press("enter")


async def test_resizing_in_the_middle_keeps_the_pane_the_row_and_the_detail() -> None:
    async with reading(size=MIDDLE) as reader:
        await reader.press("4", "j", "j", "l", "j")
        row, door = reader.selected, reader.briefing.detail.door
        assert door is not None
        for size in ((80, 24), (200, 60), (99, 20), (120, 40)):
            await reader.resize(*size)
            assert (reader.pane, reader.selected, reader.briefing.detail.door) == ("Quotes", row, door)
            assert reader.briefing.detail.has_focus
        await reader.press("h")
        assert reader.briefing.items.has_focus


async def test_a_row_that_is_selected_stays_in_view_when_the_terminal_shrinks() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press("3", "G")
        text = await reader.resize(80, 12)
        assert "▸ ? a person close to the mayor" in text


async def test_an_empty_pane_says_why(tmp_path: Path) -> None:
    async with reading(written(tmp_path, "")) as reader:
        assert "This briefing has no figures." in await reader.press("6")
        assert "This briefing has no quotes." in await reader.press("4", "enter", "j", "G", "pagedown")


async def test_problems_are_counted_and_what_is_not_shown_is_said(tmp_path: Path) -> None:
    broken = written(tmp_path, "events:\n  - id: a\n    date: never\n    title: A\n", "broken")
    async with reading(broken) as reader:
        text = await reader.look()
        assert "! 1 problem: parts of it are not shown." in text
        assert "broken.yaml:8" in text


async def test_a_sound_briefing_has_no_word_about_problems() -> None:
    async with reading() as reader:
        assert "problem" not in await reader.look()


async def test_an_earlier_date_shows_the_briefing_as_it_stood() -> None:
    async with reading(as_of="2024-04-01") as reader:
        text = await reader.look()
        assert "as it stood on 1 Apr 2024" in text.splitlines()[0]
        assert "The bottom line was written as of 30 Sep 2024, and is not shown as of an earlier date." in prose(text)


async def test_an_item_asked_for_by_name_is_shown_in_its_pane() -> None:
    async with reading(item="steel") as reader:
        assert (reader.pane, reader.selected) == ("Quotes", "steel")
        assert "steel does" in await reader.look()


async def test_a_position_asked_for_by_name_is_shown_in_its_actors_record() -> None:
    async with reading(size=(120, 14), item="hauliers-oppose") as reader:
        assert (reader.pane, reader.selected) == ("Stakeholders", "hauliers")
        assert "They will not pay twice for the same bridge." in prose(await reader.look())


async def test_an_item_that_is_not_there_is_said_and_the_briefing_opens() -> None:
    async with reading(item="nobody") as reader:
        assert reader.pane == "Overview"
        assert "Nothing here has the id nobody." in await reader.look()


async def test_q_goes_up_one_level_and_leaves_at_the_top() -> None:
    async with reading() as reader:
        await reader.press("2", "enter", "q")
        assert reader.app.is_running
        assert reader.briefing.items.has_focus
        await reader.press("q")
        assert reader.app.return_code == 0


async def test_the_footer_shows_only_what_makes_sense_now() -> None:
    async with reading() as reader:
        in_list = (await reader.press("2", "g", "j")).splitlines()[-1]
        in_detail = (await reader.press("enter")).splitlines()[-1]
    assert "Open" in in_list
    assert "Follow" not in in_list
    assert "Follow" in in_detail
    assert "List" in in_detail


async def test_the_help_has_the_keys_of_a_briefing() -> None:
    async with reading(size=WIDE) as reader:
        text = await reader.press("question_mark")
        assert "Go back along the way you came" in text
        assert "Write the briefing to a file" in text


async def test_ten_thousand_events_are_drawn_only_where_they_are_seen(tmp_path: Path) -> None:
    events = "".join(
        f"  - {{id: e{number}, date: {2000 + number // 500}-01-01, title: Event number {number}}}\n"
        for number in range(10_000)
    )
    path = written(tmp_path, f"events:\n{events}")
    async with reading(path) as reader:
        text = await reader.press("2", "G", "pageup", "g")
        assert "▸ Jan ●  1          Event number 0" in text
        items = reader.briefing.items
        assert len(items.children) == 0
        assert items.virtual_size.height > 10_000
        assert items.drawn_entries < 500


async def test_nothing_can_be_done_on_a_screen_that_is_not_yet_whole_or_is_no_more() -> None:
    async with reading() as reader:
        here = reader.briefing
        coming = BriefingScreen(here.loaded, here.view, here.root)
        reader.app.push_screen(coming)
        assert coming.check_action("open", ()) is False
        assert coming.check_action("copy", ("plain",)) is False
        await reader.settle()
        assert coming.check_action("copy", ("plain",))
        await coming.query_one("#body").remove()
        assert coming.check_action("copy", ("plain",)) is False


async def test_on_a_narrow_terminal_what_is_new_gives_way_to_the_title_and_the_date_is_whole(tmp_path: Path) -> None:
    async with reading(written(tmp_path, "tlp: clear\n"), size=(40, 10)) as reader:
        assert (await reader.look()).splitlines()[0] == " A story       TLP:CLEAR   30 June 2024"
        shown = {width: plain(title_line(reader.briefing.view, width, new=1234)) for width in (38, 46, 60)}
    assert shown[38].endswith("TLP:CLEAR   30 June 2024")
    assert "new" not in shown[46]
    assert shown[46].endswith("TLP:CLEAR   as of 30 June 2024")
    assert shown[60].endswith("* 1,234 new   TLP:CLEAR   as of 30 June 2024")
    assert all(one.startswith("A story ") for one in shown.values())
