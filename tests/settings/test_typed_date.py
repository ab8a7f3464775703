"""Dates as people type them."""

import datetime
import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.edtf import EDTF, EDTFError
from tui.settings.typed_date import is_relative, typed_date

TODAY = datetime.date(2025, 9, 19)


@pytest.mark.parametrize("text", ["2025-09-19", "2024-04", "2024", "2020-08-10~", "2025-09/2025-10", " 2024-04 "])
def test_edtf_is_taken_as_it_stands(text):
    assert typed_date(text, TODAY) == EDTF(text.strip())
    assert not is_relative(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("today", "2025-09-19"),
        ("yesterday", "2025-09-18"),
        ("Yesterday", "2025-09-18"),
        ("two days ago", "2025-09-17"),
        ("3 weeks ago", "2025-08-29"),
        ("3  weeks ago", "2025-08-29"),
        ("three weeks ago", "2025-08-29"),
        ("last week", "2025-09-12"),
        ("a month ago", "2025-08-19"),
        ("last month", "2025-08"),
        ("last year", "2024"),
        ("2 years ago", "2023-09-19"),
        ("an hour ago", "2025-09-19"),
        ("monday", "2025-09-15"),
        ("19 September", "2025-09-19"),
        ("20 September", "2024-09-20"),
    ],
)
def test_words_are_read_against_today(text, date):
    assert typed_date(text, TODAY) == EDTF(date)
    assert is_relative(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("19 Sep 2025", "2025-09-19"),
        ("September 19, 2025", "2025-09-19"),
        ("Sept 2025", "2025-09"),
        ("1 March 2020", "2020-03-01"),
        ("19.9.2025", "2025-09-19"),
        ("9/19/2025", "2025-09-19"),
        ("03/03/2025", "2025-03-03"),
    ],
)
def test_a_full_date_hangs_on_no_day(text, date):
    assert typed_date(text, TODAY) == EDTF(date)
    assert typed_date(text, datetime.date(1999, 12, 31)) == EDTF(date)
    assert not is_relative(text)


def test_of_a_month_that_is_shorter_a_month_ago_is_the_last_day():
    assert typed_date("a month ago", datetime.date(2025, 3, 31)) == EDTF("2025-02-28")


def test_what_may_be_two_dates_is_refused_with_both():
    with pytest.raises(EDTFError, match="03/04/2025 may be 3 Apr 2025 or 4 Mar 2025") as refused:
        typed_date("03/04/2025", TODAY)
    assert refused.value.hint == "write 2025-04-03 or 2025-03-04"


@pytest.mark.parametrize(
    "text",
    [
        *("", "tuna", "cheese 3 weeks", "ago", "now or never", "31 Feb 2025", "Q3 2025"),
        *("3", "2025-13", "13/13/2025", "1/2/25", "a" * 90),
        *("2025-09/..", "../2025"),
        *("1000000 years ago", "99999999999999999999 days ago", "\x1b[31myesterday"),
    ],
)
def test_what_is_no_date_is_refused_with_a_hint(text):
    with pytest.raises(EDTFError) as refused:
        typed_date(text, TODAY)
    assert refused.value.message
    assert "\x1b" not in refused.value.message + refused.value.hint


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_whatever_is_typed_is_a_date_or_is_refused(text):
    with suppress(EDTFError):
        assert isinstance(typed_date(text, TODAY), EDTF)


def test_the_reading_of_words_is_loaded_only_for_words_and_warns_of_nothing():
    program = (
        "import datetime, sys; from tui.settings.typed_date import typed_date; today = datetime.date(2025, 9, 19);"
        "typed_date('2025-09', today); assert 'dateparser' not in sys.modules and 'pydantic' not in sys.modules;"
        "print(typed_date('3 weeks ago', today))"
    )
    run = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    assert (run.stdout, run.stderr) == ("2025-08-29\n", "")
