"""Reading a quote's own ellipses and brackets: the parts between them, which must stand in the text."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.proof.normalize import normalize
from tui.analysis.proof.quote_forms import without_stop
from tui.analysis.proof.words import count_words, has_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARK = re.compile(r"\[[^\[\]]*\]|\((?:…|\.{3}|\.\s\.\s\.)\)|…+|\.{3,}|\.(?:\s\.){2,}")
_ELLIPSIS = re.compile(r"[\[(]?[…\s.]+[\])]?")
_LETTER = re.compile(r"\[([^\W\d_])\](?=\w)")
_LAST_TWO_WORDS = re.compile(r"\S+\s*")
_NEXT_TWO_WORDS = re.compile(r"\s*\S+")
_CONTEXT = 80
_MOST_TRIED_AS_WRITTEN = 32
_MOST_MARKS = 100


class Part(NamedTuple):
    """Words of the speaker's between two marks, normalized, without a final comma or full stop."""

    text: str
    stop: str
    """The comma or full stop that stood at the end."""
    words: int
    letters: tuple[int, ...]
    """Where in `text` a letter was in brackets; it is here as the text must have it."""


class ElidedQuote(NamedTuple):
    """The parts in order."""

    parts: tuple[Part, ...]
    by_ellipses: bool
    """No words or letters in brackets: whatever is left out is left out silently."""


def read_elided(quote: str, stands: Callable[[str], bool]) -> ElidedQuote | None:
    """Part a raw quote at its marks, or give None where it has none of its own, or more than any quote has.

    A mark is part of the words where it stands in the text as written, with the words around it: `stands` says so
    of a normalized string.
    """
    if sum(1 for _ in islice(_MARK.finditer(quote), _MOST_MARKS + 1)) > _MOST_MARKS:
        return None
    parts: list[Part] = []
    by_ellipses = True
    own_marks = begin = 0
    words, letters = "", []
    for number, mark in enumerate(_MARK.finditer(quote)):
        if number < _MOST_TRIED_AS_WRITTEN and stands(_in_context(quote, mark)):
            continue
        own_marks += 1
        words += quote[begin : mark.start()]
        begin = mark.end()
        by_ellipses = by_ellipses and _ELLIPSIS.fullmatch(mark.group()) is not None
        if letter := _changed_letter(quote, mark):
            letters.append(len(words))
            words += letter
            continue
        parts += _part(words, letters)
        words, letters = "", []
    parts += _part(words + quote[begin:], letters)
    return ElidedQuote(tuple(parts), by_ellipses) if own_marks else None


def _in_context(quote: str, mark: re.Match[str]) -> str:
    before = _LAST_TWO_WORDS.findall(quote[max(0, mark.start() - _CONTEXT) : mark.start()])[-2:]
    after = _NEXT_TWO_WORDS.findall(quote[mark.end() : mark.end() + _CONTEXT])[:2]
    context = normalize("".join([*before, mark.group(), *after])).text.strip()
    return without_stop(context) if after else context


def _changed_letter(quote: str, mark: re.Match[str]) -> str:
    """Give the letter a text must have for an editor's `[T]` in `[T]he`, in the other case."""
    found = _LETTER.match(quote, mark.start())
    if not found or quote[mark.start() - 1 : mark.start()].isalnum():
        return ""
    letter = found.group(1)
    other = letter.swapcase()
    return other if len(other) == 1 and other != letter else ""


def _part(raw: str, letters: list[int]) -> Iterator[Part]:
    if not has_word(raw):
        return
    text = normalize(raw).text.strip()
    core = without_stop(text)
    offsets = tuple(len(normalize(raw[:letter]).text.lstrip()) for letter in letters)
    yield Part(core, text[len(core) :], count_words(raw), offsets)
