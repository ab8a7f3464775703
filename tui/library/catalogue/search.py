"""Searching everything that the briefings of a library say, and the stored texts of their sources."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from tui.library.catalogue.excerpt import Piece, excerpt, has_match, matches
from tui.library.catalogue.paths import named_path
from tui.library.catalogue.query import Query
from tui.library.catalogue.schema import SEPARATOR
from tui.library.catalogue.selecting import Selection, select
from tui.library.catalogue.wordform import BEGIN, END

_OF_ONE: Final = 3
"""Passages that are shown of one briefing or text at most."""

TEXT: Final = "text"
"""The kind of a passage that is from the stored text of a source."""


class Hit(NamedTuple):
    """A passage in which something was found.

    `path` is that of the briefing's file, relative to the library; `kind` that of the item, or `briefing`, or `text`
    for the stored text of the source `item`. `date` is EDTF, "" where there is none. `state` is `open` for an open
    question, or how a quote was said where that was not on the record.
    """

    path: str
    briefing: str
    title: str
    kind: str
    item: str
    date: str
    state: str
    passage: tuple[Piece, ...]


class _Column(NamedTuple):
    name: str
    text: str


def search(connection: sqlite3.Connection, query: Query, *, whole: bool, limit: int) -> list[Hit]:
    """The passages that match, the best first by BM25 of the briefing or text that they are in; `limit` at most.

    Without `whole`, only what may leave the reader: nothing off the record, and what was said on background as it goes
    out. A briefing has to have all of the words; where a filter is about passages, those that it lets through have to.
    """
    if query.is_empty or limit <= 0:
        return []
    selection = select(connection, query, whole=whole)
    if selection is None:
        return []
    found: list[Hit] = []
    documents = _by_words(connection, query, selection, whole=whole) if query.wanted else None
    for document, columns in documents or _by_date(connection, selection, whole=whole):
        found += _hits(connection, document, columns, query, selection)
        if len(found) >= limit:
            break
    return found[:limit]


def _by_words(
    connection: sqlite3.Connection, query: Query, selection: Selection, *, whole: bool
) -> Iterator[tuple[int, list[_Column]]]:
    names = ["title", "body", "inside" if whole else "outside", "stored"]
    marked = ", ".join(f"highlight(documents, {_NUMBERS[name]}, '{BEGIN}', '{END}')" for name in names)
    rows = connection.execute(
        f"SELECT rowid, {marked} FROM documents WHERE documents MATCH ? {selection.where} ORDER BY rank",
        (query.expression(" ".join(names)), *selection.values),
    )
    for document, *texts in rows:
        yield document, [_Column(name, text) for name, text in zip(names, texts, strict=True)]


def _by_date(
    connection: sqlite3.Connection, selection: Selection, *, whole: bool
) -> Iterator[tuple[int, list[_Column]]]:
    """Every document that the filters let through, the newest first."""
    names = ["title", "body", "inside" if whole else "outside"]
    rows = connection.execute(
        f"SELECT documents.rowid, {', '.join(f'documents.{name}' for name in names)} FROM documents"
        f" JOIN briefings ON documents.rowid = 2 * file WHERE 1 {selection.where} ORDER BY newest DESC, folded, file",
        selection.values,
    )
    for document, *texts in rows:
        yield document, [_Column(name, text) for name, text in zip(names, texts, strict=True)]


def _hits(
    connection: sqlite3.Connection, document: int, columns: list[_Column], query: Query, selection: Selection
) -> list[Hit]:
    """The best passages of a document."""
    if document % 2:
        return _of_text(connection, document // 2, columns, selection)
    row = connection.execute(
        "SELECT path, identifier, title, about FROM briefings JOIN files ON id = file JOIN passages ON document = ?"
        " WHERE file = ?",
        (document, document // 2),
    ).fetchone()
    if row is None:
        return []
    path, identifier, title, about = row
    passages = list(_passages(columns, json.loads(about), document // 2, selection))
    passages = _best(passages, query) if query.wanted else sorted(passages, key=lambda one: -one.about[_LOWER])
    place = named_path(path)
    in_title = has_match(columns[0].text)
    if not passages and in_title and not query.filters_passages:
        passages = list(_passages(columns, json.loads(about), document // 2, selection))[:1]
    return [
        Hit(place, identifier, title, about[0], about[1], about[2], about[5], excerpt(text))
        for text, about in passages[: _OF_ONE if query.wanted else None]
    ]


class _Passage(NamedTuple):
    text: str
    about: Sequence[Any]


_LOWER: Final = 3
_NUMBERS: Final = {"title": 0, "body": 1, "inside": 2, "outside": 3, "stored": 4}


def _passages(
    columns: list[_Column], about: Mapping[str, list[Sequence[Any]]], file: int, selection: Selection
) -> Iterator[_Passage]:
    for name, text in columns:
        of = about.get(name)
        if not of or not text:
            continue
        for part, one in zip(text.split(SEPARATOR), of, strict=False):
            if selection.lets_through(file, one):
                yield _Passage(part, one)


def _best(passages: list[_Passage], query: Query) -> list[_Passage]:
    """Those with the most of the words, in the order of the briefing; none where a filter leaves too few words."""
    found = [(matches(one.text), one) for one in passages if has_match(one.text)]
    if not found:
        return []
    there = frozenset().union(*(words for words, _ in found))
    if query.filters_passages and len(there) < len({one.text for one in query.wanted}):
        # The briefing has all of the words; what the filters let through of it has to have them too.
        return []
    most = max(len(words) for words, _ in found)
    return [one for words, one in found if len(words) == most]


def _of_text(connection: sqlite3.Connection, file: int, columns: list[_Column], selection: Selection) -> list[Hit]:
    """The passages of a stored text, as of the newest briefing that has a source with it."""
    rows = connection.execute(
        "SELECT briefing.path, identifier, briefings.title, texts.file, source, date, lower, upper FROM texts"
        " JOIN files AS text ON text.path = texts.path JOIN briefings USING (file)"
        " JOIN files AS briefing ON briefing.id = texts.file WHERE text.id = ? ORDER BY newest DESC, folded, file",
        (file,),
    )
    for path, identifier, title, briefing, source, date, lower, upper in rows:
        about = (TEXT, source, date or "", lower or 0, upper or 0, "", (), (source,))
        if not selection.lets_through(briefing, about):
            continue
        parts = [one for one in columns[-1].text.split(SEPARATOR) if has_match(one)]
        ranked = sorted(parts, key=lambda one: -len(matches(one)))[:_OF_ONE]
        return [Hit(named_path(path), identifier, title, TEXT, source, date or "", "", excerpt(one)) for one in ranked]
    return []
