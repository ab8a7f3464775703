"""The Timeline: events by year and month along a spine, with a line where the view's date falls."""

from typing import Final

from rich.cells import cell_len

from tui.analysis.view import View
from tui.app.panes.detail import Beside, Block, Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.mention import doors, mention
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.proof import is_warned, state_words
from tui.app.panes.provenance import known, named_by, note, sources, via
from tui.app.panes.row import Columns, Divider, Entry, Heading, Outline, Row
from tui.app.panes.text import Line, Piece, clip, joined, line, one_line, unbroken
from tui.app.panes.words import (
    date_of,
    importance_sign,
    in_month,
    quoted,
    status_sign,
    status_words,
    when,
    year_name,
)
from tui.model.edtf import EDTF
from tui.model.event import Account, Event

MOST_IMPORTANT: Final = 3
_WHEN: Final = 10
_MARK: Final = 60
"""The cells that the words of what an account rests on take at most."""


def outline(view: View, least_importance: int = 1) -> Outline:
    """Every event by date, below its year; those ahead come after the line of the view's date.

    Events below the least importance, 1 to 3, are left out, and that line says how many; one without an importance
    counts as 1.
    """
    events = view.events
    shown = events if least_importance <= 1 else [one for one in events if importance_of(one) >= least_importance]
    hidden = len(events) - len(shown)
    left_out = f"{hidden:,} of less importance not shown" if hidden else ""
    if not shown:
        return [Divider(left_out)] if hidden else ()
    day, as_of = view.date.upper, view.briefing.as_of.upper
    behind: list[Event] = []
    ahead: list[Event] = []
    for one in shown:
        place = one.date.place
        # Of one that says nothing of its status, and has passed, there is nothing to be asked.
        is_ahead = place > day or ((one.status or place > as_of) and view.status(one) == "planned")
        (ahead if is_ahead else behind).append(one)
    entries: list[Entry] = []
    year = None
    for part in (behind, ahead):
        for one in part:
            began = one.date.place[0]
            if began != year:
                year = began
                entries.append(Heading(year_name(year)))
            entries.append(one.id)
        if part is behind:
            entries.append(Divider(" · ".join(one for one in (f"as of {when(view.date)}", left_out) if one)))
    return entries


def importance_of(event: Event) -> int:
    """1 to 3; an event that says nothing of it is of the least."""
    return event.importance or 1


def _is_ahead(view: View, event: Event) -> bool:
    """Whether an event lies after the view's date, or may still, since it is only planned."""
    return event.date.place > view.date.upper or view.status(event) == "planned"


def _latest(view: View) -> str | None:
    """The last event before the line of the view's date."""
    return next((one.id for one in reversed(view.events) if not _is_ahead(view, one)), None)


def row(view: View, identifier: str) -> Row:
    """One event."""
    event = view.event(identifier)
    if event is None:
        return Row(identifier, identifier)
    status = view.status(event)
    month, date = in_month(event.date)
    own = one_line(event.date_text or "")
    return Row(
        event.id,
        event.title,
        sign=status_sign(event, status) + _shape(event.date),
        when=own if own and cell_len(own) <= _WHEN else _short(date),
        mark=importance_sign(event),
        mark_tone="accent",
        tone="muted" if status == "cancelled" else "strong" if event.importance == MOST_IMPORTANT else "plain",
        group=month,
    )


def _shape(date: EDTF) -> str:
    """What stands beside the sign of an event on the spine: a bar for a range, dashes for what is approximate."""
    vague = date.approximate or date.uncertain
    if date.precision == "interval":
        return "╍" if vague else "━"
    return "╌" if vague else ""


def _short(date: str) -> str:
    """The date, without its end where there is no room for it."""
    start, dash, _ = date.partition(" –")
    return date if cell_len(date) <= _WHEN else f"{start}{dash}"


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
    """What each says of it, side by side."""
    if not event.accounts:
        return []
    title = "Accounts differ" if len(event.accounts) > 1 else "An account"
    return [Paragraph(line(title, "heading")), Beside(tuple(_account(view, one) for one in event.accounts))]


def _account(view: View, account: Account) -> Blocks:
    named = mention(view, account.by)
    words = (Piece(named[0].text, "strong"), *named[1:]) if named else named
    return (
        Fact(None, words, door=account.by),
        Paragraph(line(account.says)),
        *(Fact(None, _mark(view, one), door=one) for one in (*account.quotes, *account.sources)),
        *((Paragraph(line(account.note, "muted")),) if account.note else ()),
    )


def _mark(view: View, identifier: str) -> Line:
    """What an account rests on, in few words: the beginning of a quote, or by whom a source is published and when."""
    quote, source = view.quote(identifier), view.source(identifier)
    if quote is not None:
        proof = view.proofs.get(quote.id)
        words = clip(line(quoted(one_line(quote.text)), "muted"), _MARK)
        return joined((words, line(state_words(proof), "warning" if is_warned(proof) else "muted") if proof else ()))
    if source is None:
        return line(identifier)
    published = when(source.published) if source.published else ""
    name = clip(line(one_line(source.publisher or source.name), "muted"), _MARK)
    return joined((name, line(published, "muted")))


TIMELINE = Pane(
    "Timeline",
    outline,
    row,
    detail,
    count=lambda view: len(view.events),
    empty=nothing("events"),
    columns=Columns(sign=2, when=_WHEN, group=3, spine=True),
    start=_latest,
)
