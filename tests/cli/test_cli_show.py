import json
import os
import stat
import sys

import pytest
from conftest import SAMPLE
from golden import assert_golden
from rich.cells import cell_len
from stories import ON_BACKGROUND, STORY
from test_cli_process import at_a_terminal

from tui.cli.show import PANES

pytest_plugins = ("running",)

GOLDEN = SAMPLE.parent / "cli/golden"


@pytest.mark.parametrize("pane", PANES)
def test_a_pane_reads_as_its_golden_file(brief, pane):
    outcome = brief("show", "harbour-bridge", "--pane", pane, "--library", SAMPLE)
    assert outcome.code == 0
    assert_golden(outcome.out, GOLDEN / f"show-{pane}.txt")


def test_without_a_pane_it_is_the_overview(brief):
    whole = brief("show", "harbour-bridge", "--pane", "overview", "--library", SAMPLE)
    assert brief("show", "harbour-bridge", "--library", SAMPLE) == whole


def test_nothing_said_off_the_record_is_printed_and_stderr_says_so(brief):
    for pane in PANES:
        outcome = brief("show", "harbour-bridge", "--pane", pane, "--library", SAMPLE)
        assert "Between us" not in outcome.out
        assert "Krog" not in outcome.out
        assert "1 quote off the record was left out" in outcome.err


def test_who_stands_in_for_a_speaker_on_background_is_no_actor(brief, library):
    library({"story.yaml": STORY + ON_BACKGROUND})
    for briefing in ("story", "bundle.yaml"):
        shown = brief("show", briefing, "--pane", "stakeholders").out
        assert "Ann\nBob\n" in shown
        assert "official" not in shown
        assert "attributed" not in shown
        assert "2 actors" in brief("show", briefing).out
        found = json.loads(brief("show", briefing, "--pane", "stakeholders", "--json").out)["actors"]
        assert [one["id"] for one in found] == ["ann", "bob"]
        assert "(a board official)" in brief("show", briefing).out
        brief("export", "story", "-o", "bundle.yaml")


def test_an_actor_whose_id_is_like_that_of_a_stand_in_is_shown_for_what_they_want(brief, library):
    actors = STORY.replace("actors:\n", "actors:\n  - {id: speaker-1, name: a dissenter, anonymous: true}\n")
    more = "questions: [{id: sale, text: Will it be sold?, decided_by: [speaker-1]}]\n"
    library({"story.yaml": actors + ON_BACKGROUND + more})
    assert "a dissenter" in brief("show", "story", "--pane", "stakeholders").out


@pytest.mark.parametrize("command", ["show", "export", "check", "changes --since 2024", "changes --since-commit HEAD"])
def test_a_link_in_a_circle_is_told_as_one_in_the_library_that_is_named(brief, library, command):
    root = library({"story.yaml": STORY})
    (root / "loop.yaml").symlink_to("loop.yaml")
    outcome = brief("--library", root, *command.split(), "./briefings/loop.yaml")
    assert outcome.code in {1, 2}
    assert "circle" in outcome.out + outcome.err
    assert "nobody expected" not in outcome.err


def test_it_is_shown_as_it_stood_on_a_date(brief):
    outcome = brief("show", "harbour-bridge", "--as-of", "2024-03-13", "--library", SAMPLE)
    assert "as of 13 Mar 2024" in outcome.out
    assert "is not shown as of an earlier date" in outcome.out


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("columns", [20, 60, 200])
def test_at_a_terminal_a_pane_is_no_wider_than_that(process, pane, columns):
    env = {"COLUMNS": str(columns), "PAGER": "cat", "NO_COLOR": "1", "TERM": "xterm"}
    shown = at_a_terminal(process, "show", "harbour-bridge", "--pane", pane, "--library", str(SAMPLE), **env).decode()
    assert max(cell_len(line.rstrip("\r")) for line in shown.split("\n")) <= columns


def test_colour_is_for_terminals(brief, process):
    assert "\x1b" not in brief("show", "harbour-bridge", "--library", SAMPLE).out
    arguments = ("show", "harbour-bridge", "--library", str(SAMPLE))
    assert b"\x1b[1m" in at_a_terminal(process, *arguments, TERM="xterm-256color", PAGER="cat")
    assert b"\x1b" not in at_a_terminal(process, *arguments, TERM="xterm-256color", PAGER="cat", NO_COLOR="1")


def test_markup_in_a_briefing_is_text(brief, library):
    library({"story.yaml": STORY.replace("A story", '"[red]A[/] [@click=app.quit]story :smile:"')})
    for pane in PANES:
        assert "[red]A[/] [@click=app.quit]story :smile:" in brief("show", "story", "--pane", pane).out


