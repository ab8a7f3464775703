"""Questions: those that are open, and how the others were settled; where each actor stands, and what was expected."""

from collections.abc import Iterable, Mapping

from tui.analysis.view import View
from tui.export.markdown.blocks import Entry, bullets, entry, heading
from tui.export.markdown.escape import inline, paragraphs, strong
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.wording import names, via
from tui.export.wording import QUESTION_STATUSES, STANCES, sentence
from tui.model.edtf import describe
from tui.model.position import Position
from tui.model.question import Estimate, Question


def numbers(view: View) -> Mapping[str, int]:
    """The number under which each question stands in the document."""
    return {question.id: number for number, question in enumerate(view.questions, 1)}


def questions(view: View, footnotes: Footnotes) -> list[str]:
    """Open questions, then settled ones, each with the positions and estimates on it."""
    number = numbers(view)
    is_open = [(one, number[one.id]) for one in view.questions if one.status == "open"]
    settled = [(one, number[one.id]) for one in view.questions if one.status != "open"]
    return [
        *_section("Open questions", is_open, view, footnotes),
        *_section("Settled questions", settled, view, footnotes),
    ]


def _section(title: str, asked: Iterable[tuple[Question, int]], view: View, footnotes: Footnotes) -> list[str]:
    blocks = [block for one, number in asked for block in _question(one, number, view, footnotes)]
    return [heading(2, title), *blocks] if blocks else []


def _question(question: Question, number: int, view: View, footnotes: Footnotes) -> list[str]:
    blocks = [heading(3, question.text, number)]
    facts = _facts(question, view) + footnotes.marks(question.sources)
    resolution = _resolution(question, footnotes)
    blocks += [one for one in (*resolution, facts) if one]
    if question.background:
        blocks += paragraphs(question.background)
    if question.criteria:
        blocks.append(f"What would settle it: {inline(question.criteria)}")
    if question.note:
        blocks.append(f"Note: {inline(question.note)}")
    stands = view.stands_on(question.id)
    if stands:
        blocks += ["Where each stands:" if question.status == "open" else "Where each stood:"]
        blocks.append(bullets(_position(one, view, footnotes) for one in stands))
    if question.estimates:
        blocks += ["Estimates:", bullets(_estimate(one, view, footnotes) for one in question.estimates)]
    return blocks


def _facts(question: Question, view: View) -> str:
    facts = []
    due = view.due(question)
    if due:
        deadline = view.deadline(question)
        title = f" ({inline(deadline.title)})" if deadline else ""
        facts.append(f"{'Was due' if view.was_due(question) else 'Due'}: {describe(due)}{title}.")
    if question.decided_by:
        facts.append(f"Decided by: {sentence(names(view, question.decided_by))}")
    if question.raised:
        facts.append(f"Raised: {describe(question.raised)}.")
    # The marks of its sources need something to stand at.
    return " ".join(facts or (["As reported."] if question.sources else []))


def _resolution(question: Question, footnotes: Footnotes) -> list[str]:
    resolution = question.resolution
    if resolution is None:
        return []
    status = strong(f"{QUESTION_STATUSES[question.status]}, {describe(resolution.date)}:")
    note = [f"Note on the outcome: {inline(resolution.note)}"] if resolution.note else []
    return [f"{status} {inline(resolution.outcome)}{footnotes.marks(resolution.sources)}", *note]


def _position(position: Position, view: View, footnotes: Footnotes) -> Entry:
    earlier = []
    before = view.replaced(position)
    while before is not None:
        stance = f"{STANCES[before.stance]}." if before.stance else ""
        earlier.append(
            entry(f"Earlier ({_when(before, view)}): {_said(before, stance, view, footnotes)}", *_note(before.note))
        )
        before = view.replaced(before)
    stance = f": {STANCES[position.stance]}" if position.stance else ""
    who = f"{strong(view.name_of(position.actor))}{stance} ({_when(position, view)})."
    return entry(_said(position, who, view, footnotes), *_note(position.note), below=earlier)


def _when(position: Position, view: View) -> str:
    through = via(view, position.via, view.links.sources_of(position))
    return f"{describe(position.date)}, {through}" if through else describe(position.date)


def _said(position: Position, beginning: str, view: View, footnotes: Footnotes) -> str:
    words = [beginning, inline(position.summary or "")]
    return " ".join(one for one in words if one) + footnotes.marks(view.links.sources_of(position))


def _estimate(estimate: Estimate, view: View, footnotes: Footnotes) -> Entry:
    quote = view.quote(estimate.quote) if estimate.quote else None
    sources = estimate.sources or ((quote.source,) if quote else ())
    parts = [
        f"{strong(view.name_of(estimate.by))}: {inline(estimate.likelihood.words)}",
        describe(estimate.date),
        via(view, estimate.via, sources),
    ]
    words = f" — “{inline(quote.text)}”" if quote else ""
    return entry(", ".join(one for one in parts if one) + words + footnotes.marks(sources), *_note(estimate.note))


def _note(note: str | None) -> list[str]:
    return [f"Note: {inline(note)}"] if note else []
