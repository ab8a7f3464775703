"""What the lints find, as Problems at its place."""

from collections.abc import Iterator
from typing import Final

from tui.analysis.lints import findings
from tui.analysis.lints.finding import Finding
from tui.analysis.lints.words import mixed_scripts
from tui.load.briefing import Loaded
from tui.load.document import Document
from tui.load.problem import Problem, Severity
from tui.load.shared import LoadedShared
from tui.model.kinds import KINDS

# Where a part was left out, that another lacks something can follow from that.
_MEANT_FOR_WHOLE: Final = frozenset({"no-evidence", "no-source", "uncorroborated", "unused-actor"})


def lint(loaded: Loaded) -> list[Problem]:
    """The warnings of the lints about a briefing; of what it takes from the library, only what is about its dates."""
    if loaded.briefing is None or loaded.document is None:
        return []
    found = [one for one in findings(loaded.briefing) if not (loaded.left_out and one.code in _MEANT_FOR_WHOLE)]
    return [problem for one in found for problem in _problem(one, loaded, loaded.document)]


def lint_shared(loaded: LoadedShared) -> list[Problem]:
    """The warnings of the lints about what the briefings of a library share."""
    document = loaded.document
    if document is None:
        return []
    return [
        Problem(loaded.path, document.place(one.steps), Severity.WARNING, one.code, one.message, one.hint)
        for one in mixed_scripts(loaded.shared)
    ]


def _problem(one: Finding, loaded: Loaded, document: Document) -> Iterator[Problem]:
    steps = one.steps
    if len(steps) > 1 and not _is_own(steps[0], steps[1], document):
        if one.code != "published-after-as-of":
            return
        steps = ("as_of",)
    place = document.place(steps)
    private = one.private or place.line in loaded.private_lines
    yield Problem(loaded.path, place, Severity.WARNING, one.code, one.message, one.hint, private=private)


def _is_own(kind: str | int, index: str | int, document: Document) -> bool:
    if kind not in KINDS:
        return True
    items = document.values.get(kind) or ()
    return isinstance(index, int) and index < len(items)
