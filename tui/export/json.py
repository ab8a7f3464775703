"""A View as JSON, under the format's own keys."""

import json
import re
from decimal import Decimal
from typing import Any, Final

from tui.analysis.view import View
from tui.export.content import Values, sources_of, texts_left_behind, values_of
from tui.model.number import plain


def export(view: View) -> str:
    """An already released View as a JSON text (RFC 8259), which ends with one newline.

    Items stand in the View's order, every actor and source they use among them. Added to what is written in the file:
    the status of every event and question, the actors that an event has from its quotes, the questions that a quote
    is about, and the sources that a position has from its quotes. `as_of` is the View's date; there is no
    `bottom_line` where the View withholds it, and no `text` of a source, which is a path inside the library.
    """
    text = json.dumps(_content(view), ensure_ascii=False, indent=2, default=_number)
    return _UNSAFE.sub(_escaped, text) + "\n"


def left_out(view: View) -> tuple[str, ...]:
    """Sentences on what of an already released View the JSON does not carry."""
    return texts_left_behind(view)


def _content(view: View) -> Values:
    briefing, links = view.briefing, view.links
    top = {"format": briefing.format, "id": briefing.id, "title": briefing.title}
    known: Values = {
        "topics": list(briefing.topics),
        "as_of": str(view.date),
        "bottom_line": view.bottom_line,
        "authors": list(briefing.authors),
        "tlp": briefing.tlp and briefing.tlp.value,
        "judgments": [values_of(one) for one in briefing.judgments],
        "sources": sources_of(view.sources),
        "actors": [values_of(one) for one in briefing.actors],
        "relations": [values_of(one) for one in view.relations],
        "questions": [values_of(one, status=one.status) for one in view.questions],
        "positions": [values_of(one, sources=links.sources_of(one)) for one in view.positions],
        "quotes": [values_of(one, about=_once(*one.about, *links.questions_of(one))) for one in view.quotes],
        "events": [values_of(one, status=view.status(one), actors=links.actors_of(one)) for one in view.events],
        "figures": [values_of(one) for one in view.figures],
    }
    return top | {key: value for key, value in known.items() if value}


def _once(*ids: str) -> list[str]:
    return list(dict.fromkeys(ids))


def _number(value: Any) -> int | float:
    if isinstance(value, Decimal):
        return plain(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")


# The loader refuses these, but for U+2028 and U+2029, which end a line for some readers, and what UTF-8 cannot hold.
_UNSAFE: Final = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\U000e0000-\U000e007f]"
)


def _escaped(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
