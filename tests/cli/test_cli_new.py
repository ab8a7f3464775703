import datetime
import json
import os
import pty
import sys
from pathlib import Path

import pytest
from stories import STORY

from tui.cli.template import briefing_text

pytest_plugins = ("running",)


def test_a_new_briefing_has_neither_error_nor_warning(brief, library):
    root = library({"story.yaml": STORY})
    outcome = brief("new", "tunnel-vote")
    assert (outcome.code, outcome.out) == (0, "briefings/tunnel-vote.yaml\n")
    assert "`brief briefings/tunnel-vote.yaml` opens it" in outcome.err
    assert brief("check", "--strict").out == "No problems in 2 briefings\n"
    assert f"as_of: {datetime.datetime.now().astimezone().date()}" in (root / "tunnel-vote.yaml").read_text()


def test_all_that_is_commented_out_in_it_is_right_too(brief, here):
    text = briefing_text("tunnel-vote", datetime.date(2024, 4, 24))
    lines = [line[2:] if line.startswith("# ") and index > 9 else line for index, line in enumerate(text.split("\n"))]
    lines = [line.replace("    # ", "    ") for line in lines]
    (here / "full.yaml").write_text("\n".join(lines))
    assert brief("check", "full.yaml").code == 0
    content = json.loads(brief("export", "full.yaml", "-f", "json").out)
    assert {"actors", "questions", "positions", "quotes", "events"} <= set(content)


def test_its_first_line_leads_an_editor_to_the_schema_beside_it(brief, library):
    root = library({"story.yaml": STORY})
    (root / ".brief-schema.json").write_text("of an older version")
    brief("new", "tunnel-vote")
    first = (root / "tunnel-vote.yaml").read_text().split("\n")[0]
    assert first == "# yaml-language-server: $schema=.brief-schema.json"
    assert (root / ".brief-schema.json").read_text() == brief("schema").out


def test_nothing_is_written_into_the_library_that_ships(brief, home):
    outcome = brief("new", "tunnel-vote", "--sample")
    path = home / "XDG_DATA_HOME" / "brief" / "briefings" / "tunnel-vote.yaml"
    assert (outcome.code, outcome.out) == (0, f"{path}\n")
    assert "title: " in (path.parent / "library.yaml").read_text()
    # From now on it is the library that is chosen.
    assert brief("check", "--strict").out == "No problems in 1 briefing\n"


@pytest.mark.parametrize("taken", ["story", "other"])
def test_an_id_that_is_taken_is_refused(brief, library, taken):
    root = library({"story.yaml": STORY, "deep/file.yaml": STORY + "id: other\n"})
    outcome = brief("new", taken)
    assert (outcome.code, outcome.out) == (1, "")
    assert "already" in outcome.err
    assert (root / "story.yaml").read_text() == STORY


@pytest.mark.parametrize(("identifier", "proposed"), [("Tunnel Vote", "tunnel-vote"), ("-x", "x"), ("é/../é", "e-e")])
def test_what_is_no_id_is_refused_with_the_rule_and_a_proposal(brief, library, identifier, proposed):
    library({"story.yaml": STORY})
    outcome = brief("new", "--", identifier)
    assert (outcome.code, outcome.out) == (2, "")
    assert "lower-case letters" in outcome.err
    assert f"`brief new {proposed}`" in outcome.err


def test_the_name_of_what_is_shared_is_no_briefings(brief, library):
    root = library({"story.yaml": STORY})
    assert brief("new", "library").code == 2
    assert not (root / "library.yaml").exists()


def test_it_is_opened_in_the_editor_at_a_terminal(library, process):
    root = library({"story.yaml": STORY})
    editor = "import sys, pathlib; pathlib.Path('edited').write_text(repr(sys.argv[1:]))"
    leader, follower = pty.openpty()
    try:
        visual = f'{sys.executable} -c "{editor}" --wait'
        done = process("new", "tunnel-vote", env={"VISUAL": visual}, stdin=follower, stdout=follower)
        refused = process("new", "unopened", env={"EDITOR": "no-such-editor"}, stdin=follower, stdout=follower)
    finally:
        os.close(leader)
        os.close(follower)
    assert done.returncode == 0
    assert Path("edited").read_text() == repr(["--wait", str(root / "tunnel-vote.yaml")])
    assert refused.returncode == 0
    assert "the editor “no-such-editor” of $EDITOR is not there".encode() in refused.stderr


def test_a_folder_that_takes_no_file_is_a_sentence(brief, library):
    root = library({"story.yaml": STORY})
    (root / ".brief-schema.json").mkdir()
    outcome = brief("new", "tunnel-vote")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("brief: ")
    assert not (root / "tunnel-vote.yaml").exists()
