"""Quotes: who said what, word for word, by date."""

from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Fact, Paragraph, sections
from tui.app.panes.mention import doors, speakers
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.proof import SIGNS, is_warned, proof_blocks, state_words
from tui.app.panes.provenance import known, named_by, note, via
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import Line, Tone, joined, line, one_line
from tui.app.panes.words import in_year, quoted, when, year_of
from tui.model.edtf import EDTF
from tui.model.quote import Quote

_ATTRIBUTION = {
    "on-record": "on the record",
    "background": "on background",
    "deep-background": "on deep background",
    "off-record": "OFF THE RECORD: it is shown here, and never leaves the reader",
}
_MARKS = {"background": "bg", "deep-background": "deep bg", "off-record": "! OFF"}


def outline(view: View) -> Outline:
    """Every quote below the year in which it was said, else became known."""
    entries: list[Entry] = []
    year = None
    for quote in view.quotes:
        date = _moment(view, quote)
        began = year_of(date) if date else "Date not known"
        if began != year:
            year = began
            entries.append(Heading(began))
        entries.append(quote.id)
    return entries


def row(view: View, identifier: str) -> Row:
    """One quote: the speaker, then the words."""
    quote = view.quote(identifier)
    if quote is None:
        return Row(identifier, identifier)
    date = _moment(view, quote)
    proof = view.proofs.get(quote.id)
    terms = _MARKS.get(quote.attribution, "")
    return Row(
        quote.id,
        speakers(view, quote),
        when="" if date is None else in_year(date) if quote.said else f"by {in_year(date)}",
        aside=quoted(quote.text),
        mark=" ".join(one for one in (terms, state_words(proof) if proof else "") if one),
        short_mark=" ".join(one for one in (terms, SIGNS[proof.proof.state] if proof else "") if one),
        mark_tone="warning" if proof and is_warned(proof) else "muted",
        tone="warning" if quote.attribution == "off-record" else "plain",
    )


def detail(view: View, identifier: str) -> Blocks:
    """The words, and all that is known of them."""
    quote = view.quote(identifier)
    return _blocks(view, quote) if quote else ()


def _blocks(view: View, quote: Quote) -> Blocks:
    warned = quote.attribution == "off-record"
    shown = sections(
        [Paragraph(line(f"! {_ATTRIBUTION['off-record']}.", "warning"))] if warned else (),
        [Paragraph(line(quoted(quote.text), "strong"), barred=True)],
        [Paragraph(line(quoted(quote.original)), barred=True)] if quote.original else (),
        proof_blocks(view.proofs[quote.id]) if quote.id in view.proofs else (),
        _spoken(view, quote),
        _terms(quote),
        [Paragraph(line(quote.context))] if quote.context else (),
        (
            *doors(view, "Source", (quote.source,)),
            *doors(view, "Reprint of", _origin(view, quote)),
            *doors(view, "Also in", quote.corroborated_by),
            *via(view, quote.via),
            *known(view, quote.id),
            *note(quote.note),
        ),
        (
            *doors(view, "Same words as", (quote.same_as,) if quote.same_as else ()),
            *doors(view, "About", dict.fromkeys((*quote.about, *view.links.questions_of(quote)))),
        ),
    )
    return sections(shown, named_by(view, quote.id, shown))


def _origin(view: View, quote: Quote) -> tuple[str, ...]:
    """The source of which the quote's source is a reprint."""
    source = view.source(quote.source)
    return (source.origin,) if source and source.origin else ()


def _spoken(view: View, quote: Quote) -> list[Block]:
    found: list[Block] = []
    label = "Speaker"
    if len(quote.speaker) > 1:
        said = "one of these; the source does not say which" if quote.speaker_is == "one-of" else "all of these"
        found.append(Fact("Speakers", line(said, "muted")))
        label = ""
    found += doors(view, label, quote.speaker)
    if quote.said:
        found.append(Fact("Said", line(when(quote.said))))
    return found


def _terms(quote: Quote) -> list[Block]:
    """On what terms it was said, and how far it is borne out."""
    found: list[Block] = []
    if quote.attribution != "on-record" or quote.attributed_as:
        as_whom = f"to be attributed to “{quote.attributed_as}”" if quote.attributed_as else ""
        tone: Tone = "warning" if quote.attribution == "off-record" else "strong"
        terms: Line = joined((line(_ATTRIBUTION[quote.attribution].split(":")[0], tone), line(as_whom)))
        found.append(Fact("Terms", terms))
    if quote.credibility:
        found.append(Fact("Credibility", line(f"{quote.credibility.value}, {quote.credibility.words}")))
    if quote.prefix or quote.suffix:
        found.append(Fact("Stands between", line(one_line(f"{quote.prefix or ''} … {quote.suffix or ''}"), "muted")))
    return found


def _moment(view: View, quote: Quote) -> EDTF | None:
    return quote.said or view.known(quote.id)


QUOTES = Pane(
    "Quotes",
    outline,
    row,
    detail,
    count=lambda view: len(view.quotes),
    empty=nothing("quotes"),
    columns=Columns(when=10, title=16),
)
