import datetime
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.view import View, view
from tui.app.panes.days import days_words, ordinal
from tui.app.panes.detail import text_of
from tui.app.panes.estimates import SEVERAL, degree_words, plot
from tui.app.panes.questions import QUESTIONS, days_left
from tui.app.panes.text import plain, width_of
from tui.model.likelihood import Likelihood
from tui.model.question import Estimate

dates = st.dates(min_value=datetime.date(1900, 1, 1)).map(str) | st.sampled_from(
    ["../2024", "2024/..", "2024~", "Y-1000000000", "Y1000000000", "202X"]
)
likelihoods = st.sampled_from(["likely", "0%", "100%", "20%", "<=20%", ">=80%", "1-99%", "almost-no-chance"])


def estimate(date: str, by: str, likelihood: str) -> Estimate:
    return Estimate.model_validate({"date": date, "by": by, "likelihood": likelihood})


def drawn(*estimates: tuple[str, str, str], width: int = 70) -> list[str]:
    return [plain(one) for one in plot([estimate(*one) for one in estimates], width)]


def row_of(mark: str, lines: list[str]) -> str:
    return next(line.split("  ")[0] for line in lines if mark in line.partition("│")[2])


def asked(make: Callable[..., Any], **parts: Any) -> View:
    return view(make(actors=[{"id": "ann", "name": "Ann"}], questions=[{"id": "q", "text": "Q?", **parts}]))


def test_an_estimate_stands_beside_its_degree_and_its_range_is_a_bar() -> None:
    lines = drawn(("2024-01-01", "ann", "likely"), ("2024-06-01", "bob", "10-50%"))
    assert len(lines) == 9
    assert row_of("A", lines) == "likely"
    assert row_of("B", lines) == "unlikely"
    assert [line.split("  ")[0] for line in lines if "┃" in line] == ["roughly even chance", "very unlikely"]
    assert lines[-1].split() == ["1", "Jan", "2024", "1", "June", "2024"]


def test_time_goes_from_left_to_right_to_scale() -> None:
    lines = drawn(("2024-01-01", "ann", "likely"), ("2024-01-31", "ann", "likely"), ("2024-03-01", "ann", "unlikely"))
    likely = next(line for line in lines if line.startswith("likely")).partition("│")[2]
    unlikely = next(line for line in lines if line.startswith("unlikely")).partition("│")[2]
    assert likely.index("A") == 0
    assert likely.rindex("A") == pytest.approx(unlikely.index("A") / 2, abs=1)


def test_two_at_once_stand_beside_each_other_and_many_say_so() -> None:
    two = drawn(("2024-01-01", "ann", "likely"), ("2024-01-01", "bob", "likely"))
    assert any("AB" in line for line in two)
    many = drawn(*[("2024-01-01", f"a{number}", "likely") for number in range(40)])
    assert any(SEVERAL in line for line in many)


def test_one_estimate_alone_is_no_plot() -> None:
    assert drawn(("2024-01-01", "ann", "likely")) == []
    assert drawn(("2024-01-01", "ann", "likely"), ("2024-02-01", "ann", "likely"), width=20) == []


def test_where_it_is_narrow_the_percentages_stand_alone() -> None:
    lines = drawn(("2024-01-01", "ann", "likely"), ("2024-06-01", "ann", "unlikely"), width=40)
    assert lines[2].split() == ["55–80", "%", "│A"]


@settings(max_examples=60)
@given(st.lists(st.tuples(dates, st.sampled_from(["a", "b", "c"]), likelihoods), max_size=12), st.integers(1, 120))
def test_no_plot_is_wider_than_its_pane(found: list[tuple[str, str, str]], width: int) -> None:
    ordered = sorted((estimate(*one) for one in found), key=lambda one: one.date.sort_key())
    lines = plot(ordered, width)
    assert len(lines) <= 10
    assert all(width_of(one) <= width for one in lines)


@pytest.mark.parametrize(
    ("likelihood", "words"),
    [
        ("likely", "likely (55–80 %)"),
        ("60%", "60 %, likely"),
        ("10-20%", "10–20 %, very unlikely"),
        ("10-30%", "10–30 %"),
        ("<=20%", "at most 20 %"),
        ("0%", "0 %"),
    ],
)
def test_a_number_is_told_with_its_degree(likelihood: str, words: str) -> None:
    assert degree_words(Likelihood.parse(likelihood)) == words


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("2024-07-12", "in 12 days"),
        ("2024-07-01", "in 1 day"),
        ("2024-06-30", "today"),
        ("2024-06", "today"),
        ("2024-06-27", "3 days overdue"),
        ("2024-07", "in 31 days"),
        ("2024-07/..", ""),
        (None, ""),
    ],
)
def test_the_days_left_are_counted_from_today_to_the_last_day(
    make_briefing: Callable[..., Any], due: str | None, words: str
) -> None:
    shown = asked(make_briefing, **({"due": due} if due else {}))
    today = datetime.date(2024, 6, 30)
    assert days_left(shown, shown.questions[0], today) == words
    assert QUESTIONS.row_today is not None
    aside = QUESTIONS.row_today(shown, "q", today).aside.replace("\u00a0", " ")
    assert aside.endswith(words)
    assert "day" not in QUESTIONS.row(shown, "q").aside


def test_a_settled_question_has_no_days_left(make_briefing: Callable[..., Any]) -> None:
    settled = {"status": "resolved", "due": "2024-07-12", "resolution": {"date": "2024-06-01", "outcome": "Yes."}}
    shown = asked(make_briefing, **settled)
    assert days_left(shown, shown.questions[0], datetime.date(2024, 6, 30)) == ""


@given(st.dates(), st.dates())
def test_days_are_counted_as_the_calendar_does(one: datetime.date, other: datetime.date) -> None:
    apart = ordinal((one.year, one.month, one.day)) - ordinal((other.year, other.month, other.day))
    assert apart == (one - other).days


def test_far_days_are_told_with_commas() -> None:
    assert (days_words(1_000_000), days_words(-1)) == ("in 1,000,000 days", "1 day overdue")


def test_a_plot_stands_above_the_words_of_a_question(make_briefing: Callable[..., Any]) -> None:
    estimates = [
        {"date": "2024-05-01", "by": "ann", "likelihood": "likely"},
        {"date": "2024-06-01", "by": "ann", "likelihood": "20%"},
    ]
    text = text_of(QUESTIONS.detail(asked(make_briefing, estimates=estimates), "q"))
    assert text.index("What they expect") < text.index("roughly even chance") < text.index("› A Ann: likely")
    assert "› A Ann: 20 %, unlikely" in text.replace("\u00a0", " ")
    alone = text_of(QUESTIONS.detail(asked(make_briefing, estimates=estimates[:1]), "q"))
    assert "roughly even chance" not in alone
    assert "› Ann: likely" in alone
