import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.app.panes.density import MARKER, NARROWEST, density
from tui.app.panes.text import plain, width_of
from tui.model.edtf import EARLIEST, LATEST

years = st.integers(min_value=-(10**12), max_value=10**12) | st.integers(min_value=1990, max_value=2030)
days = st.tuples(years, st.integers(min_value=1, max_value=12), st.integers(min_value=1, max_value=28))
bounds = days | st.sampled_from([EARLIEST, LATEST])


def strip(*args, **options) -> list[str]:
    return [plain(one) for one in density(*args, **options)]


def test_a_block_is_as_high_as_there_are_days_and_an_empty_stretch_is_blank() -> None:
    found = [(2020, 1, 1)] * 8 + [(2022, 1, 1)] * 4 + [(2023, 12, 31)]
    assert strip(found, 20, None)[0] == "█" + " " * 9 + "▄" + " " * 8 + "▁"


def test_one_day_alone_is_no_peak() -> None:
    assert strip([(2025, 9, 19)], 20, None) == ["▂" + " " * 19, "Sept 2025"]


def test_a_single_day_among_thousands_is_still_seen() -> None:
    assert strip([(2020, 1, 1)] * 9_999 + [(2025, 1, 1)], 20, None)[0] == "█" + " " * 18 + "▁"


def test_the_marker_stands_after_what_it_marks_and_hides_no_block() -> None:
    found = [(2020, 1, 1), (2025, 12, 31)]
    assert strip(found, 21, (2020, 6, 1))[0] == f"▂ {MARKER}".ljust(20) + "▂"
    assert strip(found, 21, (2025, 12, 31))[0] == "▂".ljust(19) + f"▂{MARKER}"


def test_a_marker_outside_widens_the_span() -> None:
    text, labels = strip([(2020, 1, 1), (2021, 1, 1)], 21, (2030, 1, 1))
    assert text.startswith("▂ ▂")
    assert text.endswith(MARKER)
    assert labels.startswith("2020")


@pytest.mark.parametrize(("marker", "place"), [(EARLIEST, 0), (LATEST, 19)])
def test_a_marker_without_a_day_stands_at_the_edge(marker: tuple[int, int, int], place: int) -> None:
    assert strip([(2020, 1, 1), (2021, 1, 1)], 20, marker)[0].index(MARKER) == place


def test_years_stand_below_where_they_begin() -> None:
    text, labels = strip([(2020, 1, 1), (2023, 1, 1), (2024, 1, 1)], 60, None)
    assert labels.index("2023") == text.index("▂", 1)


def test_a_short_span_is_told_in_months() -> None:
    assert strip([(2025, 3, 1), (2025, 8, 31)], 60, None)[1].split() == [
        "Mar", "2025", "Apr", "May", "June", "July", "Aug",
    ]  # fmt: skip


def test_on_one_line_the_years_stand_beside_it() -> None:
    (only,) = strip([(2020, 1, 1), (2024, 1, 1)], 40, (2024, 1, 1), lines=1)
    assert only.startswith("2020 ▂")
    assert only.endswith(f"▂{MARKER} 2024")


def test_there_is_none_without_days_or_without_room() -> None:
    assert strip([], 80, (2025, 1, 1)) == []
    assert strip([EARLIEST, LATEST], 80, None) == []
    assert strip([(2025, 1, 1)], NARROWEST - 1, None) == []


@settings(max_examples=80)
@given(
    st.lists(bounds, max_size=30),
    st.integers(min_value=NARROWEST, max_value=200),
    st.none() | bounds,
    st.sampled_from([1, 2]),
)
def test_whatever_the_days_are_the_strip_fits_and_shows_that_there_are_some(found, width, marker, lines) -> None:
    drawn = density(found, width, marker, lines=lines)
    assert drawn == density(list(reversed(found)), width, marker, lines=lines)
    if not set(found) - {EARLIEST, LATEST}:
        assert drawn == ()
        return
    assert width_of(drawn[0]) == width
    assert all(width_of(one) <= width for one in drawn)
    assert set(plain(drawn[0])) & set("▁▂▃▄▅▆▇█")
    assert (MARKER in plain(drawn[0])) is (marker is not None)
