"""Finding words in a pane: which items have them, and where they stand in what is drawn."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from tui.analysis.view import View
from tui.app.panes.row import Divider, Entry, Heading, Outline, Row
from tui.app.panes.text import Line, Piece
from tui.app.panes.words import when
from tui.model.edtf import EDTF
from tui.model.references import reference_fields


class Query:
    """Words to find, each anywhere in an item; case and diacritics make no difference."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Final = tuple(dict.fromkeys(folded(text).split()))

    def __bool__(self) -> bool:
        return bool(self.words)

    def __eq__(self, other: object) -> bool:
        return self.words == other.words if isinstance(other, Query) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.words)

    def matches(self, haystack: str) -> bool:
        """Whether every word stands in a text that is folded already."""
        return all(word in haystack for word in self.words)

    def mark(self, pieces: Line) -> Line:
        """The line with the words in a tone of their own."""
        if not self.words:
            return pieces
        found: list[Piece] = []
        for piece in pieces:
            found += self._marked(piece)
        return tuple(found)

    def _marked(self, piece: Piece) -> Iterator[Piece]:
        letters, places = _letters(piece.text)
        spans = sorted(match.span() for word in self.words for match in re.finditer(re.escape(word), letters))
        end = 0
        for first, last in spans:
            start, stop = places[first], places[last - 1] + 1
            # What combines with the last letter belongs to it.
            while stop < len(piece.text) and unicodedata.combining(piece.text[stop]):
                stop += 1
            start = max(start, end)
            if stop <= start:
                continue
            if start > end:
                yield Piece(piece.text[end:start], piece.tone)
            yield Piece(piece.text[start:stop], "match")
            end = stop
        if end < len(piece.text) or not piece.text:
            yield Piece(piece.text[end:], piece.tone)


def folded(text: str) -> str:
    """The text without case and diacritics."""
    return _letters(text)[0]


def _letters(text: str) -> tuple[str, list[int] | range]:
    """The folded text, and for each of its letters the place in `text` from which it comes."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFKD", character).casefold():
            if not unicodedata.combining(letter):
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def haystack(view: View, row: Row) -> str:
    """What of an item is searched, folded: its row, its own words, and the names of the actors it names."""
    words = [row.title, row.aside, row.when, row.mark]
    entry = view.entries.get(row.id)
    if entry is not None:
        words += _words(view, entry.item)
    return folded("\n".join(one for one in words if one))


def narrowed(outline: Outline, kept: set[str]) -> Outline:
    """The outline with only these rows, and the headings under which any of them stands."""
    entries: list[Entry] = []
    waiting: list[Entry] = []
    for entry in outline:
        match entry:
            case Heading():
                waiting = [*(one for one in waiting if isinstance(one, Divider)), entry]
            case Divider():
                waiting.append(entry)
            case str() if entry in kept:
                entries += [*waiting, entry]
                waiting = []
    if not any(isinstance(one, str) for one in entries):
        return ()
    return [*entries, *(one for one in waiting if isinstance(one, Divider))]


def _words(view: View, part: BaseModel) -> Iterator[str]:
    named = {field.name for field in reference_fields(type(part))}
    for name, value in part.__dict__.items():
        for one in value if isinstance(value, tuple) else (value,):
            match one:
                case str() if name in named:
                    if view.actor(one):
                        yield view.name_of(one)
                case str() if name != "id":
                    yield one
                case EDTF():
                    yield when(one)
                case BaseModel():
                    yield from _words(view, one)
