"""Quotes: the words, then whose they are, where they stand, and how they were proven."""

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element
from tui.export.html.inline import Notes, paragraphs, time
from tui.export.links import address
from tui.export.wording import proof, proofs_met, sentence, speakers, via
from tui.model.quote import Quote

_SIGNS = {"exact": "✓", "normalized": "✓", "interrupted": "✓", "elided": "✓", "sealed": "✓", "altered": "✗"}
"""A sign for each state; for those that say neither yes nor no, none."""


def quotes(view: View, notes: Notes) -> Element | None:
    """Every quote by when it was said."""
    if not view.quotes:
        return None
    states = [element("li", _state(state), f" {count}: {meaning}.") for state, count, meaning in proofs_met(view)]
    legend = [element("p", "Quotes were held against the stored texts of their sources:"), element("ul", states)]
    return element(
        "section",
        element("h2", "Quotes"),
        element("div", legend, class_="legend") if states else None,
        [_quote(one, view, notes) for one in view.quotes],
    )


def _quote(quote: Quote, view: View, notes: Notes) -> Element:
    source = view.source(quote.source)
    language = source.language if source else None
    cite = address(source.url) if source else None
    remarks: list[Node] = []
    if quote.context:
        remarks.append(sentence(f"Context: {quote.context}"))
    if quote.corroborated_by:
        remarks.append(["Also reported elsewhere.", notes.marks(quote.corroborated_by)])
    other = view.quote(quote.same_as) if quote.same_as else None
    if other:
        remarks.append(["The same words as ", element("q", other.text), ".", notes.marks((other.source,))])
    if quote.credibility:
        remarks.append(f"Information: {quote.credibility.words} ({quote.credibility.value}).")
    if quote.note:
        remarks.append(f"Note: {quote.note}")
    # Of a translation, only the original is in the source's language.
    words = element("blockquote", paragraphs(quote.text), cite=cite, lang=None if quote.original else language)
    original = element("blockquote", paragraphs(quote.original or ""), cite=cite, lang=language, class_="original")
    found = proof(view, quote)
    return element(
        "figure",
        words,
        element("p", "In the original:", class_="facts") if quote.original else None,
        original if quote.original else None,
        element("figcaption", _attribution(quote, view, notes), [" ", _state(found)] if found else None),
        element("p", [[one, " "] for one in remarks], class_="facts") if remarks else None,
        class_="quote",
    )


def _state(state: str) -> Element:
    sign = _SIGNS.get(state.partition(",")[0], "·")
    return element("span", element("span", f"{sign} ", aria_hidden="true"), state, class_="proof")


def _attribution(quote: Quote, view: View, notes: Notes) -> Node:
    terms = {"background": ", on background", "deep-background": ", on deep background"}
    through = via(view, quote.via, (quote.source,))
    return [
        "— ",
        element("strong", speakers(view, quote)),
        terms.get(quote.attribution),
        [", ", time(quote.said)] if quote.said else None,
        f", {through}" if through else None,
        notes.marks((quote.source,)),
    ]
