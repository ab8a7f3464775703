"""The panes that are lists of what the record has: events, quotes, figures, sources."""

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from tui.analysis.view import View
from tui.cli.panes.text import MARKED, QUIET, STRONG, below, columns, heading, numbered, one_line
from tui.export.markdown.escape import lines
from tui.export.wording import (
    EVENT_STATUSES,
    amount,
    cited_as,
    joined,
    proof,
    proofs_met,
    rated,
    speakers,
    via,
    when,
    year_of,
)
from tui.model.edtf import describe
from tui.model.event import Event
from tui.model.quote import Quote


def timeline(view: View) -> Iterator[RenderableType]:
    """Every event by date, under its year."""
    for year, events in groupby(view.events, key=year_of):
        yield heading(year)
        yield columns([(_sign(one, view), Text(one_line(when(one)), QUIET), _event(one, view)) for one in events])


def _sign(event: Event, view: View) -> Text:
    status = view.status(event)
    if event.kind == "deadline":
        return Text("◆" if status == "happened" else "◇", MARKED)
    return Text({"happened": "●", "planned": "○", "postponed": "◌", "cancelled": "×", "unknown": "?"}[status], MARKED)


def _event(event: Event, view: View) -> Text:
    flags = ["deadline" if event.kind == "deadline" else "", EVENT_STATUSES[view.status(event)]]
    flags.append("major" if event.importance == 3 else "")
    shown = ", ".join(one for one in flags if one)
    marks = numbered(view, view.links.sources_of(event))
    text = Text.assemble((one_line(event.title), STRONG), f" ({shown})" if shown else "", marks)
    for paragraph in lines(event.detail or ""):
        text.append(f"\n{one_line(' '.join(paragraph))}")
    for one in event.accounts:
        text.append(f"\n{one_line(cited_as(view, one.by))}: {one_line(one.says)}{numbered(view, one.sources)}", QUIET)
    return text


def quotes(view: View) -> Iterator[RenderableType]:
    """Every quote with whose it is, when it was said, where it stands, and how it was proven."""
    states = [f"{count} {state}" for state, count, _ in proofs_met(view)]
    if states:
        yield Text(joined(states), QUIET)
    for one in view.quotes:
        yield Text.assemble("\n“", one.text, "”")
        if one.original:
            yield from below(Text(f"in the original: “{one.original}”", QUIET))
        yield from below(_attribution(one, view))
        if one.context:
            yield from below(Text(one_line(one.context), QUIET))


def _attribution(quote: Quote, view: View) -> Text:
    terms = {"background": "on background", "deep-background": "on deep background"}
    facts = [
        terms.get(quote.attribution, ""),
        describe(quote.said) if quote.said else "",
        cited_as(view, quote.source) + numbered(view, (quote.source,)),
        via(view, quote.via, (quote.source,)),
    ]
    found = proof(view, quote)
    text = Text.assemble("— ", (one_line(speakers(view, quote)), STRONG))
    text.append("".join(f", {one_line(one)}" for one in facts if one))
    return text.append(f"  {found}", MARKED) if found else text


def figures(view: View) -> Iterator[RenderableType]:
    """Every figure by series and date."""
    rows = [
        (
            Text(one_line(one.name)),
            Text(one_line(amount(one)), STRONG),
            Text(describe(one.date) + numbered(view, one.sources)),
        )
        for one in view.figures
    ]
    if rows:
        yield Text("")
        yield columns(rows, header=("Figure", "Value", "Date"))


def sources(view: View) -> Iterator[RenderableType]:
    """Every source with its number, publisher, title, date and rating."""
    rows = []
    for number, one in enumerate(view.sources, 1):
        facts = [
            one.publisher if one.title else "",
            f"“{one.title}”" if one.title else one.name,
            describe(one.published) if one.published else "undated",
        ]
        text = Text.assemble(one_line(", ".join(fact for fact in facts if fact)), (f"  {rated(one)}", QUIET))
        if one.url and one.title:
            text.append(f"\n{one_line(one.url)}", QUIET)
        rows.append((Text(f"{number}."), text))
    if rows:
        yield Text("")
        yield columns(rows)
