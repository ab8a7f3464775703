"""What is partly wrong is partly shown: the smallest part goes, and each part that goes is one problem."""

import re

import pytest
from loading import SMALLEST, at, codes, loaded

ACTORS = "actors:\n  - {id: ann, name: Ann}\n  - {id: bob, name: Bob}\n"
QUOTE = "quotes:\n  - {id: sails, text: We sail., speaker: SPEAKER, source: paper}\n"


def test_a_bad_optional_key_goes_and_its_item_stays():
    result = loaded("actors:\n  - {id: ann, name: Ann, country: XX, role: Captain}\n")
    (ann,) = result.briefing.actors
    assert (ann.id, ann.country, ann.role) == ("ann", None, "Captain")
    assert result.left_out == ("`country` of the actor `ann`",)


def test_a_bad_entry_of_a_list_goes_and_the_others_stay():
    result = loaded("topics: [ferry, /bad, harbour]\n")
    assert result.briefing.topics == ("ferry", "harbour")


def test_an_unknown_key_goes_and_its_item_stays():
    result = loaded("actors:\n  - {id: ann, name: Ann, rolle: Captain}\n")
    assert [actor.id for actor in result.briefing.actors] == ["ann"]
    assert result.problems[0].hint == "did you mean `role`?"


def test_a_bad_required_key_takes_its_item_and_no_other():
    result = loaded("events:\n  - {id: one, date: soon, title: One}\n  - {id: two, date: 2025, title: Two}\n")
    assert [event.id for event in result.briefing.events] == ["two"]
    assert result.left_out == ("the event `one`",)


def test_a_part_of_an_item_goes_alone():
    result = loaded(
        ACTORS + "questions:\n  - id: fare\n    text: Will it rise?\n    estimates:\n"
        "      - {date: 2025, by: ann, likelihood: likely}\n      - {date: soon, by: ann, likelihood: likely}\n"
    )
    (question,) = result.briefing.questions
    assert len(question.estimates) == 1


def test_a_reference_to_nothing_goes_and_its_item_stays():
    result = loaded(ACTORS + "events:\n  - {id: one, date: 2025, title: One, actors: [ann, nobody, bob]}\n")
    assert result.briefing.events[0].actors == ("ann", "bob")
    assert codes(result) == ["unknown-reference"]


def test_a_required_reference_to_nothing_takes_its_item():
    result = loaded(ACTORS + QUOTE.replace("SPEAKER", "nobody"))
    assert result.briefing.quotes == ()


@pytest.mark.parametrize(
    ("key", "line", "placeholder"),
    [
        ("title", "title: Talks on the ferry\n", "(no title)"),
        ("bottom_line", "bottom_line: The ferry goes on.\n", "(no bottom line)"),
    ],
)
def test_a_missing_title_or_bottom_line_has_a_placeholder(key, line, placeholder):
    result = loaded(before=SMALLEST.replace(line, ""))
    assert getattr(result.briefing, key) == placeholder
    assert codes(result) == ["missing-key"]


def test_a_missing_as_of_is_the_latest_date_of_a_source():
    result = loaded(before=SMALLEST.replace("as_of: 2025-09-19\n", ""))
    assert str(result.briefing.as_of) == "2025-09-19"
    assert codes(result) == ["missing-key", "assumed"]
    assert result.problems[1].message == "`as_of` is taken to be `2025-09-19` until it is mended"


def test_a_bad_id_at_the_top_is_replaced_by_the_name_of_the_file():
    assert loaded("id: Ferry Talks\n").briefing.id == "talks"


def test_a_briefing_without_any_source_is_shown():
    result = loaded(before="format: brief/1\ntitle: Talks\nas_of: 2025\nbottom_line: They go on.\n")
    assert result.briefing.sources == ()
    assert codes(result) == ["missing-key"]


def test_what_follows_from_an_item_that_went_is_no_second_problem():
    result = loaded(
        QUOTE.replace("SPEAKER", "nobody")
        + "events:\n  - {id: one, date: 2025, title: One, quotes: [sails], about: [sails]}\n"
    )
    assert codes(result) == ["unknown-reference"]
    assert result.briefing.quotes == ()
    assert result.briefing.events[0].quotes == ()
    assert result.briefing.events[0].about == ()
    assert len(result.left_out) == 3


def test_positions_on_a_question_that_went_go_without_a_word_of_their_own():
    result = loaded(
        ACTORS + "questions:\n  - {id: fare}\npositions:\n"
        "  - {actor: ann, question: fare, date: 2025, stance: support}\n"
        "  - {actor: bob, question: fare, date: 2025, stance: oppose}\n"
    )
    assert codes(result) == ["missing-key"]
    assert result.briefing.positions == ()
    assert len(result.left_out) == 3


def test_a_position_whose_only_stance_is_bad_goes_with_one_problem():
    result = loaded(
        ACTORS + "questions:\n  - {id: fare, text: Will it rise?}\npositions:\n"
        "  - {actor: ann, question: fare, date: 2025, stance: suport}\n"
    )
    assert codes(result) == ["bad-value"]
    assert result.briefing.positions == ()


def test_an_actor_that_went_takes_the_quotes_of_it():
    result = loaded("actors:\n  - {id: ann}\n" + QUOTE.replace("SPEAKER", "ann"))
    assert codes(result) == ["missing-key"]
    assert result.briefing.quotes == ()


def test_a_misspelt_status_is_one_problem_even_where_a_resolution_stands():
    result = loaded(
        "questions:\n  - {id: fare, text: Rise?, status: resolvd, resolution: {date: 2025, outcome: It did.}}\n"
    )
    assert codes(result) == ["bad-value"]


