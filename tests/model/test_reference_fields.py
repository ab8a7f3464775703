"""Every field that names another item is known, with the kinds that it may name."""

import pytest

from tui.model.actor import Actor, Relation
from tui.model.briefing import Briefing
from tui.model.event import Account, Event
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.kinds import KINDS
from tui.model.position import Position
from tui.model.question import Estimate, Question, Resolution
from tui.model.quote import Quote
from tui.model.references import names, part_fields, reference_fields
from tui.model.source import Source

ACTOR, SOURCE, EITHER = ("actors",), ("sources",), ("actors", "sources")
# The key, the kinds it may name, whether it is a list, whether it is required.
FIELDS = {
    Judgment: [
        ("about", KINDS, True, False),
        ("evidence", KINDS, True, False),
        ("revises", ("judgments",), False, False),
    ],
    Source: [("origin", SOURCE, False, False)],
    Actor: [],
    Relation: [
        ("from", ACTOR, False, True),
        ("to", ACTOR, False, True),
        ("sources", SOURCE, True, False),
        ("via", EITHER, True, False),
    ],
    Question: [
        ("due", ("events",), False, False),
        ("decided_by", ACTOR, True, False),
        ("sources", SOURCE, True, False),
    ],
    Resolution: [("sources", SOURCE, True, False)],
    Estimate: [
        ("by", ACTOR, False, True),
        ("quote", ("quotes",), False, False),
        ("sources", SOURCE, True, False),
        ("via", EITHER, True, False),
    ],
    Position: [
        ("actor", ACTOR, False, True),
        ("question", ("questions",), False, True),
        ("quotes", ("quotes",), True, False),
        ("sources", SOURCE, True, False),
        ("via", EITHER, True, False),
    ],
    Quote: [
        ("speaker", ACTOR, True, True),
        ("source", SOURCE, False, True),
        ("corroborated_by", SOURCE, True, False),
        ("same_as", ("quotes",), False, False),
        ("via", EITHER, True, False),
        ("about", KINDS, True, False),
    ],
    Event: [
        ("actors", ACTOR, True, False),
        ("sources", SOURCE, True, False),
        ("quotes", ("quotes",), True, False),
        ("about", KINDS, True, False),
        ("via", EITHER, True, False),
        ("superseded_by", ("events",), False, False),
    ],
    Account: [("by", EITHER, False, True), ("sources", SOURCE, True, False), ("quotes", ("quotes",), True, False)],
    Figure: [("about", KINDS, True, False), ("sources", SOURCE, True, False), ("via", EITHER, True, False)],
}


@pytest.mark.parametrize("model", FIELDS, ids=lambda model: model.__name__)
def test_the_references_of_an_item_are_those_of_the_format(model):
    found = [(field.key, field.kinds, field.many, field.required) for field in reference_fields(model)]
    assert found == FIELDS[model]


def test_every_kind_of_item_is_a_part_of_the_briefing():
    assert tuple(part.key for part in part_fields(Briefing) if part.many) == (*KINDS, "seals")
    assert {part.model for part in part_fields(Briefing)} <= {*FIELDS, *(part.model for part in part_fields(Briefing))}


@pytest.mark.parametrize(("model", "parts"), [(Question, ["resolution", "estimates"]), (Event, ["accounts"])])
def test_the_parts_of_an_item_are_known(model, parts):
    assert [part.key for part in part_fields(model)] == parts


def test_the_names_in_an_item_include_those_of_its_parts():
    question = Question.model_validate(
        {
            "id": "q",
            "text": "Q?",
            "due": "deadline",
            "decided_by": ["ann"],
            "estimates": [{"date": "2025", "by": "bob", "likelihood": "likely", "via": ["wire"]}],
        }
    )
    assert list(names(question)) == ["deadline", "ann", "bob", "wire"]


def test_a_date_is_no_name():
    assert list(names(Question.model_validate({"id": "q", "text": "Q?", "due": "2025-09"}))) == []
