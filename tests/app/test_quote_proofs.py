"""Proofs in the reader: the state of each quote, and the passage in its source's text."""

import pytest
from briefing_stories import MIDDLE, NARROW, WIDE, prose, reading, written

from tui.app.screens.source_text import SourceTextScreen

ARTICLE = """\
The council met on Tuesday.

“We will build the bridge,” said the mayor. “And we will pay for it.”

A neighbour said the noise had never been so loud. “Nobody asked us what we think of it,” he added.
"""
STORY = """\
actors: [{id: mayor, name: The mayor}, {id: neighbour, name: A neighbour}]
quotes:
  - {id: build, text: We will build the bridge, speaker: mayor, source: report}
  - {id: changed, text: Nobody told us what we think of it, speaker: neighbour, source: report}
  - {id: paraphrase, text: the noise had never been so loud, speaker: neighbour, source: report}
  - {id: pay, text: And we will pay for it., speaker: mayor, source: report}
"""


@pytest.fixture
def story(tmp_path):
    """A briefing whose source has its text beside it."""
    path = written(tmp_path, STORY)
    text = path.read_text().replace("published: 2024-06-01", "published: 2024-06-01, text: report.txt")
    path.write_text(text)
    (tmp_path / "report.txt").write_text(ARTICLE)
    return path


async def test_every_quote_says_how_its_proof_came_out(story):
    async with reading(story, WIDE) as reader:
        screen = await reader.press("4")
        for state in ("✓ exact", "✗ altered"):
            assert state in screen
        assert "not within quotation marks" in prose(await reader.press("j", "j"))


async def test_an_altered_quote_shows_what_stands_in_the_source(story):
    async with reading(story, WIDE, item="changed") as reader:
        assert "[−asked−] {+told+}" in prose(await reader.look())


@pytest.mark.parametrize("size", [MIDDLE, WIDE])
async def test_enter_on_a_quote_opens_its_source_at_the_passage(story, size):
    async with reading(story, size) as reader:
        screen = await reader.press("4", "enter")
        assert "▶ “We will build the bridge,” said the mayor." in screen
        assert "1 of 3 · The mayor · ✓ exact" in screen


async def test_in_a_narrow_terminal_the_passage_is_a_door_in_the_detail(story):
    async with reading(story, NARROW) as reader:
        screen = await reader.press("4", "enter")
        assert "the passage in the stored text" in screen
        assert "▶ “We will build" in await reader.press("enter")


async def test_n_goes_to_the_next_passage_and_back_to_the_first(story):
    async with reading(story, MIDDLE) as reader:
        await reader.press("4", "enter")
        assert "2 of 3" in await reader.press("n")
        assert "3 of 3" in await reader.press("n")
        assert "1 of 3" in await reader.press("n")
        assert "3 of 3" in await reader.press("N")


@pytest.mark.parametrize("key", ["backspace", "escape", "q", "h"])
async def test_from_the_text_one_comes_back_to_the_quote(story, key):
    async with reading(story, MIDDLE) as reader:
        await reader.press("4", "j", "enter")
        assert isinstance(reader.app.screen, SourceTextScreen)
        await reader.press(key)
        assert reader.app.screen is reader.briefing
        assert reader.selected == "changed"


async def test_a_quote_that_does_not_stand_there_opens_the_text_without_a_passage(story):
    async with reading(story, MIDDLE) as reader:
        assert "These words do not stand here" in await reader.press("4", "j", "enter")


async def test_resizing_keeps_the_passage_in_view(story):
    async with reading(story, MIDDLE) as reader:
        await reader.press("4", "enter", "n")
        assert "▶" in await reader.resize(60, 20)


async def test_a_source_opens_its_text_too(story):
    async with reading(story, MIDDLE, item="report") as reader:
        assert "the stored text" in await reader.look()
        await reader.press("enter")
        assert isinstance(reader.app.screen, SourceTextScreen)


async def test_without_the_text_a_quote_is_unproven_and_opens_its_detail(tmp_path):
    async with reading(written(tmp_path, STORY), MIDDLE) as reader:
        assert "· unproven" in await reader.press("4")
        await reader.press("enter")
        assert reader.app.screen is reader.briefing


async def test_a_text_that_looks_like_markup_is_shown_as_it_is(story):
    (story.parent / "report.txt").write_text(ARTICLE.replace("Tuesday", "[/b][@click=app.quit]x"))
    async with reading(story, MIDDLE) as reader:
        assert "[/b][@click=app.quit]x" in await reader.press("4", "enter")


async def test_a_quote_says_of_which_text_its_source_is_a_reprint(tmp_path):
    path = written(tmp_path, STORY)
    sources = "[{id: report, title: A report, origin: first}, {id: first, title: The first report}]"
    path.write_text(path.read_text().replace("[{id: report, title: A report, published: 2024-06-01}]", sources))
    async with reading(path, MIDDLE, item="build") as reader:
        assert "Reprint of › The first report" in " ".join(prose(await reader.look()).split())
