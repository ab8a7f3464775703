"""What is open, and how the rest was settled."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from tui.analysis.view import View
from tui.cli.panes.text import QUIET, STRONG, below, heading, numbered, one_line
from tui.export.wording import QUESTION_STATUSES, STANCES, names, via
from tui.model.edtf import describe
from tui.model.question import Question


def questions(view: View) -> Iterator[RenderableType]:
    """Open questions, then settled ones, each with where everybody stands and what was expected."""
    for words, is_open in (("Open questions", True), ("Settled questions", False)):
        found = [one for one in view.questions if (one.status == "open") is is_open]
        if found:
            yield heading(words)
            for one in found:
                yield from _question(one, view)


def _question(question: Question, view: View) -> Iterator[RenderableType]:
    yield Text(one_line(question.text), STRONG)
    if question.resolution:
        settled = f"{QUESTION_STATUSES[question.status]}, {describe(question.resolution.date)}: "
        yield from below(Text(settled + one_line(question.resolution.outcome)))
    due = view.due(question)
    facts = [
        f"{'was due' if view.was_due(question) else 'due'} {describe(due)}" if due else "",
        f"decided by {names(view, question.decided_by)}" if question.decided_by else "",
        f"raised {describe(question.raised)}" if question.raised else "",
    ]
    shown = one_line("; ".join(one for one in facts if one) + numbered(view, question.sources))
    if shown:
        yield from below(Text(shown, QUIET))
    for position in view.stands_on(question.id):
        before = view.replaced(position)
        moved = before.stance if before is not None and before.stance != position.stance else None
        stance = f": {STANCES[position.stance]}" if position.stance else ""
        earlier = f"; earlier: {STANCES[moved]}" if moved else ""
        summary = f". {position.summary}" if position.summary else ""
        through = via(view, position.via, view.links.sources_of(position))
        when = ", ".join(one for one in (describe(position.date), through) if one)
        marks = numbered(view, view.links.sources_of(position))
        words = f"{view.name_of(position.actor)}{stance} ({when}{earlier}){summary}{marks}"
        yield from below(Text(f"– {one_line(words)}"))
    for estimate in question.estimates:
        words = f"{view.name_of(estimate.by)} expects: {estimate.likelihood.words}, {describe(estimate.date)}"
        yield from below(Text(f"– {one_line(words)}{numbered(view, estimate.sources)}"))
