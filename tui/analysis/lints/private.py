"""A lint on what would let words said off the record out."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from pydantic import BaseModel

from tui.analysis.lints.finding import Finding, Steps
from tui.model.briefing import Briefing
from tui.model.kinds import KINDS
from tui.model.quote import Quote
from tui.model.references import reference_fields

# Of a longer quote, so many words in a row give it away; of a shorter one, all of them.
_RUN: Final = 4
_WORD: Final = re.compile(r"\w+")


def repeated_off_record(briefing: Briefing) -> Iterator[Finding]:
    """`off-record-repeated`: another text repeats words said off the record, and that text does leave the reader."""
    return repeating(briefing, briefing)


def repeating(briefing: Briefing, whole: Briefing) -> Iterator[Finding]:
    """The texts of a briefing that repeat words said off the record in `whole`, of which it may be what is released."""
    repeats = repeater(whole)
    if repeats is None:
        return
    for steps, text in _texts(briefing):
        if repeats(text):
            yield Finding(
                "off-record-repeated",
                steps,
                "this repeats words that were said off the record",
                "say it in other words, or leave it out: this text is exported",
                private=True,
            )


def repeater(whole: Briefing) -> Callable[[str], bool] | None:
    """Tells of a text whether it repeats words said off the record in `whole`; None where nothing was."""
    private = [quote for quote in whole.quotes if quote.attribution == "off-record"]
    if not private:
        return None
    texts = [text for quote in private for text in (quote.text, quote.original) if text]
    runs = {run for text in texts for run in _runs(_words(text), _RUN)}
    sizes = {len(run) for run in runs}

    def repeats(text: str) -> bool:
        written = _words(text)
        return any(run in runs for size in sizes for run in _runs(written, size) if len(run) == size)

    return repeats


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: list[str], longest: int) -> Iterator[tuple[str, ...]]:
    """Every run of `longest` words; all of the words where they are fewer."""
    size = min(longest, len(words))
    for start in range(len(words) - size + 1 if size else 0):
        yield tuple(words[start : start + size])


def _texts(briefing: Briefing) -> Iterator[tuple[Steps, str]]:
    yield ("title",), briefing.title
    yield ("bottom_line",), briefing.bottom_line
    yield from ((("topics", index), one) for index, one in enumerate(briefing.topics))
    yield from ((("authors", index), one) for index, one in enumerate(briefing.authors))
    for kind in KINDS:
        for index, item in enumerate(getattr(briefing, kind)):
            if not (isinstance(item, Quote) and item.attribution == "off-record"):
                yield from _within(item, (kind, index))


def _within(part: BaseModel, steps: Steps) -> Iterator[tuple[Steps, str]]:
    # An id is told where it is given, and what refers to a quote off the record does not go out.
    references = {one.name for one in reference_fields(type(part))}
    for name, field in type(part).model_fields.items():
        if name in references:
            continue
        value: Any = getattr(part, name)
        here = (*steps, field.alias or name)
        if isinstance(value, str):
            yield here, value
        elif isinstance(value, BaseModel):
            yield from _within(value, here)
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                if isinstance(one, BaseModel):
                    yield from _within(one, (*here, index))
                elif isinstance(one, str):
                    yield (*here, index), one
