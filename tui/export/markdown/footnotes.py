"""Sources as footnotes, numbered by first use."""

from collections.abc import Iterable

from tui.analysis.view import View
from tui.export.markdown.escape import destination, inline, joined, link
from tui.model.edtf import describe
from tui.model.source import Source


class Footnotes:
    """The footnotes of one document, which grow as its sections are written from top to bottom."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._numbers: dict[str, int] = {}

    def marks(self, sources: Iterable[str]) -> str:
        """The marks for some sources, in their order: `[^1][^4]`. One that is not shown has none."""
        shown = [one for one in dict.fromkeys(sources) if self._view.source(one) is not None]
        return "".join(f"[^{self._numbers.setdefault(one, len(self._numbers) + 1)}]" for one in shown)

    def definitions(self) -> str:
        """The notes themselves, each on a line, for the end of the document; empty where there is none."""
        found = ((number, self._view.source(one)) for one, number in self._numbers.items())
        return "\n".join(f"[^{number}]: {self._note(source)}" for number, source in found if source is not None)

    def _note(self, source: Source) -> str:
        parts = [_title(source), *([f"by {joined(map(inline, source.authors))}"] if source.authors else [])]
        if source.publisher and source.title:
            parts.insert(0, inline(source.publisher))
        if source.published:
            parts.append(describe(source.published))
        if source.accessed:
            parts.append(f"read on {describe(source.accessed)}")
        sentences = [", ".join(parts)]
        if source.reliability:
            sentences.append(f"Source: {source.reliability.words} ({source.reliability.value})")
        if source.origin:
            sentences.append(f"A reprint of {cited_as(self._view, source.origin)}")
        if source.note:
            sentences.append(inline(source.note))
        return " ".join(map(sentence, sentences))


def cited_as(view: View, identifier: str) -> str:
    """What to call a source or an actor by in a sentence: its publisher, else its title, quoted; or its name."""
    source = view.source(identifier)
    if source is None:
        return inline(view.name_of(identifier))
    return inline(source.publisher) if source.publisher else f"“{inline(source.name)}”"


def sentence(markdown: str) -> str:
    """The words with a full stop, unless they end as a sentence does."""
    return markdown if markdown.endswith((".", "!", "?", "…", ".”", "!”", "?”")) else f"{markdown}."


def _title(source: Source) -> str:
    name = source.title or source.publisher or ""
    if source.url and destination(source.url):
        return link(name or source.url, source.url)
    shown = f"“{inline(name)}”" if source.title else inline(name)
    address = inline(source.url or "")
    return f"{shown} ({address})" if shown and address else shown or address
