"""One item with where it comes from: what is copied, to be pasted into a mail or a paper."""

from collections.abc import Iterable
from typing import Final, Literal

from tui.analysis.check import QuoteProof
from tui.analysis.fingerprint import BOTTOM_LINE
from tui.analysis.proof import ProofState
from tui.analysis.release import released
from tui.analysis.view import View
from tui.export.item_lines import in_parts, item_lines
from tui.export.markdown.escape import destination, inline, joined, link, unescaped
from tui.export.markdown.wording import cited_as
from tui.model.actor import Actor
from tui.model.base import Item
from tui.model.edtf import describe
from tui.model.event import Event
from tui.model.judgment import Judgment
from tui.model.question import Question
from tui.model.quote import Quote
from tui.model.source import Source

Form = Literal["plain", "markdown"]


class WithheldError(Exception):
    """An item that does not leave the reader; the text is a sentence that says why."""


def citation(view: View, identifier: str, form: Form = "plain") -> str:
    """An item of a View with its citation, on a few lines; the last one has no line end.

    The View is the whole one: it is released here, so background goes out as agreed. Raises WithheldError for what was
    said off the record, and for what is known by nothing else. The bottom line has the id "".
    """
    release = released(view)
    shown = release.view
    if identifier == BOTTOM_LINE:
        lines = _bottom_line(shown)
    else:
        entry = shown.entries.get(release.ids.get(identifier, identifier))
        if entry is None:
            raise WithheldError(_why(view, identifier))
        lines = item_lines(shown, entry.item)
        cited = _sources_of(shown, entry.item)
        lines += [f"Source: {_reference(shown, source, form)}" for source in cited]
        if isinstance(entry.item, Source):
            lines = [_reference(shown, entry.item, form), *lines]
        elif isinstance(entry.item, Judgment | Actor) or not cited:
            lines.append(f"From {_briefing(shown)}")
        if isinstance(entry.item, Quote):
            lines += _proof(view.proofs.get(identifier), entry.item)
    if shown.as_of is not None and identifier != BOTTOM_LINE:
        lines.append(f"As it stood on {describe(shown.as_of)}")
    if shown.briefing.tlp:
        lines.append(inline(shown.briefing.tlp.label))
    return _written([line for line in lines if line], form)


def _written(lines: Iterable[str], form: Form) -> str:
    """Lines as one paragraph. What is Markdown in them but for its escapes was written for that form."""
    return "\\\n".join(lines) if form == "markdown" else "\n".join(map(unescaped, lines))


def _why(view: View, identifier: str) -> str:
    entry = view.entries.get(identifier)
    if entry is None:
        return "This is not in the briefing as it is shown."
    if isinstance(entry.item, Quote):
        return "This was said off the record, and does not leave the reader."
    return "This is known only by what was not said on the record, and does not leave the reader."


def _bottom_line(view: View) -> list[str]:
    if view.bottom_line is None:
        raise WithheldError(view.withheld)
    return [inline(view.bottom_line), f"The bottom line of {_briefing(view)}"]


def _briefing(view: View) -> str:
    briefing = view.briefing
    authors = f", by {joined(map(inline, briefing.authors))}" if briefing.authors else ""
    return f"“{inline(briefing.title)}”{authors}, as of {describe(briefing.as_of)}"


def _sources_of(view: View, item: Item) -> list[Source]:
    """The sources on which an item rests, its parts and a judgment's evidence included."""
    wanted = list(view.links.sources_of(item)) if not isinstance(item, Source) else []
    match item:
        case Event():
            wanted += [source for account in item.accounts for source in account.sources]
        case Question(resolution=resolution) if resolution is not None:
            wanted += resolution.sources
        case Judgment():
            evidence = (view.entries[one].item for one in item.evidence if one in view.entries)
            wanted += [source for one in evidence for source in view.links.sources_of(one)]
    found = (view.source(one) for one in dict.fromkeys(wanted))
    return [source for source in found if source is not None]


def _reference(view: View, source: Source, form: Form) -> str:
    """A source by publisher, title, authors, date and address."""
    name = source.title or source.publisher or source.url or source.id
    linked = form == "markdown" and source.url is not None and destination(source.url) is not None
    shown = f"“{inline(name)}”" if source.title else inline(name)
    dated = f"read on {describe(source.accessed)}" if source.accessed else ""
    return in_parts(
        inline(source.publisher) if source.publisher and source.title else "",
        link(name, source.url) if linked and source.url else shown,
        f"by {joined(map(inline, source.authors))}" if source.authors else "",
        describe(source.published) if source.published else dated,
        f"a reprint of {cited_as(view, source.origin)}" if source.origin else "",
        inline(source.url) if source.url and not linked and name != source.url else "",
    )


_MEANINGS: Final = {
    ProofState.EXACT: "word for word in the source's text",
    ProofState.NORMALIZED: "in the source's text, but for quotation marks, dashes or spaces",
    ProofState.INTERRUPTED: "in the source's text, around words of the reporter's",
    ProofState.ELIDED: "in the source's text, with others left out",
    ProofState.ALTERED: "these words do not stand in the source's text",
    ProofState.AMBIGUOUS: "in several places of the source's text",
    ProofState.SEALED: "found in the source's text before, and unchanged since",
    ProofState.UNPROVEN: "no text of the source is at hand",
}


def _proof(one: QuoteProof | None, quote: Quote) -> list[str]:
    """How the words of a quote stand in its source; nothing while that is not known."""
    if one is None:
        return []
    words = (
        f"Proof{' of the original' if quote.original else ''}: {one.proof.state.value}, {_MEANINGS[one.proof.state]}"
    )
    if one.seal_is_broken:
        words += "; its seal is broken, as the quote or its source was edited since"
    if not one.in_quotation_marks:
        words += "; not within quotation marks there, perhaps the reporter's words"
    return [words]
