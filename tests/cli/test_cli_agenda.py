import json
from pathlib import Path

import icalendar
import pytest
from golden import assert_golden
from stories import STORY

pytest_plugins = ("running",)

GOLDEN = Path(__file__).parent / "golden"
DUE = STORY + "questions: [{id: q, text: Will it?, due: 2024-07-03, decided_by: [ann]}]\n"


@pytest.fixture(autouse=True)
def today(home, monkeypatch):
    monkeypatch.setenv("BRIEF_TODAY", "2024-09-12")


def entries(brief, *arguments) -> list:
    return json.loads(brief("agenda", "--json", *arguments).out)["entries"]


def test_the_agenda_of_the_sample_reads_as_its_golden_file(brief, sample_root):
    outcome = brief("agenda", "--library", sample_root)
    assert (outcome.code, outcome.err) == (0, "")
    assert_golden(outcome.out, GOLDEN / "agenda.txt")


def test_the_json_of_the_sample_reads_as_its_golden_file(brief, sample_root, monkeypatch):
    monkeypatch.chdir(sample_root)
    outcome = brief("agenda", "--library", ".", "--json")
    assert_golden(outcome.out, GOLDEN / "agenda.json")
    assert brief("agenda", "--library", ".", "-f", "json").out == outcome.out


def test_the_calendar_of_the_sample_reads_as_its_golden_file(brief, sample_root):
    outcome = brief("agenda", "--library", sample_root, "-f", "ics")
    assert outcome.code == 0
    assert_golden(outcome.out, GOLDEN / "agenda.ics")


def test_what_is_due_moves_through_the_headings_with_the_day(brief, library, monkeypatch):
    library({"story.yaml": DUE})
    seen = {}
    for day in ("2024-05-31", "2024-07-01", "2024-07-02", "2024-07-04"):
        monkeypatch.setenv("BRIEF_TODAY", day)
        only = entries(brief)[0]
        seen[day] = (only["group"], only["days_left"])
    assert seen == {
        "2024-05-31": ("later", 33),
        "2024-07-01": ("this-week", 2),
        "2024-07-02": ("this-week", 1),
        "2024-07-04": ("overdue", -1),
    }


def test_a_day_that_is_none_is_wrong_usage(brief, library, monkeypatch):
    library({"story.yaml": DUE})
    monkeypatch.setenv("BRIEF_TODAY", "soon")
    outcome = brief("agenda")
    assert (outcome.code, outcome.out) == (2, "")
    assert "2025-09-19" in outcome.err


def test_a_broken_briefing_is_told_and_does_not_stop_the_rest(brief, library):
    library({"broken.yaml": "format: brief/1\n- x\n", "story.yaml": DUE, "torn.yaml": STORY + "events: [{id: e}]\n"})
    outcome = brief("agenda")
    assert outcome.code == 1
    assert "Will it?" in outcome.out
    assert "briefings/broken.yaml cannot be shown (1 error)" in outcome.err
    assert "briefings/torn.yaml is partly wrong (2 errors)" in outcome.err


def test_an_empty_agenda_says_so_in_a_sentence(brief, library):
    library({"story.yaml": STORY})
    outcome = brief("agenda")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "brief: nothing is open and nothing falls due\n"
    assert entries(brief) == []


def test_an_empty_library_says_how_to_begin(brief, here):
    (here / "empty").mkdir()
    outcome = brief("agenda", "--library", "empty")
    assert (outcome.code, outcome.out) == (0, "")
    assert "`brief new ID`" in outcome.err


def test_only_what_is_due_within_a_time_or_overdue_is_shown_when_asked(brief, library):
    days = {"overdue": "2024-09-01", "near": "2024-09-26", "far": "2024-09-27"}
    questions = "".join(f"  - {{id: {name}, text: Will it?, due: {day}}}\n" for name, day in days.items())
    library({"story.yaml": STORY + "questions:\n" + questions + "  - {id: never, text: Will it?}\n"})
    assert [one["id"] for one in entries(brief, "--within", "2w")] == ["overdue", "near"]
    assert [one["id"] for one in entries(brief)] == ["overdue", "near", "far", "never"]


@pytest.mark.parametrize("within", ["soon", "0d", "2 weeks", "-3d", "3m"])
def test_a_time_that_is_none_is_wrong_usage(brief, library, within):
    library({"story.yaml": DUE})
    outcome = brief("agenda", f"--within={within}")
    assert outcome.code == 2
    assert "`30d` for days or `2w` for weeks" in outcome.err


def test_a_topic_is_with_what_is_below_it(brief, library):
    library({"a.yaml": DUE + "topics: [x/y]\n", "b.yaml": DUE + "topics: [xy]\n", "c.yaml": DUE})
    assert [one["briefing"]["id"] for one in entries(brief, "--topic", "x")] == ["a"]
    assert [one["briefing"]["id"] for one in entries(brief, "--topic", "xy")] == ["b"]
    outcome = brief("agenda", "--topic", "z", "-o", "agenda.txt")
    assert outcome.code == 2
    assert "no briefing has the topic “z”" in outcome.err
    assert not Path("agenda.txt").exists()


