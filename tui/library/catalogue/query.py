"""What is typed into a search, as words to look for and filters."""

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tui.library.catalogue.wordform import searched

if TYPE_CHECKING:
    from tui.model.edtf import EDTF

FILTERS: Final = ("actor", "topic", "source", "before", "after", "is")

_MOST: Final = 32
"""Words that are looked for at most."""

# A filter, whose value may stand in quotation marks; a phrase; a word.
_TOKEN: Final = re.compile(
    r"""(?P<key>[a-z]+):(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<value>[^\s"“”]+))"""
    r"""|(?P<not>-)?["“”](?P<phrase>[^"“”]*)["“”]?(?P<phrase_star>\*)?"""
    r"""|(?P<word>[^\s"“”]+)"""
)


class QueryError(ValueError):
    """A search that cannot be understood: `message` says why, `hint` what to write."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Term(NamedTuple):
    """A word, or the words of a phrase; with `is_prefix` its last word may go on, and `is_not` wants it absent."""

    text: str
    is_prefix: bool = False
    is_not: bool = False


class Query(NamedTuple):
    """What to look for: all of the terms, in what all of the filters let through.

    `before` and `after` are EDTF dates. `open_only` wants open questions.
    """

    terms: tuple[Term, ...] = ()
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    before: "EDTF | None" = None
    after: "EDTF | None" = None
    open_only: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return not self.wanted and not self.has_filters

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that have to be there."""
        return tuple(one for one in self.terms if not one.is_not)

    @property
    def has_filters(self) -> bool:
        """Whether anything but words is asked for."""
        return bool(self.actors or self.topics or self.sources or self.filters_passages)

    @property
    def filters_passages(self) -> bool:
        """Whether it matters which passage of a briefing it is."""
        return bool(self.actors or self.sources or self.before or self.after or self.open_only)

    def expression(self, columns: str) -> str:
        """The terms as an FTS5 expression over some columns; whatever is in them is text. "" without terms."""
        wanted = " AND ".join(map(_string, self.wanted))
        if not wanted:
            return ""
        unwanted = "".join(f" NOT {_string(one)}" for one in self.terms if one.is_not)
        return f"{{{columns}}} : ({wanted}{unwanted})"


def parse(written: str, *, goes_on: bool = False) -> Query:
    """A search as it is written; while it is being typed (`goes_on`), the last word may be the beginning of one.

    Raises QueryError for a filter whose value is none; whatever else is written is looked for as it is.
    """
    terms: list[Term] = []
    filters: dict[str, list[str]] = {key: [] for key in FILTERS}
    tokens = list(_TOKEN.finditer(written))
    for index, token in enumerate(tokens):
        key = token["key"]
        if key in filters:
            filters[key].append((token["quoted"] if token["quoted"] is not None else token["value"]).strip())
            continue
        last = goes_on and index == len(tokens) - 1 and not written[-1].isspace()
        terms += _terms(token, last=last and token["phrase"] is None)
    return Query(
        tuple(terms[:_MOST]),
        _values(filters, "actor"),
        _values(filters, "topic"),
        _values(filters, "source"),
        _date(filters, "before", goes_on=goes_on),
        _date(filters, "after", goes_on=goes_on),
        _is_open(filters, goes_on=goes_on),
    )


def _terms(token: re.Match[str], *, last: bool) -> list[Term]:
    if token["phrase"] is not None:
        found = [Term(token["phrase"], bool(token["phrase_star"]), bool(token["not"]))]
    else:
        word = token[0]
        is_not = word.startswith("-") and len(word) > 1
        found = [Term(word.lstrip("-").rstrip("*"), word.endswith("*") or last, is_not)]
    return [one for one in found if any(map(str.isalnum, one.text))]


def _string(term: Term) -> str:
    """A term as a string of FTS5, in which nothing is an operator."""
    quoted = searched(term.text).replace('"', '""')
    return f'"{quoted}"{"*" if term.is_prefix else ""}'


def _values(filters: dict[str, list[str]], key: str) -> tuple[str, ...]:
    return tuple(one for one in filters[key] if one)


def _date(filters: dict[str, list[str]], key: str, *, goes_on: bool) -> "EDTF | None":
    written = _values(filters, key)
    if not written:
        return None
    from tui.model.edtf import EDTF, EDTFError  # noqa: PLC0415 - only where a date is asked for

    try:
        return EDTF(written[-1])
    except EDTFError as error:
        if goes_on:
            return None
        raise QueryError(f"`{key}:` takes a date: {error.message}", f"write `{key}:2024-05-31`") from None


def _is_open(filters: dict[str, list[str]], *, goes_on: bool) -> bool:
    written = [one.lower() for one in _values(filters, "is")]
    if not goes_on and any(one != "open" for one in written):
        raise QueryError("`is:` takes `open`", "write `is:open` for questions that are open")
    return "open" in written
