import pytest

from tui.app.panes.words import count, in_month, in_year, value_of, year_of
from tui.model.edtf import EDTF
from tui.model.figure import Figure


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2025-09-19", "19 Sep"),
        ("2020-08-10~", "c. 10 Aug"),
        ("2020-09-11?", "11 Sep?"),
        ("2025-09-19T08:00:00-04:00", "19 Sep"),
        ("2025-09", "Sept"),
        ("2025-09-XX", "in Sept"),
        ("2025", "2025"),
        ("1934~", "c. 1934"),
        ("2025-22", "summer"),
        ("2025-24", "winter"),
        ("202X", "2020s"),
        ("2025-10-27/2025-10-29", "27–29 Oct"),
        ("2025-10-27/2025-11-01", "27 Oct –"),
        ("2025-09/..", "Sept –"),
        ("../2025-09", "until Sept"),
    ],
)
def test_below_its_year_a_date_is_short(date: str, shown: str) -> None:
    assert in_year(EDTF.parse(date)) == shown


@pytest.mark.parametrize(
    ("date", "month", "shown"),
    [
        ("2025-09-19", "Sep", "19"),
        ("2020-08-10~", "Aug", "c. 10"),
        ("2020-09-11?", "Sep", "11?"),
        ("2025-09-19T08:00:00-04:00", "Sep", "19"),
        ("2025-06", "Jun", "June"),
        ("2025-09-XX", "Sep", "in Sept"),
        ("2025", "", "2025"),
        ("1934~", "", "c. 1934"),
        ("2025-22", "", "summer"),
        ("202X", "", "2020s"),
        ("2025-10-10/2025-10-14", "Oct", "10–14"),
        ("2025-10-10~/2025-10-14", "Oct", "c. 10–14"),
        ("2025-10-21~/2025-10-31~", "Oct", "c. 21–31"),
        ("2025-10-10/2025-10-14~", "Oct", "10 – c. 14"),
        ("2025-10-10?/2025-10-14", "Oct", "10? – 14"),
        ("2025-10-27/2025-11-01", "Oct", "27 – 1 Nov"),
        ("2025-10-27/2026-01-03", "Oct", "27 – 2026"),
        ("2025-10-27/..", "Oct", "27 –"),
        ("2025-10-27/", "Oct", "27 –"),
        ("2025-09/..", "", "Sept –"),
        ("../2025-09", "", "until Sept"),
    ],
)
def test_below_its_month_a_date_is_shorter(date: str, month: str, shown: str) -> None:
    assert in_month(EDTF.parse(date)) == (month, shown)


def test_years_before_the_common_era_have_their_name() -> None:
    assert year_of(EDTF.parse("-0043")) == "44 BC"


def test_a_value_is_shown_digit_for_digit() -> None:
    figure = Figure.model_validate(
        {"id": "a", "name": "Users", "date": "2025", "value": "170000000.50", "unit": "users", "approximate": True}
    )
    assert value_of(figure) == "c. 170,000,000.50 users"


def test_a_range_goes_from_low_to_high() -> None:
    figure = Figure.model_validate({"id": "a", "name": "Price", "date": "2020", "low": "0", "high": "1e3"})
    assert value_of(figure) == "0–1,000"


def test_one_of_something_is_singular() -> None:
    assert (count(1, "quote"), count(2, "quote")) == ("1 quote", "2 quotes")
