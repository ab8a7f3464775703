"""Figures: each series with its values by date."""

from tui.analysis.view import View
from tui.app.panes.detail import Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.mention import doors
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.provenance import known, named_by, note, sources, via
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import joined, line, one_line
from tui.app.panes.words import value_of, when
from tui.model.figure import Figure


def outline(view: View) -> Outline:
    """Every figure below the name of its series."""
    entries: list[Entry] = []
    name = None
    for figure in view.figures:
        if figure.name != name:
            name = figure.name
            entries.append(Heading(name))
        entries.append(figure.id)
    return entries


def row(view: View, identifier: str) -> Row:
    """One value."""
    figure = _figure(view, identifier)
    if figure is None:
        return Row(identifier, identifier)
    return Row(figure.id, value_of(figure), when=when(figure.date).split(",")[0])


def detail(view: View, identifier: str) -> Blocks:
    """A value, and the others of its series."""
    figure = _figure(view, identifier)
    return _blocks(view, figure) if figure else ()


def _blocks(view: View, figure: Figure) -> Blocks:
    others = [one for one in view.figures if one.name == figure.name and one.id != figure.id]
    series = [
        Fact("" if index else "Series", joined((line(value_of(one)), line(when(one.date), "muted"))), door=one.id)
        for index, one in enumerate(others)
    ]
    shown = sections(
        [
            Title(line(one_line(figure.name), "strong")),
            Paragraph(joined((line(value_of(figure), "strong"), line(when(figure.date))))),
        ],
        [Paragraph(line("The value is approximate.", "muted"))] if figure.approximate else (),
        series,
        doors(view, "About", figure.about),
        (*sources(view, figure), *via(view, figure.via), *known(view, figure.id), *note(figure.note)),
    )
    return sections(shown, named_by(view, figure.id, shown))


def _figure(view: View, identifier: str) -> Figure | None:
    entry = view.entries.get(identifier)
    return entry.item if entry and isinstance(entry.item, Figure) else None


FIGURES = Pane(
    "Figures",
    outline,
    row,
    detail,
    count=lambda view: len(view.figures),
    empty=nothing("figures"),
    columns=Columns(when=14),
)
