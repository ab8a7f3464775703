"""Dates as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.edtf import EDTF, EDTFError, describe, describe_when

POINTS = [
    ("2025-09-19", "19 Sep 2025"),
    ("2020-08-06", "6 Aug 2020"),
    ("2020-06-01", "1 June 2020"),
    ("2020-09", "Sept 2020"),
    ("2020-07", "July 2020"),
    ("2020", "2020"),
    ("202X", "2020s"),
    ("20XX", "2000–2099"),
    ("2020-09-XX", "a day in Sept 2020"),
    ("2020-XX", "a month in 2020"),
    ("2020-XX-XX", "a day in 2020"),
    ("2025-21", "spring 2025"),
    ("2025-22", "summer 2025"),
    ("2025-23", "autumn 2025"),
    ("2025-24", "winter 2025–26"),
    ("2009-24", "winter 2009–10"),
    ("1999-24", "winter 1999–2000"),
    ("2020-08-10~", "c. 10 Aug 2020"),
    ("2020-09?", "Sept 2020?"),
    ("2020-09%", "c. Sept 2020?"),
    ("202X~", "c. 2020s"),
]

TIMES = [
    ("2025-09-19T12:00:00Z", "19 Sep 2025, 12:00 UTC"),
    ("2025-09-19T12:00:00+05:30", "19 Sep 2025, 12:00 +05:30"),
    ("2025-09-19T12:00:00-04", "19 Sep 2025, 12:00 -04:00"),
    ("2025-09-19T12:00:00", "19 Sep 2025, 12:00"),
    ("2025-09-19T12:00:30", "19 Sep 2025, 12:00:30"),
    ("2025-09-19T00:00:00Z", "19 Sep 2025, 00:00 UTC"),
]

FAR_YEARS = [
    ("0000", "1 BC"),
    ("-0043", "44 BC"),
    ("-0043-03-15", "15 Mar 44 BC"),
    ("0014", "AD 14"),
    ("0800-12-25", "25 Dec 800"),
    ("Y17000", "17,000"),
    ("Y170000002", "170,000,002"),
    ("Y-170000002", "170,000,003 BC"),
    ("-004X", "50–41 BC"),
    ("000X", "1 BC – AD 9"),
    ("001X", "10s"),
    ("-0043-24", "winter 44–43 BC"),
    ("0000-24", "winter 1 BC – AD 1"),
]

INTERVALS = [
    ("2025-10-27/2025-11-01", "27 Oct – 1 Nov 2025"),
    ("2025-10-27/2025-10-29", "27–29 Oct 2025"),
    ("2024-12-28/2025-01-03", "28 Dec 2024 – 3 Jan 2025"),
    ("2025-09-19/2025-09-19", "19 Sep 2025"),
    ("2025-09/2025-11", "Sept – Nov 2025"),
    ("2024-11/2025-02", "Nov 2024 – Feb 2025"),
    ("2020/2025", "2020–2025"),
    ("2020/2020", "2020"),
    ("2025-21/2025-23", "spring – autumn 2025"),
    ("2025-21/2025-24", "spring 2025 – winter 2025–26"),
    ("2025-24/2025-24", "winter 2025–26"),
    ("-0043/-0029", "44–30 BC"),
    ("-0043/0014", "44 BC – AD 14"),
    ("Y17000/Y18000", "17,000–18,000"),
    ("2025-10-27/2025-11", "27 Oct 2025 – Nov 2025"),
    ("2025-10-27~/2025-11-01", "c. 27 Oct 2025 – 1 Nov 2025"),
    ("1984?/2004%", "1984? – c. 2004?"),
    ("2025-09/..", "from Sept 2025"),
    ("2025-09~/..", "from c. Sept 2025"),
    ("../2025-09", "until Sept 2025"),
    ("2025-09/", "Sept 2025 – ?"),
    ("/2025-09", "? – Sept 2025"),
    ("/2025-09-19?", "? – 19 Sep 2025?"),
]


@pytest.mark.parametrize(("text", "words"), POINTS + TIMES + FAR_YEARS + INTERVALS)
def test_a_date_is_worded_for_people(text, words):
    assert describe(EDTF(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-08-05", "on 5 Aug 2025"),
        ("2025-08-05T12:00:00Z", "on 5 Aug 2025, 12:00 UTC"),
        ("2025-08", "in Aug 2025"),
        ("2025-22~", "in c. summer 2025"),
        ("2025", "in 2025"),
        ("202X?", "in the 2020s?"),
        ("20XX", "in 2000–2099"),
        ("2025-08-XX", "on a day in Aug 2025"),
        ("2025-XX", "in a month in 2025"),
        ("2025-10-27/2025-10-29", "on 27–29 Oct 2025"),
        ("2025-08/2025-09", "in Aug – Sept 2025"),
        ("../2025-09", "until Sept 2025"),
        ("2025-09/..", "from Sept 2025"),
        ("/2025-09", "? – Sept 2025"),
    ],
)
def test_a_sentence_has_a_day_on_it_and_anything_longer_in_it(text, words):
    assert describe_when(EDTF(text)) == words


def test_months_are_short_and_september_differs_alone():
    with_day = [describe(EDTF.of_day(2025, month, 2)) for month in range(1, 13)]
    alone = [describe(EDTF(f"2025-{month:02}")) for month in range(1, 13)]
    names = "Jan Feb Mar Apr May June July Aug {} Oct Nov Dec"
    assert " ".join(with_day) == " ".join(f"2 {name} 2025" for name in names.format("Sep").split())
    assert " ".join(alone) == " ".join(f"{name} 2025" for name in names.format("Sept").split())


NEAR_DATES = r"(-?0\d{3}|20\d[\dX]|Y-?1\d{5})(-[01]\d)?(-[0-2]\d)?[?~%]?(/(2\d{3})?)?"


@settings(max_examples=100)
@given(st.from_regex(NEAR_DATES, fullmatch=True))
def test_every_date_has_words(text):
    try:
        date = EDTF(text)
    except EDTFError:
        return
    assert describe(date).strip() == describe(date)
    assert describe(date)
