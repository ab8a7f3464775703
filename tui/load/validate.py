"""A document to a model: what is wrong is taken out, part by part, until the rest stands."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from tui.load import prune
from tui.load.objections import objection
from tui.load.problem import PROBLEM_LIMIT, Problem, unlisted
from tui.load.prune import Found, Pruning, Steps

# A part that goes can take with it one that needs it, and so on; no chain in the format is longer than this.
_ROUNDS: Final = 20

# Looking for the word that was meant costs more than all else; beyond this many problems nobody reads them.
_SUGGESTIONS: Final = 100

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
    more = 0
    instance = None
    for _ in range(_ROUNDS):
        try:
            instance = model.model_validate(pruning.document.values)
        except ValidationError as error:
            cuts, told = _objected(error, model, pruning, path, PROBLEM_LIMIT - len(problems))
        else:
            found = next(filter(None, (check(instance) for check in checks)), None)
            if found is None:
                break
            cuts, told = _found(found, model, pruning, PROBLEM_LIMIT - len(problems))
            instance = None
        problems += told.problems
        more += told.more
        if () in cuts:
            break
        pruning.remove(cuts)
        stood_in = [stand_in(steps) for steps in cuts if len(steps) == 1]
        if not all(stood_in):
            break
    if more:
        problems.append(unlisted(more, problems))
    return instance, problems


class _Told(NamedTuple):
    problems: list[Problem]
    more: int
    """How many there are beyond the limit."""


def _objected(
    error: ValidationError, model: type[BaseModel], pruning: Pruning, path: Path, limit: int
) -> tuple[list[Steps], _Told]:
    cuts: list[Steps] = []
    problems: list[Problem] = []
    more = 0
    for number, details in enumerate(error.errors(include_url=False)):
        cut, problem = objection(details, model, pruning, path, suggest=number < _SUGGESTIONS)
        cuts.append(cut.steps)
        if problem is None:
            continue
        if len(problems) < limit:
            problems.append(problem())
        else:
            more += 1
    return cuts, _Told(problems, more)


def _found(found: Found, model: type[BaseModel], pruning: Pruning, limit: int) -> tuple[list[Steps], _Told]:
    cuts = [prune.smallest(model, steps, pruning.document).steps for steps, _ in found]
    all_told = [(cut, problem) for cut, (_, problem) in zip(cuts, found, strict=True) if problem is not None]
    listed = all_told[: max(0, limit)]
    problems = [problem()._replace(left_out=prune.describe(cut, pruning.document)) for cut, problem in listed]
    return cuts, _Told(problems, len(all_told) - len(listed))
