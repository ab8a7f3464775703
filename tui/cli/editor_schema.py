"""The format as a JSON Schema, draft-07: the newest that YAML language servers understand."""

import json
from typing import Any, Final

from pydantic import BaseModel

from tui.cli.docstrings import field_docstrings
from tui.model.briefing import Briefing
from tui.model.references import part_fields

DRAFT_7: Final = "http://json-schema.org/draft-07/schema#"
_DERIVED_IDS: Final = ("Briefing", "Relation", "Position")
"""Models whose `id` a file need not have: it follows from the file's name or from the content."""


def schema_text() -> str:
    """The schema as a file's content."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The schema of a briefing as an editor reads it, where numbers are numbers and dates are text.

    It knows keys, types and enumerated values, not whether references lead anywhere: that is for `brief check`.
    """
    # By the key `from`, not by the name that it has in Python.
    written = Briefing.model_json_schema(by_alias=True)
    models = {"Briefing": written, **written.pop("$defs")}
    for model in _models(Briefing):
        for key, text in field_docstrings(model).items():
            models[model.__name__]["properties"][key]["description"] = text
    for name in _DERIVED_IDS:
        models[name]["required"].remove("id")
    definitions = {name: _draft_7(model) for name, model in models.items()}
    top = definitions.pop("Briefing")
    return {"$schema": DRAFT_7, "title": "Briefing (brief/1)", **top, "definitions": definitions}


def _models(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model and those within it."""
    return {model}.union(*(_models(part.model) for part in part_fields(model)))


def _draft_7(model: dict[str, Any]) -> dict[str, Any]:
    """A model without the titles and defaults that say nothing, its references as draft-07 has them."""
    kept = {key: _converted(value) for key, value in model.items() if key not in {"title", "properties"}}
    if "properties" in model:
        kept["properties"] = {key: _property(value) for key, value in model["properties"].items()}
    return kept


def _property(value: dict[str, Any]) -> dict[str, Any]:
    empty = value.get("default", ()) in (None, [], {})
    kept = {key: one for key, one in value.items() if key != "title" and not (key == "default" and empty)}
    if "$ref" in kept and len(kept) > 1:
        # Draft-07 ignores whatever stands beside a reference.
        kept["allOf"] = [{"$ref": kept.pop("$ref")}]
    converted: dict[str, Any] = _converted(kept)
    return converted


def _converted(value: Any) -> Any:
    if isinstance(value, list):
        return [_converted(one) for one in value]
    if not isinstance(value, dict):
        return value
    converted = {key: _converted(one) for key, one in value.items()}
    if isinstance(reference := converted.get("$ref"), str):
        converted["$ref"] = reference.replace("#/$defs/", "#/definitions/")
    if "prefixItems" in converted:
        beyond = converted.pop("items", True)
        converted["items"] = converted.pop("prefixItems")
        converted["additionalItems"] = beyond
    return converted
