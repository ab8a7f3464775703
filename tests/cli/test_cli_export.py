import json
from importlib import import_module
from pathlib import Path

import pytest
from stories import ON_BACKGROUND, STORY

from tui.export.formats import FORMATS
from tui.reader.reader import ReaderState

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


def test_one_page_has_no_room_for_what_changed_and_that_is_told(brief, sample_root):
    options = ("export", "harbour-bridge", "--library", sample_root, "--profile")
    outcome = brief(*options, "one-page", "--since", "2024-03-13")
    assert outcome.code == 0
    assert outcome.out == brief(*options, "one-page").out
    assert "one-page has no room for what changed since a date; every other profile has" in outcome.err
    for profile in ("timeline", "questions"):
        assert "## What changed since 13 Mar 2024\n" in brief(*options, profile, "--since", "2024-03-13").out


def test_the_readers_own_notes_go_out_when_asked_for_and_stderr_says_how_many(brief, library):
    library({"story.yaml": STORY + PRIVATE})
    state = ReaderState()
    state.notes.write("story", "ann", "Ask her why.", label="Ann", private=False)
    state.notes.write("story", "open", "We shall resign.", label="We go on", private=False)
    state.notes.write("story", "secret", "So she said.", label="We shall resign", private=True)
    state.notes.write("other", "ann", "Of another briefing.", label="Ann", private=False)
    state.close()

    for profile in ("full", "one-page", "timeline"):
        outcome = brief("export", "story", "--notes", "--profile", profile)
        assert outcome.code == 0
        assert "## Notes\n" in outcome.out
        assert "> Ask her why.\n" in outcome.out
        assert not [one for one in ("resign", "So she said", "Of another") if one in outcome.out + outcome.err]
        assert "brief: 1 note of yours goes out\n" in outcome.err
        assert "1 note was left out, on what was not said on the record\n" in outcome.err
        assert "1 note was left out, with words that were said off the record\n" in outcome.err
    assert "Ask her" not in brief("export", "story").out
    assert "0 notes of yours go out" in brief("export", "story", "--notes", "--as-of", "2020").err
    refused = brief("export", "story", "--notes", "-f", "html")
    assert (refused.code, refused.out) == (2, "")
    assert "html has no --notes" in refused.err


def test_since_a_date_after_the_newest_nothing_changed(brief, sample_root):
    path = str(sample_root / "harbour-bridge.yaml")
    outcome = brief("export", path, "--since", "2031")
    assert outcome.code == 0
    assert "## What changed since 2031\n\nNothing changed.\n" in outcome.out
    refused = brief("export", path, "--since", "2024-09", "--as-of", "2024-05")
    assert (refused.code, refused.out) == (2, "")
    assert "--since is later than --as-of, May 2024" in refused.err


def test_a_page_for_one_actor_is_asked_for_by_id_name_or_alias(brief, sample_root):
    for name in ("hauliers", "Storhavn Hauliers", "the  HAULIERS' association"):
        outcome = brief("export", "harbour-bridge", "--library", sample_root, "--for", name, "--profile", "one-page")
        assert outcome.code == 0
        assert "- Only what bears on Storhavn Hauliers\n" in outcome.out
        assert "public meeting" not in outcome.out.lower()


def test_an_actor_that_there_is_not_is_refused_with_the_nearest(brief, sample_root):
    outcome = brief("export", "harbour-bridge", "--library", sample_root, "--for", "haulers")
    assert (outcome.code, outcome.out) == (2, "")
    assert "did you mean `hauliers`?" in outcome.err
    outcome = brief("export", "harbour-bridge", "--library", sample_root, "--for", "Napoleon")
    assert "its actors are `" in outcome.err


def test_a_name_that_two_actors_have_is_refused_with_their_ids(brief, library):
    library({"story.yaml": STORY.replace("name: Bob", "name: Ann")})
    outcome = brief("export", "story", "--for", "ann")
    assert outcome.code == 0
    outcome = brief("export", "story", "--for", "ANN")
    assert (outcome.code, outcome.out) == (2, "")
    assert "name one by its id: `ann` or `bob`" in outcome.err


@pytest.mark.parametrize("name", ["ministry-official", "Odd Krog", "mayor-aide"])
def test_a_page_for_somebody_who_spoke_on_background_does_not_tell_what_they_said(brief, sample_root, name):
    outcome = brief("export", "harbour-bridge", "--library", sample_root, "--for", name)
    assert "has the law on its side" not in outcome.out
    assert "They always pay" not in outcome.out


