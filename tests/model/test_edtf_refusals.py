"""Texts that are not dates: each gets a sentence, and where sensible what to write instead."""

import pickle
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.model.edtf import EDTF, EDTFError


def refusal(text):
    with pytest.raises(EDTFError) as caught:
        EDTF.parse(text)
    return caught.value


def attempt(text):
    """A date and None, or None and why the text is none."""
    try:
        return EDTF.parse(text), None
    except EDTFError as error:
        return None, error


LEVEL_2 = [
    ("2004-1X", "write 2004-10/2004-12"),
    ("1XXX", "write 1000/1999"),
    ("156X-12-25", "write 156X"),
    ("15XX-12-25", "write 15XX"),
    ("XXXX-12-XX", ""),
    ("1985-XX-15", "write 1985-XX"),
    ("2004-06-1X", "write 2004-06-10/2004-06-19"),
    ("2004-06-3X", "write 2004-06-30"),
    ("2023-02-2X", "write 2023-02-20/2023-02-28"),
    ("[1667,1668,1670..1672]", ""),
    ("[..1760-12-03]", ""),
    ("{1667,1668,1670..1672}", ""),
    ("{1960,1961-12}", ""),
    ("2004-06?-11", "write 2004-06-11?"),
    ("2004-06~-11", "write 2004-06-11~"),
    ("2004-?06-11", "write 2004-06-11?"),
    ("2004?-06-~11", "write 2004-06-11%"),
    ("?2004", "write 2004?"),
    ("?2004-06-~11", "write 2004-06-11%"),
    ("Y17E7", "write Y170000000"),
    ("Y-17E7", "write Y-170000000"),
    ("Y3388E2S3", "write Y338800"),
    ("1950S2", "write 1950"),
    ("Y171010000S3", "write Y171010000"),
    ("2001-25", "write 2001-21"),
    ("2001-29", "write 2001-09/2001-11"),
    ("2001-30", "write 2001-12/2002-02"),
    ("2001-34", "write 2001-04/2001-06"),
    ("2001-41", "write 2001-07/2001-12"),
]


@pytest.mark.parametrize(("text", "hint"), LEVEL_2)
def test_level_2_is_named_and_not_read(text, hint):
    error = refusal(text)
    assert (error.message, error.hint) == (f"“{text}” is EDTF level 2, which is not read here", hint)


IMPOSSIBLE = [
    ("2023-02-29", "February 2023 has 28 days", ""),
    ("1900-02-29", "February 1900 has 28 days", ""),
    ("2004-06-31", "June 2004 has 30 days", ""),
    ("2004-06-31~", "June 2004 has 30 days", ""),
    ("2025-10-32", "October 2025 has 31 days", ""),
    ("1985-13", "There is no month 13", ""),
    ("2020-13-08", "There is no month 13", "write 2020-08-13"),
    ("2004-13-XX", "There is no month 13", ""),
    ("2020-42", "There is no month 42", ""),
    ("2020-00", "There is no month 00", "write 2020 or 2020-XX"),
    ("2020-08-00", "There is no day 00", "write 2020-08 or 2020-08-XX"),
    ("2020-21-05", "A season has no days", "write 2020-21"),
    ("-0000", "There is no year -0000", "write 0000"),
    ("1984?~", "One mark stands at the end of a date: ?, ~ or % for both", "write 1984%"),
    ("Y2020", "A year after Y has five digits or more", "write 2020"),
    ("Y02020-05", "A year after Y has five digits or more", "write 2020-05"),
    ("Y012345", "A year after Y does not begin with 0", "write Y12345"),
    ("Y12345-06", "A year after Y has no months or days", "write Y12345"),
    ("Y1234567890123", "A year has at most twelve digits", ""),
    ("12020", "A year of more than four digits has a Y before it", "write Y12020"),
    ("+2020", "A year has no plus sign", "write 2020"),
    ("19", "A year has four digits", "write 19XX or 0019"),
    ("196", "A year has four digits", "write 196X or 0196"),
    ("199u", "An unknown digit is written as X", "write 199X"),
]

