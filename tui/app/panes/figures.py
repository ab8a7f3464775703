"""Figures: each series with its values by date."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from tui.analysis.view import View
from tui.app.panes.bars import bars, change_words
from tui.app.panes.detail import Blocks, Drawing, Fact, Paragraph, Title, sections
from tui.app.panes.mention import doors
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.provenance import known, named_by, note, sources, via
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import Line, joined, line, one_line, unbroken
from tui.app.panes.words import value_of, when
from tui.model.figure import Figure

_MOST: Final = 30
"""As many other values of a series are listed with one."""


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
    """The value with how it differs from the one before, and its series as bars and in words."""
    series = [one for one in view.figures if one.name == figure.name]
    place = next(index for index, one in enumerate(series) if one.id == figure.id)
    # Of a long series those around the value are told, each with the one before it.
    start = min(max(place - _MOST // 2, 0), max(len(series) - _MOST, 0))
    near = series[max(start - 1, 0) : start + _MOST]
    since = {after.id: (before, change_words(before, after)) for before, after in pairwise(near)}
    others = [one for one in series[start : start + _MOST] if one.id != figure.id]
    hidden = len(series) - 1 - len(others)
    shown = sections(
        [
            Title(line(one_line(figure.name), "strong")),
            Paragraph(joined((line(value_of(figure), "strong"), line(when(figure.date)), *_since(since, figure)))),
        ],
        [Paragraph(line("The value is approximate.", "muted"))] if figure.approximate else (),
        [Drawing(lambda width: bars(near, figure, width, len(series)))] if others else (),
        [
            Fact(
                "" if index else "Series",
                joined((line(value_of(one)), line(when(one.date), "muted"), *_since(since, one))),
                door=one.id,
            )
            for index, one in enumerate(others)
        ],
        [Paragraph(line(f"… and {hidden:,} more in the list", "muted"))] if hidden else (),
        doors(view, "About", figure.about),
        (*sources(view, figure), *via(view, figure.via), *known(view, figure.id), *note(figure.note)),
    )
    return sections(shown, named_by(view, figure.id, shown))


def _since(since: Mapping[str, tuple[Figure, str]], figure: Figure) -> tuple[Line, ...]:
    """How a value differs from the one before it in its series."""
    before, words = since.get(figure.id, (None, ""))
    return (line(f"{unbroken(words)} since {when(before.date)}", "accent"),) if before and words else ()


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
