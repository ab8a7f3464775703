"""What pydantic refuses, as Problems at the very value."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from tui.load import prune
from tui.load.characters import printable
from tui.load.document import REFUSED, Document
from tui.load.problem import Problem, Severity
from tui.load.prune import Cut, Pruning, Steps
from tui.load.suggest import did_you_mean

_LONGEST_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Objection:
    """What is wrong, and what goes; `problem` is None where another problem has explained it already."""

    cut: Cut
    problem: Problem | None


def objection(error: ErrorDetails, model: type[BaseModel], pruning: Pruning, path: Path, *, suggest: bool) -> Objection:
    """Turn one of pydantic's errors on a document into an Objection.

    That a key is missing which was taken out before is no news. `suggest` asks for the nearest possible word.
    """
    document = pruning.document
    steps = tuple(error["loc"])
    context: Mapping[str, Any] = error.get("ctx") or {}
    if error["type"] == "missing":
        return _missing(error, context, model, pruning, path)
    if "goes" in context:
        steps = (*steps, context["goes"])
    cut = prune.smallest(model, steps, document)
    if error["input"] is REFUSED or _is_within_refused(steps, document):
        return Objection(cut, None)
    if error["type"] == "extra_forbidden":
        return Objection(Cut(steps, cut.model), _unknown_key(steps, cut.model, document, path, suggest=suggest))
    at = (*steps, context["at"]) if "at" in context else steps
    message, hint = _wording(error, context, steps, suggest=suggest)
    return Objection(
        cut,
        Problem(
            path,
            document.place(at),
            Severity.ERROR,
            _code(error),
            message,
            hint,
            prune.describe(cut.steps, document),
        ),
    )


def _missing(
    error: ErrorDetails,
    context: Mapping[str, Any],
    model: type[BaseModel],
    pruning: Pruning,
    path: Path,
) -> Objection:
    document = pruning.document
    steps = tuple(error["loc"])
    if "keys" in context:
        owner, keys = steps, tuple(context["keys"])
        message, hint = error["msg"], context["hint"]
        cut = prune.smallest(model, owner, document)
        place = document.place((*owner, context["at"])) if "at" in context else document.place(owner)
    else:
        owner, keys = steps[:-1], steps[-1:]
        message, hint = f"`{keys[0]}` is missing", f"add `{keys[0]}: …`"
        cut = prune.smallest(model, steps, document)
        place = document.place(owner)
    if any(pruning.has_gone(owner, key) for key in keys):
        return Objection(cut, None)
    left_out = prune.describe(cut.steps, document) if len(cut.steps) > 1 else ""
    return Objection(cut, Problem(path, place, Severity.ERROR, "missing-key", message, hint, left_out))


def _unknown_key(steps: Steps, model: type[BaseModel], document: Document, path: Path, *, suggest: bool) -> Problem:
    key = printable(str(steps[-1]))
    possible = prune.possible_keys(model)
    meant = did_you_mean(str(steps[-1]), possible) if suggest else ""
    hint = meant or f"the keys here are {', '.join(possible)}"
    shown = key if len(key) <= _LONGEST_SHOWN else key[:_LONGEST_SHOWN] + "…"
    return Problem(
        path,
        document.place(steps, key=True),
        Severity.ERROR,
        "unknown-key",
        f"there is no key `{shown}` here",
        hint,
        f"`{shown}`",
    )


def _is_within_refused(steps: Steps, document: Document) -> bool:
    value = document.values
    for step in steps:
        if value is REFUSED:
            return True
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return False
    return value is REFUSED


def _code(error: ErrorDetails) -> str:
    if error["type"] == "edtf":
        return "bad-date"
    return _CODES.get(error["type"], "bad-value")


def _wording(error: ErrorDetails, context: Mapping[str, Any], steps: Steps, *, suggest: bool) -> tuple[str, str]:
    kind, value = error["type"], error["input"]
    key = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    shown = _shown(value)
    if value is None and kind not in {"tuple_type", "model_type"}:
        return f"`{key}` is empty", "write its value, or remove the key"
    if kind in {"enum", "literal_error"}:
        possible = _possible(context["expected"])
        listed = ", ".join(possible) if len(possible) <= 15 else ""
        meant = did_you_mean(str(value), possible) if suggest else ""
        hint = meant or (f"write one of {listed}" if listed else "see the format's list")
        return f"{shown} is not a `{key}`", hint
    if kind == "tuple_type":
        hint = (
            f"write `{key}: [{value}]`"
            if isinstance(value, str) and len(value) <= 40
            else f"begin each entry of `{key}` with `- `"
        )
        return f"`{key}` takes a list", hint
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return f"`{key}` takes keys and values", "write `key: value`, one a line"
    if kind == "string_type":
        return (
            f"`{key}` takes text",
            "put text that contains `: ` or begins with a bracket between quotation marks",
        )
    if kind == "string_too_short":
        return f"`{key}` is empty", "write its value, or remove the key"
    if kind == "string_pattern_mismatch":
        return _pattern(key, shown)
    if kind == "too_short":
        return f"`{key}` is empty", "add one at least"
    if kind in {"int_parsing", "int_type", "greater_than_equal", "less_than_equal", "int_from_float"}:
        return f"{shown} is not a whole number from 1 to 3", "write 1, 2 or 3"
    if kind in {"bool_parsing", "bool_type"}:
        return f"{shown} is neither true nor false", "write `true` or `false`"
    hint = context.get("hint", "")
    return (f"{shown} {error['msg']}" if kind in _SUBJECTLESS else error["msg"]), hint


def _pattern(key: str, shown: str) -> tuple[str, str]:
    if key == "topics":
        return f"{shown} is not a topic", "write a path such as `technology/tiktok`"
    if key == "language":
        return f"{shown} is not a language tag", "write a BCP 47 tag such as `en` or `zh-Hans`"
    return f"{shown} is not an id", "ids are lower-case letters, digits and hyphens: `trump-xi-call`"


def _possible(expected: str) -> list[str]:
    return [word.strip(" '") for part in expected.split(",") for word in part.split(" or ")]


def _shown(value: Any) -> str:
    if not isinstance(value, str):
        return "this"
    text = printable(value)
    return f"“{text}”" if len(text) <= _LONGEST_SHOWN else f"“{text[: _LONGEST_SHOWN - 1]}…”"


# Errors of our own whose message is a predicate of the value.
_SUBJECTLESS: Final = {"country", "duration", "number", "likelihood", "due"}
_CODES: Final = {
    "tuple_type": "wrong-type",
    "model_type": "wrong-type",
    "model_attributes_type": "wrong-type",
    "dict_type": "wrong-type",
    "string_type": "wrong-type",
    "number": "bad-number",
    "int_parsing": "bad-number",
    "likelihood": "bad-likelihood",
}
