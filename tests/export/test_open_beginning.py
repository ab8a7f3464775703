"""A date without a beginning stands where it ends, and below the heading of that year."""

import re

import pytest
from conftest import made_of

from tui.analysis.release import released
from tui.analysis.view import View, view
from tui.export.csv import files
from tui.export.formats import FORMATS


@pytest.fixture
def shown() -> View:
    dates = {"ice": "Y-17000", "talks": "../2024-05", "vote": "2024-01", "count": "2024-06-02"}
    events = [{"id": one, "date": date, "title": one.title(), "sources": ["report"]} for one, date in dates.items()]
    return released(view(made_of(events=events))).view


def test_every_year_has_one_heading_and_they_are_in_order(shown):
    headings = re.findall("^### (.*)", FORMATS["markdown"](shown, profile="timeline"), re.MULTILINE)
    assert headings == ["17,001 BC", "2024"]
    headings = re.findall("<h3>(.*?)</h3>", FORMATS["html"](shown, profile="timeline"))
    assert headings == ["17,001 BC", "2024"]


def test_the_order_is_the_same_in_a_table(shown):
    rows = files(shown)["events.csv"].decode("utf-8-sig").splitlines()[1:]
    assert [one.split(",")[0] for one in rows] == ["ice", "vote", "talks", "count"]
