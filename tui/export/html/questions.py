"""Questions: those that are open, and how the others were settled; where each actor stands, and what was expected."""

from collections.abc import Mapping

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element
from tui.export.html.inline import Notes, paragraphs, time
from tui.export.wording import QUESTION_STATUSES, STANCES, names, sentence, via
from tui.model.position import Position
from tui.model.question import Estimate, Question


def numbers(view: View) -> Mapping[str, int]:
    """The number under which each question stands in the document."""
    return {question.id: number for number, question in enumerate(view.questions, 1)}


def questions(view: View, notes: Notes) -> Element | None:
    """Open questions, then settled ones, each with the positions and estimates on it."""
    number = numbers(view)
    made: list[Node] = []
    for title, is_open in (("Open questions", True), ("Settled questions", False)):
        found = [one for one in view.questions if (one.status == "open") is is_open]
        if found:
            made += [element("h2", title), [_question(one, number[one.id], view, notes) for one in found]]
    return element("section", made, class_="cards") if made else None


def _question(question: Question, number: int, view: View, notes: Notes) -> Element:
    stands = view.stands_on(question.id)
    return element(
        "article",
        element("h3", element("span", f"{number}. ", class_="number"), question.text),
        _resolution(question, notes),
        element("p", _facts(question, view), notes.marks(question.sources), class_="facts"),
        paragraphs(question.background) if question.background else None,
        element("p", f"What would settle it: {question.criteria}") if question.criteria else None,
        element("p", f"Note: {question.note}") if question.note else None,
        element("p", "Where each stands:" if question.status == "open" else "Where each stood:") if stands else None,
        element("ul", [_position(one, view, notes) for one in stands]) if stands else None,
        element("p", "Estimates:") if question.estimates else None,
        element("ul", [_estimate(one, view, notes) for one in question.estimates]) if question.estimates else None,
    )


def _facts(question: Question, view: View) -> list[Node]:
    facts: list[Node] = []
    due = view.due(question)
    if due:
        deadline = view.deadline(question)
        title = f" ({deadline.title})" if deadline else ""
        facts.append(["Was due: " if view.was_due(question) else "Due: ", element("strong", time(due)), f"{title}. "])
    if question.decided_by:
        facts.append(f"Decided by: {sentence(names(view, question.decided_by))} ")
    if question.raised:
        facts.append(["Raised: ", time(question.raised), ". "])
    # The marks of its sources need something to stand at.
    return facts or (["As reported."] if question.sources else [])


def _resolution(question: Question, notes: Notes) -> Node:
    resolution = question.resolution
    if resolution is None:
        return None
    status = element("strong", QUESTION_STATUSES[question.status], ", ", time(resolution.date), ":")
    said = element("p", status, f" {resolution.outcome}", notes.marks(resolution.sources))
    return [said, element("p", f"Note on the outcome: {resolution.note}") if resolution.note else None]


def _position(position: Position, view: View, notes: Notes) -> Element:
    stance = f": {STANCES[position.stance]}" if position.stance else ""
    earlier: list[Node] = []
    before = view.replaced(position)
    while before is not None:
        held = f"{STANCES[before.stance]}. " if before.stance else ""
        earlier.append(element("li", "Earlier (", _when(before, view), f"): {held}", _said(before, view, notes)))
        before = view.replaced(before)
    return element(
        "li",
        element("strong", view.name_of(position.actor)),
        f"{stance} (",
        _when(position, view),
        "). ",
        _said(position, view, notes),
        element("ul", earlier) if earlier else None,
    )


def _when(position: Position, view: View) -> Node:
    through = via(view, position.via, view.links.sources_of(position))
    return [time(position.date), f", {through}" if through else None]


def _said(position: Position, view: View, notes: Notes) -> Node:
    note = element("span", f" Note: {position.note}", class_="quiet") if position.note else None
    return [position.summary, notes.marks(view.links.sources_of(position)), note]


def _estimate(estimate: Estimate, view: View, notes: Notes) -> Element:
    quote = view.quote(estimate.quote) if estimate.quote else None
    sources = estimate.sources or ((quote.source,) if quote else ())
    through = via(view, estimate.via, sources)
    return element(
        "li",
        element("strong", view.name_of(estimate.by)),
        f": {estimate.likelihood.words}, ",
        time(estimate.date),
        f", {through}" if through else None,
        [" — ", element("q", quote.text)] if quote else None,
        notes.marks(sources),
        element("span", f" Note: {estimate.note}", class_="quiet") if estimate.note else None,
    )
