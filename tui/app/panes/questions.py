"""Questions: the open ones first, by when they are due."""

import datetime
from typing import Final

from tui.analysis.ledger import move_to
from tui.analysis.view import View
from tui.app.panes.days import days_until, days_words
from tui.app.panes.detail import Block, Blocks, Drawing, Fact, Gap, Paragraph, Title, sections
from tui.app.panes.estimates import degree_words, letters_of, plot
from tui.app.panes.mention import doors, due_words, stance_line
from tui.app.panes.moves import move_line
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.provenance import known, named_by, note, sources, via
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import Line, joined, line, one_line, unbroken
from tui.app.panes.words import when
from tui.model.position import Position, Stance
from tui.model.question import Estimate, Question

_SIGNS: Final = {"open": "?", "resolved": "✓"}
_SIDES: Final[dict[str, frozenset[Stance]]] = {
    "For": frozenset({"strongly-support", "support"}),
    "Against": frozenset({"strongly-oppose", "oppose"}),
    "In between": frozenset({"neutral", "mixed"}),
    "Not saying": frozenset({"no-comment", "unknown"}),
}
_IN_WORDS: Final = "In words"
"""Whose position is told without a stance: the question may have no yes."""


def outline(view: View) -> Outline:
    """Open questions, then the settled ones."""
    entries: list[Entry] = []
    for title, open_ones in (("Open", True), ("Settled", False)):
        found = [one.id for one in view.questions if (one.status == "open") is open_ones]
        entries += [Heading(title), *found] if found else []
    return entries


def row(view: View, identifier: str, today: datetime.date | None = None) -> Row:
    """One question with when it is due, or how it was settled; with `today`, how many days are left."""
    question = view.question(identifier)
    if question is None:
        return Row(identifier, identifier)
    aside = due_words(view, question)
    if question.resolution is not None:
        aside = f"{question.status} {when(question.resolution.date)}: {one_line(question.resolution.outcome)}"
    left = days_left(view, question, today) if today else ""
    return Row(
        question.id,
        question.text,
        sign=_SIGNS.get(question.status, "–"),
        aside=f"{aside}\u00a0· {unbroken(left)}" if left else aside,
    )


def days_left(view: View, question: Question, today: datetime.date) -> str:
    """How long a question may stay open: `in 12 days`, `today`, `3 days overdue`; "" where that has no answer."""
    due = view.due(question)
    if question.status != "open" or due is None:
        return ""
    days = days_until(due, today)
    return "" if days is None else days_words(days)


def detail(view: View, identifier: str) -> Blocks:
    """All that is known of a question."""
    question = view.question(identifier)
    return _blocks(view, question) if question else ()


def _blocks(view: View, question: Question) -> Blocks:
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
        _stands(view, question),
        _estimates(view, question),
        (*sources(view, question), *known(view, question.id), *note(question.note)),
    )
    return sections(shown, named_by(view, question.id, (*shown, *(Fact("", (), anchor=one) for one in replaced))))


def _stands(view: View, question: Question) -> list[Block]:
    """Where each actor stands, by side with how many there are, with the move by which they came there."""
    sides: dict[str, list[Position]] = {title: [] for title in (*_SIDES, _IN_WORDS)}
    for one in view.stands_on(question.id):
        sides[_side(one)].append(one)
    found: list[Block] = []
    for title, positions in sides.items():
        for index, one in enumerate(positions):
            words = (*line(f"{one_line(view.name_of(one.actor))}: "), *stance_line(one))
            label = "" if index else f"{title} {len(positions)}"
            said = joined((words, line(when(one.date), "muted"), move_line(move_to(view, one))))
            found.append(Fact(label, said, door=one.id))
    return [Paragraph(line("Where they stand", "heading")), *found] if found else []


def _side(position: Position) -> str:
    return next((title for title, stances in _SIDES.items() if position.stance in stances), _IN_WORDS)


def _state(question: Question) -> Line:
    raised = f"raised {when(question.raised)}" if question.raised else ""
    return joined((line(question.status), line(raised, "muted")))


def _due(view: View, question: Question) -> list[Block]:
    due, deadline = view.due(question), view.deadline(question)
    if deadline is not None:
        return [*doors(view, "Was due with" if view.was_due(question) else "Due with", (deadline.id,))]
    return [Fact("Was due" if view.was_due(question) else "Due", line(when(due)))] if due else []


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
    """What each expected, by date: as a plot where there are several, and in words."""
    ordered = sorted(question.estimates, key=lambda each: each.date.sort_key())
    if not ordered:
        return []
    found: list[Block] = [Paragraph(line("What they expect", "heading"))]
    letters = letters_of(ordered) if len(ordered) > 1 else {}
    if letters:
        found += [Drawing(lambda width: plot(ordered, width)), Gap()]
    for one in ordered:
        found += _estimate(view, one, letters.get(one.by, ""))
    return found


def _estimate(view: View, estimate: Estimate, letter: str) -> list[Block]:
    who = one_line(view.name_of(estimate.by))
    return [
        Fact(
            when(estimate.date),
            (
                *line(f"{letter} " if letter else "", "accent"),
                *line(f"{who}: "),
                *line(degree_words(estimate.likelihood), "strong"),
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
    row_today=row,
)