TIMES = [
    ("2025-09-19 12:00", "A T stands between the date and the time of day", "write 2025-09-19T12:00:00"),
    ("2025-09-19T12:00", "A time of day has hours, minutes and seconds", "write 2025-09-19T12:00:00"),
    ("2025-09-19T12:00Z", "A time of day has hours, minutes and seconds", "write 2025-09-19T12:00:00Z"),
    ("2025-09-19T12:00:00.5Z", "A time of day has whole seconds", "write 2025-09-19T12:00:00Z"),
    ("2025-09-19T24:00:00", "There is no hour 24", "write 2025-09-20T00:00:00"),
    ("2025-12-31T24:00:00Z", "There is no hour 24", "write 2026-01-01T00:00:00Z"),
    ("2025-09-19T25:00:00", "There is no hour 25", ""),
    ("2025-09-19T12:60:00", "There is no minute 60", ""),
    ("2025-09-19T12:00:60", "There is no second 60", ""),
    ("2025-09-19T12:00:00+24:00", "A time zone is at most 23:59 from UTC", ""),
    ("2025-09-31T12:00:00", "September 2025 has 30 days", ""),
    ("2025-09T12:00:00", "A time of day stands after a plain calendar day", ""),
    (
        "2025-09-19T12:00:00~",
        "A date with a time of day takes no ?, ~ or %",
        "write 2025-09-19T12:00:00 or 2025-09-19~",
    ),
    (
        "2025-09-19T12:00:00+0530",
        "A time of day is written as 12:00:00, with Z or a shift like +05:30 for its zone",
        "write 2025-09-19T12:00:00+05:30",
    ),
]

INTERVALS = [
    ("2025-11-01/2025-10-27", "The interval ends before it begins", "write 2025-10-27/2025-11-01"),
    ("../..", "An interval has a date at one end at least", "write 2025-09/.. or ../2025-09"),
    ("/", "An interval has a date at one end at least", "write 2025-09/.. or ../2025-09"),
    ("../", "An interval has a date at one end at least", "write 2025-09/.. or ../2025-09"),
    ("/..", "An interval has a date at one end at least", "write 2025-09/.. or ../2025-09"),
    ("2004-06-31/2005", "June 2004 has 30 days", ""),
    (
        "2020/2021/2022",
        "“2020/2021/2022” has more than one slash",
        "write an interval as 2025-09-19/2025-10-01",
    ),
    ("2020/open", "An open end is written as two dots", "write 2020/.."),
    ("2020/21", "Each end of an interval is a whole date", "write 2020/2021"),
    ("2020-8-6/2020-8-9", "“2020-8-6” is not a date in EDTF", "write 2020-08-06/2020-08-09"),
    (
        "2004-06-XX/2004-07-03",
        "An interval with “2004-06-XX” is EDTF level 2, which is not read here",
        "write 2004-06/2004-07-03",
    ),
    (
        "2025-09-19T12:00:00/2025-09-20",
        "An interval is between dates, not times of day",
        "write 2025-09-19/2025-09-20",
    ),
]

CHARACTERS = [
    ("", "The date is empty", "write it as YYYY, YYYY-MM or YYYY-MM-DD"),
    (" \n", "The date is empty", "write it as YYYY, YYYY-MM or YYYY-MM-DD"),
    (" 2020", "The date has space around it", "write 2020"),
    ("2020-08-06\n", "The date has space around it", "write 2020-08-06"),
    ("２０２０-08", "A date is written with the digits 0 to 9", "write 2020-08"),
    ("٢٠٢٠", "A date is written with the digits 0 to 9", "write 2020"),
    ("2020\u202e", "“2020\ufffd” has a character that cannot be seen", "write 2020"),
    ("\x1b[31m2020", "“\ufffd[31m2020” has a character that cannot be seen", ""),
]


