"""Files made to exhaust: the limits hold before memory and stack do, and the work grows with the size alone."""

import pytest
from loading import SMALLEST, codes, loaded

from tui.load.compose import ALIAS_LIMIT, ALIASED_TEXT_LIMIT, DEPTH_LIMIT
from tui.load.problem import PROBLEM_LIMIT

MANY = 100_000


@pytest.mark.parametrize("bracket", ["[", "{", "- ", "? ", "{a: ", "[[{a: ", "{? ", "&a [", "!t [", "x: [", "? - "])
def test_a_hundred_thousand_levels_are_one_problem(bracket):
    for text in (bracket * MANY, SMALLEST + "topics: " + bracket * MANY):
        result = loaded(before=text)
        assert result.briefing is None
        assert codes(result)[-1] in {"too-deep", "yaml"}
        assert len(result.problems) < 2 * DEPTH_LIMIT


@pytest.mark.parametrize(("depth", "code"), [(DEPTH_LIMIT - 1, "wrong-type"), (DEPTH_LIMIT, "too-deep")])
def test_nesting_is_read_up_to_the_limit(depth, code):
    assert codes(loaded("title: x\n", before="format: brief/1\ntopics: " + "[" * depth + "]" * depth + "\n"))[0] in {
        code,
        "missing-key",
    }


def test_a_billion_laughs_are_one_problem():
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, 12))
    result = loaded("l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + levels)
    assert codes(result) == ["too-many-aliases"]
    assert result.briefing is None


def test_a_long_text_is_not_multiplied_by_aliases():
    result = loaded(f"x: &long {'y' * (ALIASED_TEXT_LIMIT // 10)}\nauthors: [{'*long, ' * 11}]\n")
    assert codes(result) == ["too-many-aliases"]


def test_a_long_list_is_not_multiplied_by_aliases():
    result = loaded(f"topics: &all [{'ferry, ' * 1000}]\nauthors: [{'*all, ' * (ALIAS_LIMIT // 1000)}]\n")
    assert codes(result) == ["too-many-aliases"]


def test_a_handful_of_aliases_is_well():
    result = loaded("topics: [&ferry ferry]\nauthors: [*ferry, *ferry]\n")
    assert result.problems == ()
    assert result.briefing.authors == ("ferry", "ferry")


def test_anchors_without_aliases_cost_nothing():
    result = loaded("authors:\n" + "".join(f"  - &a{number} Ann\n" for number in range(50_000)))
    assert result.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"key{number}: 1\n" for number in range(40_000)),
        "events:\n  - id: e\n    date: 2025\n    title: E\n    about:\n"
        + "".join(f"      - ref{number}\n" for number in range(MANY)),
        "events:\n" + "  - {id: e, date: 2025, title: E}\n" * 20_000,
        "events:\n" + "  -\n" * 60_000,
        "title: T\n" * 60_000,
        "topics:\n" + "  - !x a\n" * 40_000,
        "authors:\n" + "  - a\0b\n" * 40_000,
        "authors:\n" + '  - "a\\eb"\n' * 40_000,
    ],
    ids=["keys", "references", "ids", "entries", "doubles", "tags", "characters", "escapes"],
)
def test_of_many_problems_the_first_are_listed_and_the_rest_counted(text):
    result = loaded(text)
    assert len(result.problems) <= PROBLEM_LIMIT + 2
    assert "more-problems" in codes(result)
    assert result.briefing is not None
    assert len(result.left_out) <= PROBLEM_LIMIT + 1


def test_a_file_of_nothing_but_forbidden_characters_is_told_briefly():
    result = loaded(before="\0" * 1_000_000)
    assert result.briefing is None
    assert len(result.problems) <= PROBLEM_LIMIT + 2


def test_a_long_text_is_read():
    text = "word " * 200_000
    result = loaded(f"authors: ['{text}']\n")
    assert result.problems == ()
    assert result.briefing.authors == (text.strip(),)


@pytest.mark.parametrize("key", ["k" * 1000, "k" * 200_000, "k " * 500])
def test_a_long_key_is_cut_in_its_problem(key):
    for problem in loaded(f"{key}: 1\n").problems:
        assert len(problem.message + problem.left_out) < 200


def test_long_values_are_cut_in_their_problems():
    long = "x" * 100_000
    text = (
        f"tlp: {long}\ntopics: [/{long}]\nid: {long}!\nactors:\n  - {{id: {long}, name: A, country: {long}}}\n"
        f"  - {{id: {long}, name: A}}\nevents:\n  - {{id: e, date: {long}, title: A}}\n"
        f"  - {{id: f, date: 2025, title: A, about: [{long}y], warn: {long}}}\n"
        f"figures:\n  - {{id: v, name: A, date: 2025, value: {long}}}\nquestions: [{{id: q, text: Q, due: {long}}}]\n"
    )
    result = loaded(text)
    assert len(result.problems) >= 9
    for problem in result.problems:
        assert len(problem.message) < 250
        assert len(problem.hint) < 250
        assert len(problem.left_out) < 250
