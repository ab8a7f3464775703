from collections.abc import Callable

import pytest
from charts import drawn
from rich.cells import cell_len

from tui.analysis.view import View, view
from tui.app.widgets.power_grid import PowerGrid
from tui.load.briefing import Loaded
from tui.model.briefing import Briefing

MARKUP = "[/b][@click=app.quit]x"


@pytest.fixture
def sample(load_sample: Callable[..., Loaded]) -> View:
    briefing = load_sample().briefing
    assert briefing is not None
    return view(briefing)


async def test_names_stand_where_their_power_and_interest_put_them(sample: View) -> None:
    async with drawn(PowerGrid, sample, (120, 34)) as shown:
        lines = (await shown.look()).splitlines()
    high = next(line.split("│") for line in lines if "Storhavn District Court" in line)
    assert "Ingrid Dahl" in high[3]
    assert "manage closely" in next(line for line in lines if line.startswith("  high"))
    assert "Storhavn Hauliers" in next(line for line in lines if line.startswith("  medium"))
    unrated = lines.index(" Not rated")
    assert lines[unrated + 1] == "  Nils Berg"


async def test_the_cursor_goes_from_name_to_name(sample: View) -> None:
    async with drawn(PowerGrid, sample, (120, 34)) as shown:
        assert shown.chart.selected == "district-court"
        way = []
        for where in ("right", "down", "down", "up", "left", "down", "last", "first"):
            await shown.move(where)
            way.append(shown.chart.selected)
    assert way == [
        "mayor",
        "council",
        "hauliers",
        "council",
        "district-court",
        "transport-ministry",
        "courier",
        "district-court",
    ]


async def test_from_the_grid_one_comes_down_to_those_without_a_rating_and_back(sample: View) -> None:
    async with drawn(PowerGrid, sample, (120, 34)) as shown:
        await shown.move("right", "down", "down", "down")
        assert shown.chart.selected == "berg"
        assert "▸ Nils Berg" in await shown.look()
        await shown.move("up")
        assert shown.chart.selected == "hauliers"


@pytest.mark.parametrize("size", [(30, 10), (80, 24), (120, 40), (200, 60)], ids=str)
async def test_a_resize_keeps_the_name_and_nothing_is_too_wide(sample: View, size: tuple[int, int]) -> None:
    async with drawn(PowerGrid, sample, (120, 40)) as shown:
        await shown.move("right", "down", "down")
        await shown.pilot.resize_terminal(*size)
        text = await shown.look()
        assert shown.chart.selected == "hauliers"
        assert "▸ Storhavn Hauliers" in text
        assert all(cell_len(line) <= size[0] for line in text.splitlines())


async def test_where_it_is_narrow_the_boxes_stand_one_below_the_other(sample: View) -> None:
    async with drawn(PowerGrid, sample, (50, 30)) as shown:
        text = await shown.look()
        assert "Power high, interest high · manage closely" in text
        assert "│" not in text


async def test_many_names_scroll_with_the_cursor(make_briefing: Callable[..., Briefing]) -> None:
    actors = [{"id": f"a{n}", "name": f"Actor {n}", "power": "high", "interest": "high"} for n in range(300)]
    async with drawn(PowerGrid, view(make_briefing(actors=actors))) as shown:
        assert "▸ Actor 299" in await shown.move("last")
        await shown.move("page_up")
        assert shown.chart.selected not in {"a299", "a298", "a0"}
        assert "Power" in await shown.move("first")


async def test_one_rating_alone_is_told_beside_the_name(make_briefing: Callable[..., Briefing]) -> None:
    actors = [
        {"id": "a", "name": "Ann", "power": "high"},
        {"id": "b", "name": "Bob", "power": "low", "interest": "low"},
    ]
    async with drawn(PowerGrid, view(make_briefing(actors=actors))) as shown:
        assert "Ann · power high" in (await shown.look()).replace("\u00a0", " ")


async def test_where_nobody_is_rated_the_grid_says_what_to_write(make_briefing: Callable[..., Briefing]) -> None:
    async with drawn(PowerGrid, view(make_briefing(actors=[{"id": "a", "name": "Ann"}]))) as shown:
        text = await shown.look()
        assert "Nobody is rated yet" in text
        assert "▸ Ann" in text
    async with drawn(PowerGrid, view(make_briefing())) as shown:
        assert "This briefing has no stakeholders." in await shown.move("down", "left", "last")
        assert shown.chart.selected is None


async def test_a_click_chooses_a_name_and_a_second_one_opens_it(sample: View) -> None:
    async with drawn(PowerGrid, sample, (120, 34)) as shown:
        await shown.click("Storhavn Hauliers")
        assert (shown.chart.selected, shown.app.opened) == ("hauliers", [])
        await shown.click("Storhavn Hauliers")
        assert shown.app.opened == ["hauliers"]


@pytest.mark.parametrize("name", [MARKUP, "世界银行" * 20, "e\u0301" * 90, "line\u2028break"])
async def test_any_name_is_text_in_the_grid(make_briefing: Callable[..., Briefing], name: str) -> None:
    actors = [{"id": f"a{n}", "name": name, "power": "high", "interest": "high"} for n in range(2)]
    async with drawn(PowerGrid, view(make_briefing(actors=actors))) as shown:
        assert name[:4] in await shown.look()
        strips = shown.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {80}
