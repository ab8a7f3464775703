"""Sources: each text, and what rests on it."""

from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.mention import doors
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.proof import DOOR, has_text
from tui.app.panes.provenance import known, named_by, note
from tui.app.panes.row import Columns, Outline, Row
from tui.app.panes.text import joined, line, one_line
from tui.app.panes.words import when
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
    return Row(
        source.id,
        source.publisher or source.name,
        when=when(date).split(",")[0] if date else "",
        aside=source.title or "" if source.publisher else "",
        mark=source.reliability.value if source.reliability else "",
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
    resting = named_by(view, source.id, shown)
    if not resting:
        return sections(shown, [Paragraph(line("Nothing in this briefing rests on it.", "muted"))])
    return sections(shown, [Paragraph(line("What names it", "heading")), *resting])


def _stored(view: View, source: Source) -> list[Block]:
    """The door to the stored text, with how many passages are quoted from it."""
    quoted = [one for one in view.proofs.values() if one.quote.source == source.id and has_text(one)]
    if not quoted:
        return []
    count = "1 quote" if len(quoted) == 1 else f"{len(quoted)} quotes"
    return [Fact("Read", joined((line("the stored text"), line(count, "muted"))), door=f"{DOOR}{source.id}")]


def _record(source: Source) -> list[Block]:
    rating = source.reliability
    return [
        Fact(label, line(words))
        for label, words in (
            ("By", ", ".join(source.authors)),
            ("Reliability", f"{rating.value}, {rating.words}" if rating else ""),
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
