"""`brief changes`: since a date, another file, a commit."""

import json
import subprocess
from pathlib import Path

import pytest
from golden import assert_golden
from stories import ON_BACKGROUND, STORY

pytest_plugins = ("running",)

GOLDEN = Path(__file__).parent / "golden"

EVENTS = """\
questions: [{id: sale, text: Will it be sold?, sources: [report]}]
positions:
  - {actor: ann, question: sale, date: 2024-05-01, stance: oppose, sources: [report]}
  - {actor: ann, question: sale, date: 2024-06-02, stance: support, sources: [memo]}
events:
  - {id: offer, date: 2024-05-02, title: An offer, sources: [report]}
  - {id: bid, date: 2024-06-02, title: A bid, sources: [memo]}
"""
SECRET = "  - {id: hush, text: The private words, speaker: bob, source: %s, attribution: off-record}\n"


def test_the_sample_since_a_date_reads_as_its_golden_file(brief, sample_root):
    outcome = brief(
        "changes", "harbour-bridge", "--library", sample_root, "--since", "2024-03-12", "--until", "2024-04"
    )
    assert outcome.code == 0
    assert_golden(outcome.out, GOLDEN / "changes.txt")


def test_the_sample_since_a_date_as_json_reads_as_its_golden_file(brief, sample_root):
    outcome = brief(
        "changes",
        "harbour-bridge",
        "--library",
        sample_root,
        "--since",
        "2024-03-12",
        "--until",
        "2024-03-13",
        "--json",
    )
    assert_golden(outcome.out, GOLDEN / "changes.json")


def test_what_became_known_since_a_date_is_told(brief, library):
    library({"story.yaml": STORY + EVENTS})
    outcome = brief("changes", "story", "--since", "2024-06-01")
    assert outcome.code == 0
    moved = "  - Ann on “Will it be sold?”: opposition → support (2 June 2024, 2 steps towards yes, a reversal)\n"
    assert f"Who moved\n{moved}" in outcome.out
    assert "A bid" in outcome.out
    assert "An offer" not in outcome.out


def test_who_stands_in_for_a_speaker_on_background_is_no_new_actor(brief, library):
    library({"story.yaml": STORY + ON_BACKGROUND})
    told = brief("changes", "story", "--since", "2024-01-01").out
    assert "“The votes are not there” — a board official" in told
    assert "New actors\n  - Ann\n  - Bob\n\n" in told


def test_a_bundle_says_the_same_as_its_briefing_of_words_on_background(brief, library):
    root = library({"story.yaml": STORY + ON_BACKGROUND})
    brief("export", "story", "-o", "bundle.yaml")
    brief("export", "bundle.yaml", "-o", "again.yaml")
    assert Path("again.yaml").read_text() == Path("bundle.yaml").read_text()
    for one, other in (("story", "bundle.yaml"), ("bundle.yaml", root / "story.yaml")):
        told = brief("changes", one, "--from", other).out
        assert "The votes are not there" not in told
        assert "It is over" not in told
        assert "no sale" not in told
    (root / "story.yaml").write_text((STORY + ON_BACKGROUND).replace("It is over", "It goes on"))
    told = brief("changes", "story", "--from", "bundle.yaml").out
    assert "New quotes\n  - “It goes on” — not attributed\n" in told
    assert "The votes are not there" not in told
    assert "Ann" not in told


def test_where_nothing_changed_a_sentence_says_so(brief, library):
    library({"story.yaml": STORY + EVENTS})
    outcome = brief("changes", "story", "--since", "2024-06-15", "--until", "2024-06-20")
    assert (outcome.code, outcome.out) == (0, "Nothing changed from 15 June 2024 to 20 June 2024.\n")
    found = json.loads(brief("changes", "story", "--since", "2024-06-15", "--until", "2024-06-20", "--json").out)
    assert found == {"briefing": "story", "since": "2024-06-15", "until": "2024-06-20", "fields": [], "changes": []}


def test_nothing_changed_since_a_date_after_the_newest(brief, library):
    library({"story.yaml": STORY})
    outcome = brief("changes", "story", "--since", "2025")
    assert (outcome.code, outcome.out) == (0, "Nothing changed since 2025: the briefing goes up to 30 June 2024.\n")
    found = json.loads(brief("changes", "story", "--since", "2025", "--json").out)
    assert (found["since"], found["until"], found["changes"]) == ("2025", "2024-06-30", [])


def test_a_date_in_words_hangs_on_today_and_is_told(brief, library, monkeypatch):
    monkeypatch.setenv("BRIEF_TODAY", "2024-06-15")
    library({"story.yaml": STORY + EVENTS})
    outcome = brief("changes", "story", "--since", "2 weeks ago")
    assert outcome.err == "brief: “2 weeks ago” is taken for 1 June 2024\n"
    assert outcome.out == brief("changes", "story", "--since", "2024-06-01").out


def test_another_version_is_compared_field_by_field(brief, library, here):
    library({"story.yaml": STORY.replace("name: Ann}", "name: Ann, role: Owner}") + EVENTS})
    (here / "old.yaml").write_text(STORY + EVENTS.replace("A bid", "The bid"))
    outcome = brief("changes", "story", "--from", "old.yaml")
    assert "  - Actor: Ann (Owner)\n      role: nothing → Owner\n" in outcome.out
    assert "      title: The bid → A bid\n" in outcome.out


def test_only_what_refers_to_an_item_is_told_by_its_name(brief, library, here):
    library({"story.yaml": STORY.replace("name: Bob}", "name: Bob, role: ann}").replace("2024-06-02,", "2024-06-03,")})
    (here / "old.yaml").write_text(STORY)
    outcome = brief("changes", "story", "--from", "old.yaml")
    assert "role: nothing → ann" in outcome.out


