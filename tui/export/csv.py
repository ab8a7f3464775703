"""A View as tables: one for each kind of item, as RFC 4180 has them, in UTF-8 with the mark by which Excel knows it.

Tables and columns are always the same, whatever a briefing has. Ids refer from one table to another; several in a cell
are parted by semicolons. A cell that a spreadsheet could take for a formula has an apostrophe before it, as OWASP
advises on CSV injection; numbers stay numbers.
"""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from tui.analysis.view import View
from tui.export.content import texts_left_behind
from tui.export.wording import proof

Row = Mapping[str, Any]
Cell = str | int | bool | Decimal | None

_BYTE_ORDER_MARK: Final = "\ufeff"

# OWASP, "CSV Injection"; a spreadsheet passes over what does not show before it.
_FORMULA: Final = re.compile("[\\s\u200b-\u200d\u2060]*[=+\\-@\t\r\n＝＋－＠]")

COLUMNS: Final[Mapping[str, Sequence[str]]] = {
    "briefing": ("id", "title", "as_of", "tlp", "authors", "topics", "bottom_line"),
    "judgments": (
        "id", "text", "likelihood", "low", "high", "confidence", "made", "revises", "about", "evidence", "note",
    ),
    "questions": (
        "id", "text", "status", "raised", "due", "decided_by", "criteria", "background", "sources",
        "resolved", "outcome", "note",
    ),
    "estimates": ("question", "date", "by", "likelihood", "low", "high", "quote", "sources", "via", "note"),
    "positions": ("id", "actor", "question", "date", "stance", "summary", "quotes", "sources", "via", "note"),
    "quotes": (
        "id", "text", "speaker", "speaker_is", "source", "said", "proof", "attribution", "attributed_as", "original",
        "context", "credibility", "corroborated_by", "same_as", "about", "via", "note",
    ),
    "events": (
        "id", "date", "title", "date_text", "kind", "status", "importance", "detail", "actors", "sources", "quotes",
        "about", "via", "superseded_by", "note",
    ),
    "accounts": ("event", "by", "says", "sources", "quotes", "note"),
    "figures": ("id", "name", "date", "value", "low", "high", "unit", "approximate", "about", "sources", "via", "note"),
    "relations": ("id", "from", "to", "type", "role", "since", "until", "sources", "via", "note"),
    "actors": ("id", "name", "kind", "aliases", "role", "country", "anonymous", "power", "interest", "note"),
    "sources": (
        "id", "title", "publisher", "url", "kind", "authors", "published", "accessed", "language", "reliability",
        "origin", "note",
    ),
}  # fmt: skip
"""The columns of each table; dates are EDTF as written, likelihoods percentages from `low` to `high`."""


def export(view: View) -> bytes:
    """An already released View as a zip of its tables; nothing in it depends on the day or the machine."""
    archive = io.BytesIO()
    # Not compressed: what comes of that differs from one library to the next.
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as opened:
        for name, content in files(view).items():
            entry = zipfile.ZipInfo(f"{view.briefing.id}/{name}", (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            opened.writestr(entry, content)
    return archive.getvalue()


def files(view: View) -> dict[str, bytes]:
    """The tables of an already released View, by the names of their files."""
    return {f"{name}.csv": _written(columns, _ROWS[name](view)) for name, columns in COLUMNS.items()}


def left_out(view: View) -> tuple[str, ...]:
    """Sentences on what of an already released View the tables do not carry."""
    return texts_left_behind(view)


def disarmed(text: str) -> str:
    """The text as a spreadsheet shows it and never runs it."""
    return f"'{text}" if _FORMULA.match(text) else text


def _written(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    text.write(_BYTE_ORDER_MARK)
    writer = csv.writer(text, dialect="excel", strict=True)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return text.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return f"{value:f}"
        case tuple() | list():
            return "; ".join(disarmed(str(one)) for one in value)
        case _:
            return disarmed(str(value))


def _plain(items: Iterable[Any], **added: Callable[[Any], Any]) -> list[dict[str, Any]]:
    """The fields of some models by the names of their keys, and what is added to them."""
    return [
        {field.alias or name: getattr(one, name) for name, field in type(one).model_fields.items()}
        | {key: value(one) for key, value in added.items()}
        for one in items
    ]


def _briefing(view: View) -> list[dict[str, Any]]:
    briefing = view.briefing
    return [_plain([briefing])[0] | {"as_of": view.date, "bottom_line": view.bottom_line}]


def _questions(view: View) -> list[dict[str, Any]]:
    return _plain(
        view.questions,
        due=view.due,
        resolved=lambda one: one.resolution and one.resolution.date,
        outcome=lambda one: one.resolution and one.resolution.outcome,
    )


def _parts(view: View, kind: str, name: str, owner: str) -> list[dict[str, Any]]:
    """The estimates of every question, or the accounts of every event, each with the id of what it is part of."""
    return [row | {owner: item.id} for item in getattr(view, kind) for row in _plain(getattr(item, name))]


def _likely(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with their likelihood in words, and as the numbers of its band."""
    return [
        row | ({"likelihood": found.words, "low": found.low, "high": found.high} if found else {})
        for row in rows
        for found in [row["likelihood"]]
    ]


_ROWS: Final[Mapping[str, Callable[[View], list[dict[str, Any]]]]] = {
    "briefing": _briefing,
    "judgments": lambda view: _likely(_plain(view.briefing.judgments)),
    "questions": _questions,
    "estimates": lambda view: _likely(_parts(view, "questions", "estimates", "question")),
    "positions": lambda view: _plain(view.positions, sources=view.links.sources_of),
    "quotes": lambda view: _plain(view.quotes, about=_about(view), proof=lambda one: proof(view, one)),
    "events": lambda view: _plain(view.events, status=view.status, actors=view.links.actors_of),
    "accounts": lambda view: _parts(view, "events", "accounts", "event"),
    "figures": lambda view: _plain(view.figures),
    "relations": lambda view: _plain(view.relations),
    "actors": lambda view: _plain(view.briefing.actors),
    "sources": lambda view: _plain(view.sources),
}


def _about(view: View) -> Callable[[Any], list[str]]:
    return lambda one: list(dict.fromkeys((*one.about, *view.links.questions_of(one))))
