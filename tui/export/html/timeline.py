"""The timeline: a drawing to scale, and every event by year."""

from itertools import groupby
from typing import Final

from tui.analysis.view import View
from tui.export.html.drawing import circle, diamond, line
from tui.export.html.element import Element, Node, element
from tui.export.html.inline import Notes, time
from tui.export.html.strip import strip
from tui.export.wording import EVENT_STATUSES, cited_as, names, via, when, year_of
from tui.model.event import Account, Event

_WIDE: Final = 720
_NARROW: Final = 340


def timeline(view: View, notes: Notes) -> Element | None:
    """Every event in order of date, under the year in which it begins."""
    if not view.events:
        return None
    numbers = {one.id: number for number, one in enumerate(view.events, 1)}
    made: list[Node] = [element("h2", "Timeline"), _drawing(view, numbers)]
    for year, events in groupby(view.events, key=year_of):
        entries = [_event(one, numbers[one.id], view, notes) for one in events]
        made += [element("h3", year), element("ol", entries, class_="events", start=None)]
    return element("section", made)


def _drawing(view: View, numbers: dict[str, int]) -> Element:
    return element(
        "figure",
        strip(view, numbers, width=_WIDE, name="timeline-wide", class_="wide"),
        strip(view, numbers, width=_NARROW, name="timeline-narrow", class_="narrow"),
        element(
            "figcaption", "The numbers are those of the events below. ", [_key(*one) for one in _KEY], class_="key"
        ),
    )


_KEY: Final = (
    ("happened", circle(9, 9, 7, "mark-happened")),
    ("planned, or outcome not known", circle(9, 9, 7, "mark-ahead")),
    ("approximate", circle(9, 9, 7, "mark-happened vague")),
    ("deadline", diamond(9, 9, 8, "mark-ahead")),
    ("called off", [circle(9, 9, 7, "mark-off"), line(4, 14, 14, 4, "cut")]),
)


def _key(meaning: str, sign: Node) -> Element:
    drawn = element("svg", sign, viewBox="0 0 18 18", width="18", height="18", aria_hidden="true")
    return element("span", drawn, f" {meaning}", class_="sign")


def _event(event: Event, number: int, view: View, notes: Notes) -> Element:
    flags = [
        "deadline" if event.kind == "deadline" else "",
        EVENT_STATUSES[view.status(event)],
        "major" if event.importance == 3 else "",
        via(view, event.via, event.sources),
    ]
    shown = ", ".join(one for one in flags if one)
    actors = view.links.actors_of(event)
    later = view.event(event.superseded_by) if event.superseded_by else None
    below: list[Node] = [
        element("li", f"Involved: {names(view, actors)}") if actors else None,
        _accounts(event, view, notes) if event.accounts else None,
        element("li", f"Replaced by: {later.title} ({when(later)})") if later else None,
        element("li", f"Note: {event.note}") if event.note else None,
    ]
    return element(
        "li",
        element(
            "p",
            element("span", str(number), class_="number", aria_hidden="true"),
            element("span", time(event.date, when(event)), class_="when"),
            " ",
            element("strong", event.title),
            f" ({shown})" if shown else None,
            notes.marks(view.links.sources_of(event)),
        ),
        element("p", event.detail) if event.detail else None,
        element("ul", below, class_="facts") if any(below) else None,
        value=str(number),
    )


def _accounts(event: Event, view: View, notes: Notes) -> Element:
    title = "Accounts differ:" if len(event.accounts) > 1 else "By account:"
    return element("li", title, element("ul", [_account(one, view, notes) for one in event.accounts]))


def _account(account: Account, view: View, notes: Notes) -> Element:
    quoted = (quote.source for one in account.quotes if (quote := view.quote(one)) is not None)
    marks = notes.marks(account.sources or quoted)
    note = f" Note: {account.note}" if account.note else None
    return element("li", element("strong", cited_as(view, account.by)), f": {account.says}", marks, note)
