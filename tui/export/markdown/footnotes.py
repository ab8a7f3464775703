"""Sources as footnotes, numbered by first use."""

from collections.abc import Iterable

from tui.analysis.view import View
from tui.export.markdown.escape import destination, inline, joined, link
from tui.export.markdown.wording import cited_as
from tui.export.wording import rated, sentence
from tui.model.edtf import describe
from tui.model.source import Source


class Footnotes:
    """The footnotes of one document, which grow as its sections are written from top to bottom."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._numbers: dict[str, int] = {}

    def marks(self, sources: Iterable[str]) -> str:
        """The marks for some sources, in their order: `[^1][^4]`. One that is not shown has none."""
        return "".join(f"[^{number}]" for number in self._numbered(sources))

    def definitions(self) -> str:
        """The notes themselves, each on a line, for the end of the document; empty where there is none."""
        return "\n".join(f"[^{number}]: {self._note(source)}" for number, source in self._used())

    def _numbered(self, sources: Iterable[str]) -> list[int]:
        shown = [one for one in dict.fromkeys(sources) if self._view.source(one) is not None]
        return [self._numbers.setdefault(one, len(self._numbers) + 1) for one in shown]

    def _used(self) -> list[tuple[int, Source]]:
        found = ((number, self._view.source(one)) for one, number in self._numbers.items())
        return [(number, source) for number, source in found if source is not None]

    def _note(self, source: Source) -> str:
        parts = [_title(source), *([f"by {joined(map(inline, source.authors))}"] if source.authors else [])]
        if source.publisher and source.title:
            parts.insert(0, inline(source.publisher))
        parts.append(describe(source.published) if source.published else "undated")
        if source.accessed:
            parts.append(f"read on {describe(source.accessed)}")
        sentences = [", ".join(parts), rated(source)]
        if source.origin:
            sentences.append(f"A reprint of {cited_as(self._view, source.origin)}")
        if source.note:
            sentences.append(inline(source.note))
        return " ".join(map(sentence, sentences))


class References(Footnotes):
    """Sources as a numbered list, each with publisher, title, date and rating: for a page on which every word counts.

    Programs such as pandoc print a footnote anew wherever it is used.
    """

    def marks(self, sources: Iterable[str]) -> str:
        """The numbers of some sources, in their order: ` [1, 4]`."""
        numbers = self._numbered(sources)
        return rf" \[{', '.join(map(str, numbers))}\]" if numbers else ""

    def definitions(self) -> str:
        """The list of the sources."""
        return "\n".join(f"{number}. {self._note(source)}" for number, source in self._used())

    def _note(self, source: Source) -> str:
        publisher = [inline(source.publisher)] if source.publisher and source.title else []
        date = describe(source.published) if source.published else "undated"
        return " ".join(map(sentence, (", ".join([*publisher, _title(source), date]), rated(source))))


def _title(source: Source) -> str:
    name = source.title or source.publisher or ""
    if source.url and destination(source.url):
        return link(name or source.url, source.url)
    shown = f"“{inline(name)}”" if source.title else inline(name)
    address = inline(source.url or "")
    return f"{shown} ({address})" if shown and address else shown or address
