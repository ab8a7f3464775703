"""Write docs/format.md, the reference of the format, from its JSON Schema: `python docs/make_format.py`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from tui.cli.editor_schema import schema
from tui.model.base import SLUG_PATTERN
from tui.model.briefing import FORMAT, Briefing
from tui.model.kinds import NOUNS
from tui.model.references import part_fields, reference_fields

PAGE: Final = Path(__file__).parent / "format.md"
_TOP: Final = f"""\
# The format `{FORMAT}`

A briefing is a YAML file. This page is made from the JSON Schema that `brief schema` prints, by
`python docs/make_format.py`; [From a saved article to a sealed briefing](getting-started.md) is the place to
begin.

Every scalar is read as it is written: `no`, `010` and `2024-04-24` are what they look like. An id has lower-case
letters, digits and hyphens, and is unique within its briefing over all kinds, so that a reference is just an id. Keys
in bold are required. Dates are [EDTF](https://www.loc.gov/standards/datetime/), level 0 or 1: `2020-08-06`, `2020-08`,
`2020`, `2020-08-10~` (approximate), `2020-09?` (uncertain), `202X`, `2025-10-27/2025-11-01`, `2025-09/..` (still going
on).
A likelihood is an ICD 203 term (`almost-no-chance`, `very-unlikely`, `unlikely`, `roughly-even-chance`, `likely`,
`very-likely`, `almost-certain`), or `20%`, `10-20%`, `<=20%`, `">=80%"`, or both as `{{term: likely, percent: 60%}}`.
"""
_MOST_VALUES: Final = 60
_PATTERNS: Final = {
    SLUG_PATTERN: "id",
    "^[1-9][0-9]{0,3}[dw]$": "days or weeks, such as `14d` or `2w`",
    r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$": "language tag (BCP 47)",
    r"^\d{4}-\d{2}-\d{2}$": "day",
    "^[0-9a-f]{64}$": "SHA-256 in hexadecimal",
}


def page() -> str:
    """The whole page, which ends with one newline."""
    whole = schema()
    sections = [_TOP, *_section("A briefing", Briefing, whole, whole["definitions"])]
    for part in part_fields(Briefing):
        title = f"`{part.key}`" if part.many else f"`{part.key}` of a briefing"
        sections += _section(title, part.model, whole["definitions"][part.model.__name__], whole["definitions"])
        for inner in part_fields(part.model):
            name = inner.model.__name__
            title = f"`{inner.key}` of {_a(NOUNS[part.key])}"
            sections += _section(title, inner.model, whole["definitions"][name], whole["definitions"])
    return "\n".join(sections)


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _section(title: str, model: type[BaseModel], found: dict[str, Any], definitions: dict[str, Any]) -> Iterator[str]:
    yield f"## {title}\n"
    yield f"{found['description']}\n"
    yield "| key | value | meaning |"
    yield "|---|---|---|"
    kinds = {field.key: field.kinds for field in reference_fields(model)}
    required = set(found.get("required", ()))
    # What every item has in common comes last.
    common = [key for key in ("known", "note") if key in found["properties"]]
    for key in (*(key for key in found["properties"] if key not in common), *common):
        value = found["properties"][key]
        words = _value(value, definitions, kinds.get(key, ()))
        name = f"**`{key}`**" if key in required else f"`{key}`"
        yield f"| {name} | {words}{_default(value)} | {_meaning(value)} |"
    yield ""


def _meaning(value: dict[str, Any]) -> str:
    said = value.get("description", "")
    return "" if said.startswith("A date in EDTF") else " ".join(said.replace("|", r"\|").split())


def _default(value: dict[str, Any]) -> str:
    default = value.get("default")
    if default is None or isinstance(default, dict | list):
        return ""
    return f"; else `{str(default).lower() if isinstance(default, bool) else default}`"


def _value(value: dict[str, Any], definitions: dict[str, Any], kinds: tuple[str, ...]) -> str:
    """What may stand in the place of a value, in words; `kinds` are those that a reference in it may name."""
    possible = [one for one in value.get("anyOf", value.get("allOf", [value])) if one.get("type") != "null"]
    return " or ".join(dict.fromkeys(_one(one, definitions, kinds) for one in possible))


def _one(value: dict[str, Any], definitions: dict[str, Any], kinds: tuple[str, ...]) -> str:
    if "$ref" in value:
        return _referred(value["$ref"].rpartition("/")[2], definitions)
    if "anyOf" in value or "allOf" in value:
        return _value(value, definitions, kinds)
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return _values(value["enum"])
    if value.get("type") == "array":
        return f"list: {_one(value['items'], definitions, kinds)}"
    return _scalar(value, kinds)


def _referred(name: str, definitions: dict[str, Any]) -> str:
    found = definitions[name]
    return _values(found["enum"]) if "enum" in found else f"keys of {_a(name.lower())}"


def _values(values: list[Any]) -> str:
    written = [f"`{one}`" for one in values if isinstance(one, str)]
    if "roughly-even-chance" in values:
        return "likelihood"
    return ", ".join(written) if len(written) <= _MOST_VALUES else f"one of {len(written)} codes"


def _scalar(value: dict[str, Any], kinds: tuple[str, ...]) -> str:
    pattern, kind = value.get("pattern"), value.get("type")
    if kinds and pattern in (None, SLUG_PATTERN):
        return _id_of(kinds) if pattern else f"date or {_id_of(kinds)}"
    if pattern in _PATTERNS:
        return _PATTERNS[pattern]
    if (pattern and "%" in pattern) or kind == "object":
        return "likelihood"
    if value.get("description", "").startswith("A date in EDTF") or kind == ["string", "integer"]:
        return "date"
    if kind == "integer":
        return f"whole number from {value['minimum']}" + (f" to {value['maximum']}" if "maximum" in value else "")
    return {"boolean": "`true` or `false`", "number": "number"}.get(str(kind), "text")


def _id_of(kinds: tuple[str, ...]) -> str:
    if len(kinds) > 3:
        return "id of anything"
    return f"id of {' or '.join(_a(NOUNS[one]) for one in kinds)}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
