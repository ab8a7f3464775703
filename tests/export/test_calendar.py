import datetime
import json
import re
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from conftest import made_of
from hostile import long_texts, texts
from hypothesis import given, settings

from tui.analysis.agenda import entries_of
from tui.analysis.release import released
from tui.analysis.view import view
from tui.export import FORMATS, export
from tui.export.ics.agenda import AgendaCalendar
from tui.library.folder import Library
from tui.load.briefing import load_text
from tui.model.edtf import EDTF

SHIPPED = Path(__file__).parent.parent.parent / "briefings"


def calendar_of(text: str) -> icalendar.Calendar:
    """The calendar, read by two libraries, with what RFC 5545 asks of its lines and of every component."""
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert not any("\n" in one or "\r" in one for one in lines)
    assert all(len(one.encode()) <= 75 for one in lines)
    assert "METHOD" not in text
    calendar = icalendar.Calendar.from_ical(text)
    assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
    assert not calendar.errors
    components = calendar.subcomponents
    assert components
    for one in components:
        assert not one.errors
        assert one.get("uid")
        assert one.get("dtstamp").dt.tzinfo is not None
    assert len({one["uid"] for one in components}) == len(components)
    other = vobject.readOne(text)
    other.validate(raiseException=True)
    kinds = [child.name for child in other.getChildren() if child.name in {"VEVENT", "VTODO", "VJOURNAL"}]
    assert sorted(kinds) == sorted(one.name for one in components)
    return calendar


def exported(**parts: Any) -> icalendar.Calendar:
    return calendar_of(export(released(view(made_of(**parts))).view, "ics"))


def left_out(**parts: Any) -> tuple[str, ...]:
    return FORMATS["ics"].left_out(released(view(made_of(**parts))).view)


def event(date: str, **more: Any) -> icalendar.Component:
    return exported(events=[{"id": "e", "date": date, "title": "The vote", **more}]).subcomponents[0]


def question(**more: Any) -> icalendar.Component:
    return exported(questions=[{"id": "q", "text": "Will it?", **more}]).subcomponents[0]


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*-*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_briefing_makes_a_calendar_that_two_libraries_read(path):
    briefing = Library(SHIPPED).load(path).briefing
    assert briefing is not None
    calendar_of(export(released(view(briefing)).view, "ics"))


@pytest.mark.parametrize(
    ("date", "start", "end", "summary"),
    [
        ("2024-08-01", day(2024, 8, 1), day(2024, 8, 2), "The vote"),
        ("2024-08-01~", day(2024, 8, 1), day(2024, 8, 2), "The vote (c. 1 Aug 2024)"),
        ("2024-08-01?", day(2024, 8, 1), day(2024, 8, 2), "The vote (1 Aug 2024?)"),
        ("2024-08-30/2024-09-02", day(2024, 8, 30), day(2024, 9, 3), "The vote"),
        ("2024-08", day(2024, 8, 1), day(2024, 9, 1), "The vote (Aug 2024)"),
        ("2024-24", day(2024, 12, 1), day(2025, 3, 1), "The vote (winter 2024–25)"),
        ("2024-12-31", day(2024, 12, 31), day(2025, 1, 1), "The vote"),
        ("0033-04-03", day(33, 4, 3), day(33, 4, 4), "The vote"),
        ("9999-12-31", day(9999, 12, 31), None, "The vote"),
    ],
)
def test_days_are_days_with_the_end_after_the_last_and_what_is_not_sure_is_said(date, start, end, summary):
    found = event(date)
    assert found["dtstart"].dt == start
    assert (found["dtend"].dt if "dtend" in found else None) == end
    assert str(found["summary"]) == summary


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2024-08-01T12:00:00Z", b"DTSTART:20240801T120000Z"),
        ("2024-08-01T00:30:00+02", b"DTSTART:20240731T223000Z"),
        ("2024-08-01T23:30:00-05:30", b"DTSTART:20240802T050000Z"),
        ("2024-08-01T12:00:00", b"DTSTART:20240801T120000\r\n"),
    ],
)
def test_a_time_with_a_zone_is_in_utc_and_one_without_is_local(date, written):
    found = event(date)
    assert written in found.to_ical()
    assert "dtend" not in found


@pytest.mark.parametrize(
    ("date", "reason"),
    [
        ("2024", "a date that says no more than the year"),
        ("202X", "a date that says no more than the year"),
        ("2024/2025", "a date that says no more than the year"),
        ("2024-08/..", "a date open at one end"),
        ("../2024-08-01", "a date open at one end"),
        ("-0044-03-15", "a date beyond the years 1 to 9999"),
        ("0001-01-01T00:00:00+05", "a date beyond the years 1 to 9999"),
        ("9999-12", "a date beyond the years 1 to 9999"),
    ],
)
def test_a_date_for_which_a_calendar_has_no_place_is_left_out_and_said(date, reason):
    events = [{"id": "e", "date": date, "title": "It"}]
    assert left_out(events=events) == (f"left out, with {reason}: the event `story#e`",)
    assert exported(events=events).subcomponents[0].name == "VJOURNAL"


