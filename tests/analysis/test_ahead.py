import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import on

from tui.analysis.ahead import Distance, Group, distance, is_warned
from tui.model.edtf import EDTF, ordinal

FRIDAY = datetime.date(2025, 9, 19)


@pytest.mark.parametrize(
    ("date", "group", "words"),
    [
        ("2025-09-18", "overdue", "1 day overdue"),
        ("2020-09-18", "overdue", "1,827 days overdue"),
        ("2025-09-19", "this-week", "today"),
        ("2025-09-20", "this-week", "tomorrow"),
        ("2025-09-21", "this-week", "in 2 days"),
        ("2025-09-22", "this-month", "in 3 days"),
        ("2025-09-30", "this-month", "in 11 days"),
        ("2025-10-01", "later", "in 12 days"),
        ("2025-09-30~", "this-month", "in 11 days"),
        ("2025-09-19T23:59:00-05", "this-week", "today"),
        ("2025-09-15/2025-09-18", "overdue", "1 day overdue"),
        ("2025-09-15/2025-09-19", "this-week", "today"),
        ("2025-09-15/2025-10-10", "this-week", "up to 21 days left"),
        ("2025-09-21/2025-09-23", "this-week", "in 2–4 days"),
        ("2025-09", "this-month", "up to 11 days left"),
        ("2025-08", "overdue", "19 days overdue"),
        ("2025-10", "later", "in 12–42 days"),
        ("2025", "later", "up to 103 days left"),
        ("2024", "overdue", "262 days overdue"),
        ("2025-22", "overdue", "19 days overdue"),
        ("2025-XX-XX", "later", "up to 103 days left"),
        ("2025-10/..", "no-date", ""),
        ("2025-01/..", "no-date", ""),
        ("../2025-09-20", "this-week", "tomorrow"),
        ("../2025-09-18", "overdue", "1 day overdue"),
        ("2025-09-20/", "this-week", "tomorrow"),
        ("Y20250", "later", "in 6,656,283–6,656,647 days"),
    ],
)
def test_a_date_stands_under_a_heading_and_so_far_away(date, group, words):
    found = distance(on(date), FRIDAY)
    assert (found.group, found.words) == (group, words)


def test_what_has_no_date_is_no_days_away():
    assert distance(None, FRIDAY) == Distance(Group.NO_DATE)
    assert not is_warned(None, FRIDAY, 10_000, is_due=True)


def test_the_week_ends_with_sunday_even_in_another_month():
    tuesday = datetime.date(2025, 9, 30)
    assert distance(on("2025-10-05"), tuesday).group is Group.THIS_WEEK
    assert distance(on("2025-10-06"), tuesday).group is Group.LATER
    assert distance(on("2025-10-06"), datetime.date(2025, 10, 5)).group is Group.THIS_MONTH


def test_a_month_is_due_by_its_end():
    assert distance(on("2025-10"), datetime.date(2025, 9, 29)).group is Group.LATER
    assert distance(on("2025-10"), datetime.date(2025, 10, 1)).group is Group.THIS_MONTH
    assert distance(on("2025-10"), datetime.date(2025, 10, 27)).group is Group.THIS_WEEK
    assert distance(on("2025-10"), datetime.date(2025, 11, 1)).group is Group.OVERDUE


@pytest.mark.parametrize(
    ("date", "ahead", "due", "event"),
    [
        ("2025-10-03", 14, True, True),
        ("2025-10-04", 14, False, False),
        ("2025-09-19", 1, True, True),
        ("2025-09-18", 14, False, False),
        ("2025-09", 10, False, True),
        ("2025-09", 11, True, True),
        ("2025-10", 11, False, False),
        ("2025-10", 12, False, True),
        ("2025-10", 42, True, True),
        ("2025", 102, False, True),
        ("2025", 103, True, True),
        ("2025-22", 14, False, False),
        ("2025-09-15/2025-09-25", 5, False, True),
        ("2025-09-15/2025-09-25", 6, True, True),
        ("../2025-09-21", 2, True, True),
        ("2025-09-20/..", 14, False, False),
    ],
)
def test_a_warning_counts_to_the_last_day_of_what_is_due_and_to_the_first_of_an_event(date, ahead, due, event):
    assert is_warned(on(date), FRIDAY, ahead, is_due=True) is due
    assert is_warned(on(date), FRIDAY, ahead, is_due=False) is event


days = st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 12, 31))


@given(days, days)
def test_every_day_falls_under_the_heading_that_a_calendar_gives_it(day, today):
    found = distance(EDTF.from_date(day), today)
    assert found.days == (day - today).days
    sunday = today + datetime.timedelta(days=7 - today.isoweekday())
    if day < today:
        expected = Group.OVERDUE
    elif day <= sunday:
        expected = Group.THIS_WEEK
    elif (day.year, day.month) == (today.year, today.month):
        expected = Group.THIS_MONTH
    else:
        expected = Group.LATER
    assert found.group is expected


@given(st.dates())
def test_days_are_numbered_as_the_calendar_of_python_has_them(day):
    assert ordinal((day.year, day.month, day.day)) == day.toordinal()