def test_an_id_that_is_taken_is_told_with_both_places():
    result = loaded(ACTORS + "events:\n  - {id: ann, date: 2025, title: One}\n")
    (problem,) = result.problems
    assert (problem.place.line, problem.place.column) == (13, 10)
    assert "line 10" in problem.message


def test_of_two_items_with_one_id_the_first_in_the_file_keeps_it():
    result = loaded("events:\n  - {id: x, date: 2025, title: One}\nactors:\n  - {id: x, name: Ann}\n")
    assert [event.id for event in result.briefing.events] == ["x"]
    assert result.briefing.actors == ()


def test_a_reference_that_comes_back_to_itself_goes_once():
    result = loaded(
        "judgments:\n  - {id: a, text: A., revises: b}\n  - {id: b, text: B., revises: c}\n"
        "  - {id: c, text: C., revises: a}\n"
    )
    assert codes(result) == ["circular-reference"]
    assert sum(judgment.revises is not None for judgment in result.briefing.judgments) == 2


def test_a_value_behind_an_alias_is_taken_out_once():
    result = loaded(
        "authors: [Ann]\nactors:\n  - {id: ann, name: Ann, aliases: &a [A, '']}\n"
        "  - {id: bob, name: Bob, aliases: *a}\n"
    )
    assert [actor.aliases for actor in result.briefing.actors] == [("A",), ("A",)]


def test_every_fault_is_told_in_the_order_of_the_file():
    result = loaded("id: Blue\nauthors: ['']\nzzz: 1\n")
    assert at(result) == [(9, 5), (10, 11), (11, 1)]


def test_a_marking_that_cannot_be_read_counts_as_the_strictest():
    result = loaded("tlp: TLP:AMBER\n")
    assert result.briefing.tlp == "red"
    assert codes(result) == ["bad-value", "assumed"]
    assert loaded("tlp:\n").briefing.tlp is None


@pytest.mark.parametrize("written", ["no", "010", "1984", "1:30", "2024-04-24", "~", "null", "0x1F", "1e3", "true"])
def test_text_is_taken_as_it_is_written(written):
    result = loaded(f"actors:\n  - {{id: ann, name: {written}}}\n")
    assert result.problems == ()
    assert result.briefing.actors[0].name == written


def test_numbers_exist_only_where_a_field_is_numeric():
    result = loaded("figures:\n  - {id: x, name: 12, date: 2025, value: 12.50, unit: 1}\n")
    (figure,) = result.briefing.figures
    assert (figure.name, str(figure.value), figure.unit) == ("12", "12.50", "1")


def test_an_optional_key_with_nothing_after_it_is_as_good_as_none():
    result = loaded("topics:\nevents:\n  # - id: launch\nactors: [{id: ann, name: Ann, aliases: }]\n")
    assert result.problems == ()
    assert result.left_out == ()
    assert result.briefing.events == ()


def test_a_reference_to_an_item_that_went_is_still_of_the_wrong_kind():
    result = loaded("questions:\n  - {id: fare}\njudgments:\n  - {id: rise, text: It will., revises: fare}\n")
    assert codes(result) == ["missing-key", "wrong-kind"]
    assert result.problems[1].message == "`fare` is a question, where a judgment should stand"
    assert result.problems[1].place.line == 12


def test_a_list_of_ids_is_proposed_with_an_id():
    result = loaded("questions:\n  - {id: fare, text: Will it rise?, decided_by: Omar_Said}\nauthors: Omar_Said\n")
    assert [problem.hint for problem in result.problems] == [
        "write `decided_by: [omar-said]`",
        "write `authors: [Omar_Said]`",
    ]


@pytest.mark.parametrize(
    ("item", "hint"),
    [
        ("{id: ann, name: Ann, and nobody else, role: Captain}", "put text that contains `, ` between"),
        ("{id: ann, name: Ann, Captain}", "put text that contains `, ` between"),
        ("&a {id: ann, name: Ann, Captain }", "put text that contains `, ` between"),
        ("{id: ann, name: Ann, rolle}", "did you mean `role`?"),
        ("{id: ann, name: Ann, and nobody: }", "the keys here are"),
        ("{id: ann, name: Ann, Captain: }", "the keys here are"),
        ("\n      id: ann\n      name: Ann\n      and nobody:", "the keys here are"),
    ],
)
def test_a_comma_within_text_is_told_from_a_key_without_a_value(item, hint):
    (problem,) = loaded(f"actors:\n  - {item}\n").problems
    assert problem.code == "unknown-key"
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("written", "width"),
    [
        ("'XX'", 4),
        ('"XX"', 4),
        ('"X \\" X"', 8),
        ("'X '' X'", 8),
        ("XX", 2),
    ],
)
def test_what_is_marked_of_a_one_line_item_is_the_value_and_no_more(written, width):
    (problem,) = loaded(f"actors:\n  - {{id: ann, country: {written}, name: Ann}}\n").problems
    assert (problem.place.column, problem.place.width) == (24, width)


@pytest.mark.parametrize("written", ["maybe", "120%", '">=80"', "80", '"<=20"'])
def test_a_likelihood_that_a_hint_proposes_can_be_copied(written):
    judgment = "judgments:\n  - {{id: rise, text: It will., likelihood: {}}}\n"
    (problem,) = loaded(judgment.format(written)).problems
    for proposed in re.findall("`([^`]+)`", problem.hint):
        assert loaded(judgment.format(proposed)).problems == ()