def test_many_that_are_left_out_are_said_in_one_sentence():
    questions = [{"id": f"q-{number}", "text": "Will it?"} for number in range(5)]
    assert left_out(questions=questions) == (
        "left out, with no due date: the questions `story#q-0`, `story#q-1`, `story#q-2` and 2 more",
    )


def test_an_open_question_is_a_task_that_is_due_on_the_last_day_of_its_date():
    asked = {
        "id": "q",
        "text": "Will it?",
        "due": "2024-08",
        "warn": "2w",
        "decided_by": ["ann"],
        "criteria": "A vote.",
    }
    found = exported(actors=[{"id": "ann", "name": "Ann"}], questions=[asked]).subcomponents[0]
    assert (found.name, found["status"]) == ("VTODO", "NEEDS-ACTION")
    assert (found["dtstart"].dt, found["due"].dt) == (day(2024, 8, 1), day(2024, 8, 31))
    assert str(found["summary"]) == "Will it? (Aug 2024)"
    assert "Decided by Ann\nSettled by: A vote." in str(found["description"])
    alarm = found.subcomponents[0]
    assert (alarm["trigger"].dt, alarm["trigger"].params["related"]) == (datetime.timedelta(days=-14), "END")


def test_a_task_of_one_day_has_no_beginning_and_a_settled_one_is_completed():
    assert "dtstart" not in question(due="2024-08-01")
    done = question(due="2024-05-01", status="resolved", resolution={"date": "2024-05-03", "outcome": "Yes."})
    assert (done["status"], done["completed"].dt.date()) == ("COMPLETED", day(2024, 5, 3))
    assert "Resolved 3 May 2024: Yes." in str(done["description"])
    assert (
        question(due="2024", status="annulled", resolution={"date": "2024-05", "outcome": "No."})["status"]
        == "CANCELLED"
    )


def test_questions_that_are_due_with_a_deadline_are_told_in_its_event():
    calendar = exported(
        events=[{"id": "d", "date": "2024-08-01", "title": "The vote", "kind": "deadline", "importance": 3}],
        questions=[{"id": "q", "text": "Will it pass?", "due": "d", "warn": "3d"}],
    )
    only = calendar.subcomponents[0]
    assert [one.name for one in calendar.subcomponents] == ["VEVENT"]
    assert "Open: Will it pass?" in str(only["description"])
    assert (only["priority"], only.subcomponents[0]["trigger"].dt) == (1, datetime.timedelta(days=-3))


@pytest.mark.parametrize(
    ("date", "kind", "related", "days"),
    [
        ("2024-08", "deadline", "END", -15),
        ("2024-08", "event", "START", -14),
        ("2024-08-31", "deadline", "START", -14),
        ("2024-08-31T12:00:00Z", "deadline", "START", -14),
    ],
)
def test_a_deadline_of_several_days_is_warned_of_before_its_last_and_an_event_before_its_first(
    date, kind, related, days
):
    trigger = event(date, kind=kind, warn="2w").subcomponents[0]["trigger"]
    assert (trigger.params["related"], trigger.dt) == (related, datetime.timedelta(days=days))


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"status": "happened"}, "CONFIRMED"),
        ({"status": "planned"}, "CONFIRMED"),
        ({"status": "postponed"}, "CANCELLED"),
        ({"status": "cancelled"}, "CANCELLED"),
        ({"date": "2024-06-01", "status": "unknown"}, "TENTATIVE"),
        ({"date": "2024-08-01~"}, "TENTATIVE"),
        ({"date": "2024-08"}, "TENTATIVE"),
        ({"date_text": "in the first days of August"}, "TENTATIVE"),
    ],
)
def test_the_status_says_how_sure_an_event_is(more, status):
    assert event(**{"date": "2024-08-01", **more})["status"] == status


@pytest.mark.parametrize(
    ("tlp", "found"), [("clear", "PUBLIC"), ("green", "PRIVATE"), ("amber", "PRIVATE"), ("red", "CONFIDENTIAL")]
)
def test_the_marking_is_in_every_entry(tlp, found):
    only = exported(
        tlp=tlp, topics=["money, law"], events=[{"id": "e", "date": "2024-08-01", "title": "It"}]
    ).subcomponents[0]
    assert only["class"] == found
    assert str(only["description"]).startswith(f"TLP:{tlp.upper()}\n")
    assert only.categories == ["money, law"]


def test_what_is_for_one_actor_has_the_deadlines_of_their_questions():
    briefing = made_of(
        actors=[{"id": "ann", "name": "Ann"}],
        questions=[{"id": "q", "text": "Will it pass?", "due": "vote"}],
        positions=[{"id": "p", "actor": "ann", "question": "q", "date": "2024-05", "stance": "oppose"}],
        events=[{"id": "vote", "date": "2024-09-01", "title": "The vote", "kind": "deadline"}],
    )
    shown = released(view(briefing, focus="ann")).view
    assert FORMATS["ics"].left_out(shown) == ()
    (only,) = calendar_of(export(shown, "ics")).subcomponents
    assert str(only["summary"]) == "The vote"
    assert "Open: Will it pass?" in str(only["description"])