def test_what_was_said_off_the_record_or_on_background_stays_behind(brief, library):
    private = """
quotes:
  - {id: secret, text: The plan is dead, speaker: ann, source: memo, attribution: off-record}
positions: [{actor: bob, question: q, date: 2024-06-01, stance: oppose, quotes: [secret]}]
"""
    library({"story.yaml": DUE + private})
    for form in ("text", "json", "ics"):
        assert "secret" not in brief("agenda", "-f", form).out
        assert "dead" not in brief("agenda", "-f", form).out


def test_control_characters_of_a_file_name_never_reach_the_terminal(brief, library):
    library({"a\x1b[2Jb.yaml": "format: brief/1\n- x\n", "story.yaml": DUE})
    outcome = brief("agenda")
    assert "\x1b" not in outcome.out + outcome.err


@pytest.mark.parametrize("form", ["text", "json", "ics"])
def test_a_file_gets_what_stdout_would(brief, library, form):
    library({"story.yaml": DUE})
    printed = brief("agenda", "-f", form).out
    assert brief("agenda", "-f", form, "-o", "agenda.out").out == ""
    assert Path("agenda.out").read_bytes().decode() == printed
    assert brief("agenda", "-f", form, "-o", "agenda.out").code == 1
    assert brief("agenda", "-f", form, "-o", "agenda.out", "--force").code == 0


def test_the_suffix_of_a_file_says_its_format(brief, library):
    library({"story.yaml": DUE})
    brief("agenda", "-o", "agenda.ics")
    assert icalendar.Calendar.from_ical(Path("agenda.ics").read_bytes()).subcomponents[0].name == "VTODO"


def test_no_file_of_the_library_is_replaced(brief, library):
    root = library({"story.yaml": DUE})
    outcome = brief("agenda", "-o", root / "story.yaml", "--force")
    assert outcome.code == 1
    assert "is part of a library" in outcome.err
    assert (root / "story.yaml").read_text() == DUE


def test_a_calendar_of_nothing_is_written_all_the_same_so_that_the_one_before_does_not_stay(brief, library):
    library({"story.yaml": STORY})
    outcome = brief("agenda", "-o", "agenda.ics")
    assert (outcome.code, outcome.err) == (0, "brief: nothing is open and nothing falls due\n")
    assert "Nothing in briefings: agenda has a date" in Path("agenda.ics").read_text()


@pytest.mark.parametrize(
    ("date", "status", "title"),
    [
        ("2024-07-03", "planned", "The vote"),
        ("2024-07-03", "cancelled", "The vote (cancelled)"),
        ("2024-06-03", "postponed", "The vote (postponed)"),
        ("2024-06-03", "planned", "The vote (outcome not known)"),
        ("2024-06-03", "happened", "The vote (passed)"),
        ("2024-06-03/..", "cancelled", "The vote (cancelled, from 3 June 2024)"),
    ],
)
def test_a_deadline_that_no_longer_stands_says_what_became_of_it(brief, library, date, status, title):
    vote = f"{{id: vote, date: {date}, title: The vote, kind: deadline, status: {status}, sources: [report]}}"
    library({"story.yaml": STORY + f"questions: [{{id: q, text: Will it?, due: vote}}]\nevents: [{vote}]\n"})
    (line,) = (one for one in brief("agenda").out.splitlines() if "◇" in one)
    assert line.endswith(f"  {title}")


def test_json_and_another_format_exclude_each_other(brief, library):
    library({"story.yaml": DUE})
    assert brief("agenda", "--json", "-f", "ics").code == 2


def test_a_date_is_cut_only_where_a_terminal_has_no_room_for_it(brief, library, monkeypatch):
    date_text = "in the second half of September 2024, or early in October"
    vote = f'{{id: vote, date: 2024-09-20, date_text: "{date_text}", title: The vote, kind: deadline}}'
    library({"story.yaml": STORY + f"events: [{vote}]\n"})
    assert f"  {date_text}  in 8 days  The vote" in brief("agenda").out
    monkeypatch.setattr("tui.cli.agenda_text.is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "80")
    assert "  in the second half of Septemb…  in 8 days  The vote" in brief("agenda").out


def test_on_a_terminal_no_line_is_wider_than_it_is_and_what_is_cut_says_so(brief, library, monkeypatch):
    library({"story.yaml": DUE.replace("Will it?", '"' + "猫 will it " * 40 + '?"')})
    monkeypatch.setattr("tui.cli.agenda_text.is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", "60")
    from rich.cells import cell_len

    lines = brief("agenda").out.splitlines()
    assert max(map(cell_len, lines)) <= 60
    assert lines[1].endswith("…")
