from collections.abc import Callable
from typing import Any

import pytest
from charts import drawn
from rich.cells import cell_len

from tui.analysis.ledger import move_to
from tui.analysis.view import View, view
from tui.app.panes.digest import MOVED, groups_of
from tui.app.panes.moves import size_words
from tui.app.widgets.stance_matrix import StanceMatrix
from tui.load.briefing import Loaded
from tui.model.briefing import Briefing

MARKUP = "[/b][@click=app.quit]x"


@pytest.fixture
def sample(load_sample: Callable[..., Loaded]) -> View:
    briefing = load_sample().briefing
    assert briefing is not None
    return view(briefing)


def many(make: Callable[..., Briefing], actors: int, questions: int, name: str = "Actor") -> View:
    """A briefing in which everybody stands somewhere on everything."""
    return view(
        make(
            actors=[{"id": f"a{n}", "name": f"{name} {n}"} for n in range(actors)],
            questions=[{"id": f"q{n}", "text": f"Is it {n}?"} for n in range(questions)],
            positions=[
                {"id": f"p{a}-{q}", "actor": f"a{a}", "question": f"q{q}", "date": "2024-05-01", "stance": "support"}
                for a in range(actors)
                for q in range(questions)
            ],
        )
    )


def moved(make: Callable[..., Briefing], *stances: str | None) -> View:
    """An actor who took these stances one after the other; None for a position with a summary only."""
    positions: list[dict[str, Any]] = [
        {
            "id": f"p{n}",
            "actor": "ann",
            "question": "q",
            "date": f"2024-05-{n + 1:02}",
            **({"stance": one} if one else {"summary": "She spoke."}),
        }
        for n, one in enumerate(stances)
    ]
    return view(make(actors=[{"id": "ann", "name": "Ann"}], questions=[{"id": "q", "text": "Q?"}], positions=positions))


@pytest.mark.parametrize(
    ("stances", "words"),
    [
        (["strongly-support", "support"], "▼ 1 step"),
        (["oppose", "strongly-support"], "▲ 3 steps, a reversal"),
        (["support", "neutral", "oppose"], "▼ 1 step, a reversal"),
        (["support", "neutral", "support"], "▲ 1 step"),
        (["support", "no-comment"], "≠ changed"),
        (["support", "no-comment", "oppose"], "≠ changed, a reversal"),
        (["support", None, "oppose"], "≠ changed, a reversal"),
        (["neutral", "mixed"], "≠ changed"),
        (["support", "support"], ""),
        (["support"], ""),
        (["support", None], "≠ changed"),
    ],
)
def test_a_move_says_which_way_how_far_and_whether_to_the_other_side(
    make_briefing: Callable[..., Briefing], stances: list[str | None], words: str
) -> None:
    shown = moved(make_briefing, *stances)
    move = move_to(shown, shown.positions[-1])
    assert (size_words(move).replace("\u00a0", " ") if move else "") == words


def test_the_latest_move_comes_first(make_briefing: Callable[..., Briefing]) -> None:
    shown = moved(make_briefing, "support", "neutral", "oppose")
    assert list(groups_of(shown, frozenset())[MOVED][0]) == ["p2", "p1"]


async def test_the_matrix_shows_who_stands_where_and_who_moved_when(sample: View) -> None:
    async with drawn(StanceMatrix, sample) as shown:
        text = await shown.look()
        assert "1 Will the     2 Will the" in text
        assert "▸ Storhavn Hauliers         −− strongly    ·" in text
        lines = text.splitlines()
        mayor = next(index for index, one in enumerate(lines) if "Ingrid Dahl" in one)
        assert "+ support" in lines[mayor]
        assert "▼ 19 Aug 2024" in lines[mayor + 1]
        assert "1 Will the toll start on 1 January 2025? · open" in text
        assert "▲ ▼ moved" in text


async def test_the_cursor_says_in_words_what_it_is_on(sample: View) -> None:
    async with drawn(StanceMatrix, sample, (120, 30)) as shown:
        text = await shown.move("down")
        assert "Ingrid Dahl: + support" in text
        assert "▼ 1 step · from ++ strongly support 12 Mar 2024" in text
        assert shown.chart.selected == sample.stands_on("start-in-january")[-1].id
        assert "Ingrid Dahl: no position" in await shown.move("right")
        assert shown.chart.selected == "mayor"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (40, 12)], ids=str)
async def test_a_large_matrix_scrolls_both_ways_with_its_headers_in_place(
    make_briefing: Callable[..., Briefing], size: tuple[int, int]
) -> None:
    shown_view = many(make_briefing, 120, 30)
    async with drawn(StanceMatrix, shown_view, size) as shown:
        text = await shown.move("last", *["right"] * 40)
        assert shown.chart.selected == "p119-29"
        assert "▸ Actor 119" in text
        assert "30 Is it 29?" in text.splitlines()[0]
        assert "of 120" in text
        assert "–30 of 30" in text
        assert all(cell_len(line) <= size[0] for line in text.splitlines())
        text = await shown.move("first", *["left"] * 40)
        assert (shown.chart.selected, text.splitlines()[0].split()[0]) == ("p0-0", "1")
        await shown.move("page_down", "half_up", "up")
        assert shown.chart.selected not in {"p0-0", "p119-0"}


async def test_a_resize_keeps_the_cell(make_briefing: Callable[..., Briefing]) -> None:
    async with drawn(StanceMatrix, many(make_briefing, 50, 20), (200, 60)) as shown:
        await shown.move(*["down"] * 30, *["right"] * 15)
        assert shown.chart.selected == "p30-15"
        for size in ((80, 24), (30, 8), (120, 40)):
            await shown.pilot.resize_terminal(*size)
            text = await shown.look()
            assert shown.chart.selected == "p30-15"
            assert "▸ " in text


async def test_another_view_keeps_the_actor_and_the_question(sample: View) -> None:
    async with drawn(StanceMatrix, sample) as shown:
        await shown.move("down", "down", "right")
        before = shown.chart.selected
        shown.chart.show(view(sample.briefing, sample.briefing.as_of))
        assert shown.chart.selected == before
        shown.chart.select("hauliers-oppose")
        assert shown.chart.selected == "hauliers-oppose"


async def test_a_click_chooses_a_cell_and_a_second_one_opens_it(sample: View) -> None:
    async with drawn(StanceMatrix, sample) as shown:
        await shown.click("± mixed")
        mixed = shown.chart.selected
        assert sample.entries[mixed or ""].kind == "positions"
        assert shown.app.opened == []
        await shown.click("± mixed")
        assert shown.app.opened == [mixed]


async def test_without_positions_there_is_a_sentence(make_briefing: Callable[..., Briefing]) -> None:
    async with drawn(StanceMatrix, view(make_briefing())) as shown:
        assert "This briefing has no positions." in await shown.move("down", "right", "last")
        assert shown.chart.selected is None


async def test_markup_and_wide_names_are_text_in_the_matrix(make_briefing: Callable[..., Briefing]) -> None:
    for name in (MARKUP, "世界银行" * 20, "e\u0301" * 90):
        async with drawn(StanceMatrix, many(make_briefing, 3, 3, name)) as shown:
            assert name[:8] in await shown.look()
            strips = shown.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {80}
