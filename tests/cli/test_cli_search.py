import json
import os

import pytest
from stories import REPORT, STORY

from tui.library.catalogue.database import indexing

pytest_plugins = ("running",)

TALE = """\
quotes:
  - {id: company, text: We will not sell this fine company to anyone, speaker: ann, source: report}
  - {id: quiet, text: The secret word is Zanzibar, speaker: bob, source: memo, attribution: off-record}
questions: [{id: sale, text: Will the company be sold?, due: 2024-09, decided_by: [ann]}]
"""


@pytest.fixture
def story(library):
    return library({"story.yaml": STORY + TALE, "texts/report.txt": REPORT})


def test_passages_are_printed_below_their_briefing_with_what_they_are_of(brief, story):
    outcome = brief("search", "fine company -said")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "A story  story\n  quote company · 2024-06-01\n    “We will not sell this fine company to anyone” · Ann\n"
    )
    (text,) = [one for one in brief("search", "fine yes").out.split("\n\n") if "text of" in one]
    assert text.startswith("A story  story\n  text of report · 2024-06-01\n    “We will not sell this fine company")


def test_the_json_says_where_in_the_passage_what_was_found_stands(brief, story):
    (hit,) = json.loads(brief("search", "--json", "actor:Ann", '"fine company"').out)
    assert hit["briefing"] == "story"
    assert hit["path"] == "briefings/story.yaml"
    assert (hit["kind"], hit["item"], hit["date"]) == ("quotes", "company", "2024-06-01")
    assert [hit["passage"][start:end] for start, end in hit["matches"]] == ["fine company"]


def test_an_argument_with_spaces_is_words_and_after_a_filter_a_name(brief, story):
    assert json.loads(brief("search", "--json", "is:open", "actor:Ann").out)[0]["item"] == "sale"
    assert [one["item"] for one in json.loads(brief("search", "--json", "company sold").out)] == ["sale"]


def test_what_was_said_off_the_record_is_never_printed(brief, story):
    for arguments in (["Zanzibar"], ["secret", "--json"], ["actor:bob"]):
        outcome = brief("search", *arguments)
        assert "Zanzibar" not in outcome.out + outcome.err


def test_where_nothing_is_found_that_is_said(brief, story):
    outcome = brief("search", "rhubarb")
    assert (outcome.code, outcome.out) == (0, "")
    assert "nothing was found" in outcome.err
    assert brief("search", "--json", "rhubarb").out == "[]\n"


@pytest.mark.parametrize("words", ["before:soon", "is:shut", "!!!", '""'])
def test_what_cannot_be_asked_is_wrong_usage_with_what_to_do(brief, story, words):
    outcome = brief("search", words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 2


def test_while_another_process_reads_what_is_there_is_searched_and_that_is_said(brief, story, library):
    assert brief("search", "fine").code == 0
    library({"other.yaml": STORY.replace("A story", "Another fine story")})
    with indexing(story):
        outcome = brief("search", "fine")
    assert "A story" in outcome.out
    assert "Another" not in outcome.out
    assert "another process is still reading the library" in outcome.err
    assert "Another fine story" in brief("search", "fine").out


def test_names_in_a_library_cannot_act_on_the_terminal(brief, library):
    library({"a\x1b[31m\nb.yaml": "format: brief/9\nid: x\n"})
    outcome = brief("search", "31m")
    assert "\x1b" not in outcome.out
    assert "\x1b" not in json.dumps(brief("search", "--json", "31m").out)


def test_who_an_actor_is_is_printed_with_what_bears_on_them(brief, story):
    outcome = brief("who", "ann")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        "Ann  in 1 briefing\n"
        "  id ann\n"
        "\n"
        "  Quotes\n"
        "    2024-06-01 · story#company\n"
        "      “We will not sell this fine company to anyone” · Ann\n"
        "\n"
        "  Questions\n"
        "    2024-09 · open · story#sale\n"
        "      Will the company be sold?\n"
        "\n"
        "  Relations\n"
        "    story#ann-works-for-bob\n"
        "      Ann works for Bob\n"
    )


def test_of_several_who_go_by_a_name_each_is_shown_with_what_tells_them_apart(brief, library):
    other = STORY.replace("{id: ann, name: Ann}", "{id: ann, name: Ann, kind: company}").replace("A story", "Another")
    library({"story.yaml": STORY.replace("name: Ann}", "name: Ann, kind: person}"), "other.yaml": other})
    outcome = brief("who", "Ann")
    assert "2 actors go by “Ann”" in outcome.err
    assert "not the same as, by id `ann`: Ann (company, ann)" in outcome.out
    people = json.loads(brief("who", "ann", "--json").out)
    assert sorted(one["kind"] for one in people) == ["company", "person"]
    assert all(one["alike"] for one in people)


def test_a_name_that_nobody_has_is_wrong_usage_with_the_nearest(brief, story):
    outcome = brief("who", "Anne")
    assert (outcome.code, outcome.out) == (2, "")
    assert "did you mean “Ann”" in outcome.err


def test_who_prints_nothing_off_the_record(brief, story):
    outcome = brief("who", "bob", "--json")
    assert "Zanzibar" not in outcome.out
    assert json.loads(outcome.out)[0]["quotes"] == []


def test_a_library_of_many_is_read_once(brief, library, monkeypatch):
    library({f"story-{number}.yaml": STORY for number in range(3)})
    assert brief("list").out.count("story-") == 3
    monkeypatch.setattr("tui.library.catalogue.reading.Reader.read", None)
    assert brief("list").out.count("story-") == 3


def test_list_and_search_from_a_catalogue_need_neither_pydantic_nor_yaml(process, story):
    code = (
        "import sys; from tui.cli.main import _run; _run(sys.argv[1:]);"
        "sys.exit(str([one for one in ('pydantic', 'yaml', 'textual') if one in sys.modules]))"
    )
    for arguments in (["list"], ["list", "--json"], ["search", "fine"], ["search", "fine", "--json"], ["who", "ann"]):
        assert process(*arguments).returncode == 0
        os.utime(story / "story.yaml", (1_700_000_000, 1_700_000_000))
        process(*arguments)
        assert process(*arguments, code=code).stderr.decode().strip().endswith("[]")
