import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from golden import assert_golden
from stories import QUOTES, REPORT, STORY

pytest_plugins = ("running",)

GOLDEN = Path(__file__).parent / "golden"
WRONG = STORY.replace("title: A story", "titel: A story\ntitle: A story").replace("name: Bob", "nmae: Bob")
OFF_RECORD = """\
  - {id: private, text: The private words of Bob are gone, speaker: bob, source: report, attribution: off-record}
  - {id: near, text: The private words of Bob were here then, speaker: ann, source: report}
"""


@pytest.fixture
def proven(library):
    return library({"story.yaml": STORY + QUOTES, "texts/report.txt": REPORT})


@pytest.fixture
def nested(here: Path) -> Iterator[Callable[[Path, str, int], None]]:
    """Makes folders in one another, each in steps of its own, as neither making nor removing them is else possible."""
    made: list[tuple[Path, str, int]] = []

    def make(folder: Path, name: str, depth: int) -> None:
        made.append((folder, name, depth))
        os.chdir(folder)
        for _ in range(depth):
            Path(name).mkdir()
            os.chdir(name)
        os.chdir(here)

    yield make
    for folder, name, depth in made:
        os.chdir(folder)
        for _ in range(depth):
            os.chdir(name)
        for _ in range(depth):
            os.chdir("..")
            Path(name).rmdir()
    os.chdir(here)


def test_folders_may_be_nested_as_deep_as_a_path_can_be_long(brief, library, nested):
    root = library({"story.yaml": STORY, "x/below.yaml": STORY, "z/last.yaml": STORY})
    nested(root / "x", "d", 1500)
    assert brief("check").out == "No problems in 3 briefings\n"
    assert brief("show", "last").code == brief("agenda").code == 0


def test_a_folder_whose_path_is_too_long_hides_nothing_else(brief, library, nested):
    root = library({"story.yaml": STORY, "z/last.yaml": STORY})
    nested(root, "d" * 200, 25)
    assert brief("list").out.count("A story") == 2
    assert brief("search", "story").code == brief("check").code == 0


def test_a_library_in_which_all_is_well_is_said_to_be_so(brief, library):
    library({"story.yaml": STORY})
    outcome = brief("check")
    assert (outcome.code, outcome.out, outcome.err) == (0, "No problems in 1 briefing\n", "")


def test_every_problem_has_its_place_an_excerpt_a_mark_and_what_to_do(brief, library):
    library({"story.yaml": WRONG, "other.yaml": STORY, "library.yaml": "titel: Ours\n"})
    outcome = brief("check")
    assert outcome.code == 1
    assert_golden(outcome.out, GOLDEN / "check-problems.txt")


def test_every_state_of_a_proof_is_told_as_what_it_weighs(brief, proven):
    outcome = brief("check")
    assert outcome.code == 1
    assert_golden(outcome.out, GOLDEN / "check-proofs.txt")


def test_the_json_has_the_public_keys_and_nothing_else(brief, proven):
    outcome = brief("check", "-f", "json")
    assert_golden(outcome.out, GOLDEN / "check.json")
    content = json.loads(outcome.out)
    assert set(content) == {"problems", "quotes"}
    assert {tuple(one) for one in content["problems"]} == {
        ("path", "line", "column", "severity", "code", "message", "hint")
    }
    assert {tuple(one) for one in content["quotes"]} == {
        ("briefing", "id", "source", "state", "path", "line", "start", "end")
    }


def test_where_a_quote_stands_is_given_in_code_points_of_the_stored_text(brief, proven):
    quotes = {one["id"]: one for one in json.loads(brief("check", "-f", "json").out)["quotes"]}
    exact = quotes["exact"]
    assert REPORT[exact["start"] : exact["end"]] == "We will not sell this fine company to anyone"
    assert (quotes["unproven"]["start"], quotes["unproven"]["end"]) == (None, None)


