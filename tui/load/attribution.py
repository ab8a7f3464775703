"""What was said on other terms than on the record, and what follows for a file's problems."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tui.load.document import Document
from tui.load.problem import Problem, Severity
from tui.load.prune import Steps
from tui.model.briefing import Briefing, Shared


def unattributed(
    briefing: Briefing, shared: Shared | None, document: Document, path: Path
) -> list[tuple[Steps, Problem | None]]:
    """Quotes on background that do not say as whose words they go out."""
    actors = (*(shared.actors if shared else ()), *briefing.actors)
    anonymous = {actor.id: actor.anonymous for actor in actors}
    found: list[tuple[Steps, Problem | None]] = []
    for index, quote in enumerate(briefing.quotes):
        if quote.attribution != "background" or quote.attributed_as:
            continue
        if all(anonymous.get(speaker, False) for speaker in quote.speaker):
            continue
        steps: Steps = ("quotes", index)
        problem = Problem(
            path,
            document.place((*steps, "attribution")),
            Severity.ERROR,
            "missing-key",
            "a quote on background needs `attributed_as`",
            "add the description that was agreed: `attributed_as: an official briefed on the talks`",
        )
        found.append((steps, problem))
    return found


@dataclass(frozen=True, slots=True)
class PrivateLines:
    """The lines of a file, counted from 1, that hold words said off the record; all of them where `everywhere` is true."""

    spans: tuple[tuple[int, int], ...] = ()
    everywhere: bool = False

    def __contains__(self, line: int) -> bool:
        return self.everywhere or any(first <= line <= last for first, last in self.spans)


def private_lines(document: Document | None, text: str) -> PrivateLines:
    """Find the lines that may not be quoted, before anything has been taken out of the document.

    Where the file could not be read far enough to tell, they are all of its lines.
    """
    if _OFF_RECORD.search(text) is None:
        return PrivateLines()
    quotes = document.values.get("quotes") if document and isinstance(document.values, dict) else None
    if document is None or not isinstance(quotes, list):
        return PrivateLines(everywhere=True)
    starts = [document.lines(("quotes", index))[0] for index in range(len(quotes))]
    tops = sorted(document.place((key,), key=True).line for key in document.values)
    spans = []
    for index, quote in enumerate(quotes):
        if not isinstance(quote, dict) or not _OFF_RECORD.match(str(quote.get("attribution", ""))):
            continue
        # An item ends where the next begins; the list ends where a key at the top does.
        after = [line for line in (*starts[index + 1 : index + 2], *tops) if line > starts[index]]
        spans.append((starts[index], min(after, default=len(text)) - 1))
    return PrivateLines(tuple(spans))


def marked(problems: Iterable[Problem], lines: PrivateLines) -> list[Problem]:
    """The problems, with those that stand on private lines saying no more than that there is one."""
    return [_silenced(one) if one.place.line in lines else one for one in problems]


def _silenced(problem: Problem) -> Problem:
    if problem.code in _SAYS_NO_WORDS:
        return replace(problem, private=True)
    message = "something is wrong here, among words said off the record, which are not shown"
    return replace(problem, private=True, message=message, hint="open the file at this place")


# However it is spelled: a misspelling must not let the words out.
_OFF_RECORD: Final = re.compile(r"off.{0,5}record", re.IGNORECASE)
_SAYS_NO_WORDS: Final = frozenset(
    {
        "bidi-character",
        "control-character",
        "encoding",
        "missing-key",
        "not-a-character",
        "several-documents",
        "tab",
        "tag-character",
        "too-deep",
        "yaml",
    }
)
