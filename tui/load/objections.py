"""What pydantic refuses, as Problems at the very value."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from tui.load import prune
from tui.load.characters import shortened
from tui.load.document import REFUSED, Document
from tui.load.problem import Problem, Severity
from tui.load.prune import Cut, Pruning, Steps
from tui.load.suggest import did_you_mean
from tui.load.wording import LONGEST_SHOWN, Refusal, code_of, words_of


class Objection(NamedTuple):
    """What goes, and what makes its Problem: None where another has explained it already.

    The Problem has to be made before anything is taken out of the document.
    """

    cut: Cut
    problem: Callable[[], Problem] | None


def objection(error: ErrorDetails, model: type[BaseModel], pruning: Pruning, path: Path, *, suggest: bool) -> Objection:
    """Turn one of pydantic's errors on a document into an Objection.

    That a key is missing which was taken out before is no news. `suggest` asks for the nearest possible word.
    """
    document = pruning.document
    steps = tuple(error["loc"])
    context: dict[str, Any] = error.get("ctx") or {}
    if error["type"] == "missing":
        return _missing(error, context, model, pruning, path)
    if "goes" in context:
        steps = (*steps, context["goes"])
    cut = prune.smallest(model, steps, document)
    if error["type"] == "extra_forbidden":
        cut = Cut(steps, cut.model)
        refused = error["input"] is REFUSED
        return Objection(cut, None if refused else partial(_unknown_key, cut, document, path, suggest=suggest))
    if error["input"] is REFUSED or _is_within_refused(steps, document):
        return Objection(cut, None)
    is_empty_key = error["input"] is None and cut.steps == steps and isinstance(steps[-1], str)
    if is_empty_key and steps[-1] not in prune.required_keys(cut.model):
        # An optional key with nothing after it, as where all of a list is commented out, is as good as none.
        return Objection(cut, None)
    if "because" in context and pruning.has_gone(tuple(error["loc"]), context["because"]):
        return Objection(cut, None)
    at = (*steps, context["at"]) if "at" in context else steps
    names_ids = prune.names_ids(model, steps, document)
    refusal = _refusal(error, context, steps, names_ids=names_ids, suggest=suggest)
    return Objection(cut, partial(_bad_value, refusal, at, cut, document, path))


def _bad_value(refusal: Refusal, at: Steps, cut: Cut, document: Document, path: Path) -> Problem:
    message, hint = words_of(refusal)
    left_out = prune.describe(cut.steps, document)
    return Problem(path, document.place(at), Severity.ERROR, code_of(refusal), message, hint, left_out)


def _refusal(error: ErrorDetails, context: dict[str, Any], steps: Steps, *, names_ids: bool, suggest: bool) -> Refusal:
    key = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    element = bool(steps) and isinstance(steps[-1], int)
    return Refusal(key, error["input"], error["type"], error["msg"], context, element, names_ids, suggest)


def _missing(
    error: ErrorDetails,
    context: dict[str, Any],
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
    return Objection(cut, partial(Problem, path, place, Severity.ERROR, "missing-key", message, hint, left_out))


def _unknown_key(cut: Cut, document: Document, path: Path, *, suggest: bool) -> Problem:
    key = str(cut.steps[-1])
    possible = prune.possible_keys(cut.model)
    meant = did_you_mean(key, possible) if suggest else ""
    if document.is_bare(cut.steps) and (" " in key or not meant):
        # In one-line style a comma ends the text before it, and what follows is a key without a value.
        meant = "put text that contains `, ` between quotation marks"
    hint = meant or f"the keys here are {', '.join(possible)}"
    place = document.place(cut.steps, key=True)
    message = f"there is no key `{shortened(key, LONGEST_SHOWN)}` here"
    return Problem(path, place, Severity.ERROR, "unknown-key", message, hint, prune.describe(cut.steps, document))


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
