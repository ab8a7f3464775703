"""Questions: the open ones first, by when they are due."""

from typing import Final

from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.mention import doors, stance_line
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.provenance import known, named_by, note, sources, via
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import Line, Piece, joined, line, one_line
from tui.app.panes.words import STANCES, when
from tui.model.position import Position
from tui.model.question import Estimate, Question

_SIGNS: Final = {"open": "?", "resolved": "✓"}


def outline(view: View) -> Outline:
    """Open questions, then the settled ones."""
    entries: list[Entry] = []
    for title, open_ones in (("Open", True), ("Settled", False)):
        found = [one.id for one in view.questions if (one.status == "open") is open_ones]
        entries += [Heading(title), *found] if found else []
    return entries


def row(view: View, identifier: str) -> Row:
    """One question with when it is due, or how it was settled."""
    question = view.question(identifier)
    if question is None:
        return Row(identifier, identifier)
    due = view.due(question)
    aside = f"due {when(due)}" if due else ""
    if question.resolution is not None:
        aside = f"{question.status} {when(question.resolution.date)}: {one_line(question.resolution.outcome)}"
    return Row(question.id, question.text, sign=_SIGNS.get(question.status, "–"), aside=aside)


def detail(view: View, identifier: str) -> Blocks:
    """All that is known of a question."""
    question = view.question(identifier)
    return _blocks(view, question) if question else ()


def _blocks(view: View, question: Question) -> Blocks:
    stands = [
        Fact(
            "" if index else "Positions",
            (
                *line(f"{one_line(view.name_of(one.actor))}: "),
                *stance_line(one),
                Piece(f"\u00a0· {when(one.date)}", "muted"),
                *_before(view, one),
            ),
            door=one.id,
        )
        for index, one in enumerate(view.stands_on(question.id))
    ]
    replaced = [one.id for one in view.positions if one.question == question.id]
    shown = sections(
        [Title(line(question.text, "strong")), Paragraph(_state(question))],
        _resolution(view, question),
        _due(view, question),
        (
            *doors(view, "Decided by", question.decided_by),
            *([Fact("Settled by", line(question.criteria))] if question.criteria else []),
        ),
        [Paragraph(line(question.background))] if question.background else (),
        stands,
        _estimates(view, question),
        (*sources(view, question), *known(view, question.id), *note(question.note)),
    )
    return sections(shown, named_by(view, question.id, (*shown, *(Fact("", (), anchor=one) for one in replaced))))


def _before(view: View, position: Position) -> Line:
    """The stances that the actor held before this one, the last first: who moved."""
    found: list[Piece] = []
    earlier = view.replaced(position)
    while earlier is not None:
        if earlier.stance:
            words = f"{STANCES[earlier.stance]} {when(earlier.date)}"
            found.append(Piece(f"; before: {words}" if not found else f"; {words}", "muted"))
        earlier = view.replaced(earlier)
    return tuple(found)


def _state(question: Question) -> Line:
    raised = f"raised {when(question.raised)}" if question.raised else ""
    return joined((line(question.status), line(raised, "muted")))


def _due(view: View, question: Question) -> list[Block]:
    due = view.due(question)
    if isinstance(question.due, str):
        return [*doors(view, "Due with", (question.due,))]
    return [Fact("Due", line(when(due)))] if due else []


def _resolution(view: View, question: Question) -> list[Block]:
    resolution = question.resolution
    if resolution is None:
        return []
    return [
        Fact("Outcome", joined((line(resolution.outcome), line(when(resolution.date), "muted")))),
        *doors(view, "", resolution.sources),
        *note(resolution.note),
    ]


def _estimates(view: View, question: Question) -> list[Block]:
    """What each expected, by date."""
    found: list[Block] = []
    for index, one in enumerate(sorted(question.estimates, key=lambda each: each.date.sort_key())):
        found += _estimate(view, one, "" if index else "Expected")
    return found


def _estimate(view: View, estimate: Estimate, label: str) -> list[Block]:
    who = one_line(view.name_of(estimate.by))
    return [
        Fact(
            label,
            (
                *line(f"{who}: "),
                *line(estimate.likelihood.words, "strong"),
                Piece(f"\u00a0· {when(estimate.date)}", "muted"),
            ),
            door=estimate.by,
        ),
        *doors(view, "in the words", (estimate.quote,) if estimate.quote else ()),
        *doors(view, "in", estimate.sources),
        *via(view, estimate.via),
        *note(estimate.note),
    ]


QUESTIONS = Pane(
    "Questions",
    outline,
    row,
    detail,
    count=lambda view: len(view.questions),
    empty=nothing("questions"),
    columns=Columns(sign=1),
    wraps=True,
)
