"""The sources of a page on which every word counts."""

from tui.export.html.element import Element, Node, element
from tui.export.html.inline import Notes, link, time
from tui.export.wording import rated, sentence
from tui.model.source import Source


class References(Notes):
    """Notes of no more than publisher, title, date and rating."""

    def section(self) -> Node:
        """The list of the sources that were marked."""
        items = [_note(source, number) for number, source in self.numbered()]
        return element("section", element("h2", "Sources"), element("ol", items, class_="notes")) if items else None


def _note(source: Source, number: int) -> Element:
    name = source.title or source.publisher or source.url or source.id
    return element(
        "li",
        f"{source.publisher}, " if source.publisher and source.title else None,
        element("cite", link(name, source.url), lang=source.language if source.title else None),
        ", ",
        time(source.published) if source.published else "undated",
        f". {sentence(rated(source))}",
        id=f"note-{number}",
    )
