"""Dates: what is read, which days it covers, how it sorts, and how it behaves in a model."""

import copy
import datetime
import importlib
import itertools
import pickle
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from tui.model.edtf import EARLIEST, EDTF, LATEST, EDTFError

FLAGS = ("open_start", "open_end", "unknown_start", "unknown_end")
DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9990, 12, 31))
MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def points(draw):
    """Dates that may stand at an end of an interval."""
    day = draw(DAYS).isoformat()
    date = draw(
        st.sampled_from([day, day[:7], day[:4], f"{day[:4]}-21", f"{day[:4]}-24", f"Y{day[:4]}0", f"-{day}"])
        if day[0] != "0"
        else st.sampled_from([day, day[:7], day[:4]])
    )
    return date + draw(MARKS)


@st.composite
def dates(draw):
    """Dates of every form."""
    day = draw(DAYS).isoformat()
    first, second = sorted([EDTF(draw(points())), EDTF(draw(points()))])
    return draw(
        st.sampled_from(
            [
                first.text,
                f"{first}/{second}",
                f"{first}/..",
                f"/{first}",
                day[:3] + "X",
                day[:2] + "XX",
                day[:4] + "-XX",
                day[:7] + "-XX~",
                day[:4] + "-XX-XX",
                day + "T23:59:59",
                day + "T00:00:00-04",
            ]
        )
    )


BOUNDS = [
    ("1985-04-12", (1985, 4, 12), (1985, 4, 12), "day"),
    ("1985-04", (1985, 4, 1), (1985, 4, 30), "month"),
    ("1985", (1985, 1, 1), (1985, 12, 31), "year"),
    ("0000", (0, 1, 1), (0, 12, 31), "year"),
    ("-1985", (-1985, 1, 1), (-1985, 12, 31), "year"),
    ("-0044-03-15", (-44, 3, 15), (-44, 3, 15), "day"),
    ("1985-04-12T23:20:30", (1985, 4, 12), (1985, 4, 12), "time"),
    ("1985-04-12T23:20:30Z", (1985, 4, 12), (1985, 4, 12), "time"),
    ("1985-04-12T23:20:30-04", (1985, 4, 12), (1985, 4, 12), "time"),
    ("1985-04-12T23:20:30+04:30", (1985, 4, 12), (1985, 4, 12), "time"),
    ("2004-02", (2004, 2, 1), (2004, 2, 29), "month"),
    ("1900-02", (1900, 2, 1), (1900, 2, 28), "month"),
    ("2000-02-29", (2000, 2, 29), (2000, 2, 29), "day"),
    ("Y170000002", (170000002, 1, 1), (170000002, 12, 31), "year"),
    ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31), "year"),
    ("Y12345?", (12345, 1, 1), (12345, 12, 31), "year"),
    ("2001-21", (2001, 3, 1), (2001, 5, 31), "season"),
    ("2001-22", (2001, 6, 1), (2001, 8, 31), "season"),
    ("2001-23", (2001, 9, 1), (2001, 11, 30), "season"),
    ("2001-24", (2001, 12, 1), (2002, 2, 28), "season"),
    ("2003-24~", (2003, 12, 1), (2004, 2, 29), "season"),
    ("1984?", (1984, 1, 1), (1984, 12, 31), "year"),
    ("2004-06~", (2004, 6, 1), (2004, 6, 30), "month"),
    ("2004-06-11%", (2004, 6, 11), (2004, 6, 11), "day"),
    ("201X", (2010, 1, 1), (2019, 12, 31), "decade"),
    ("201X?", (2010, 1, 1), (2019, 12, 31), "decade"),
    ("20XX", (2000, 1, 1), (2099, 12, 31), "century"),
    ("-004X", (-49, 1, 1), (-40, 12, 31), "decade"),
    ("-00XX", (-99, 1, 1), (-1, 12, 31), "century"),
    ("2004-XX", (2004, 1, 1), (2004, 12, 31), "year"),
    ("1985-04-XX", (1985, 4, 1), (1985, 4, 30), "month"),
    ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31), "year"),
    ("1964/2008", (1964, 1, 1), (2008, 12, 31), "interval"),
    ("2004-06/2006-08", (2004, 6, 1), (2006, 8, 31), "interval"),
    ("2004-02-01/2005-02-08", (2004, 2, 1), (2005, 2, 8), "interval"),
    ("2004-02-01/2005-02", (2004, 2, 1), (2005, 2, 28), "interval"),
    ("2004-02-01/2005", (2004, 2, 1), (2005, 12, 31), "interval"),
    ("2005/2006-02", (2005, 1, 1), (2006, 2, 28), "interval"),
    ("-0009/0005", (-9, 1, 1), (5, 12, 31), "interval"),
    ("2025-21/2025-24", (2025, 3, 1), (2026, 2, 28), "interval"),
    ("Y-17000/Y12000", (-17000, 1, 1), (12000, 12, 31), "interval"),
    ("1984~/2004-06", (1984, 1, 1), (2004, 6, 30), "interval"),
    ("1984?/2004%", (1984, 1, 1), (2004, 12, 31), "interval"),
    ("1985-04-12/..", (1985, 4, 12), LATEST, "interval"),
    ("../1985-04", EARLIEST, (1985, 4, 30), "interval"),
    ("1985-04/", (1985, 4, 1), (1985, 4, 30), "interval"),
    ("/1985", (1985, 1, 1), (1985, 12, 31), "interval"),
    ("2025-09-15/2025-09", (2025, 9, 15), (2025, 9, 30), "interval"),
]


