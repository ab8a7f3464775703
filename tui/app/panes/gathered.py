"""Lists beside the seven panes: items of all kinds gathered for one reason, each leading to its own pane."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.mention import mention
from tui.app.panes.order import PANES, home
from tui.app.panes.pane import Pane
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import line, one_line, plain
from tui.app.panes.words import KINDS
from tui.load.characters import printable
from tui.load.problem import Problem, Severity
from tui.model.kinds import Kind

_ORDER: Final[tuple[Kind, ...]] = (
    "judgments",
    "events",
    "quotes",
    "positions",
    "questions",
    "figures",
    "actors",
    "relations",
    "sources",
)
_SEVERITIES: Final = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}
_SIGNS: Final = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}


def gathered(title: str, identifiers: Callable[[View], Iterable[str]], empty: str) -> Pane:
    """A pane of the items of these ids, by kind; those that the View does not show are not there."""
    return Pane(
        title,
        lambda view: by_kind(view, identifiers(view)),
        item_row,
        item_detail,
        count=lambda view: sum(one in view.entries for one in identifiers(view)),
        empty=lambda _: empty,
        columns=Columns(),
        wraps=True,
    )


def by_kind(view: View, identifiers: Iterable[str]) -> Outline:
    """The ids that the View shows, in its order, below the names of their kinds."""
    wanted = set(identifiers)
    order = [one for kind in _ORDER for one in _sorted(view, kind) if one in wanted]
    entries: list[Entry] = []
    for kind, members in groupby(order, key=lambda one: view.entries[one].kind):
        entries += [Heading(KINDS[kind]), *members]
    return entries


def _sorted(view: View, kind: Kind) -> list[str]:
    in_order: Mapping[Kind, Sequence[object]] = {
        "events": view.events,
        "quotes": view.quotes,
        "questions": view.questions,
        "positions": view.positions,
        "figures": view.figures,
    }
    return [getattr(one, "id", "") for one in in_order.get(kind, getattr(view.briefing, kind))]


def item_row(view: View, identifier: str) -> Row:
    """An item of any kind on one line, as others mention it."""
    return Row(identifier, plain(mention(view, identifier)).replace("\u00a0", " "))


def item_detail(view: View, identifier: str) -> Blocks:
    """The detail that an item has in its own pane; of one that the View does not show, nothing."""
    place = home(view, identifier)
    return PANES[place.pane].detail(view, place.row) if place is not None else ()


def problems_pane(title: str, problems: Sequence[Problem]) -> Pane:
    """What is wrong with a file, the errors first, each with its place."""
    named = {f"problem-{index}": one for index, one in enumerate(problems)}

    def outline(_: View) -> Outline:
        entries: list[Entry] = []
        for severity, heading in _SEVERITIES.items():
            found = [name for name, one in named.items() if one.severity is severity]
            entries += [Heading(heading), *found] if found else []
        return entries

    def row(_: View, identifier: str) -> Row:
        one = named[identifier]
        return Row(
            identifier, one_line(one.message), sign=_SIGNS[one.severity], when=f"{one.place.line}:{one.place.column}"
        )

    def detail(_: View, identifier: str) -> Blocks:
        return _problem(named[identifier]) if identifier in named else ()

    return Pane(
        title,
        outline,
        row,
        detail,
        count=lambda _: len(named),
        empty=lambda _: "Nothing is wrong with this file.",
        columns=Columns(sign=1, when=8),
    )


def _problem(problem: Problem) -> Blocks:
    place = problem.place
    facts: list[Block] = [
        Fact("What to do", line(one_line(problem.hint))) if problem.hint else Fact("", ()),
        Fact("Not shown", line(one_line(problem.left_out))) if problem.left_out else Fact("", ()),
        Fact("Where", line(f"{printable(problem.path.name)}, line {place.line}, column {place.column}")),
        Fact("Code", line(f"{problem.severity.value}[{problem.code}]", "muted")),
    ]
    return sections(
        [Title(line(one_line(problem.message), "strong"))],
        [one for one in facts if isinstance(one, Fact) and one.text],
        [Paragraph(line("e opens the file there in your editor.", "muted"))],
    )
