import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import made

from tui.analysis.agenda import Agenda, agenda
from tui.analysis.view import view

TODAY = datetime.date(2025, 9, 19)
DATES = (
    *("2025-09-19", "2025-09", "2025", "202X", "2025-22~", "2025-09-19T12:00:00Z", "2025-09-01/2025-10", "2025/.."),
    *("../2025-09-20", "-0044-03-15", "9999-12-31", "0001-01-01", "Y170000002", "2025-09-18?"),
)


def of(*parts: str, today: datetime.date = TODAY) -> Agenda:
    return agenda((view(made(one)) for one in parts), today)


def seen(found: Agenda) -> list[tuple[str, str, str]]:
    return [(one.group.value, one.kind, one.id) for one in found.entries]


def test_open_questions_and_deadlines_stand_under_their_headings_and_what_has_no_date_comes_last():
    found = of(
        """
        questions:
          - {id: some-day, text: Will they ever?}
          - {id: settled, text: Did it?, status: closed, due: 2025-09-01, resolution: {date: 2025-06, outcome: Yes.}}
          - {id: weekend, text: Will they by Sunday?, due: 2025-09-21}
          - {id: overdue, text: Did they?, due: 2025-07-01}
        events:
          - {id: month-end, date: 2025-09-30, title: Time is up, kind: deadline}
          - {id: far, date: 2026, title: All must be done, kind: deadline}
          - {id: past, date: 2025-01-01, title: Time was up, kind: deadline}
        """
    )
    assert seen(found) == [
        ("overdue", "question", "overdue"),
        ("this-week", "question", "weekend"),
        ("this-month", "deadline", "month-end"),
        ("later", "deadline", "far"),
        ("no-date", "question", "some-day"),
    ]
    assert [(group.words, len(entries)) for group, entries in found.groups()] == [
        ("Overdue", 1),
        ("This week", 1),
        ("This month", 1),
        ("Later", 1),
        ("No date", 1),
    ]


def test_questions_that_are_due_with_a_deadline_stand_once_below_it():
    found = of(
        """
        questions:
          - {id: first, text: Will it pass?, due: vote}
          - {id: second, text: By how much?, due: vote, warn: 2w}
          - {id: settled, text: When?, status: resolved, due: vote, resolution: {date: 2025-06, outcome: Soon.}}
        events:
          - {id: vote, date: 2025-10-01, title: The vote, kind: deadline, importance: 3}
        """
    )
    assert seen(found) == [("later", "deadline", "vote")]
    only = found.entries[0]
    assert ([one.id for one in only.questions], only.importance, only.warned) == (["first", "second"], 3, True)


def test_a_deadline_that_was_put_off_stands_at_its_new_date():
    found = of(
        """
        questions: [{id: q, text: Will it pass?, due: old}]
        events:
          - {id: old, date: 2025-08-01, title: The vote, kind: deadline, superseded_by: new}
          - {id: new, date: 2025-09-20, title: The vote after all, kind: deadline}
        """
    )
    assert seen(found) == [("this-week", "deadline", "new")]
    assert [one.id for one in found.entries[0].questions] == ["q"]


def test_a_deadline_is_overdue_until_its_briefing_says_what_became_of_it():
    found = of(
        """
        events:
          - {id: no-word, date: 2025-07-10, title: A, kind: deadline}
          - {id: planned, date: 2025-05-10, title: B, kind: deadline, status: planned}
          - {id: met, date: 2025-05-10, title: C, kind: deadline, status: happened}
          - {id: given-up, date: 2025-07-10, title: D, kind: deadline, status: cancelled}
          - {id: put-off, date: 2025-07-10, title: E, kind: deadline, status: postponed}
          - {id: not-told, date: 2025-05-10, title: F, kind: deadline, status: unknown}
        """
    )
    assert seen(found) == [("overdue", "deadline", "planned"), ("overdue", "deadline", "no-word")]


def test_a_deadline_that_is_over_heads_a_question_that_is_still_open():
    found = of(
        """
        questions: [{id: q, text: Did it pass?, due: vote}]
        events: [{id: vote, date: 2025-05-10, title: The vote, kind: deadline, status: unknown}]
        """
    )
    assert [(one.group.value, one.id, one.status) for one in found.entries] == [("overdue", "vote", "unknown")]


def test_planned_events_are_seen_coming_but_are_never_overdue():
    found = of(
        """
        events:
          - {id: behind, date: 2025-09-01, title: A, status: planned}
          - {id: running, date: 2025-09-15/2025-09-23, title: B}
          - {id: ahead, date: 2025-12-01, title: C}
          - {id: off, date: 2025-12-01, title: D, status: cancelled}
        """
    )
    assert seen(found) == [("this-week", "event", "running"), ("later", "event", "ahead")]


