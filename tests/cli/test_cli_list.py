import json
from pathlib import Path

import pytest
from golden import assert_golden
from stories import STORY

from tui.cli import program
from tui.cli.program import COMMANDS

pytest_plugins = ("running",)

GOLDEN = Path(__file__).parent / "golden"


def test_the_briefings_are_listed_one_a_line_in_full(brief, sample_root):
    outcome = brief("list", "--library", sample_root)
    assert outcome.code == 0
    assert_golden(outcome.out, GOLDEN / "list.txt")


def test_the_json_has_the_public_keys(brief, library):
    library({"story.yaml": STORY + "topics: [a/b]\nquestions: [{id: q, text: Will it?, due: 2024-07}]\n"})
    assert json.loads(brief("list", "--json").out) == [
        {
            "id": "story",
            "path": "briefings/story.yaml",
            "title": "A story",
            "topics": ["a/b"],
            "as_of": "2024-06-30",
            "open_questions": 1,
            "next_date": "2024-07",
            "problems": 0,
        }
    ]


def test_a_file_of_which_nothing_can_be_shown_is_listed_by_its_name(brief, library):
    library({"story.yaml": "format: brief/1\n- x\n"})
    assert "story.yaml" in brief("list").out
    only = json.loads(brief("list", "--json").out)[0]
    assert (only["id"], only["title"], only["as_of"]) == (None, "story.yaml", None)
    assert only["problems"] >= 1


def test_duplicated_ids_are_told_and_exit_1(brief, library):
    library({"a.yaml": STORY + "id: story\n", "b.yaml": STORY + "id: story\n"})
    outcome = brief("list", "--json")
    assert outcome.code == 1
    assert [one["id"] for one in json.loads(outcome.out)] == ["story", "story"]
    assert "duplicate-briefing" in outcome.err


def test_an_empty_library_says_how_to_begin(brief, here):
    (here / "empty").mkdir()
    outcome = brief("list", "--library", "empty")
    assert (outcome.code, outcome.out) == (0, "")
    assert "`brief new ID`" in outcome.err
    assert brief("list", "--library", "empty", "--json").out == "[]\n"


def test_a_library_that_is_not_there_is_wrong_usage(brief):
    outcome = brief("list", "--library", "nowhere")
    assert (outcome.code, outcome.out) == (2, "")
    assert "nowhere" in outcome.err


def test_the_library_may_be_named_before_the_command_or_after_it(brief, sample_root):
    assert brief("--library", sample_root, "list").out == brief("list", "--library", sample_root).out
    assert brief("--sample", "list").out == brief("list", "--sample").out
    assert brief("--sample", "list", "--library", sample_root).code == 2


SIZES = [("1K", False), ("1 KiB", False), ("1999", False), ("2000", True), ("2k", True), ("64M", True), ("4G", True)]


@pytest.mark.parametrize(("size", "is_read"), SIZES)
def test_the_most_that_is_read_of_a_file_can_be_set(brief, library, size, is_read):
    library({"story.yaml": (STORY + "#" * 2000).encode()[:2000]})
    for arguments in (["--max-size", size, "list", "--json"], ["list", "--json", "--max-size", size]):
        (shown,) = json.loads(brief(*arguments).out)
        assert (shown["id"] == "story") == is_read
    # What one run was asked for is nothing to the next.
    assert json.loads(brief("list", "--json").out)[0]["id"] == "story"


@pytest.mark.parametrize("size", ["", "0", "-1", "1T", "5G", "M", "1e3", "٣M", "9" * 40])
def test_what_is_no_size_is_told(brief, size):
    outcome = brief("list", "--max-size", size)
    assert (outcome.code, outcome.out) == (2, "")
    assert "is not a size of a file" in outcome.err


def test_every_command_that_reads_can_be_told_to_read_more():
    for name in COMMANDS:
        options = {option for one in program._command(name).params for option in one.opts}
        assert ("--max-size" in options) == ("--library" in options)
