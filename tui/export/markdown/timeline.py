"""The timeline: what happened and what is planned, by year."""

from itertools import groupby

from tui.analysis.view import View
from tui.export.markdown.blocks import Entry, bullets, entry, heading
from tui.export.markdown.escape import inline, paragraph_lines, strong
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.wording import cited_as, names, via, when
from tui.export.wording import EVENT_STATUSES, year_of
from tui.model.event import Account, Event

_MAJOR = 3


def timeline(view: View, footnotes: Footnotes) -> list[str]:
    """Every event in order of date, under the year in which it begins."""
    if not view.events:
        return []
    blocks = [heading(2, "Timeline")]
    for year, events in groupby(view.events, key=year_of):
        blocks += [heading(3, year), bullets(_event(one, view, footnotes) for one in events)]
    return blocks


def _event(event: Event, view: View, footnotes: Footnotes) -> Entry:
    marks = footnotes.marks(view.links.sources_of(event))
    flags = [
        "deadline" if event.kind == "deadline" else "",
        EVENT_STATUSES[view.status(event)],
        "major" if event.importance == _MAJOR else "",
        via(view, event.via, event.sources),
    ]
    shown = ", ".join(one for one in flags if one)
    below = []
    actors = view.links.actors_of(event)
    if actors:
        below.append(entry(f"Involved: {names(view, actors)}"))
    if event.accounts:
        title = "Accounts differ:" if len(event.accounts) > 1 else "By account:"
        below.append(entry(title, below=(_account(one, view, footnotes) for one in event.accounts)))
    later = view.event(event.superseded_by) if event.superseded_by else None
    if later:
        below.append(entry(f"Replaced by: {inline(later.title)} ({when(later)})"))
    if event.note:
        below.append(entry(f"Note: {inline(event.note)}"))
    return entry(
        f"**{when(event)}** — {strong(event.title)}{f' ({shown})' if shown else ''}{marks}",
        *paragraph_lines(event.detail or ""),
        below=below,
    )


def _account(account: Account, view: View, footnotes: Footnotes) -> Entry:
    quoted = (quote.source for one in account.quotes if (quote := view.quote(one)) is not None)
    marks = footnotes.marks(account.sources or quoted)
    note = f"Note: {inline(account.note)}" if account.note else ""
    return entry(f"**{cited_as(view, account.by)}**: {inline(account.says)}{marks}", note)
