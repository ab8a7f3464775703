"""The actors and sources of `library.yaml`, and the briefings that use them."""

import pytest
from loading import SMALLEST

from tui.load.briefing import load_text
from tui.load.places import place_of
from tui.load.shared import load_shared

SHARED = """\
title: Ferries
actors:
  - {id: ann, name: Ann of the library}
  - {id: bob, name: Bob of the library, anonymous: true}
sources:
  - {id: reprint, title: Reprint, origin: original}
  - {id: original, title: Original}
  - {id: unused, title: Unused}
"""
QUOTE = "quotes:\n  - {id: sails, text: We sail., speaker: ann, source: reprint}\n"


@pytest.fixture
def load(tmp_path):
    def load(text, shared=SHARED):
        (tmp_path / "library.yaml").write_text(shared, encoding="utf-8")
        return load_text(text, tmp_path / "talks.yaml", tmp_path, load_shared(tmp_path))

    return load


def test_a_shared_item_comes_with_whatever_it_names_and_no_other(load):
    result = load(SMALLEST + QUOTE)
    assert result.problems == ()
    assert [actor.id for actor in result.briefing.actors] == ["ann"]
    assert [source.id for source in result.briefing.sources] == ["paper", "reprint", "original"]


def test_an_own_item_wins_over_the_shared_one_of_its_id(load):
    result = load(SMALLEST + "actors:\n  - {id: ann, name: My own Ann}\n" + QUOTE)
    assert result.problems == ()
    assert [actor.name for actor in result.briefing.actors] == ["My own Ann"]


def test_a_shared_source_is_a_source(load):
    text = SMALLEST[: SMALLEST.index("sources:")]
    result = load(
        text + "actors: [{id: cy, name: Cy}]\nquotes:\n  - {id: x, text: A., speaker: cy, source: original}\n"
    )
    assert result.problems == ()


def test_a_shared_actor_counts_as_anonymous(load):
    result = load(SMALLEST + QUOTE.replace("ann", "bob").replace("}", ", attribution: background}"))
    assert result.problems == ()


def test_a_reference_is_told_the_nearest_shared_id(load):
    result = load(SMALLEST + QUOTE.replace("reprint", "reprnt"))
    assert result.problems[0].hint == "did you mean `reprint`?"


def test_a_circle_through_the_library_is_cut_in_the_briefing(load):
    result = load(SMALLEST + "  - {id: original, title: My own, origin: reprint}\n")
    assert [problem.code for problem in result.problems] == ["circular-reference"]
    assert {source.id: source.origin for source in result.briefing.sources}["original"] is None


def test_a_shared_origin_whose_id_is_something_else_here_is_lost_with_a_problem(load):
    result = load(SMALLEST + "events:\n  - {id: original, date: 2025, title: One, sources: [reprint]}\n")
    (problem,) = result.problems
    assert (problem.code, problem.place.line) == ("wrong-kind", 10)
    assert {source.id: source.origin for source in result.briefing.sources}["reprint"] is None


def test_an_own_item_of_another_kind_hides_a_shared_one(load):
    result = load(SMALLEST + "events:\n  - {id: ann, date: 2025, title: One}\n" + QUOTE)
    assert [problem.code for problem in result.problems] == ["wrong-kind"]


def test_an_item_of_the_library_is_found_at_its_place(load, tmp_path):
    result = load(SMALLEST + QUOTE)
    path, place = place_of(result, "ann")
    assert (path, place.line) == (tmp_path / "library.yaml", 3)
    path, place = place_of(result, "sails")
    assert (path, place.line) == (tmp_path / "talks.yaml", 10)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("- a\n", "wrong-type", (1, 1)),
        ("title: a: b\n", "yaml", (1, 9)),
        ("actors:\n  - {id: ann}\n", "missing-key", (2, 5)),
        ("sources:\n  - {id: a, title: A, origin: b}\n", "unknown-reference", (2, 31)),
        ("sources:\n  - {id: a, title: A, text: ../x.txt}\n", "path-outside", (2, 29)),
        ("quotes: []\n", "unknown-key", (1, 1)),
        ("title: A\ntitle: B\n", "duplicate-key", (2, 1)),
        ("actors: [{id: a, name: A}, {id: a, name: B}]\n", "duplicate-id", (1, 33)),
        ("sources: [{id: a, title: A, origin: a}]\n", "circular-reference", (1, 37)),
    ],
)
def test_what_is_wrong_with_a_library_is_told_at_its_place(tmp_path, text, code, place):
    (tmp_path / "library.yaml").write_text(text, encoding="utf-8")
    loaded = load_shared(tmp_path)
    (problem,) = loaded.problems
    assert (problem.code, (problem.place.line, problem.place.column)) == (code, place)


def test_an_empty_library_file_shares_nothing(tmp_path):
    (tmp_path / "library.yaml").write_text("# Ferries\n", encoding="utf-8")
    loaded = load_shared(tmp_path)
    assert (loaded.shared.actors, loaded.problems) == ((), ())


def test_a_folder_without_a_library_file_shares_nothing(tmp_path):
    assert load_shared(tmp_path) is None