def test_a_copy_elsewhere_still_has_what_the_library_shares(brief, library, here):
    shared = "actors: [{id: cyd, name: Cyd}]\n"
    text = STORY + "events: [{id: talk, date: 2024-06-01, title: A talk, actors: [cyd], sources: [report]}]\n"
    library({"story.yaml": text, "library.yaml": shared})
    (here / "copy.yaml").write_text(text)
    outcome = brief("changes", "story", "--from", "copy.yaml")
    assert outcome.out.startswith("Nothing changed from copy.yaml")
    assert outcome.err == ""


def test_what_is_off_the_record_is_not_told_nor_that_it_changed(brief, library, here):
    quotes = "quotes:\n  - {id: said, text: Never, speaker: ann, source: memo}\n"
    library({"story.yaml": STORY + quotes + SECRET % "memo"})
    (here / "old.yaml").write_text(STORY + (SECRET % "memo").replace("  - ", "quotes: [", 1).replace("}\n", "}]\n"))
    for options in (("--from", "old.yaml"), ("--since", "2024-06-01"), ("--from", "old.yaml", "--json")):
        outcome = brief("changes", "story", *options)
        assert "Never" in outcome.out
        assert "hush" not in outcome.out + outcome.err
        assert "private" not in outcome.out + outcome.err
        assert "1 quote off the record was left out" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "say since when"),
        (("--since", "soonish"), "“soonish” is no date"),
        (("--since", "03/04/2024"), "may be 3 Apr 2024 or 4 Mar 2024"),
        (("--since", "2024-06", "--until", "2024-05"), "--since is later than --until"),
        (("--since", "2024-06", "--until", "2024-06-01"), "--since is later than --until, 1 June 2024"),
        (("--from", "nowhere.yaml"), "does not exist"),
        (("--from", "."), "is a folder"),
        (("--from", "a.yaml", "--since-commit", "HEAD"), "exclude each other"),
    ],
)
def test_wrong_usage_is_told(brief, library, arguments, words):
    library({"story.yaml": STORY})
    outcome = brief("changes", "story", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


def test_a_briefing_that_is_partly_wrong_is_told_of_and_exits_1(brief, library):
    library({"story.yaml": STORY + "colour: blue\n"})
    outcome = brief("changes", "story", "--since", "2024-06-01")
    assert outcome.code == 1
    assert "is partly wrong" in outcome.err


def test_on_a_terminal_no_line_is_wider_than_it(library, process, here):
    library({"story.yaml": STORY + EVENTS.replace("A bid", "A bid of " + "many 词语 " * 20)})
    code = (
        "import sys, os; sys.stdout.isatty = lambda: True\n"
        "from tui.cli.main import main; main(['changes', 'story', '--since', '2024-06-01'])"
    )
    run = process(code=code, env={"COLUMNS": "50", "NO_COLOR": "1", "PYTHONUNBUFFERED": ""})
    from rich.cells import cell_len

    lines = run.stdout.decode().splitlines()
    assert max(map(cell_len, lines)) <= 50
    assert any(line.startswith("    ") for line in lines)


def test_without_git_a_commit_is_refused_with_a_way_out(brief, library, monkeypatch, tmp_path):
    library({"story.yaml": STORY})
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = brief("changes", "story", "--since-commit", "HEAD")
    assert outcome.code == 1
    assert "the program `git` is not there" in outcome.err
    assert "--from FILE" in outcome.err


def git(folder, *arguments):
    identity = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(library, here):
    """A library whose briefing and shared actors were committed, and edited since."""
    shared = "actors: [{id: cyd, name: Cyd}]\n"
    talk = "events: [{id: talk, date: 2024-06-01, title: A talk, actors: [cyd], sources: [report]}]\n"
    root = library({"story.yaml": STORY + talk, "library.yaml": shared})
    git(here, "init", "-q")
    git(here, "add", ".")
    git(here, "commit", "-qm", "First")
    (root / "story.yaml").write_text(STORY + talk.replace("A talk", "The talk"))
    (root / "library.yaml").write_text(shared.replace("Cyd", "Cyd Ash"))
    return root


@pytest.mark.external
def test_the_file_and_what_the_library_shares_are_those_of_the_commit(brief, committed):
    outcome = brief("changes", "story", "--since-commit", "HEAD")
    assert (outcome.code, outcome.err) == (0, "")
    assert "title: A talk → The talk" in outcome.out
    assert "name: Cyd → Cyd Ash" in outcome.out
    git(committed, "commit", "-qam", "Second")
    assert brief("changes", "story", "--since-commit", "HEAD").out.startswith("Nothing changed")
    assert brief("changes", "story", "--since-commit", "HEAD~1").out.count("→") == outcome.out.count("→")


@pytest.mark.external
@pytest.mark.parametrize("revision", ["nowhere", "", "--help", "-h", "HEAD~9", "HEAD:briefings", "a b", "$(touch x)"])
def test_what_is_no_revision_is_wrong_usage(brief, committed, here, revision):
    outcome = brief("changes", "story", f"--since-commit={revision}")
    assert (outcome.code, outcome.out) == (2, "")
    assert "there is no revision" in outcome.err
    assert not (here / "x").exists()


@pytest.mark.external
def test_a_file_that_was_not_there_yet_is_told_of(brief, committed):
    (committed / "new.yaml").write_text(STORY)
    outcome = brief("changes", "new", "--since-commit", "HEAD")
    assert outcome.code == 2
    assert "was not there at “HEAD”" in outcome.err


@pytest.mark.external
def test_outside_of_a_repository_a_commit_is_refused(brief, library, monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    library({"story.yaml": STORY})
    outcome = brief("changes", "story", "--since-commit", "HEAD")
    assert outcome.code == 1
    assert "not in a git repository" in outcome.err
