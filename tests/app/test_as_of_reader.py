"""The whole briefing as it stood, in the reader."""

from briefing_stories import SIZES, reading, written

STORY = """\
id: story
actors: [{id: mayor, name: The mayor}]
questions:
  - id: toll
    text: Will there be a toll?
    status: resolved
    raised: 2024-03-01
    resolution: {date: 2024-05-10, outcome: There will}
positions:
  - {actor: mayor, question: toll, date: 2024-03-01, stance: oppose, known: 2024-03-01}
  - {actor: mayor, question: toll, date: 2024-04-02, stance: support, known: 2024-04-02}
events:
  - {id: hearing, date: 2024-03-20, title: A hearing, known: 2024-03-01, about: [toll]}
  - {id: vote, date: 2024-05-10, title: The vote, known: 2024-05-10, about: [toll]}
figures:
  - {id: cost-1, name: Cost, date: 2024-03-01, value: 10, known: 2024-03-01}
  - {id: cost-2, name: Cost, date: 2024-05-10, value: 12, known: 2024-05-10}
"""


@SIZES
async def test_the_briefing_is_stepped_back_and_forth_through_what_became_known(tmp_path, size) -> None:
    async with reading(written(tmp_path, STORY), size) as reader:
        assert (await reader.look()).splitlines()[0].rstrip().endswith("as of 30 June 2024")
        dates = []
        for _ in range(5):
            top = (await reader.press("[")).splitlines()[0]
            dates.append(top.partition("as it stood on ")[2].strip())
        assert dates == ["10 May 2024", "2 Apr 2024", "20 Mar 2024", "1 Mar 2024", "1 Mar 2024"]
        assert "2 Apr 2024" in (await reader.press("]", "greater_than_sign")).splitlines()[0]
        assert "20 Mar 2024" in (await reader.press("<")).splitlines()[0]
        assert (await reader.press("0")).splitlines()[0].rstrip().endswith("as of 30 June 2024")


async def test_as_of_a_day_what_came_after_is_not_there_and_what_was_planned_looks_planned(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        await reader.press("t", *"2024-03-05")
        text = await reader.press("enter", "2")
        assert "○" in text
        assert "A hearing" in text
        assert "The vote" not in text
        assert "2 Timeline 1" in text.splitlines()[1]
        text = await reader.press("5")
        assert "Open" in text
        assert "There will" not in text
        text = await reader.press("6")
        assert "10" in text
        assert "12" not in text.replace("120", "")
        text = await reader.press("3", "l")
        assert "oppose" in text
        assert "support" not in text


async def test_what_is_no_date_is_told_and_asked_again(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        text = await reader.press("t", *"2024-13", "enter")
        assert "There is no month 13" in text
        assert "as of 30 June 2024" in text
        assert reader.briefing.prompt.is_open
        text = await reader.press("escape", "j")
        assert not reader.briefing.prompt.is_open
        assert reader.briefing.items.has_focus


async def test_a_date_that_is_not_earlier_is_the_newest_state(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        await reader.press("[", "[", "t", *"2030", "enter")
        assert reader.briefing.view.as_of is None
        assert "newest state" in await reader.look()


async def test_the_place_is_kept_while_the_date_moves(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        await reader.press("2", "g")
        assert reader.selected == "hearing"
        await reader.press("[", "[")
        assert (reader.pane, reader.selected) == ("Timeline", "hearing")
        # The vote is not known then: what stood next to it is selected.
        await reader.press("0", "G")
        assert reader.selected == "vote"
        await reader.press("[", "[")
        assert reader.selected == "hearing"


async def test_at_the_newest_state_there_is_no_later_one_and_the_footer_says_so(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        assert reader.briefing.check_action("step_date", (1,)) is None
        assert reader.briefing.check_action("newest", ()) is None
        await reader.press("[", "[", "[", "[")
        assert reader.briefing.check_action("step_date", (-1,)) is None


@SIZES
async def test_a_strip_shows_where_one_stands(tmp_path, size) -> None:
    async with reading(written(tmp_path, STORY), size) as reader:
        assert "┊" not in await reader.look()
        text = await reader.press("[", "[", "[")
        assert sum("┊" in line for line in text.splitlines()) == 1
        assert "┊" not in await reader.press("0")
        assert "┊" in await reader.press("2")


async def test_what_was_said_before_is_gone_when_a_date_is_asked_for() -> None:
    async with reading() as reader:
        assert "newest state" in await reader.press("t", *"2030", "enter")
        assert "newest state" not in await reader.press("t")
        text = await reader.press(*"nonsense", "enter")
        assert "nonsense” is no date" in text
        assert "newest state" not in text
