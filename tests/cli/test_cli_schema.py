import json
import re
from pathlib import Path

import pytest
import yaml
from conftest import SAMPLE, SHIPPED
from jsonschema import Draft7Validator
from stories import STORY

from tui.cli.editor_schema import schema
from tui.cli.template import briefing_text, today

pytest_plugins = ("running",)

BRIEFINGS = [path for root in (SAMPLE, SHIPPED) for path in sorted(root.glob("*.yaml")) if path.name != "library.yaml"]


class EditorLoader(yaml.SafeLoader):
    """Reads scalars as an editor's YAML 1.2 parser does: numbers are numbers, dates are text."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), None)


def mistakes(text: str) -> list[str]:
    content = yaml.load(text, EditorLoader)
    return [one.message for one in Draft7Validator(schema()).iter_errors(content)]


def test_it_is_a_schema_of_draft_7(brief):
    printed = json.loads(brief("schema").out)
    assert printed == schema()
    assert printed["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(printed)
    assert "$defs" not in json.dumps(printed)


@pytest.mark.parametrize("path", BRIEFINGS, ids=lambda path: path.stem)
def test_every_briefing_there_is_holds_to_it(path: Path):
    assert mistakes(path.read_text()) == []


def test_what_brief_new_writes_holds_to_it():
    assert mistakes(briefing_text("null", today())) == []


def test_what_need_not_be_written_is_not_asked_for():
    assert mistakes(STORY + "relations: [{from: ann, to: bob, type: owns}]\n") == []


@pytest.mark.parametrize(
    "wrong",
    [
        STORY.replace("title: A story\n", ""),
        STORY + "titel: A story\n",
        STORY + "tlp: purple\n",
        STORY + "events: [{id: e, title: Without a date}]\n",
        STORY + "events: {id: e}\n",
        STORY.replace("id: ann", "id: Ann Smith"),
        STORY.replace("brief/1", "brief/2"),
    ],
)
def test_a_broken_briefing_does_not_hold_to_it(wrong):
    assert mistakes(wrong)


def test_editors_explain_keys_from_it():
    properties = schema()["definitions"]["Quote"]["properties"]
    assert properties["text"]["description"] == "Verbatim."
    assert "title" not in properties["text"]
