"""The words, signs and short dates by which the panes say what a briefing says in keys and values."""

from decimal import Decimal
from typing import Final

from tui.app.panes.text import unbroken
from tui.model.actor import ActorKind, RelationType
from tui.model.edtf import EDTF, describe
from tui.model.event import Event, EventStatus
from tui.model.figure import Figure
from tui.model.kinds import Kind
from tui.model.position import Stance

STATUS: Final[dict[EventStatus, str]] = {
    "happened": "happened",
    "planned": "planned",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "unknown": "outcome not known",
}
_STATUS_SIGNS: Final[dict[EventStatus, str]] = {
    "happened": "●",
    "planned": "○",
    "postponed": "◌",
    "cancelled": "×",
    "unknown": "?",
}

STANCES: Final[dict[Stance, str]] = {
    "strongly-support": "++ strongly support",
    "support": "+ support",
    "neutral": "= neutral",
    "oppose": "− oppose",
    "strongly-oppose": "−− strongly oppose",
    "mixed": "± mixed",
    "no-comment": "no comment",
    "unknown": "? unknown",
}

SHORT_STANCES: Final[dict[Stance, str]] = STANCES | {
    "strongly-support": "++ strongly",
    "strongly-oppose": "−− strongly",
}
"""For where there is little room: the sign says which side."""

RELATIONS: Final[dict[RelationType, str]] = {
    "owns": "owns",
    "founded": "founded",
    "directs": "directs",
    "works-for": "works for",
    "member-of": "is a member of",
    "part-of": "is part of",
    "represents": "represents",
    "regulates": "regulates",
    "negotiates-with": "negotiates with",
    "sues": "sues",
    "allied-with": "is allied with",
    "opposes": "opposes",
    "related-to": "is related to",
}

ACTOR_KINDS: Final[dict[ActorKind, str]] = {
    "person": "People",
    "company": "Companies",
    "organization": "Organizations",
    "government": "Governments",
    "legislature": "Legislatures",
    "court": "Courts",
    "media": "Media",
    "group": "Groups",
}

KINDS: Final[dict[Kind, str]] = {
    "judgments": "Judgments",
    "questions": "Questions",
    "positions": "Positions",
    "quotes": "Quotes",
    "events": "Events",
    "figures": "Figures",
    "relations": "Relations",
    "actors": "Actors",
    "sources": "Sources",
}

MONTHS: Final = ("", "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
"""The months by their numbers, from 1."""

_IMPORTANCE: Final = {1: "▲", 2: "▲▲", 3: "▲▲▲"}


def status_sign(event: Event, status: EventStatus) -> str:
    """One character for what became of an event; a deadline that still stands, or has passed, has its own."""
    if event.kind == "deadline" and status in {"happened", "planned"}:
        return "◆" if status == "happened" else "◇"
    return _STATUS_SIGNS[status]


def status_words(event: Event, status: EventStatus) -> str:
    """What became of an event, in words."""
    if event.kind != "deadline":
        return STATUS[status]
    return {"happened": "deadline, passed", "planned": "deadline"}.get(status, f"deadline, {STATUS[status]}")


def importance_sign(event: Event) -> str:
    """One to three triangles; "" where the importance is not given."""
    return _IMPORTANCE.get(event.importance or 0, "")


def when(date: EDTF) -> str:
    """A date as people write it, which is not broken over two lines."""
    return unbroken(describe(date))


def date_of(event: Event) -> str:
    """When an event is, as its briefing wants it shown."""
    return event.date_text or when(event.date)


def in_year(date: EDTF) -> str:
    """A date as it is written below its year: `19 Sep`, `c. 10 Aug`; an interval over several months by its start."""
    if date.precision == "interval":
        start, end = date.start, date.end
        if start is None:
            return f"until {in_year(end)}" if end is not None else describe(date)
        if end is None:
            return f"{in_year(start)} –"
        if start.lower[:2] != end.lower[:2]:
            return (
                in_year(start)
                if start.lower[0] == end.lower[0] and start.precision == "year"
                else f"{in_year(start)} –"
            )
    year = date.lower[0]
    words = describe(date).split(",")[0] if date.precision == "time" else describe(date)
    mark = "?" if words.endswith("?") else ""
    for ending in (f" {year}–{(year + 1) % 100:02}", f" {year}"):
        if words.removesuffix("?").endswith(ending) and date.precision not in {"year", "decade"}:
            return words.removesuffix("?").removesuffix(ending).replace("a day in ", "in ") + mark
    return words


_DAYS: Final = frozenset({"day", "time"})


def in_month(date: EDTF) -> tuple[str, str]:
    """The month below which a date stands, and the date as it is written beside it: `Sep` and `19`, `c. 10`, `9–11`.

    No month for what covers more than one, or is no part of one; it is then written as below its year.
    """
    if date.precision == "interval":
        start = date.start
        if start is None or start.precision not in _DAYS:
            return "", in_year(date)
        month, first = in_month(start)
        return month, _to(first, start, date.end)
    if date.precision in _DAYS and date.lower == date.upper:
        about, unsure = "c. " if date.approximate else "", "?" if date.uncertain else ""
        return MONTHS[date.lower[1]][:3], f"{about}{date.lower[2]}{unsure}"
    return MONTHS[date.lower[1]][:3] if date.lower[:2] == date.upper[:2] else "", in_year(date)


def _to(first: str, start: EDTF, end: EDTF | None) -> str:
    """A range from a day to its end, of which only what differs is written."""
    if end is None:
        return f"{first} –"
    if end.lower[0] != start.lower[0]:
        return f"{first} – {year_of(end)}"
    if end.precision not in _DAYS or end.lower[1] != start.lower[1]:
        return f"{first} – {in_year(end)}"
    last = in_month(end)[1]
    if first.startswith("c. "):
        last = last.removeprefix("c. ")
    return f"{first}–{last}" if first[-1].isdecimal() and last.isdecimal() else f"{first} – {last}"


def year_of(date: EDTF) -> str:
    """The heading below which a date stands."""
    return year_name(date.place[0])


def year_name(year: int) -> str:
    """An astronomical year as people write it: 0 is `1 BC`."""
    digits = str if abs(year) < 10_000 else "{:,}".format
    return digits(year) if year > 0 else f"{digits(1 - year)} BC"


def number(value: Decimal) -> str:
    """A number digit for digit, with a comma after every three."""
    return f"{value:,f}"


def value_of(figure: Figure) -> str:
    """The value of a figure with its unit: `c. 30,000,000 users`, `10–20 per cent`."""
    if figure.value is not None:
        shown = number(figure.value)
    else:
        shown = f"{number(figure.low or Decimal(0))}–{number(figure.high or Decimal(0))}"
    unit = figure.unit or ""
    return f"{'c. ' if figure.approximate else ''}{shown}{f' {unit}' if unit else ''}"


def quoted(words: str) -> str:
    """Words in quotation marks."""
    return f"“{words}”"


def count(items: int, noun: str) -> str:
    """A number of things: `1 quote`, `2 quotes`."""
    return f"{items} {noun}" if items == 1 else f"{items} {noun}s"
