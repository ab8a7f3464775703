"""Ids of relations and positions that have none of their own."""

import itertools

from loading import codes, loaded

ACTORS = (
    "actors:\n  - {id: ann, name: Ann}\n  - {id: bob, name: Bob}\nquestions:\n  - {id: fare, text: Will it rise?}\n"
)
POSITIONS = (
    "  - {actor: ann, question: fare, date: 2025-01, summary: One.}\n",
    "  - {actor: ann, question: fare, date: 2025-01, summary: Two.}\n",
    "  - {actor: bob, question: fare, date: 2025-01, summary: One.}\n",
)


def ids(positions):
    result = loaded(ACTORS + "positions:\n" + "".join(positions))
    assert result.problems == ()
    return {(position.actor, position.summary): position.id for position in result.briefing.positions}


def test_an_id_follows_from_the_content():
    assert ids(POSITIONS[2:]) == {("bob", "One."): "bob-fare-2025-01"}


def test_ids_do_not_depend_on_the_order_of_the_items():
    expected = ids(POSITIONS)
    assert len(set(expected.values())) == 3
    assert all(ids(order) == expected for order in itertools.permutations(POSITIONS))


def test_an_id_that_somebody_has_is_not_given_again():
    result = loaded(
        ACTORS
        + "events:\n  - {id: ann-owns-bob, date: 2025, title: One}\nrelations:\n  - {from: ann, to: bob, type: owns}\n"
    )
    assert result.problems == ()
    assert result.briefing.relations[0].id.startswith("ann-owns-bob-")


def test_the_very_same_relation_twice_gives_two_ids():
    result = loaded(ACTORS + "relations:\n" + "  - {from: ann, to: bob, type: owns}\n" * 3)
    assert result.problems == ()
    assert len({relation.id for relation in result.briefing.relations}) == 3


def test_an_item_that_stands_twice_by_an_alias_is_told():
    result = loaded(ACTORS + "relations:\n  - &tie {from: ann, to: bob, type: owns}\n  - *tie\n")
    assert codes(result) == ["duplicate-id"]
    assert len(result.briefing.relations) == 1


def test_an_id_of_ones_own_is_kept():
    result = loaded(ACTORS + "relations:\n  - {id: tie, from: ann, to: bob, type: owns}\n")
    assert result.briefing.relations[0].id == "tie"


def test_a_briefing_without_an_id_has_that_of_its_file(tmp_path):
    from tui.load.briefing import load_text

    text = "format: brief/1\ntitle: A\nas_of: 2025\nbottom_line: B.\nsources: [{id: s, title: S}]\n"
    for name, identifier in (("Été à Paris.yaml", "ete-a-paris"), ("北京.yaml", "briefing"), ("a--b_c.yml", "a-b-c")):
        assert load_text(text, tmp_path / name, tmp_path).briefing.id == identifier