def test_a_uid_stays_when_what_it_is_of_changes_and_the_stamp_is_the_date_of_the_view():
    before, after = event("2024-08-01"), event("2024-09-05", kind="deadline", detail="Put off.")
    assert before["uid"] == after["uid"]
    assert before["dtstamp"].dt == datetime.datetime(2024, 6, 30, tzinfo=datetime.UTC)
    briefing = made_of(events=[{"id": "e", "date": "2024-08-01", "title": "It"}])
    assert b"DTSTAMP:20240131T000000Z" in export(view(briefing, EDTF.parse("2024-01")), "ics").encode()


def test_a_briefing_without_dates_makes_a_calendar_that_says_so():
    calendar = exported()
    assert [(one.name, str(one["summary"])) for one in calendar.subcomponents] == [
        ("VJOURNAL", "Nothing in A story has a date")
    ]
    assert str(calendar["x-wr-calname"]) == str(calendar["name"]) == "A story"


def test_the_agenda_has_what_stands_on_it_under_the_same_uids():
    briefing = made_of(
        events=[
            {"id": "past", "date": "2024-01-01", "title": "A"},
            {"id": "d", "date": "2024-08-01", "title": "B", "kind": "deadline"},
        ],
        questions=[{"id": "q", "text": "C?", "due": "2024-07-15"}, {"id": "never", "text": "D?"}],
    )
    shown = view(briefing)
    made, today = AgendaCalendar(), datetime.date(2024, 7, 1)
    made.add(shown, entries_of(shown, today))
    found = calendar_of(made.text("Agenda", today))
    whole = {str(one["summary"]): str(one["uid"]) for one in calendar_of(export(shown, "ics")).subcomponents}
    assert {str(one["summary"]): str(one["uid"]) for one in found.subcomponents} == {
        name: whole[name] for name in ("B", "C?")
    }
    assert made.left_out == ("left out, with no due date: the question `story#never`",)


def test_two_briefings_of_one_id_do_not_share_an_entry():
    shown = view(made_of(events=[{"id": "e", "date": "2024-08-01", "title": "It"}]))
    made, today = AgendaCalendar(), datetime.date(2024, 7, 1)
    for _ in range(2):
        made.add(shown, entries_of(shown, today))
    calendar_of(made.text("Agenda", today))
    assert made.left_out == ("left out, with the ids of another: the item `story#e`",)


HOSTILE = (
    "A\nEND:VEVENT\nBEGIN:VEVENT\nATTACH:file:///etc/passwd",
    "a;b,c\\d\\nE\\N:“q”\"'",
    "שלום עולם 😀👩‍👩‍👧 ﷽",
    "x" * 10_000,
    "猫" * 4_000,
    "^n^'^^ %0A =0D=0A",
)


def _unescaped(written: str) -> str:
    """A TEXT value as it was before it was written; not every release of `icalendar` reads NAME as one."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], written)


def _hostile(text: str) -> None:
    content = {
        "format": "brief/1",
        "title": text,
        "as_of": "2024-06-30",
        "bottom_line": "It goes on.",
        "sources": [{"id": "r", "title": "R"}],
        "actors": [{"id": "ann", "name": text}],
        "events": [{"id": "e", "date": "2024-08-01", "title": text, "detail": text, "actors": ["ann"], "warn": "1d"}],
        "questions": [{"id": "q", "text": text, "due": "2024-08-01", "criteria": text, "decided_by": ["ann"]}],
    }
    written = json.dumps(content, ensure_ascii=False)
    briefing = load_text(written, Path("/library/story.yaml"), Path("/library")).briefing
    assert briefing is not None
    made = export(released(view(briefing)).view, "ics")
    calendar = calendar_of(made)
    todo, found = calendar.subcomponents
    assert (todo.name, found.name) == ("VTODO", "VEVENT")
    assert str(found["summary"]) == " ".join(briefing.events[0].title.split())
    assert str(todo["summary"]) == " ".join(briefing.questions[0].text.split())
    assert (briefing.events[0].detail or "") in str(found["description"])
    assert (briefing.questions[0].criteria or "") in str(todo["description"])
    named = next(one for one in made.replace("\r\n ", "").split("\r\n") if one.startswith("NAME:"))
    assert _unescaped(named.removeprefix("NAME:")) == " ".join(briefing.title.split())
    assert "attach" not in found


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_would_be_another_line_or_entry_stays_text(text):
    _hostile(text)


@settings(max_examples=40)
@given(long_texts | texts)
def test_any_text_of_a_briefing_comes_back_as_it_was(text):
    _hostile(text)