def test_words_off_the_record_are_never_shown(brief, library):
    library({"story.yaml": STORY + "quotes:\n" + OFF_RECORD, "texts/report.txt": REPORT})
    for form in ("text", "json"):
        outcome = brief("check", "-f", form)
        assert outcome.code == 1
        assert "private words of Bob are" not in outcome.out + outcome.err


def test_words_off_the_record_are_not_shown_from_a_file_in_another_encoding(brief, library):
    text = (STORY + "quotes:\n" + OFF_RECORD).replace("are gone", "are gone é")
    library({"story.yaml": text.encode("latin-1")})
    outcome = brief("check")
    assert "error[encoding]" in outcome.out
    assert "private words" not in outcome.out


def test_the_original_of_a_translation_is_what_is_proven(brief, library):
    quote = "{id: said, text: We go., original: Wir gehen., speaker: ann, source: report}"
    library({"story.yaml": f"{STORY}quotes:\n  - {quote}\n", "texts/report.txt": "„Wir gehen.“"})
    assert "1 quote: 1 exact" in brief("check").out


def test_a_statute_needs_no_quotation_marks(brief, library):
    story = STORY.replace("title: A report", "title: An act, kind: legislation")
    quote = "{id: said, text: This Act may be cited as the Road Act, speaker: ann, source: report}"
    library(
        {"story.yaml": f"{story}quotes:\n  - {quote}\n", "texts/report.txt": "This Act may be cited as the Road Act."}
    )
    assert brief("check", "--strict").code == 0


def test_a_stored_text_that_is_not_utf_8_is_a_problem_at_its_path(brief, library):
    library({"story.yaml": STORY + QUOTES, "texts/report.txt": "caf\xe9".encode("latin-1")})
    outcome = brief("check")
    assert "briefings/story.yaml:6:" in outcome.out
    assert "error[encoding]: the stored text “texts/report.txt”, line 1" in outcome.out


def test_a_stored_text_that_is_not_there_leaves_its_quotes_unproven(brief, library):
    library({"story.yaml": STORY + QUOTES})
    outcome = brief("check", "--strict")
    assert outcome.code == 1
    assert "warning[text-missing]: there is no file “texts/report.txt”" in outcome.out
    assert "6 quotes: 6 unproven" in outcome.out
    problems = json.loads(brief("check", "-f", "json").out)["problems"]
    assert [one["code"] for one in problems].count("text-missing") == 1
    assert {one["code"] for one in problems} == {"unproven", "text-missing"}


def test_a_briefing_can_be_checked_by_its_id(brief, library):
    library({"story.yaml": STORY, "other.yaml": STORY + "unknown: x\n"})
    assert brief("check", "story").out == "No problems in 1 briefing\n"
    assert brief("check", "nothing").code == 2


def test_a_comma_in_a_one_line_item_is_explained(brief, library):
    library(
        {"story.yaml": STORY + "events: [{id: e, date: 2024, title: Not sold, and not closed, sources: [report]}]\n"}
    )
    assert "put text that contains `, ` between quotation marks" in brief("check").out


def test_warnings_count_only_when_it_is_strict(brief, library):
    quote = "{id: said, text: the sky had never been so blue, speaker: bob, source: report}"
    library({"story.yaml": f"{STORY}quotes:\n  - {quote}\n", "texts/report.txt": REPORT})
    assert brief("check").code == 0
    assert brief("check", "--strict").code == 1


def test_a_warning_that_the_briefing_ignores_is_not_told(brief, library):
    quote = "{id: said, text: the sky had never been so blue, speaker: bob, source: report}"
    text = f"{STORY}check: {{ignore: [not-quoted]}}\nquotes:\n  - {quote}\n"
    library({"story.yaml": text, "texts/report.txt": REPORT})
    assert brief("check", "--strict").code == 0