@pytest.mark.parametrize(("text", "lower", "upper", "precision"), BOUNDS)
def test_a_date_covers_its_first_to_its_last_day(text, lower, upper, precision):
    date = EDTF.parse(text)
    assert (date.text, str(date), date.lower, date.upper, date.precision) == (
        text,
        text,
        lower,
        upper,
        precision,
    )


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1984", False, False),
        ("1984~", True, False),
        ("2004-06?", False, True),
        ("2004-06-11%", True, True),
        ("2001-21~", True, False),
        ("2004-06-XX?", False, True),
        ("1984/2004", False, False),
        ("1984~/2004?", True, True),
        ("../2004~", True, False),
        ("1984?/", False, True),
    ],
)
def test_marks_say_approximate_uncertain_or_both(text, approximate, uncertain):
    date = EDTF.parse(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "time", "zone"),
    [
        ("2025-09-19T12:00:00", "12:00:00", None),
        ("2025-09-19T12:00:00Z", "12:00:00", "Z"),
        ("2025-09-19T23:59:59+05:30", "23:59:59", "+05:30"),
        ("2025-09-19T00:00:00-23:59", "00:00:00", "-23:59"),
        ("-0001-09-19T00:00:00+05", "00:00:00", "+05"),
        ("2025-09-19", None, None),
    ],
)
def test_a_time_of_day_is_kept_as_written(text, time, zone):
    date = EDTF.parse(text)
    assert (date.time, date.zone) == (time, zone)


@pytest.mark.parametrize(
    ("text", "start", "end", "flags"),
    [
        ("2004-06~/2006", "2004-06~", "2006", ""),
        ("2004/..", "2004", None, "open_end"),
        ("../2004", None, "2004", "open_start"),
        ("2004/", "2004", None, "unknown_end"),
        ("/2004", None, "2004", "unknown_start"),
        ("2004", None, None, ""),
    ],
)
def test_an_interval_has_a_start_and_an_end_unless_open_or_unknown(text, start, end, flags):
    date = EDTF.parse(text)
    ends = tuple(side and side.text for side in (date.start, date.end))
    named = [name for name in FLAGS if getattr(date, name)]
    assert (*ends, " ".join(named)) == (start, end, flags)


def test_a_date_is_made_of_a_day():
    assert EDTF.of_day(2025, 9, 1) == EDTF("2025-09-01")
    assert EDTF.of_day(-43, 3, 15).text == "-0043-03-15"
    assert EDTF.from_date(datetime.date(800, 12, 25)).text == "0800-12-25"
    with pytest.raises(EDTFError, match="February 2023 has 28 days"):
        EDTF.of_day(2023, 2, 29)
    with pytest.raises(EDTFError):
        EDTF.of_day(12345, 1, 1)


