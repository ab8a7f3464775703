"""Likelihood in words and numbers, by the bands of ICD 203."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from tui.model.likelihood import Likelihood, Term

BANDS = [
    ("almost-no-chance", 1, 5),
    ("very-unlikely", 5, 20),
    ("unlikely", 20, 45),
    ("roughly-even-chance", 45, 55),
    ("likely", 55, 80),
    ("very-likely", 80, 95),
    ("almost-certain", 95, 99),
]


@pytest.mark.parametrize(("term", "low", "high"), BANDS)
def test_a_term_has_its_band(term, low, high):
    likelihood = Likelihood.parse(term)
    assert (likelihood.low, likelihood.high) == (low, high)
    assert likelihood.words == f"{term.replace('-', ' ')} ({low}–{high} %)"


@pytest.mark.parametrize(("term", "low", "high"), BANDS)
def test_the_lower_bound_belongs_to_the_band(term, low, high):
    assert Term.of(low) == term
    assert Term.of(Decimal(high) - Decimal("0.1")) == term


@pytest.mark.parametrize("percent", [0, Decimal("0.9"), Decimal("99.1"), 100])
def test_certainty_has_no_term(percent):
    assert Term.of(percent) is None


def test_the_highest_number_of_all_belongs_to_the_last_band():
    assert Term.of(99) == "almost-certain"


@pytest.mark.parametrize(
    ("written", "low", "high", "words"),
    [
        ("20%", "20", "20", "20 %"),
        ("10-20%", "10", "20", "10–20 %"),
        ("10%-20%", "10", "20", "10–20 %"),
        ("<=20%", "0", "20", "at most 20 %"),
        (">=80%", "80", "100", "at least 80 %"),
        ("0.5%", "0.5", "0.5", "0.5 %"),
        ("0%", "0", "0", "0 %"),
        ("100%", "100", "100", "100 %"),
    ],
)
def test_a_percentage_is_read(written, low, high, words):
    likelihood = Likelihood.parse(written)
    assert (likelihood.low, likelihood.high) == (Decimal(low), Decimal(high))
    assert likelihood.words == words
    assert likelihood.as_written() == written


@pytest.mark.parametrize("percent", ["60%", "60", "55-65%"])
def test_a_term_and_a_percentage_are_read_together(percent):
    likelihood = Likelihood.parse({"term": "likely", "percent": percent})
    assert likelihood.words.startswith("likely (")
    assert Likelihood.parse(likelihood.as_written()) == likelihood


@pytest.mark.parametrize(
    "written",
    ["", "Likely", "very likely", "probable", "60", "101%", "-5%", "20-10%", "%", "5 %", "<20%", ">=101%", "1e1%",
     "٥%", "5%%", "likely\n", "20%\n", None, 5, [], {}, {"term": "likely"}, {"term": ["likely"], "percent": "5"},
     {"term": "likely", "percent": []}, {"term": "likely", "percent": "5%", "x": 1}, {"term": None, "percent": None}],
)  # fmt: skip
def test_anything_else_is_refused_with_a_hint(written):
    with pytest.raises(PydanticCustomError) as refusal:
        Likelihood.parse(written)
    assert refusal.value.context["hint"]


@given(
    st.recursive(
        st.none() | st.text(max_size=8), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner)
    )
)
def test_whatever_is_written_is_read_or_refused(written):
    try:
        likelihood = Likelihood.parse(written)
    except PydanticCustomError:
        return
    assert 0 <= likelihood.low <= likelihood.high <= 100


@pytest.mark.parametrize("written", ["likely", "20%", {"term": "likely", "percent": "60%"}])
def test_it_is_written_as_it_was_read(written):
    adapter = TypeAdapter(Likelihood)
    assert adapter.dump_python(adapter.validate_python(written), mode="json") == written
