import json
from pathlib import Path

import pytest
from stories import STORY

pytest_plugins = ("running",)

PRIVATE = """\
quotes:
  - {id: open, text: We go on., speaker: ann, source: report}
  - {id: secret, text: We shall resign., speaker: ann, source: report, attribution: off-record}
"""


@pytest.fixture
def stories(library):
    return library({"story.yaml": STORY, "other.yaml": STORY})


def test_a_briefing_goes_to_stdout_as_markdown(brief, stories):
    outcome = brief("export", "story")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("# A story\n")


def test_the_format_is_named_or_follows_from_the_file(brief, stories, here):
    assert json.loads(brief("export", "story", "-f", "json").out)["title"] == "A story"
    outcome = brief("export", stories / "story.yaml", "-o", "out.json")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "brief: the stored text of 1 source stays in the library\n"
    assert json.loads((here / "out.json").read_text())["title"] == "A story"
    assert brief("export", "story", "-o", "out.yml").code == 0
    assert (here / "out.yml").read_text().startswith("format: brief/1\n")
    outcome = brief("export", "story", "-o", "out.docx")
    assert outcome.code == 2
    assert "-f" in outcome.err


def test_a_file_that_exists_is_replaced_only_by_force(brief, stories, here):
    (here / "out.md").write_text("mine")
    outcome = brief("export", "story", "-o", "out.md")
    assert outcome.code == 1
    assert "out.md exists already" in outcome.err
    assert (here / "out.md").read_text() == "mine"
    assert brief("export", "story", "-o", "out.md", "--force").code == 0
    assert (here / "out.md").read_text() != "mine"


def test_a_briefing_of_a_library_is_never_written_over(brief, stories, here, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.yaml").write_text(STORY)
    for path in (stories / "other.yaml", stories / "story.yaml", elsewhere / "kept.yaml"):
        outcome = brief("export", "story", "-f", "yaml", "-o", path, "--force")
        assert outcome.code == 1
        assert "part of a library" in outcome.err
        assert path.read_text() == STORY


def test_an_export_outside_of_any_library_can_be_made_again(brief, stories, here):
    assert brief("export", "story", "-o", "story-alone.yaml").code == 0
    assert brief("export", "story", "-o", "story-alone.yaml", "--force").code == 0


def test_nothing_is_written_through_a_link_or_into_what_is_no_file(brief, stories, here):
    (here / "target.md").write_text("mine")
    (here / "link.md").symlink_to("target.md")
    (here / "folder.md").mkdir()
    for name in ("link.md", "folder.md", "/dev/null", "nowhere/out.md"):
        assert brief("export", "story", "-f", "markdown", "-o", name, "--force").code == 1
    assert (here / "target.md").read_text() == "mine"
    assert (here / "link.md").is_symlink()


def test_what_was_withheld_is_said_and_is_no_error(brief, library):
    library({"story.yaml": STORY + PRIVATE})
    for form in ("markdown", "json", "yaml"):
        outcome = brief("export", "story", "-f", form)
        assert outcome.code == 0
        assert "resign" not in outcome.out + outcome.err
        assert "off the record was left out" in outcome.err


def test_it_is_said_where_what_is_exported_repeats_words_off_the_record(brief, library):
    silenced = STORY.replace("bottom_line", "check: {ignore: [off-record-repeated]}\nbottom_line")
    events = """\
events:
  - {id: farewell, date: 2024-06, title: "“We shall resign”, she said", quotes: [open], sources: [report]}
  - {id: we-shall-resign, date: 2024-06, title: A farewell, sources: [report]}
"""
    for story in (STORY, silenced):
        library({"story.yaml": story + PRIVATE + events})
        outcome = brief("export", "story")
        assert outcome.code == 0
        assert "`title` of the event `farewell` repeats words said off the record" in outcome.err
        assert "`id` of an event repeats words said off the record" in outcome.err
        assert "resign" not in outcome.err


def test_it_is_not_said_of_what_is_not_exported(brief, library):
    library({"story.yaml": STORY.replace("It goes on.", "We shall resign.") + PRIVATE})
    assert "`bottom_line` of the briefing repeats" in brief("export", "story").err
    assert "repeats" not in brief("export", "story", "--as-of", "2024-06-10").err


def test_an_export_of_what_is_partly_wrong_exits_1_and_says_what_it_left_out(brief, library):
    library({"story.yaml": STORY + "events:\n  - {id: bad, date: 2024-13, title: Bad}\n"})
    outcome = brief("export", "story")
    assert outcome.code == 1
    assert outcome.out.startswith("# A story")
    assert "left out: the event `bad`" in outcome.err


def test_of_what_cannot_be_shown_at_all_nothing_is_written(brief, here):
    (here / "bad.yaml").write_text("format: brief/9\n")
    outcome = brief("export", "bad.yaml", "-o", "out.md")
    assert (outcome.code, outcome.out) == (1, "")
    assert "newer-format" in outcome.err
    assert not (here / "out.md").exists()


def test_it_is_exported_as_it_stood_on_a_date(brief, stories):
    assert json.loads(brief("export", "story", "-f", "json", "--as-of", "2024-06").out)["as_of"] == "2024-06"
    outcome = brief("export", "story", "--as-of", "2024-13")
    assert (outcome.code, outcome.out) == (2, "")
    assert "month 13" in outcome.err


def test_a_bundle_in_yaml_is_a_briefing_that_checks_well(brief, sample_root, here):
    assert brief("export", "ferry", "--library", sample_root, "-o", "alone.yaml").code == 0
    assert brief("check", "alone.yaml").code == 0


def test_an_id_that_two_briefings_have_is_refused(brief, library):
    library({"a.yaml": STORY + "id: story\n", "b.yaml": STORY + "id: story\n"})
    outcome = brief("export", "story")
    assert (outcome.code, outcome.out) == (1, "")
    assert "briefings/a.yaml and briefings/b.yaml" in outcome.err


def test_an_item_alone_is_not_exported(brief, stories):
    outcome = brief("export", "story#ann")
    assert (outcome.code, outcome.out) == (2, "")
    assert "whole briefing" in outcome.err


def test_what_the_format_has_no_place_for_is_told(brief, library):
    library({"story.yaml": STORY + "questions: [{id: q, text: Will it?}, {id: r, text: Or?, due: 2024-07-01}]\n"})
    outcome = brief("export", "story", "-f", "ics")
    assert (outcome.code, outcome.err) == (0, "brief: left out, with no due date: the question `story#q`\n")
    assert "SUMMARY:Or?\r\n" in outcome.out


def test_the_lines_of_a_calendar_end_with_cr_and_lf_wherever_it_goes(process, brief, library):
    library({"story.yaml": STORY})
    written = process("export", "story", "-f", "ics").stdout
    assert written.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    brief("export", "story", "-o", "story.ics")
    assert Path("story.ics").read_bytes() == written


def test_what_changed_since_a_date_is_told_where_the_format_has_a_place_for_it(brief, sample_root):
    options = ("export", "harbour-bridge", "--library", sample_root, "--since", "2024-03-13")
    assert "## What changed since 13 Mar 2024\n" in brief(*options).out
    outcome = brief(*options, "-f", "json")
    assert outcome.out == brief(*options[:4], "-f", "json").out
    assert "json has no place for what changed since a date; markdown has" in outcome.err


def test_a_date_since_which_nothing_can_have_changed_is_wrong_usage(brief, sample_root):
    outcome = brief("export", "harbour-bridge", "--library", sample_root, "--since", "2025")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--since is later" in outcome.err
