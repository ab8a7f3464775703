from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.view import view
from tui.app.panes.bars import MOST, bars, change_words
from tui.app.panes.detail import text_of
from tui.app.panes.figures import FIGURES
from tui.app.panes.sources import SOURCES
from tui.app.panes.text import plain, width_of
from tui.model.figure import Figure

numbers = st.decimals(min_value=-(10**17), max_value=10**17, places=3) | st.sampled_from(
    [Decimal(0), Decimal("1e-12"), Decimal(1), Decimal(-1)]
)
values = st.tuples(numbers, numbers, st.booleans(), st.booleans())


def figure(number: int, value: Any = None, **parts: Any) -> Figure:
    content = {"id": f"f{number}", "name": "N", "date": f"{2000 + number}"} | parts
    return Figure.model_validate(content | ({} if value is None else {"value": str(value)}))


def drawn(series: list[Figure], shown: int = 0, width: int = 80) -> list[str]:
    return [plain(one) for one in bars(series, series[shown], width)]


def test_bars_are_to_scale_from_zero() -> None:
    lines = drawn([figure(1, 100), figure(2, 50), figure(3, 25)])
    lengths = [line.count("█") for line in lines]
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=1) == pytest.approx(4 * lengths[2], abs=3)
    assert lines[0].startswith("▸ 2001 █")
    assert lines[1].startswith("  2002 █")
    assert [line.split()[-1] for line in lines] == ["100", "50", "25"]


def test_a_range_is_shaded_from_low_to_high_and_what_is_approximate_looks_so() -> None:
    lines = drawn([figure(1, low="10", high="20"), figure(2, 20, approximate=True)])
    assert lines[0].count("█") == pytest.approx(lines[0].count("░"), abs=1)
    assert "█" not in lines[1]
    assert lines[1].endswith("c. 20")
    assert lines[2] == "  ░ from low to high   ▒ approximate"


def test_what_is_below_zero_goes_to_the_left() -> None:
    below, above = drawn([figure(1, -10), figure(2, 10)])[:2]
    assert below.index("█") < above.index("█")
    assert below.rindex("█") < above.index("█")


def test_of_many_values_those_around_the_selected_are_drawn() -> None:
    lines = drawn([figure(n, n) for n in range(100)], shown=50)
    assert len(lines) == MOST + 1
    assert any(line.startswith("▸ 2050") for line in lines)
    assert lines[-1] == "  80 not drawn"


def test_values_in_another_unit_have_another_scale() -> None:
    assert drawn([figure(1, 1, unit="euros"), figure(2, 9, unit="kroner")]) == []
    lines = drawn([figure(1, 1), figure(2, 2), figure(3, 900, unit="kroner")])
    assert len(lines) == 3
    assert lines[-1] == "  1 not drawn"


@settings(max_examples=80)
@given(st.lists(values, min_size=1, max_size=6), st.integers(min_value=1, max_value=120))
def test_whatever_the_values_no_bar_is_wider_than_its_pane(found: list[Any], width: int) -> None:
    series = [
        figure(n, low=str(min(a, b)), high=str(max(a, b)), approximate=about)
        if is_range
        else figure(n, a, approximate=about)
        for n, (a, b, is_range, about) in enumerate(found)
    ]
    assert all(width_of(one) <= width for one in bars(series, series[0], width))
    assert all(change_words(one, other) for one in series for other in series)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"value": 130}, {"value": "162.25"}, "+32.25 (+24.8 %)"),
        ({"value": 200}, {"value": 150}, "−50 (−25.0 %)"),
        ({"value": 5}, {"value": 5}, "unchanged"),
        ({"value": 0}, {"value": 5}, "+5"),
        ({"value": 1}, {"value": 1_000_000}, "+999,999"),
        ({"value": 100, "approximate": True}, {"value": 110}, "c. +10 (+10.0 %)"),
        ({"low": "110.5", "high": 130}, {"value": "162.25"}, "+32.25 to +51.75"),
        ({"value": 1, "unit": "euro"}, {"value": 2, "unit": "krone"}, ""),
    ],
)
def test_a_value_says_how_it_differs_from_the_one_before(before: Any, after: Any, words: str) -> None:
    assert change_words(figure(1, **before), figure(2, **after)) == words


def test_a_series_is_drawn_and_told(make_briefing: Callable[..., Any]) -> None:
    figures = [
        {"id": f"f{n}", "name": "Users", "date": f"202{n}", "value": 10 * (n + 1), "unit": "million"} for n in range(3)
    ]
    text = text_of(FIGURES.detail(view(make_briefing(figures=figures)), "f1"))
    assert text.splitlines()[1] == "20 million · 2021 · +10 (+100.0 %) since 2020"
    assert "▸ 2021 █" in text
    assert "› 30 million · 2022 · +10 (+50.0 %) since 2021" in text


def test_of_a_long_series_those_around_the_value_are_told(make_briefing: Callable[..., Any]) -> None:
    figures = [{"id": f"f{n}", "name": "Users", "date": f"{1000 + n}", "value": n} for n in range(500)]
    text = text_of(FIGURES.detail(view(make_briefing(figures=figures)), "f250"))
    assert "▸ 1250" in text
    assert "… and 470 more in the list" in text
    assert "480 not drawn" in text


def test_a_source_says_what_rests_on_it_alone(make_briefing: Callable[..., Any]) -> None:
    briefing = make_briefing(
        sources=[
            {"id": "report", "title": "A report", "reliability": "B"},
            {"id": "reprint", "title": "A reprint", "origin": "report"},
            {"id": "unused", "title": "Unused"},
        ],
        actors=[{"id": "ann", "name": "Ann"}],
        events=[
            {"id": "alone", "date": "2024-06-01", "title": "Alone", "sources": ["report"]},
            {"id": "both", "date": "2024-06-01", "title": "Both", "sources": ["report", "reprint"]},
        ],
        quotes=[{"id": "q", "text": "Words.", "speaker": "ann", "source": "report", "corroborated_by": ["reprint"]}],
    )
    shown = view(briefing)
    text = " ".join(text_of(SOURCES.detail(shown, "report")).split())
    assert "Rests on it alone 1 1 event Events › ● Alone" in text
    shared = "Rests on it and on others 2 1 quote, 1 event Quotes › “Words.” · Ann · 2 sources, 1 independent origin"
    assert f"{shared} Events › ● Both" in text
    assert "Also names it 1 1 source Sources › A reprint" in text
    assert "Reliability B, usually reliable" in text
    assert "Reliability    not rated" in text_of(SOURCES.detail(shown, "unused"))
    assert "Nothing in this briefing rests on it." in text_of(SOURCES.detail(shown, "unused"))
    row = SOURCES.row(shown, "report")
    assert (row.mark, row.short_mark) == ("4 items  B", "B")


def test_a_change_breaks_between_the_value_and_its_date(make_briefing: Callable[..., Any]) -> None:
    users = {"name": "Users", "unit": "users"}
    figures = [
        {"id": "one", "value": 11_000_000, "date": "2020-08-10~", "approximate": True, **users},
        {"id": "two", "value": 100_000_000, "date": "2021-08-10", **users},
    ]
    shown = view(make_briefing(figures=figures))
    text = text_of(FIGURES.detail(shown, "two"), 34)
    assert "c. 10 Aug 2020" in text
    assert "c. +89,000,000 (+809.1 %)" in text