def test_dates_sort_by_first_day_then_time_then_last_day_then_text():
    ordered = [
        "Y-17000",
        "-0044",
        "0000",
        "2020-08-06",
        "2020-08-06?",
        "2020-08-06/2020-08-07",
        "2020-08-06/..",
        "2020-08-06T09:00:00",
        "2020-08-06T10:00:00Z",
        "2020-08-07",
        # Without a beginning, a date stands where it ends.
        "../2020",
        "2021",
        "Y17000",
    ]
    assert [date.text for date in sorted(EDTF(text) for text in reversed(ordered))] == ordered
    assert [date.text for date in sorted(map(EDTF, reversed(ordered)), key=EDTF.sort_key)] == ordered


@settings(max_examples=60)
@given(dates())
def test_every_date_ends_no_earlier_than_it_begins(text):
    date = EDTF(text)
    assert EARLIEST <= date.lower <= date.upper <= LATEST
    assert pickle.loads(pickle.dumps(date)) == date


@settings(max_examples=60)
@given(st.lists(dates().map(EDTF), min_size=3, max_size=3))
def test_the_order_is_total(three):
    for one, other in itertools.product(three, repeat=2):
        assert (one < other) + (one == other) + (one > other) == 1
        assert (one <= other) == (one < other or one == other)
        assert (one >= other) == (other <= one)
    first, second, third = sorted(three)
    assert first <= second <= third
    assert first <= third


def test_dates_are_equal_by_text_and_hash_alike():
    assert {EDTF("2020"), EDTF("2020")} == {EDTF("2020")}
    assert EDTF("2020") != EDTF("2020~")
    assert EDTF("2020") != "2020"
    with pytest.raises(TypeError):
        assert EDTF("2020") < "2020"


def test_a_date_never_changes():
    date = EDTF("2020-08-06")
    for name in ("text", "lower", "precision", "note"):
        with pytest.raises(AttributeError):
            setattr(date, name, None)
    with pytest.raises(AttributeError):
        del date.text
    assert date == copy.copy(date) == copy.deepcopy(date)
    assert repr(date) == "EDTF('2020-08-06')"


class Event(BaseModel):
    """A record with a date."""

    date: EDTF


def test_a_model_takes_text_or_a_date_and_gives_text():
    event = Event.model_validate({"date": "2020-08~"})
    assert event.date == EDTF("2020-08~")
    assert Event(date=event.date).date is event.date
    assert event.model_dump() == event.model_dump(mode="json") == {"date": "2020-08~"}


def test_a_model_reports_a_sentence_and_a_hint():
    with pytest.raises(ValidationError) as caught:
        Event.model_validate({"date": "2020-8-6"})
    error = caught.value.errors(include_url=False)[0]
    assert (error["type"], error["loc"], error["ctx"]) == ("edtf", ("date",), {"hint": "write 2020-08-06"})
    assert error["msg"] == "“2020-8-6” is not a date in EDTF"


@pytest.mark.parametrize("value", [2020, 20.5, True, None, datetime.date(2020, 8, 6), ["2020"]])
def test_a_model_takes_nothing_but_text(value):
    with pytest.raises(ValidationError, match="A date is written as text"):
        Event.model_validate({"date": value})


def test_the_schema_for_editors_allows_a_bare_year():
    assert Event.model_json_schema()["properties"]["date"]["type"] == ["string", "integer"]


@pytest.fixture(scope="module")
def bounds_by_another_reader():
    """Bounds by the `edtf` package, which warns when it is imported and when it reads."""

    def bounds(text):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            date = importlib.import_module("edtf").parse_edtf(text)
            return tuple(date.lower_strict()[:3]), tuple(date.upper_strict()[:3])

    return bounds


@settings(max_examples=25)
@given(day=DAYS.filter(lambda day: day.year >= 1000), length=st.sampled_from([10, 7, 4, 3]))
def test_another_reader_finds_the_same_days(bounds_by_another_reader, day, length):
    text = day.isoformat()[:length]
    text = text + "X" if length == 3 else text
    date = EDTF(text)
    assert (date.lower, date.upper) == bounds_by_another_reader(text)