def test_of_many_problems_the_gravest_hundred_are_printed_and_the_rest_counted(brief, library):
    quotes = "".join(
        f'  - {{id: q{number}, text: "We will not sell […] company to anyone", speaker: ann, source: report}}\n'
        for number in range(150)
    )
    library({"story.yaml": f"{STORY}quotes:\n{quotes}unknown: x\n", "texts/report.txt": REPORT})
    outcome = brief("check")
    assert "error[unknown-key]" in outcome.out
    assert outcome.out.count("note[elided]") == 99
    assert "… and 51 notes more" in outcome.out


def test_two_briefings_with_one_id_are_an_error(brief, library):
    library({"a.yaml": STORY + "id: story\n", "b.yaml": STORY + "id: story\n"})
    outcome = brief("check")
    assert outcome.code == 1
    assert "error[duplicate-briefing]: the id `story` is taken" in outcome.out


def test_a_file_is_checked_in_the_library_above_it(brief, library):
    root = library({"library.yaml": "actors: [{id: cyd, name: Cyd}]\n", "deep/er/story.yaml": STORY, "bad.yaml": WRONG})
    (root / "deep/er/story.yaml").write_text(STORY + "events:\n  - {id: e, date: 2024, title: E, actors: [cyd]}\n")
    assert brief("check", root / "deep/er/story.yaml").code == 0
    assert brief("check", root / "deep").code == 0
    assert brief("check", root).code == 1


def test_files_named_twice_are_checked_once(brief, library):
    root = library({"story.yaml": STORY})
    assert brief("check", root, root / "story.yaml", "briefings/story.yaml").out == "No problems in 1 briefing\n"


def test_a_path_that_is_not_there_is_wrong_usage(brief, here):
    for path in ("nowhere.yaml", "-", "x" * 5000):
        outcome = brief("check", path)
        assert (outcome.code, outcome.out) == (2, "")
        assert "does not exist" in outcome.err


def test_what_a_file_or_its_name_holds_never_acts_on_the_terminal(brief, here):
    path = here / "a\x1b[2J\u202e.yaml"
    path.write_text('format: brief/1\ntitle: "\x1b]0;owned\x07" \u202e\nx\x9by: 1\n')
    for arguments in (("check", path), ("check", here), ("check", path, "-f", "json"), ("list", "--library", here)):
        outcome = brief(*arguments)
        assert not set("\x1b\x07\u202e\x9b") & set(outcome.out + outcome.err)
    assert "a\\x1b[2J\\u202e.yaml:" in brief("check", path).out


def test_paths_below_the_current_folder_are_relative_and_others_absolute(brief, here, tmp_path):
    (tmp_path / "away.yaml").write_text(WRONG)
    (here / "near.yaml").write_text(WRONG)
    lines = brief("check", "near.yaml", tmp_path / "away.yaml").out.split("\n")
    assert any(line.startswith("near.yaml:2:1: ") for line in lines)
    assert any(line.startswith(f"{tmp_path}/away.yaml:2:1: ") for line in lines)


