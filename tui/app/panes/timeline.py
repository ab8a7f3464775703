"""The Timeline: events by year, with a line where the view's date falls."""

from typing import Final

from rich.cells import cell_len

from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Fact, Gap, Paragraph, Title, sections
from tui.app.panes.mention import doors, mention
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.provenance import known, named_by, note, sources, via
from tui.app.panes.row import Columns, Divider, Entry, Heading, Outline, Row
from tui.app.panes.text import Line, Piece, joined, line, one_line, unbroken
from tui.app.panes.words import date_of, importance_sign, in_year, status_sign, status_words, when, year_of
from tui.model.event import Account, Event

_WHEN: Final = 10


def outline(view: View) -> Outline:
    """Every event by date, below its year; those ahead come after the line of the view's date."""
    behind = [one for one in view.events if not _is_ahead(view, one)]
    ahead = [one for one in view.events if _is_ahead(view, one)]
    if not behind and not ahead:
        return ()
    entries: list[Entry] = []
    year = ""
    for event in (*behind, None, *ahead):
        if event is None:
            entries.append(Divider(f"as of {when(view.date)}"))
            continue
        if (began := year_of(event.date)) != year:
            year = began
            entries.append(Heading(year))
        entries.append(event.id)
    return entries


def _is_ahead(view: View, event: Event) -> bool:
    """Whether an event lies after the view's date, or may still, since it is only planned."""
    return event.date.lower > view.date.upper or view.status(event) == "planned"


def _latest(view: View) -> str | None:
    """The last event before the line of the view's date."""
    return next((one.id for one in reversed(view.events) if not _is_ahead(view, one)), None)


def row(view: View, identifier: str) -> Row:
    """One event."""
    event = view.event(identifier)
    if event is None:
        return Row(identifier, identifier)
    status = view.status(event)
    return Row(
        event.id,
        event.title,
        sign=status_sign(event, status),
        when=_when(event),
        mark=importance_sign(event),
        tone="muted" if status == "cancelled" else "plain",
    )


def _when(event: Event) -> str:
    """The briefing's own words for the date where there is room for them."""
    own = one_line(event.date_text or "")
    return own if own and cell_len(own) <= _WHEN else in_year(event.date)


def detail(view: View, identifier: str) -> Blocks:
    """All that is known of an event."""
    event = view.event(identifier)
    return _blocks(view, event) if event else ()


def _blocks(view: View, event: Event) -> Blocks:
    shown = sections(
        [Title(line(event.title, "strong")), Paragraph(_facts(view, event))],
        [Paragraph(line(event.detail))] if event.detail else (),
        _accounts(view, event),
        (
            *doors(view, "Superseded by", [event.superseded_by] if event.superseded_by else []),
            *doors(view, "Supersedes", _superseded(view, event)),
        ),
        doors(view, "Said there", event.quotes),
        doors(view, "Bears on", event.about),
        doors(view, "Involved", view.links.actors_of(event)),
        (*sources(view, event), *via(view, event.via), *known(view, event.id), *note(event.note)),
    )
    return sections(shown, named_by(view, event.id, shown))


def _superseded(view: View, event: Event) -> list[str]:
    naming = (view.event(one) for one in view.links.named_by.get(event.id, ()))
    return [one.id for one in naming if one is not None and one.superseded_by == event.id]


def _facts(view: View, event: Event) -> Line:
    status = view.status(event)
    importance = importance_sign(event)
    also = when(event.date) if event.date_text else ""
    return joined(
        (
            line(date_of(event)),
            line(also, "muted"),
            (Piece(f"{status_sign(event, status)}\u00a0", "accent"), *line(status_words(event, status))),
            line(unbroken(f"{importance} importance {event.importance} of 3") if importance else ""),
        )
    )


def _accounts(view: View, event: Event) -> list[Block]:
    """What each says of it, one below the other."""
    if not event.accounts:
        return []
    found: list[Block] = [Paragraph(line("Accounts differ" if len(event.accounts) > 1 else "An account", "heading"))]
    for index, account in enumerate(event.accounts):
        if index:
            found.append(Gap())
        found += _account(view, account)
    return found


def _account(view: View, account: Account) -> list[Block]:
    return [
        *doors(view, "By", (account.by,)),
        Fact("says", line(account.says)),
        *doors(view, "in the words", account.quotes),
        *(Fact("in" if not index else "", mention(view, one), door=one) for index, one in enumerate(account.sources)),
        *note(account.note),
    ]


TIMELINE = Pane(
    "Timeline",
    outline,
    row,
    detail,
    count=lambda view: len(view.events),
    empty=nothing("events"),
    columns=Columns(sign=1, when=_WHEN),
    start=_latest,
)
