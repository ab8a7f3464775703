from decimal import Decimal

import pytest
from making import made

from tui.analysis.estimates import Estimates, estimates_of, terms_of
from tui.model.likelihood import Likelihood, Term


def of(estimates: str) -> Estimates:
    briefing = made(f"questions:\n  - id: toll\n    text: Will there be a toll?\n    estimates:\n{estimates}")
    return estimates_of(briefing.questions[0])


THREE = """\
      - {date: 2025-03-01, by: bob, likelihood: likely}
      - {date: 2025-01-10, by: ann, likelihood: 20%}
      - {date: 2025-02-20, by: ann, likelihood: 35%}
      - {date: 2025-02-20, by: ann, likelihood: 30-50%}
"""


def test_each_actor_has_a_series_by_date_in_the_order_in_which_they_first_spoke():
    found = of(THREE)
    assert [one.by for one in found.series] == ["ann", "bob"]
    assert [(one.date.text, one.low, one.high) for one in found.series[0].expectations] == [
        ("2025-01-10", 20, 20),
        ("2025-02-20", 35, 35),
        ("2025-02-20", 30, 50),
    ]


def test_the_latest_of_each_tells_how_far_they_are_apart():
    found = of(THREE)
    assert [(one.by, one.midpoint) for one in found.latest] == [("ann", 40), ("bob", Decimal("67.5"))]
    assert found.newest is found.latest[-1]
    assert found.spread == Decimal("27.5")
    assert found.range == (30, 80)


def test_a_move_of_expectation_is_in_percentage_points_between_midpoints():
    ann, bob = of(THREE).series
    assert [one.points for one in ann.shifts] == [15, 5]
    assert bob.shifts == ()


def test_an_estimate_that_says_the_same_again_is_no_move():
    found = of(
        "      - {date: 2025-01, by: ann, likelihood: 20%}\n      - {date: 2025-02, by: ann, likelihood: 10-30%}\n"
        "      - {date: 2025-03, by: ann, likelihood: 15%}\n"
    )
    assert [one.points for one in found.series[0].shifts] == [-5]


def test_a_question_without_estimates_has_no_latest_and_no_spread():
    found = estimates_of(made("questions: [{id: q, text: Will it?}]").questions[0])
    assert (found.series, found.newest, found.range, found.spread) == ((), None, None, 0)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("likely", "likely (55–80 %)"),
        ("20%", "unlikely (20 %)"),
        ("10-20%", "very unlikely (10–20 %)"),
        ("30-60%", "unlikely to likely (30–60 %)"),
        ("<=20%", "almost no chance to very unlikely (at most 20 %)"),
        (">=95%", "almost certain (at least 95 %)"),
        ("0%", "0 %"),
        ("100%", "100 %"),
        ("0-0.5%", "0–0.5 %"),
        ("{term: likely, percent: 60%}", "likely (60 %)"),
    ],
)
def test_an_expectation_is_said_in_words_and_numbers(written, words):
    value = f'"{written}"' if written[0] in "<>" else written
    assert of(f"      - {{date: 2025-01-10, by: ann, likelihood: {value}}}\n").latest[0].words == words


def test_every_percentage_from_1_to_99_has_one_term_and_a_range_those_it_touches():
    for percent in range(1, 100):
        assert terms_of(Likelihood.parse(f"{percent}%")) == (Term.of(percent),)
    assert terms_of(Likelihood.parse("5-20%")) == (Term.VERY_UNLIKELY,)
    assert terms_of(Likelihood.parse("4-21%")) == (Term.ALMOST_NO_CHANCE, Term.VERY_UNLIKELY, Term.UNLIKELY)
    assert terms_of(Likelihood.parse("1-99%")) == tuple(Term)