def test_what_is_wrong_with_the_settings_is_said_on_stderr(brief, library, home):
    library({"story.yaml": STORY})
    folder = home / "XDG_CONFIG_HOME" / "brief"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("libary: x\n")
    outcome = brief("check")
    assert (outcome.code, outcome.out) == (0, "No problems in 1 briefing\n")
    assert "config.yaml:1:1: error[unknown-key]" in outcome.err


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfef\x00", b"\x00", b"format: brief/1\n", b"- [", b"[" * 100_000, b"\xff"]
)
def test_any_file_at_all_ends_in_problems_not_in_a_traceback(brief, here, content):
    (here / "any.yaml").write_bytes(content)
    outcome = brief("check", "any.yaml")
    assert outcome.code == 1
    assert outcome.out.startswith("any.yaml:1:")
    assert outcome.err == ""


SECRET = "format: brief/1 # the first line of a file elsewhere\ntitle: Elsewhere\n"


@pytest.mark.parametrize("name", ["o.yaml", "library.yaml", "quotes.lock"])
def test_nothing_is_shown_of_a_file_that_a_link_out_of_the_library_leads_to(brief, library, tmp_path, name):
    root = library({"story.yaml": STORY})
    (tmp_path / "secret.yaml").write_text(SECRET)
    (root / name).symlink_to(tmp_path / "secret.yaml")
    for arguments in (("check",), ("check", root), ("check", "-f", "json"), ("check", "-f", "sarif")):
        outcome = brief(*arguments)
        assert outcome.code == 1
        assert "path-outside" in outcome.out
        assert "elsewhere" not in outcome.out.lower()
        assert outcome.err == ""


def test_a_link_out_of_a_folder_does_not_bring_in_the_library_that_it_leads_to(brief, library, here, tmp_path):
    (tmp_path / "away").mkdir()
    (tmp_path / "away/library.yaml").write_text("titel: Elsewhere\n")
    (tmp_path / "away/secret.yaml").write_text(SECRET)
    root = library({"story.yaml": STORY})
    (root / "o.yaml").symlink_to(tmp_path / "away/secret.yaml")
    outcome = brief("check", root)
    assert outcome.out.count("error[") == 1
    assert "briefings/o.yaml:1:1: error[path-outside]" in outcome.out


@pytest.mark.parametrize("name", ["loop.yaml", "library.yaml", "quotes.lock"])
def test_a_link_in_a_circle_is_one_problem_and_the_rest_is_checked(brief, library, name):
    root = library({"story.yaml": WRONG})
    (root / name).symlink_to(name)
    for arguments in (("check",), ("check", root), ("check", root, root / "story.yaml")):
        outcome = brief(*arguments)
        assert (outcome.code, outcome.err) == (1, "")
        assert outcome.out.count(f"briefings/{name}:1:1: error[") == 1
        assert "error[unknown-key]" in outcome.out


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({"quotes.lock": "x: 1\n"}, "1 error in quotes.lock"),
        ({"quotes.lock": "x: 1\n", "library.yaml": "x: 1\n"}, "2 errors in library.yaml and quotes.lock"),
        (
            {"quotes.lock": "x: 1\n", "library.yaml": "x: 1\n", "story.yaml": STORY + "x: 1\n"},
            "3 errors in library.yaml, quotes.lock and 1 of 1 briefing",
        ),
    ],
)
def test_only_briefings_are_counted_as_briefings(brief, library, files, where):
    library({"story.yaml": STORY, **files})
    assert brief("check").out.split("\n")[-2] == where


def test_the_file_that_has_an_id_already_is_named_from_the_library_down(brief, library):
    root = library({"a/story.yaml": STORY, "b/story.yaml": STORY})
    for arguments in (("check",), ("check", root)):
        assert "the id `story` is taken: a/story.yaml has it already" in brief(*arguments).out


def test_a_briefing_behind_a_link_out_of_the_library_is_said_to_be_there(brief, library, tmp_path):
    root = library({"story.yaml": STORY})
    (tmp_path / "secret.yaml").write_text(SECRET)
    (root / "o.yaml").symlink_to(tmp_path / "secret.yaml")
    outcome = brief("export", "o")
    assert (outcome.code, outcome.out) == (1, "")
    assert "the file is a link that leads out of the library" in outcome.err
    assert "did you mean" not in outcome.err
    assert "error[path-outside]" in brief("check", "o").out


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("unused-actr", "did you mean `unused-actor`?"),
        ("not-qouted", "did you mean `not-quoted`?"),
        ("altered", "errors are always told"),
        ("no-such-code", "errors are always told"),
    ],
)
def test_a_code_that_cannot_be_silenced_is_a_warning_at_its_entry(brief, library, code, hint):
    library({"story.yaml": f"{STORY}check: {{ignore: [unproven, {code}]}}\n"})
    outcome = brief("check")
    assert outcome.code == 0
    assert (
        f"briefings/story.yaml:12:28: warning[unknown-ignore]: `{code}` is no code that can be silenced" in outcome.out
    )
    assert hint in outcome.out
    assert "1 warning in" in outcome.out
