"""The complete briefing of the sample library with other texts in it."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tui.load.briefing import load_text
from tui.load.compose import compose
from tui.model.briefing import Briefing

_PATH = Path(__file__).parent / "sample" / "harbour-bridge.yaml"
_TEXT = ["string", "number", "boolean"]
"""What the model's schema says of a text that an author may word freely."""
_NO_WORDS = {("Source", "url"), ("Source", "text")}
"""Texts that are an address or a path."""


def stuffed(text_for: Callable[[int], str]) -> Briefing:
    """The sample with each text that an author may word freely replaced by `text_for` its number."""
    return loaded_from(stuffed_values(text_for))


def stuffed_values(text_for: Callable[[int], str]) -> Any:
    """The same as the plain values of a file."""
    values = _values()
    count = iter(range(10_000))
    for owner, key, _ in list(_texts_in(values, "Briefing")):
        owner[key] = text_for(next(count))
    return values


def text_fields() -> set[tuple[str, str]]:
    """Every text that an author may word freely, by its model's name and its key."""
    fields = {(model, key) for model, keys in _models().items() for key, one in keys.items() if _is_text(one)}
    return fields - _NO_WORDS - {("Shared", "title")}


def stuffed_fields() -> set[tuple[str, str]]:
    """Those of them that the sample has."""
    return {field for _, _, field in _texts_in(_values(), "Briefing")}


def loaded_from(values: Any) -> Briefing:
    """A briefing of plain values, in which nothing is wrong."""
    loaded = load_text(json.dumps(values, ensure_ascii=False), Path("/library/x.yaml"), Path("/library"))
    assert loaded.problems == ()
    assert loaded.briefing is not None
    return loaded.briefing


def _texts_in(values: dict[str, Any], model: str) -> Iterator[tuple[Any, Any, tuple[str, str]]]:
    """Where the texts are: what holds each, the key or index there, and the field of the model."""
    for key, value in values.items():
        schema = _models()[model].get(key, {})
        if _is_text(schema) and (model, key) not in _NO_WORDS:
            many = isinstance(value, list)
            yield from (
                ((value, index, (model, key)) for index in range(len(value))) if many else [(values, key, (model, key))]
            )
        elif (inner := _model_of(schema)) is not None:
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict):
                    yield from _texts_in(one, inner)


@cache
def _models() -> dict[str, dict[str, Any]]:
    schema = Briefing.model_json_schema(by_alias=True)
    models = {"Briefing": schema, **schema["$defs"]}
    return {name: one["properties"] for name, one in models.items() if "properties" in one}


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema, and those of which it is made."""
    if isinstance(schema, list):
        for one in schema:
            yield from _parts(one)
    elif isinstance(schema, dict):
        yield schema
        for key in ("anyOf", "allOf", "oneOf", "items", "prefixItems"):
            yield from _parts(schema.get(key, []))


def _is_text(schema: dict[str, Any]) -> bool:
    return any(part.get("type") == _TEXT for part in _parts(schema))


def _model_of(schema: dict[str, Any]) -> str | None:
    names = (part["$ref"].rpartition("/")[2] for part in _parts(schema) if "$ref" in part)
    return next((name for name in names if name in _models()), None)


def _values() -> Any:
    own, _ = compose(_PATH.read_text(encoding="utf-8"), _PATH)
    shared, _ = compose((_PATH.parent / "library.yaml").read_text(encoding="utf-8"), _PATH)
    assert own is not None
    assert shared is not None
    own.values["actors"] += shared.values["actors"]
    own.values["sources"] += shared.values["sources"]
    return own.values
