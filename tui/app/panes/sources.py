"""Sources: each text, and what rests on it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from tui.analysis.origins import independent_origins
from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.mention import doors
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.proof import DOOR, has_text
from tui.app.panes.provenance import by_kind, known, note
from tui.app.panes.row import Columns, Outline, Row
from tui.app.panes.text import Piece, joined, line, one_line, unbroken
from tui.app.panes.words import count, when
from tui.model.kinds import KINDS
from tui.model.source import Source


def outline(view: View) -> Outline:
    """In the order of the file."""
    return [one.id for one in view.sources]


def row(view: View, identifier: str) -> Row:
    """One source with its rating."""
    source = view.source(identifier)
    if source is None:
        return Row(identifier, identifier)
    date = source.published or source.accessed
    rating = source.reliability.value if source.reliability else ""
    named = len(view.links.named_by.get(source.id, ()))
    return Row(
        source.id,
        source.publisher or source.name,
        when=when(date).split(",")[0] if date else "",
        aside=source.title or "" if source.publisher else "",
        mark=f"{count(named, 'item')}  {rating or ' '}",
        short_mark=rating or " ",
    )


def detail(view: View, identifier: str) -> Blocks:
    """All that is known of a source, and what rests on it."""
    source = view.source(identifier)
    return _blocks(view, source) if source else ()


def _blocks(view: View, source: Source) -> Blocks:
    shown = sections(
        [
            Title(line(source.name, "strong")),
            Paragraph(
                joined(
                    (
                        line(one_line(source.publisher or "")),
                        line(f"published {when(source.published)}" if source.published else ""),
                        line(source.kind or "", "muted"),
                    )
                )
            ),
        ],
        _record(source),
        _stored(view, source),
        doors(view, "Reprint of", (source.origin,) if source.origin else ()),
        (*known(view, source.id), *note(source.note)),
    )
    return sections(shown, *_resting(view, source, shown))


def _resting(view: View, source: Source, shown: Blocks) -> Iterable[Sequence[Block]]:
    """What rests on it alone, what rests on it and on others, and what else names it, by kind."""
    there = {one.door for one in shown if isinstance(one, Fact)}
    alone: list[str] = []
    shared: list[str] = []
    others: list[str] = []
    for one in view.links.named_by.get(source.id, ()):
        rests_on = view.links.sources_of(view.entries[one].item)
        if source.id in rests_on:
            (shared if len(rests_on) > 1 else alone).append(one)
        elif one not in there:
            others.append(one)
    if not alone and not shared:
        yield [Paragraph(line("Nothing in this briefing rests on it.", "muted"))]
    for title, found in (
        ("Rests on it alone", alone),
        ("Rests on it and on others", shared),
        ("Also names it", others),
    ):
        if found:
            heading = Paragraph((Piece(title, "heading"), Piece(f" {len(found):,}", "muted")))
            yield [heading, _counted(view, found), *(_with_origins(view, fact) for fact in by_kind(view, found))]


def _counted(view: View, found: Sequence[str]) -> Block:
    """How many there are of each kind: `2 events, 1 quote`."""
    kinds = Counter(view.entries[one].kind for one in found)
    return Paragraph(
        line(", ".join(count(kinds[one], one.removesuffix("s")) for one in KINDS if one in kinds), "muted")
    )


def _with_origins(view: View, fact: Fact) -> Fact:
    """The door to a quote that has several sources, with how many of them are independent."""
    quote = view.quote(fact.door or "")
    if quote is None or not quote.corroborated_by:
        return fact
    reports = len({quote.source, *quote.corroborated_by})
    begin = count(len(independent_origins(quote, view.briefing)), "independent origin")
    return fact._replace(text=joined((fact.text, line(unbroken(f"{reports} sources, {begin}"), "accent"))))


def _stored(view: View, source: Source) -> list[Block]:
    """The door to the stored text, with how many passages are quoted from it."""
    quoted = [one for one in view.proofs.values() if one.quote.source == source.id and has_text(one)]
    if not quoted:
        return []
    number = count(len(quoted), "quote")
    return [Fact("Read", joined((line("the stored text"), line(number, "muted"))), door=f"{DOOR}{source.id}")]


def _record(source: Source) -> list[Block]:
    rating = source.reliability
    return [
        Fact(label, line(words))
        for label, words in (
            ("By", ", ".join(source.authors)),
            ("Reliability", f"{rating.value}, {rating.words}" if rating else "not rated"),
            ("Language", source.language or ""),
            ("Accessed", when(source.accessed) if source.accessed else ""),
            ("Address", source.url or ""),
        )
        if words
    ]


SOURCES = Pane(
    "Sources",
    outline,
    row,
    detail,
    count=lambda view: len(view.sources),
    empty=nothing("sources"),
    columns=Columns(when=14, title=18),
)
