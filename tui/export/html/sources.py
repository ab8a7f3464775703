"""The notes at the end: every source with publisher, title, date and rating."""

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element
from tui.export.html.inline import Notes, link, time
from tui.export.links import address
from tui.export.wording import cited_as, joined, rated, sentence
from tui.model.source import Source


def notes_of(view: View, notes: Notes) -> Element | None:
    """The sources that were marked, by number, then those that nothing rests on."""
    marked = notes.numbered()
    known = {source.id for _, source in marked}
    rest = [one for one in view.sources if one.id not in known]
    if not marked and not rest:
        return None
    items = [_note(source, view, number) for number, source in marked]
    others = [element("p", "Read, and cited by nothing:"), element("ul", [_note(one, view, None) for one in rest])]
    return element(
        "section",
        element("h2", "Sources", id="sources"),
        element("ol", items, class_="notes") if items else None,
        others if rest else None,
        role="doc-endnotes",
        aria_labelledby="sources",
    )


def _note(source: Source, view: View, number: int | None) -> Element:
    name = source.title or source.publisher or source.url or source.id
    parts: list[Node] = [source.publisher] if source.publisher and source.title else []
    parts.append(element("cite", link(name, source.url), lang=source.language if source.title else None))
    if source.authors:
        parts.append(f"by {joined(source.authors)}")
    parts.append(time(source.published) if source.published else "undated")
    if source.accessed:
        parts.append(["read on ", time(source.accessed)])
    remarks = [rated(source)]
    if source.url and address(source.url) is None and name != source.url:
        remarks.append(source.url)
    if source.origin:
        remarks.append(f"A reprint of {cited_as(view, source.origin)}")
    if source.note:
        remarks.append(source.note)
    back = element(
        "a", "↩", href=f"#mark-{number}", role="doc-backlink", aria_label=f"Back to the first use of {number}"
    )
    return element(
        "li",
        [[", " if index else "", part] for index, part in enumerate(parts)],
        ". ",
        " ".join(map(sentence, remarks)),
        [" ", back] if number is not None else None,
        id=f"note-{number}" if number is not None else None,
    )
