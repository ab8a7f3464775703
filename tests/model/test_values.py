"""The small values of the format: numbers, countries, labels, durations, due dates."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tui.model.admiralty import Credibility, Reliability
from tui.model.countries import CODES, Country
from tui.model.due import Due
from tui.model.duration import Duration, days
from tui.model.edtf import EDTF
from tui.model.number import Number
from tui.model.tlp import TLP

NUMBER, COUNTRY, DURATION, DUE = map(TypeAdapter, (Number, Country, Duration, Due))


def hint(adapter, written):
    with pytest.raises(ValidationError) as refusal:
        adapter.validate_python(written)
    return refusal.value.errors()[0]["ctx"].get("hint", "")


@pytest.mark.parametrize(
    "written", ["0", "12", "-3", "+4", "12.50", "1e6", "1.5E-3", "999999999999999999", 12, Decimal("1.2")]
)
def test_a_number_is_kept_digit_for_digit(written):
    number = NUMBER.validate_python(written)
    assert number == Decimal(str(written))
    assert str(number) == str(Decimal(str(written)))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1,200", "`1200`"),
        ("170 000 000", "`170000000`"),
        ("1_000", "`1000`"),
        ("1'000", "`1000`"),
        ("twelve", "digits"),
    ],
)
def test_a_number_in_another_form_is_refused_with_the_digits(written, expected):
    assert expected in hint(NUMBER, written)


@pytest.mark.parametrize(
    "written",
    ["", "NaN", "inf", "-Infinity", "0x10", "1e999", "1e30", "9" * 19, "1" * 1000, "٣", ".5", "5.", True, None],
)
def test_what_is_no_bounded_number_is_refused(written):
    with pytest.raises(ValidationError):
        NUMBER.validate_python(written)


@pytest.mark.parametrize(
    ("written", "plain"), [("12", "12"), ("12.50", "12.5"), ("1e6", "1000000"), ("-0.25", "-0.25")]
)
def test_a_number_goes_into_json_as_a_number(written, plain):
    assert NUMBER.dump_json(NUMBER.validate_python(written)).decode() == plain


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**17), max_value=10**17, places=6))
def test_every_number_in_bounds_survives_json(value):
    written = format(value, "f")
    if not value or abs(value) >= Decimal(10) ** -17:
        number = NUMBER.validate_python(written)
        assert number == value
        assert json.loads(NUMBER.dump_json(number)) == float(value)


def test_every_country_of_iso_3166_is_known():
    assert len(CODES) == 249
    for code in ("NO", "US", "CN", "TW", "AQ", "SS"):
        assert COUNTRY.validate_python(code) == code


@pytest.mark.parametrize(("written", "meant"), [("UK", "GB"), ("uk", "GB"), ("us", "US"), ("EL", "GR")])
def test_a_country_written_otherwise_is_told_its_code(written, meant):
    assert hint(COUNTRY, written) == f"write `{meant}`"


@pytest.mark.parametrize("written", ["XX", "USA", "", "EU", "U", "US\n", "ＵＳ"])
def test_what_is_no_country_is_refused(written):
    assert hint(COUNTRY, written)


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("clear", "TLP:CLEAR"),
        ("green", "TLP:GREEN"),
        ("amber", "TLP:AMBER"),
        ("amber-strict", "TLP:AMBER+STRICT"),
        ("red", "TLP:RED"),
    ],
)
def test_the_traffic_light_protocol_has_its_labels(value, label):
    assert TLP(value).label == label


@pytest.mark.parametrize(("written", "length"), [("1d", 1), ("14d", 14), ("2w", 14), ("9999d", 9999), ("52w", 364)])
def test_a_duration_is_days_or_weeks(written, length):
    assert days(DURATION.validate_python(written)) == length


@pytest.mark.parametrize(
    "written", ["", "0d", "014d", "14", "d", "14 d", "14D", "2m", "-1d", "14d\n", "99999d", "1.5d", "١d"]
)
def test_what_is_no_duration_is_refused(written):
    assert hint(DURATION, written)


@pytest.mark.parametrize("written", ["2025", "2025-09", "2025-09-19", "2025-09-19~", "2025-21", "2025-09/.."])
def test_due_is_a_date(written):
    assert DUE.validate_python(written) == EDTF.parse(written)
    assert DUE.dump_python(DUE.validate_python(written)) == written


@pytest.mark.parametrize("written", ["deadline", "shutdown-deadline", "a", "14th-of-may", "2nd-deadline"])
def test_due_is_the_id_of_a_deadline(written):
    assert DUE.validate_python(written) == written


@pytest.mark.parametrize(
    "written", ["2025-13", "2025-02-30", "19 Sep 2025", "2025-deadline", "Deadline", "", "deadline\n", None, []]
)
def test_what_is_neither_is_refused(written):
    with pytest.raises(ValidationError):
        DUE.validate_python(written)


def test_every_rating_of_the_admiralty_code_has_words():
    assert [rating.value for rating in Reliability] == list("ABCDEF")
    assert [rating.value for rating in Credibility] == list("123456")
    assert len({rating.words for rating in (*Reliability, *Credibility)}) == 12
