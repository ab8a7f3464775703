"""What was said on other terms than on the record, and what follows for a file's problems."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, Final, get_args

from tui.load.document import REFUSED, Document
from tui.load.problem import Problem, Severity
from tui.load.prune import Found, Pruning, Steps, possible_keys
from tui.load.suggest import nearest
from tui.model.briefing import Briefing, Shared
from tui.model.quote import Attribution, Quote


def unattributed(briefing: Briefing, shared: Shared | None, pruning: Pruning, path: Path) -> Found:
    """Quotes on background that do not say as whose words they go out."""
    actors = (*(shared.actors if shared else ()), *briefing.actors)
    anonymous = {actor.id: actor.anonymous for actor in actors}
    found: Found = []
    for index, quote in enumerate(briefing.quotes):
        if quote.attribution != "background" or quote.attributed_as:
            continue
        if all(anonymous.get(speaker, False) for speaker in quote.speaker):
            continue
        steps: Steps = ("quotes", index)
        said = pruning.has_gone(steps, "attributed_as")
        found.append((steps, None if said else partial(_unattributed, steps, pruning.document, path)))
    return found


def _unattributed(steps: Steps, document: Document, path: Path) -> Problem:
    return Problem(
        path,
        document.place((*steps, "attribution")),
        Severity.ERROR,
        "missing-key",
        "a quote on background needs `attributed_as`",
        "add the description that was agreed: `attributed_as: an official briefed on the talks`",
    )


def doubt(document: Document) -> None:
    """Refuse the attribution of every quote that says off the record under a key that is not read.

    Such a key is misspelt, or stands there for the second time: without it, the words would pass for words on the
    record.
    """
    dropped = {id(mapping) for mapping, value in document.dropped if _says_off_record(value)}
    for quote in _quotes(document):
        if isinstance(quote, dict) and (
            id(quote) in dropped or any(_says_off_record(quote[key]) for key in quote.keys() - _QUOTE_KEYS)
        ):
            quote["attribution"] = REFUSED


def _says_off_record(value: Any) -> bool:
    # A merge key has the other keys within it.
    found = value.get("attribution") if isinstance(value, dict) else value
    return isinstance(found, str) and _OFF_RECORD.fullmatch(found.strip()) is not None


def _quotes(document: Document) -> list[Any]:
    quotes = document.values.get("quotes") if isinstance(document.values, dict) else None
    return quotes if isinstance(quotes, list) else []


@dataclass(frozen=True, slots=True)
class PrivateLines:
    """The lines of a file, from 1, that hold words said off the record; all of them where `everywhere` is true."""

    spans: tuple[tuple[int, int], ...] = ()
    everywhere: bool = False

    def __contains__(self, line: int) -> bool:
        if self.everywhere:
            return True
        # The spans stand in the order of the file; the last line of one may be the first of the next.
        index = bisect_right(self.spans, line, key=itemgetter(0)) - 1
        return index >= 0 and line <= self.spans[index][1]


def private_lines(document: Document | None, text: str) -> PrivateLines:
    """Find the lines that may not be quoted, before anything has been taken out of the document.

    They are those of every quote that is not plainly on other terms, or that mentions these; all lines, where the
    file could not be read far enough to tell.
    """
    mentioned = _OFF_RECORD.search(text) is not None
    if document is None or not isinstance(document.values, dict):
        return PrivateLines(everywhere=mentioned)
    if not isinstance(document.values.get("quotes", []), list):
        return PrivateLines(everywhere=mentioned)
    quotes = _quotes(document)
    if not mentioned and all(_is_plain(quote) for quote in quotes):
        return PrivateLines()
    starts = [document.start(("quotes", index)) for index in range(len(quotes))]
    # An item ends where the next begins; the list ends where a key at the top does.
    ends = sorted({*starts, *(start for start, _ in document.spots[1].values()), len(text)})
    spans: list[tuple[int, int]] = []
    for quote, start in zip(quotes, starts, strict=True):
        end = ends[bisect_right(ends, start)]
        if not _is_plain(quote) or _OFF_RECORD.search(text, start, end):
            spans.append((document.place_at(start).line, _last_line(document, end)))
    return PrivateLines(tuple(sorted(spans)))


def marked(problems: Iterable[Problem], lines: PrivateLines) -> list[Problem]:
    """The problems, with those that stand on private lines saying no more than that there is one."""
    return [_silenced(one) if one.place.line in lines else one for one in problems]


def _silenced(problem: Problem) -> Problem:
    if problem.code in _SAYS_NO_WORDS:
        return problem._replace(private=True)
    message = "something is wrong here, among words that may be off the record and are not shown"
    return problem._replace(private=True, message=message, hint="open the file at this place")


def _is_plain(quote: Any) -> bool:
    attribution = quote.get("attribution") if isinstance(quote, dict) else None
    if attribution is None or attribution in _PLAIN:
        return True
    # A misspelling must not let the words out.
    return isinstance(attribution, str) and nearest(attribution, _TERMS) in _PLAIN


def _last_line(document: Document, end: int) -> int:
    place = document.place_at(end)
    before = document.text[end - place.column + 1 : end]
    return place.line if before.strip() not in {"", "-"} or end == len(document.text) else place.line - 1


_TERMS: Final[tuple[str, ...]] = get_args(Attribution)
_PLAIN: Final = tuple(term for term in _TERMS if term != "off-record")
_QUOTE_KEYS: Final = frozenset(possible_keys(Quote))
# However it is spelled.
_OFF_RECORD: Final = re.compile(r"off.{0,5}record", re.IGNORECASE)
_SAYS_NO_WORDS: Final = frozenset(
    {
        "bad-attribution",
        "bad-key",
        "bidi-character",
        "control-character",
        "encoding",
        "merge-key",
        "missing-key",
        "more-problems",
        "not-a-character",
        "several-documents",
        "tab",
        "tag",
        "tag-character",
        "too-deep",
        "yaml",
    }
)
