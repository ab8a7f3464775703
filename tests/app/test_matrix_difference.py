"""The stance matrix as the difference between two dates."""

from collections.abc import Callable

import pytest
from briefing_stories import SIZES, WIDE, reading, written
from charts import drawn

from tui.analysis.view import View, view
from tui.app.widgets.stance_matrix import StanceMatrix
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF

MARKUP = "[/b][@click=app.quit]x"

STORY = """\
id: story
actors:
  - {id: mayor, name: The mayor}
  - {id: hauliers, name: The hauliers}
  - {id: union, name: The union}
  - {id: port, name: The port}
questions: [{id: toll, text: Will there be a toll?}, {id: tunnel, text: Will there be a tunnel?}]
positions:
  - {id: m1, actor: mayor, question: toll, date: 2024-03-01, stance: strongly-oppose, known: 2024-03-01}
  - {id: m2, actor: mayor, question: toll, date: 2024-04-02, stance: support, known: 2024-04-02}
  - {id: h1, actor: hauliers, question: toll, date: 2024-03-01, stance: oppose, known: 2024-03-01}
  - {id: p1, actor: port, question: tunnel, date: 2024-03-01, stance: support, known: 2024-03-01}
  - {id: p2, actor: port, question: tunnel, date: 2024-04-02, stance: no-comment, known: 2024-04-02}
  - {id: u1, actor: union, question: tunnel, date: 2024-05-02, stance: support, known: 2024-05-02}
"""


def lines_of(text: str, name: str) -> tuple[str, str]:
    """The two lines of an actor's row."""
    lines = text.splitlines()
    at = next(index for index, one in enumerate(lines) if one[2:].startswith(name))
    return lines[at][2:], lines[at + 1]


@SIZES
async def test_it_shows_now_then_and_the_difference(tmp_path, size) -> None:
    async with reading(written(tmp_path, STORY), size) as reader:
        now = await reader.press("3", "v")
        assert "+ support" in lines_of(now, "The mayor")[0]
        then = await reader.press("t", *"2024-03-10", "enter")
        assert "−− strongly" in lines_of(then, "The mayor")[0]
        assert "The union" not in then
        difference = await reader.press("d")
        first, second = lines_of(difference, "The mayor")
        assert "▲⇄ −− → +" in first
        assert "2 Apr 2024" in second
        assert "≠ + → no" in lines_of(difference, "The port")[0]
        assert "✦ 2 May 2024" in lines_of(difference, "The union")[1]
        assert "− oppose" in lines_of(difference, "The hauliers")[0]
        assert "10 Mar 2024 → 30 June 2024" in difference
        assert "−− strongly" in lines_of(await reader.press("d"), "The mayor")[0]


async def test_the_cell_under_the_cursor_is_told_in_words(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        text = await reader.press("3", "v", "t", *"2024-03-10", "enter", "d")
        assert "The mayor: −− strongly oppose · 1 Mar 2024 → + support · 2 Apr 2024" in text.replace("\u00a0", " ")
        assert "▲ 3 steps, a reversal" in text.replace("\u00a0", " ")
        assert "as before" in await reader.press("j")
        assert "✦ appeared" in await reader.press("j", "l")
        assert "no position on either date" in await reader.press("h")


async def test_at_the_newest_state_it_is_the_difference_from_the_last_visit(tmp_path) -> None:
    path = written(tmp_path, STORY.replace("  - {id: u1", "  # {id: u1"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("as_of: 2024-06-30", "as_of: 2024-04-30"), encoding="utf-8")
    async with reading(path):
        pass
    path.write_text(text.replace("  # {id: u1", "  - {id: u1"), encoding="utf-8")
    async with reading(path) as reader:
        difference = await reader.press("3", "v", "d")
        assert "30 Apr 2024 → 30 June 2024" in difference
        assert "✦ 2 May 2024" in lines_of(difference, "The union")[1]
        assert "→" not in lines_of(difference, "The mayor")[0]
        await reader.press("j", "j", "l", "enter")
        assert (reader.pane, reader.selected) == ("Stakeholders", "union")


async def test_what_came_later_opens_nothing_before_it_was_known(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        await reader.press("3", "v", "t", *"2024-03-10", "enter", "d", "G", "k")
        text = await reader.press("enter")
        assert "Not known on 10 Mar 2024" in text
        await reader.press("backspace")
        assert reader.pane == "Stakeholders: stances"


async def test_the_key_is_there_in_the_matrix_only(tmp_path) -> None:
    async with reading(written(tmp_path, STORY), WIDE) as reader:
        assert "d Difference" not in await reader.press("3")
        assert "d Difference" in await reader.press("v")
        assert "d Difference" not in await reader.press("v")


def both(make: Callable[..., Briefing], name: str) -> tuple[View, View]:
    briefing = make(
        actors=[{"id": "a", "name": name}],
        questions=[{"id": "q", "text": name}],
        positions=[
            {"id": "p1", "actor": "a", "question": "q", "date": "2024-01-01", "summary": name, "known": "2024-01-01"},
            {"id": "p2", "actor": "a", "question": "q", "date": "2024-02-01", "stance": "support", "summary": name},
        ],
    )
    return view(briefing, EDTF.parse("2024-01-15")), view(briefing)


@pytest.mark.parametrize("size", [(40, 10), (80, 24)], ids=str)
async def test_markup_and_wide_names_are_text_in_the_difference(
    make_briefing: Callable[..., Briefing], size: tuple[int, int]
) -> None:
    for name in (MARKUP, "世界银行" * 20, "e\u0301" * 90):
        before, after = both(make_briefing, name)
        async with drawn(StanceMatrix, after, size) as shown:
            shown.chart.show_difference(before, after, after)
            assert name[:8] in await shown.look()
            strips = shown.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {size[0]}