@pytest.mark.parametrize(("text", "message", "hint"), IMPOSSIBLE + TIMES + INTERVALS + CHARACTERS)
def test_what_is_wrong_is_said_with_what_to_write(text, message, hint):
    error = refusal(text)
    assert (error.message, error.hint) == (message, hint)
    assert str(error) == message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2020-8-6", "write 2020-08-06"),
        ("2020-8", "write 2020-08"),
        ("2020/08/06", "write 2020-08-06"),
        ("20200806", "write 2020-08-06"),
        ("06/08/2020", "write 2020-08-06 or 2020-06-08"),
        ("06.06.2020", "write 2020-06-06"),
        ("8/2020", "write 2020-08"),
        ("08/13/2020", "write 2020-08-13"),
        ("Aug 6, 2020", "write 2020-08-06"),
        ("6 August 2020", "write 2020-08-06"),
        ("6th Aug. 2020", "write 2020-08-06"),
        ("Sept 2020", "write 2020-09"),
        ("c. 10 Aug 2020", "write 2020-08-10~"),
        ("about 2020", "write 2020~"),
        ("the 1990s", "write 199X"),
        ("spring 2020", "write 2020-21"),
        ("2020-xx", "write 2020-XX"),
        ("2019–2021", "write 2019/2021"),
        ("2019-2021", "write 2019/2021"),
        ("27 Oct 2025 to 1 Nov 2025", "write 2025-10-27/2025-11-01"),
        ("2020‑08‑06", "write 2020-08-06"),
        ("early 2026", "write it as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2020-W32", "write it as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("hello", "write it as YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_another_spelling_is_refused_with_the_one_to_write(text, hint):
    assert refusal(text).hint == hint


def test_a_spelled_day_that_does_not_exist_is_named():
    assert refusal("31 June 2004").message == "June 2004 has 30 days"


def test_a_huge_text_is_refused_in_a_short_sentence():
    for text in ("9" * 1_000_000, "2020/" * 100_000, "[" * 1_000_000, "about " * 100_000):
        error = refusal(text)
        assert error.message.endswith("…” is too long for a date")
        assert len(error.message) < 80


def test_an_error_travels_between_processes():
    error = pickle.loads(pickle.dumps(refusal("2020-8-6")))
    assert (error.message, error.hint) == ("“2020-8-6” is not a date in EDTF", "write 2020-08-06")


NEAR_DATES = st.text("0123456789-/.?~%XYESTZ:+uc {}[]n", max_size=28)


@settings(max_examples=200)
@given(st.text() | NEAR_DATES | st.from_regex(r"-?[\dX]{4}-[\dX]{2}(-[\dX]{2})?[?~%]?(/.*)?"))
@example("Y99999999999999E99")
@example("~" * 79)
@example("-" * 79)
@example("2020 to " * 9)
@example("-XX" * 9)
def test_any_text_is_a_date_or_refused_in_safe_words(text):
    date, error = attempt(text)
    if date is not None:
        assert date.text == text
        assert text.isascii()
        assert date.lower <= date.upper
        return
    said = error.message + error.hint
    assert said.isprintable()
    assert not any(unicodedata.category(character) in {"Cc", "Cf"} for character in said)
    assert len(said) < 200
    assert error.message
    assert not error.message.endswith(".")


@settings(max_examples=200)
@given(NEAR_DATES | st.from_regex(r"-?[\dX]{4}-[\dX]{2}(-[\dX]{2})?[?~%]?(/\d{4})?", fullmatch=True))
def test_what_a_hint_says_to_write_is_a_date(text):
    _, error = attempt(text)
    hint = error.hint if error else ""
    if hint.startswith("write ") and not hint.startswith(("write it as", "write an interval as")):
        for candidate in hint.removeprefix("write ").split(" or "):
            assert EDTF.parse(candidate).text == candidate
