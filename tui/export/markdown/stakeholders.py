"""Stakeholders: who is involved, where each stands on every question, and what ties them together."""

from tui.analysis.view import View
from tui.export.markdown.blocks import Entry, bullets, entry, heading, table
from tui.export.markdown.escape import inline, strong
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.questions import numbers
from tui.export.markdown.wording import relation, via
from tui.export.wording import STANCES
from tui.model.actor import Actor, Relation
from tui.model.edtf import describe
from tui.model.position import Position


def stakeholders(view: View, footnotes: Footnotes) -> list[str]:
    """The actors, the stance matrix and the relations."""
    actors = [one for one in view.actors if _has_more_than_a_name(one)]
    blocks = []
    if actors:
        blocks += [heading(3, "Actors"), bullets(map(_actor, actors))]
    blocks += matrix(view)
    if view.relations:
        blocks += [heading(3, "Relations"), bullets(_relation(one, view, footnotes) for one in view.relations)]
    return [heading(2, "Stakeholders"), *blocks] if blocks else []


def _has_more_than_a_name(actor: Actor) -> bool:
    """Whether an actor is worth a line: of a voice without a name, the description stands where it speaks."""
    return not actor.anonymous or any((actor.role, actor.country, actor.power, actor.interest, actor.note))


def _actor(actor: Actor) -> Entry:
    facts = [inline(actor.role or ""), actor.kind or "", actor.country or ""]
    if actor.aliases:
        facts.append(f"also called {', '.join(map(inline, actor.aliases))}")
    if actor.power:
        facts.append(f"power {actor.power}")
    if actor.interest:
        facts.append(f"interest {actor.interest}")
    shown = "; ".join(one for one in facts if one)
    note = [entry(f"Note: {inline(actor.note)}")] if actor.note else []
    return entry(f"{strong(actor.name)}{f' — {shown}' if shown else ''}", below=note)


def matrix_alone(view: View, _: Footnotes) -> list[str]:
    """The stance matrix as a section of its own."""
    found = matrix(view)
    return [heading(2, "Who stands where"), *found[1:]] if found else []


def matrix(view: View) -> list[str]:
    """Actors by questions, both only where there is a stance; the columns are the questions' numbers."""
    number = numbers(view)
    last = {(one.actor, asked): one for asked in number for one in view.stands_on(asked)}
    with_stance = {at for at, position in last.items() if position.stance}
    asked = [one for one in number if any(question == one for _, question in with_stance)]
    actors = [one for one in view.actors if any(actor == one.id for actor, _ in with_stance)]
    if not asked:
        return []
    rows = [[inline(one.name), *(_cell(last.get((one.id, question)), view) for question in asked)] for one in actors]
    return [
        heading(3, "Who stands where"),
        "The columns are the questions above, by number.",
        table(["Actor", *(str(number[one]) for one in asked)], rows),
    ]


def _cell(position: Position | None, view: View) -> str:
    if position is None:
        return ""
    if position.stance is None:
        return "see above"
    before = view.replaced(position)
    if before is None or before.stance in {None, position.stance}:
        return STANCES[position.stance]
    return f"{STANCES[position.stance]} (earlier: {STANCES[before.stance or 'unknown']})"


def _relation(one: Relation, view: View, footnotes: Footnotes) -> Entry:
    parts = [
        relation(view, one),
        f"since {describe(one.since)}" if one.since else "",
        f"until {describe(one.until)}" if one.until else "",
        via(view, one.via, one.sources),
    ]
    note = f"Note: {inline(one.note)}" if one.note else ""
    return entry(", ".join(part for part in parts if part) + footnotes.marks(one.sources), note)
