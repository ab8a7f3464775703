"""One page: the bottom line, and of the rest what matters most, in at most 450 words."""

import re
from typing import Final

from tui.analysis.view import View
from tui.export.markdown.blocks import Entry, bullets, entry, heading
from tui.export.markdown.escape import emphasis, inline, paragraphs, strong
from tui.export.markdown.footnotes import Footnotes, References
from tui.export.markdown.top import rating, title_block
from tui.export.markdown.wording import amount, names, speakers, when
from tui.export.one_page import Chosen, Page, fit, words
from tui.export.wording import NO_ROOM, STANCES, joined, kind_and_status, left_for_length
from tui.model.edtf import describe
from tui.model.event import Event
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote

_TARGET: Final = re.compile(r"\]\([^)\s]*\)")
_LINK_OR_MARK: Final = re.compile(r"\\(?=[^\w\s])")


def one_page(view: View) -> list[str]:
    """The blocks of a page of at most 450 words; what did not fit is counted at its end."""
    return _blocks(view, fit(view, lambda page: _count(_blocks(view, page))))


def _count(blocks: list[str]) -> int:
    return words(_LINK_OR_MARK.sub("", _TARGET.sub("]", "\n\n".join(blocks))))


def _blocks(view: View, page: Page) -> list[str]:
    footnotes = References(view)
    blocks = title_block(view, whole=page.has_head)
    blocks.append(heading(2, "Bottom line"))
    if page.has_bottom_line:
        blocks += paragraphs(view.bottom_line or "")
    else:
        blocks.append(emphasis(NO_ROOM if view.bottom_line else view.withheld))
    chosen = Chosen(view, page)
    blocks += _section("Judgments", [_judgment(one.text, rating(one, made=False)) for one in chosen.judgments])
    blocks += _section("Open questions", [_question(one, view, chosen, footnotes) for one in chosen.questions])
    blocks += _section("Ahead", [_event(one, view, footnotes) for one in chosen.ahead])
    blocks += _section("What happened", [_event(one, view, footnotes) for one in chosen.happened])
    blocks += _section("Quotes", [_quote(one, view, footnotes) for one in chosen.quotes])
    figures = [
        entry(f"{inline(one.name)}: {amount(one)} ({describe(one.date)}){footnotes.marks(one.sources)}")
        for one in chosen.figures
    ]
    blocks += _section("Figures", figures)
    if page.left:
        blocks.append(emphasis(left_for_length(page.left)))
    sources = footnotes.definitions()
    blocks += [heading(2, "Sources"), sources] if sources else []
    if view.briefing.tlp:
        blocks.append(f"**{view.briefing.tlp.label}**")
    return blocks


def _section(title: str, entries: list[Entry]) -> list[str]:
    return [heading(2, title), bullets(entries)] if entries else []


def _judgment(text: str, rated: list[str]) -> Entry:
    return entry(" ".join([strong(text), *rated]))


def _question(question: Question, view: View, chosen: Chosen, footnotes: Footnotes) -> Entry:
    due = view.due(question)
    facts = [f"{'was due' if view.was_due(question) else 'due'} {describe(due)}"] if due else []
    if question.decided_by:
        facts.append(f"decided by {names(view, question.decided_by)}")
    shown = f" — {'; '.join(facts)}" if facts else ""
    stands = [entry(_position(one, view, footnotes)) for one in chosen.positions(question)]
    return entry(f"{strong(question.text)}{shown}", below=stands)


def _position(position: Position, view: View, footnotes: Footnotes) -> str:
    before = view.replaced(position)
    moved = before.stance if before is not None and before.stance != position.stance else None
    stance = STANCES[position.stance or "unknown"] + (f" (earlier: {STANCES[moved]})" if moved else "")
    return f"{inline(view.name_of(position.actor))}: {stance}{footnotes.marks(view.links.sources_of(position))}"


def _event(event: Event, view: View, footnotes: Footnotes) -> Entry:
    marks = footnotes.marks(view.links.sources_of(event))
    return entry(f"**{when(event)}** — {inline(event.title)}{kind_and_status(view, event)}{marks}")


def _quote(quote: Quote, view: View, footnotes: Footnotes) -> Entry:
    said = joined([one for one in (speakers(view, quote), describe(quote.said) if quote.said else "") if one], ", ")
    return entry(f"“{inline(quote.text)}” — {said}{footnotes.marks((quote.source,))}")
