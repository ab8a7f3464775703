"""Quotes: the words, then whose they are."""

from tui.analysis.view import View
from tui.export.markdown.blocks import bullets, entry, heading, quotation
from tui.export.markdown.escape import inline, paragraphs
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.wording import speakers, via
from tui.export.wording import proof, proofs_met, sentence
from tui.model.edtf import describe
from tui.model.quote import Quote


def quotes(view: View, footnotes: Footnotes) -> list[str]:
    """Every quote by when it was said."""
    blocks = [block for one in view.quotes for block in _quote(one, view, footnotes)]
    return [heading(2, "Quotes"), *_proofs(view), *blocks] if blocks else []


def _proofs(view: View) -> list[str]:
    states = [entry(f"*{state}* ({count}): {meaning}.") for state, count, meaning in proofs_met(view)]
    return ["Quotes were held against the stored texts of their sources:", bullets(states)] if states else []


def _quote(quote: Quote, view: View, footnotes: Footnotes) -> list[str]:
    state = proof(view, quote)
    attribution = (
        f"{_attribution(quote, view)}{footnotes.marks((quote.source,))}{f' · Proof: *{state}*' if state else ''}"
    )
    blocks = [quotation(paragraphs(quote.text)), attribution]
    if quote.original:
        blocks += ["In the original:", quotation(paragraphs(quote.original))]
    remarks = [
        sentence(f"Context: {inline(quote.context)}") if quote.context else "",
        f"Also reported elsewhere.{footnotes.marks(quote.corroborated_by)}" if quote.corroborated_by else "",
        _same_words(quote, view, footnotes),
        f"Information: {quote.credibility.words} ({quote.credibility.value})." if quote.credibility else "",
        f"Note: {inline(quote.note)}" if quote.note else "",
    ]
    shown = " ".join(one for one in remarks if one)
    return [*blocks, shown] if shown else blocks


def _attribution(quote: Quote, view: View) -> str:
    terms = {"background": "on background", "deep-background": "on deep background"}
    parts = [
        speakers(view, quote),
        terms.get(quote.attribution, ""),
        describe(quote.said) if quote.said else "",
        via(view, quote.via, (quote.source,)),
    ]
    return "— " + ", ".join(one for one in parts if one)


def _same_words(quote: Quote, view: View, footnotes: Footnotes) -> str:
    other = view.quote(quote.same_as) if quote.same_as else None
    return f"The same words as “{inline(other.text)}”.{footnotes.marks((other.source,))}" if other else ""
