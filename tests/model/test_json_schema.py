"""The JSON Schema of a briefing, as editors use it."""

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from tui.model.briefing import Briefing

SMALLEST = {
    "format": "brief/1",
    "id": "story",
    "title": "A story",
    "as_of": "2025",
    "bottom_line": "It goes on.",
    "sources": [{"id": "paper", "title": "Paper"}],
}


@pytest.fixture(scope="module")
def schema():
    return Briefing.model_json_schema(by_alias=True)


def test_it_is_a_schema(schema):
    Draft202012Validator.check_schema(schema)


def test_it_takes_the_smallest_briefing(schema):
    assert Draft202012Validator(schema).is_valid(SMALLEST)


@pytest.mark.parametrize(
    "more",
    [
        {"as_of": 2025},
        {"title": 1984},
        {"actors": [{"id": "ann", "name": False, "country": "NO"}]},
        {"judgments": [{"id": "j", "text": "J.", "likelihood": {"term": "likely", "percent": 60}}]},
        {"judgments": [{"id": "j", "text": "J.", "likelihood": "<=20%"}]},
        {"quotes": [{"id": "q", "text": "Q.", "speaker": ["a", "b"], "speaker_is": "all", "source": "paper"}]},
        {"figures": [{"id": "f", "name": "F", "date": 2025, "value": 1.5}]},
    ],
)
def test_it_takes_what_an_editor_reads_of_a_good_briefing(schema, more):
    assert Draft202012Validator(schema).is_valid(SMALLEST | more)


@pytest.mark.parametrize(
    "more",
    [
        {"format": "brief/2"},
        {"tlp": "blue"},
        {"titel": "A"},
        {"actors": [{"id": "Ann", "name": "Ann"}]},
        {"judgments": [{"id": "j", "text": "J.", "likelihood": "perhaps"}]},
        {"events": [{"id": "e", "title": "E"}]},
    ],
)
def test_it_refuses_what_the_loader_refuses(schema, more):
    assert not Draft202012Validator(schema).is_valid(SMALLEST | more)


def test_it_has_nothing_that_draft_7_reads_otherwise(schema):
    text = str(schema)
    for keyword in ("prefixItems", "unevaluated", "dependentRequired", "$dynamicRef"):
        assert keyword not in text
    Draft7Validator.check_schema({key: value for key, value in schema.items() if key != "$defs"})