@pytest.mark.parametrize("name", ["speaker-1", "a board official", "nobody"])
def test_there_is_no_page_for_who_stands_in_for_a_speaker(brief, library, name):
    library({"story.yaml": STORY + ON_BACKGROUND})
    outcome = brief("export", "story", "--for", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.endswith("its actors are `ann`, `bob`\n")


def test_a_profile_and_front_matter_are_for_documents(brief, stories):
    assert brief("export", "story", "--front-matter").out.startswith("---\ntitle: A story\n")
    for arguments in (["-f", "json", "--profile", "timeline"], ["-f", "html", "--front-matter"]):
        outcome = brief("export", "story", *arguments)
        assert (outcome.code, outcome.out) == (2, "")
        assert f"{arguments[1]} has no --" in outcome.err
        assert "markdown" in outcome.err


def test_the_proofs_of_quotes_go_out_with_them(brief, sample_root):
    outcome = brief("export", "harbour-bridge", "--library", sample_root)
    assert "· Proof: *exact*" in outcome.out


def test_tables_go_into_a_folder_or_a_zip_or_down_a_pipe(brief, process, stories, here):
    assert brief("export", "story", "-f", "csv", "-o", "tables").code == 0
    assert len(list((here / "tables").iterdir())) == 12
    assert (here / "tables" / "briefing.csv").read_bytes().startswith(b"\xef\xbb\xbfid,title,")
    assert brief("export", "story", "-o", "story.zip").code == 0
    piped = process("export", "story", "-f", "csv")
    assert piped.returncode == 0
    assert piped.stdout == (here / "story.zip").read_bytes()
    assert sorted(one.name for one in here.iterdir()) == ["briefings", "story.zip", "tables"]


def test_a_folder_that_exists_is_written_into_only_by_force_and_keeps_what_else_is_in_it(brief, stories, here):
    (here / "tables").mkdir()
    (here / "tables" / "mine.txt").write_text("mine")
    outcome = brief("export", "story", "-f", "csv", "-o", "tables")
    assert outcome.code == 1
    assert "tables exists already" in outcome.err
    assert brief("export", "story", "-f", "csv", "-o", "tables", "--force").code == 0
    assert (here / "tables" / "mine.txt").read_text() == "mine"
    assert len(list((here / "tables").iterdir())) == 13


def test_tables_are_written_all_or_none(brief, stories, here, monkeypatch):
    written = []

    def full(path, content, **kept):
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        written.append(path)
        path.write_bytes(content)

    # What is first imported while the disk is full would find it so for good.
    import_module("tui.cli.writing")
    monkeypatch.setattr("tui.files.atomic.write_atomically", full)
    outcome = brief("export", "story", "-f", "csv", "-o", "tables")
    assert outcome.code == 1
    assert "tables could not be written: no space left on device" in outcome.err
    assert [one.name for one in here.iterdir()] == ["briefings"]


def test_a_single_file_of_csv_and_a_folder_that_is_a_file_are_refused(brief, stories, here):
    for arguments in ([], ["-f", "csv"]):
        outcome = brief("export", "story", "-o", "story.csv", *arguments)
        assert outcome.code == 2
        assert "-f csv -o story/" in outcome.err
    assert not (here / "story.csv").exists()
    (here / "file").write_text("mine")
    outcome = brief("export", "story", "-f", "csv", "-o", "file")
    assert outcome.code == 1
    assert "name a folder" in outcome.err
    assert (here / "file").read_text() == "mine"


@pytest.mark.parametrize("form", ["json", "yaml", "csv"])
def test_what_a_format_cannot_carry_is_said_on_stderr(brief, stories, form):
    outcome = brief("export", "story", "-f", form, "-o", "out.zip")
    assert outcome.code == 0
    assert "the stored text of 1 source stays in the library" in outcome.err


def test_a_date_may_be_typed_in_words_and_stderr_says_which_day_it_was_taken_for(brief, sample_root, monkeypatch):
    monkeypatch.setenv("BRIEF_TODAY", "2024-03-27")
    options = ("export", "harbour-bridge", "--library", sample_root, "--as-of")
    outcome = brief(*options, "two weeks ago")
    assert outcome.out == brief(*options, "2024-03-13").out
    assert outcome.err.startswith("brief: “two weeks ago” is taken for 13 Mar 2024\n")
    assert "taken for" not in brief(*options, "13 Mar 2024").err


def test_a_today_that_is_no_day_is_wrong_usage(brief, sample_root, monkeypatch):
    monkeypatch.setenv("BRIEF_TODAY", "soon")
    outcome = brief("export", "harbour-bridge", "--library", sample_root, "--as-of", "yesterday")
    assert (outcome.code, outcome.out) == (2, "")
    assert "$BRIEF_TODAY is not a day such as 2025-09-19" in outcome.err


def test_the_help_lists_every_format_on_a_line_of_its_own(brief):
    found = brief("export", "--help").out.splitlines()
    lines = [line.split()[0] for line in found if line.startswith("  ") and line.split()]
    assert [one for one in lines if one in FORMATS] == list(FORMATS)
