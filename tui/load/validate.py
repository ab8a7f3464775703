"""A document to a model: what is wrong is taken out, part by part, until the rest stands."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from tui.load import prune
from tui.load.objections import objection
from tui.load.problem import Problem
from tui.load.prune import Pruning, Steps

# A part that goes can take with it one that needs it, and so on; no chain in the format is longer than this.
_ROUNDS: Final = 20

# Looking for the word that was meant costs more than all else; beyond this many problems nobody reads them.
_SUGGESTIONS: Final = 100

Found = list[tuple[Steps, Problem | None]]
"""Steps to what has to go, each with its problem unless that has been said."""

_Model = TypeVar("_Model", bound=BaseModel)


def settle(
    model: type[_Model],
    pruning: Pruning,
    path: Path,
    checks: Sequence[Callable[[_Model], Found]],
    stand_in: Callable[[Steps], bool],
) -> tuple[_Model | None, list[Problem]]:
    """The model of what can be shown of a document, and the problems of all that cannot.

    `checks` find what is wrong with the model as a whole; they run in turn once keys and values are sound, each only
    when the ones before found nothing. `stand_in` puts something in the place of a required key at the top, and says
    whether it could.
    """
    problems: list[Problem] = []
    for _ in range(_ROUNDS):
        try:
            instance = model.model_validate(pruning.document.values)
        except ValidationError as error:
            objections = [
                objection(one, model, pruning, path, suggest=number < _SUGGESTIONS)
                for number, one in enumerate(error.errors(include_url=False))
            ]
            problems += [one.problem for one in objections if one.problem is not None]
            cuts = [one.cut.steps for one in objections]
            if () in cuts:
                return None, problems
            pruning.remove(cuts)
            if not all(stand_in(steps) for steps in cuts if len(steps) == 1):
                return None, problems
            continue
        found = next(filter(None, (check(instance) for check in checks)), None)
        if found is None:
            return instance, problems
        cuts = [prune.smallest(model, steps, pruning.document).steps for steps, _ in found]
        problems += [
            replace(problem, left_out=prune.describe(cut, pruning.document))
            for cut, (_, problem) in zip(cuts, found, strict=True)
            if problem is not None
        ]
        pruning.remove(cuts)
    return None, problems
