"""The days on which a briefing came to look different."""

from datetime import timedelta
from itertools import pairwise

from conftest import SHIPPED
from generated import FIRST, LENGTH, briefings
from hypothesis import given, settings
from making import made

from tui.analysis.known_dates import known_dates
from tui.analysis.view import view
from tui.load.briefing import load_file
from tui.load.shared import load_shared
from tui.model.edtf import EDTF


def dates(briefing):
    return [date.text for date in known_dates(briefing)]


def looks(briefing, day):
    """All there is to see of a briefing as of a day, but for the day itself."""
    shown = view(briefing, day)
    events = [event.model_copy(update={"status": shown.status(event)}) for event in shown.briefing.events]
    return shown.briefing.model_copy(update={"events": events}), shown.bottom_line


def days_between(first, last):
    return [EDTF.from_date(first + timedelta(number)) for number in range((last - first).days + 1)]


@given(briefings())
@settings(max_examples=50)
def test_the_view_changes_on_these_days_and_on_no_other(briefing):
    days = days_between(FIRST - timedelta(2), FIRST + timedelta(LENGTH + 20))
    looked = [looks(briefing, day) for day in days]
    changed = [day for day, before, after in zip(days[1:], looked, looked[1:], strict=False) if before != after]
    known = known_dates(briefing)
    assert [day for day in known if day >= days[1]] == [day for day in changed if day <= known[-1]]


def test_each_shipped_briefing_changes_at_every_step():
    for path in SHIPPED.glob("*-*.yaml"):
        briefing = load_file(path, SHIPPED, load_shared(SHIPPED)).briefing
        looked = [looks(briefing, day) for day in known_dates(briefing)]
        assert len(looked) > 1
        assert all(before != after for before, after in pairwise(looked))


def test_reports_their_later_sources_and_the_briefings_own_date_are_such_days():
    briefing = made("""
        events:
          - {id: one, date: 2024-12-01, title: One, sources: [late, early]}
          - {id: two, date: 2024-12-01, title: Two, sources: [seen]}
        """)
    assert dates(briefing) == ["2025-01-10", "2025-03-03", "2025-06-20", "2025-06-30"]


def test_a_month_counts_from_its_end_and_what_was_always_known_has_no_day():
    briefing = made("""
        events:
          - {id: one, date: 2024-12-01, title: One, known: 2025-02}
        figures: [{id: price, name: Price, date: 2025-03-01, value: 1}]
        """)
    assert dates(briefing) == ["2025-02-28", "2025-06-30"]


def test_the_day_of_a_plan_and_the_day_after_it_passed_without_word_are_such_days():
    briefing = made("""
        events:
          - {id: visit, date: 2025-04, title: Visit, status: planned, sources: [early]}
          - {id: talks, date: 2025-03-01, title: Talks, sources: [early]}
          - {id: summit, date: 2025-10-01, title: Summit, sources: [early]}
        """)
    assert dates(briefing) == ["2025-01-10", "2025-03-01", "2025-05-01", "2025-06-30"]


def test_accounts_estimates_and_resolutions_have_days_of_their_own():
    briefing = made("""
        questions:
          - id: q
            text: Will it?
            status: resolved
            sources: [early]
            resolution: {date: 2025-02-02, outcome: It did.}
            estimates: [{date: 2025-01-20, by: ann, likelihood: likely}]
        events:
          - id: call
            date: 2025-01-04
            title: Call
            sources: [early]
            accounts: [{by: cyd, says: It did not., sources: [seen]}]
        """)
    assert dates(briefing) == ["2025-01-10", "2025-01-20", "2025-02-02", "2025-03-03", "2025-06-30"]
