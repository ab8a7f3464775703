"""Finding in the reader: the pane narrowed as one types, the briefing focused, an item by its name."""

import pytest
from briefing_stories import MIDDLE, SIZES, prose, reading, written


@SIZES
async def test_a_pane_is_narrowed_as_one_types_with_a_count_and_esc_gives_everything_back(size) -> None:
    async with reading(size=size) as reader:
        await reader.press("2")
        whole = reader.briefing.items.ids
        before = reader.selected
        text = await reader.press("slash", *"vote")
        found = reader.briefing.items.ids
        assert 0 < len(found) < len(whole)
        assert f"{len(found)} of {len(whole)}" in text
        assert "vote" in text.lower()
        await reader.press("escape")
        assert reader.briefing.items.ids == whole
        await reader.press("slash", *"vote", "enter")
        assert reader.briefing.items.has_focus
        await reader.press("escape")
        assert reader.briefing.items.ids == whole
        assert before in whole


EVENTS = """\
events:
  - {id: toll, date: 2024-01-01, title: The council votes on the toll}
  - {id: ferry, date: 2024-02-01, title: The council votes on the ferry}
  - {id: cafe, date: 2024-03-01, title: A café opens at the harbour}
"""


async def test_words_are_found_without_their_accents_and_case_and_all_of_them_are_asked_for(tmp_path) -> None:
    async with reading(written(tmp_path, EVENTS)) as reader:
        await reader.press("2", "slash", *"COUNCIL", "enter")
        assert reader.briefing.items.ids == ["toll", "ferry"]
        await reader.press("slash", *" toll", "enter")
        assert reader.briefing.items.ids == ["toll"]
        await reader.press("escape", "slash", *"cafe", "enter")
        assert reader.briefing.items.ids == ["cafe"]


async def test_n_goes_round_the_matches_from_list_and_detail() -> None:
    async with reading() as reader:
        await reader.press("2", "slash", *"toll", "enter")
        ids = reader.briefing.items.ids
        assert len(ids) > 1
        seen = [reader.selected]
        for _ in ids:
            await reader.press("n")
            seen.append(reader.selected)
        assert seen[0] == seen[-1]
        assert set(seen) == set(ids)
        await reader.press("l", "N")
        assert reader.selected == seen[-2]


async def test_where_nothing_is_found_a_sentence_says_what_to_do() -> None:
    async with reading() as reader:
        text = await reader.press("2", "slash", *"zeppelin")
        assert "Nothing in Timeline has “zeppelin”. Esc gives everything back." in prose(text)
        assert "0 of" in text
        await reader.press("enter")
        await reader.press("escape")
        assert reader.selected is not None


async def test_following_a_door_leaves_what_was_sought_and_coming_back_finds_it_again() -> None:
    async with reading() as reader:
        await reader.press("2", "slash", *"council votes", "enter")
        ids = reader.briefing.items.ids
        await reader.press("l", "enter")
        assert not reader.briefing.sought
        await reader.press("backspace")
        assert reader.briefing.items.ids == ids


@SIZES
async def test_focus_narrows_every_pane_to_an_actor_and_says_so_on_top(size) -> None:
    async with reading(size=size, item="mayor") as reader:
        await reader.press("escape")
        events = len(reader.briefing.view.events)
        text = await reader.press("f")
        name = reader.briefing.view.name_of("mayor")
        assert f"only {name[:6]}" in text.splitlines()[0]
        assert 0 < len(reader.briefing.view.events) < events
        assert (reader.pane, reader.selected) == ("Stakeholders", "mayor")
        await reader.press("f")
        assert len(reader.briefing.view.events) == events


async def test_what_to_focus_on_is_chosen_by_name_where_nothing_fit_is_selected() -> None:
    async with reading() as reader:
        await reader.press("2", "f")
        await reader.press(*"toll", "enter")
        assert reader.briefing.view.focus is not None
        assert reader.briefing.view.question(reader.briefing.view.focus) is not None


async def test_the_palette_goes_to_an_item_by_its_name_and_backspace_comes_back() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p", *"council votes for", "enter")
        assert (reader.pane, reader.selected) == ("Timeline", "council-vote")
        await reader.press("backspace")
        assert reader.pane == "Overview"


async def test_focus_and_date_hold_together() -> None:
    async with reading(size=MIDDLE, item="mayor") as reader:
        await reader.press("f", "[", "[")
        view = reader.briefing.view
        assert view.focus == "mayor"
        assert view.as_of is not None
        await reader.press("0")
        assert reader.briefing.view.focus == "mayor"


@pytest.mark.parametrize("key", ["slash", "t", "C"])
async def test_while_something_is_asked_the_footer_tells_only_keys_that_work_then(key: str) -> None:
    async with reading() as reader:
        text = await reader.press(key)
        assert text.splitlines()[-1] == " Enter Take  Esc Close  Ctrl+P Commands"
        text = await reader.press("escape")
        assert "/ Find" in text.splitlines()[-1]
        assert "Take" not in text.splitlines()[-1]