def test_a_question_says_who_decides_where_each_stands_and_what_is_expected():
    only = (
        of(
            """
        questions:
          - id: q
            text: Will it?
            due: 2025-10
            decided_by: [ann, cyd]
            estimates: [{date: 2025-03, by: bob, likelihood: likely}, {date: 2025-04, by: bob, likelihood: 90%}]
        positions:
          - {actor: ann, question: q, date: 2025-01-10, stance: oppose}
          - {actor: bob, question: q, date: 2025-02-10, summary: Wants to wait.}
          - {actor: cyd, question: q, date: 2025-02-11, stance: strongly-support}
          - {actor: ann, question: q, date: 2025-03-10, stance: mixed}
        """
        )
        .entries[0]
        .questions[0]
    )
    assert only.deciders == ("Ann", "Cyd")
    assert [(only.names[one.actor], one.stance) for one in only.stands] == [
        ("Bob", None),
        ("Cyd", "strongly-support"),
        ("Ann", "mixed"),
    ]
    assert only.sides is not None
    assert (only.sides.in_favour, only.sides.against, only.sides.neither) == (1, 0, 1)
    newest = only.estimates.newest
    assert newest is not None
    assert (only.names[newest.by], newest.words) == ("Bob", "very likely (90 %)")


def test_the_same_deadline_in_two_briefings_stands_twice_in_an_order_that_does_not_change():
    one = "events: [{id: vote, date: 2025-10-01, title: The vote, kind: deadline}]"
    briefings = [made(one).model_copy(update={"id": name, "title": name}) for name in ("b", "a")]
    for order in (briefings, briefings[::-1]):
        assert [one.briefing.id for one in agenda(map(view, order), TODAY).entries] == ["a", "b"]


def test_of_one_day_the_most_important_comes_first():
    found = of(
        """
        events:
          - {id: a, date: 2025-10-01, title: A, kind: deadline}
          - {id: b, date: 2025-10-01, title: B, kind: deadline, importance: 1}
          - {id: c, date: 2025-10-01, title: C, kind: deadline, importance: 3}
        """
    )
    assert [one.id for one in found.entries] == ["c", "b", "a"]


def test_what_is_due_until_a_day_stands_at_that_day():
    found = of(
        """
        questions:
          - {id: until, text: Will it?, due: ../2025-09-20}
          - {id: today, text: Will it?, due: 2025-09-19}
        """
    )
    assert [one.id for one in found.entries] == ["today", "until"]


@pytest.mark.parametrize(("today", "warned"), [("2025-09-21", False), ("2025-09-22", True), ("2025-10-02", False)])
def test_a_question_is_warned_of_from_its_time_until_it_is_due(today, warned):
    found = of(
        "questions: [{id: q, text: Will it?, due: 2025-10-01, warn: 9d}]", today=datetime.date.fromisoformat(today)
    )
    assert found.entries[0].warned is warned


@pytest.mark.parametrize(("today", "warned"), [("2025-10-01", ["e"]), ("2025-10-22", ["d", "e", "q"])])
def test_what_is_due_in_a_month_is_warned_of_before_its_end_and_an_event_before_its_beginning(today, warned):
    found = of(
        """
        questions: [{id: q, text: Will it?, due: 2025-10, warn: 9d}]
        events:
          - {id: d, date: 2025-10, title: Time is up, kind: deadline, warn: 9d, sources: [early]}
          - {id: e, date: 2025-10, title: Visit, warn: 9d, sources: [early]}
        """,
        today=datetime.date.fromisoformat(today),
    )
    assert [one.id for one in found.entries if one.warned] == warned


@given(st.lists(st.sampled_from(DATES), min_size=1, max_size=6), st.sampled_from(DATES), st.dates())
def test_every_open_question_stands_once_whatever_its_date_and_the_day(dates, deadline, today):
    asked = [f"{{id: q-{number}, text: Will it?, due: {date}}}" for number, date in enumerate(["vote", *dates])]
    vote = f"{{id: vote, date: {deadline}, title: The vote, kind: deadline}}"
    found = of(f"questions: [{', '.join(asked)}]\nevents: [{vote}]", today=today)
    assert sorted(one.id for entry in found.entries for one in entry.questions) == [
        f"q-{number}" for number in range(len(asked))
    ]
    assert [one.order for one in found.entries] == sorted(one.order for one in found.entries)
    assert sum(len(entries) for _, entries in found.groups()) == len(found.entries)


def test_an_empty_library_has_an_empty_agenda():
    assert of().groups() == ()