@pytest.fixture
def pager(tmp_path):
    """A pager that writes down what it is given, and how it is told to show it."""
    path = tmp_path / "pager"
    path.write_text(
        f"#!{sys.executable}\n"
        "import os, sys\n"
        f"with open({str(tmp_path / 'paged')!r}, 'w') as file:\n"
        "    file.write(os.environ['LESS'] + ' ' + ' '.join(sys.argv[1:]) + sys.stdin.read())\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def at_both_ends(process, *arguments, **env):
    leader, follower = os.openpty()
    try:
        return process(*arguments, env=env, stdin=follower, stdout=follower)
    finally:
        os.close(follower)
        os.close(leader)


def test_what_is_longer_than_the_terminal_goes_through_the_pager(process, pager, tmp_path):
    arguments = ("show", "harbour-bridge", "--pane", "timeline", "--library", str(SAMPLE))
    done = at_both_ends(process, *arguments, PAGER=f"{pager} --quiet", LINES="10", COLUMNS="80", NO_COLOR="1")
    assert done.returncode == 0
    paged = (tmp_path / "paged").read_text()
    assert paged.startswith("FRX --quiet")
    assert "The council votes for the toll" in paged


@pytest.mark.parametrize("env", [{"LINES": "500"}, {"PAGER": ""}, {"PAGER": "cat"}])
def test_what_needs_no_pager_has_none(process, pager, tmp_path, env):
    arguments = ("show", "harbour-bridge", "--pane", "timeline", "--library", str(SAMPLE))
    done = at_both_ends(process, *arguments, **({"PAGER": str(pager), "LINES": "10", "COLUMNS": "80"} | env))
    assert done.returncode == 0
    assert not (tmp_path / "paged").exists()


def test_a_pager_that_is_not_there_is_told_and_the_pane_is_printed_all_the_same(process):
    arguments = ("show", "harbour-bridge", "--pane", "timeline", "--library", str(SAMPLE))
    done = at_both_ends(process, *arguments, PAGER="no-such-pager", LINES="10", COLUMNS="80")
    assert done.returncode == 0
    assert b"no-such-pager" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_pipe_has_no_pager(process, pager, tmp_path):
    done = process("show", "harbour-bridge", "--pane", "timeline", "--library", str(SAMPLE), env={"PAGER": str(pager)})
    assert b"The council votes for the toll" in done.stdout
    assert not (tmp_path / "paged").exists()


def test_an_item_and_what_is_not_there_are_refused_and_what_is_partly_wrong_is_said(brief, library):
    library({"story.yaml": STORY + "events:\n  - {id: bad, date: 2024-13, title: Bad}\n"})
    assert brief("show", "story#ann").code == 2
    assert brief("show", "stroy").code == 2
    outcome = brief("show", "story")
    assert outcome.code == 1
    assert "partly wrong (1 error)" in outcome.err


def test_a_question_of_which_the_date_has_passed_was_due(brief, library):
    library({"story.yaml": STORY + "questions: [{id: q, text: Will it?, due: 2024-06-29, decided_by: [ann]}]\n"})
    assert "was due 29 June 2024; decided by Ann" in brief("show", "story", "--pane", "questions").out


def test_a_stance_and_the_one_before_it_stand_in_one_bracket(brief, library):
    positions = (
        "{id: then, actor: ann, question: q, date: 2024-04-02, stance: no-comment}",
        "{id: now, actor: ann, question: q, date: 2024-05-20, stance: oppose}",
    )
    library({"story.yaml": STORY + f"questions: [{{id: q, text: Will it?}}]\npositions: [{', '.join(positions)}]\n"})
    out = brief("show", "story", "--pane", "questions").out
    assert "– Ann: opposition (20 May 2024; earlier: no comment)" in out


def test_what_has_no_beginning_stands_in_the_year_in_which_it_ends(brief, library):
    dates = {"ice": "Y-17000", "talks": "../2024-05", "vote": "2024-01"}
    events = ", ".join(f"{{id: {one}, date: {date}, title: The {one}}}" for one, date in dates.items())
    library({"story.yaml": STORY + f"events: [{events}]\n"})
    out = brief("show", "story", "--pane", "timeline").out
    places = [out.index(one) for one in ("17,001 BC", "The ice", "\n2024\n", "The vote", "The talks")]
    assert places == sorted(places)
    assert out.count("\n2024\n") == 1


def test_for_programs_a_pane_is_json_under_the_keys_of_the_format(brief):
    keys = {}
    for pane in PANES:
        outcome = brief("show", "harbour-bridge", "--pane", pane, "--json", "--library", SAMPLE)
        found = json.loads(outcome.out)
        assert found["id"] == "harbour-bridge"
        assert "Between us" not in outcome.out
        keys[pane] = [key for key in found if key not in {"id", "title", "as_of", "tlp"}]
    assert keys == {
        "overview": ["topics", "authors", "bottom_line", "judgments"],
        "timeline": ["events"],
        "stakeholders": ["actors", "positions", "relations"],
        "quotes": ["quotes"],
        "questions": ["questions", "positions"],
        "figures": ["figures"],
        "sources": ["sources"],
    }
