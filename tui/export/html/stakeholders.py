"""Stakeholders: who is involved, where each stands on every question and how they moved, what ties them together."""

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element
from tui.export.html.inline import Notes, time
from tui.export.html.questions import numbers
from tui.export.html.stances import stances
from tui.export.wording import STANCES, relation, via
from tui.model.actor import Actor, Relation
from tui.model.position import Position


def stakeholders(view: View, notes: Notes) -> Element | None:
    """The actors, the stance matrix and the relations."""
    actors = [one for one in view.actors if _has_more_than_a_name(one)]
    standing = _matrix(view)
    if not (actors or standing or view.relations):
        return None
    ties = [element("li", _relation(one, view, notes)) for one in view.relations]
    return element(
        "section",
        element("h2", "Stakeholders"),
        [element("h3", "Actors"), element("ul", map(_actor, actors), class_="actors")] if actors else None,
        [element("h3", "Who stands where"), standing] if standing else None,
        [element("h3", "Relations"), element("ul", ties)] if ties else None,
    )


def matrix(view: View, _: Notes) -> Element | None:
    """The stance matrix alone."""
    standing = _matrix(view)
    return element("section", element("h2", "Who stands where"), standing) if standing else None


def _has_more_than_a_name(actor: Actor) -> bool:
    """Whether an actor is worth a line: of a voice without a name, the description stands where it speaks."""
    return not actor.anonymous or any((actor.role, actor.country, actor.power, actor.interest, actor.note))


def _actor(actor: Actor) -> Element:
    facts = [
        actor.role or "",
        actor.kind or "",
        actor.country or "",
        f"also called {', '.join(actor.aliases)}" if actor.aliases else "",
        f"power {actor.power}" if actor.power else "",
        f"interest {actor.interest}" if actor.interest else "",
    ]
    shown = "; ".join(one for one in facts if one)
    return element(
        "li",
        element("strong", actor.name),
        f" — {shown}" if shown else None,
        element("p", f"Note: {actor.note}", class_="facts") if actor.note else None,
    )


def _matrix(view: View) -> list[Node]:
    """Actors by questions, both only where there is a stance, drawn and as a table."""
    number = numbers(view)
    last = {(one.actor, asked): one for asked in number for one in view.stands_on(asked)}
    with_stance = {at for at, position in last.items() if position.stance}
    asked = [one for one in view.questions if any(question == one.id for _, question in with_stance)]
    actors = [one for one in view.actors if any(actor == one.id for actor, _ in with_stance)]
    if not asked:
        return []
    drawn = [stances(one, number[one.id], view) for one in asked]
    columns = [
        element("th", str(number[one.id]), element("span", f": {one.text}", class_="unseen"), scope="col")
        for one in asked
    ]
    rows = [
        element(
            "tr",
            element("th", actor.name, scope="row"),
            [_cell(last.get((actor.id, one.id)), view) for one in asked],
        )
        for actor in actors
    ]
    table = element(
        "table",
        element("caption", "Stances by actor and question. The columns are the questions above, by number."),
        element("thead", element("tr", element("th", "Actor", scope="col"), columns)),
        element("tbody", rows),
    )
    scrolled = element("div", table, class_="scrolled", role="region", aria_label="Stance matrix", tabindex="0")
    return [element("div", drawn, class_="panels"), scrolled]


def _cell(position: Position | None, view: View) -> Element:
    if position is None:
        return element("td")
    if position.stance is None:
        return element("td", "see above")
    before = view.replaced(position)
    if before is None or before.stance in {None, position.stance}:
        return element("td", STANCES[position.stance])
    earlier = f" (earlier: {STANCES[before.stance or 'unknown']})"
    return element("td", STANCES[position.stance], element("span", earlier, class_="quiet"))


def _relation(one: Relation, view: View, notes: Notes) -> Node:
    through = via(view, one.via, one.sources)
    return [
        relation(view, one),
        [", since ", time(one.since)] if one.since else None,
        [", until ", time(one.until)] if one.until else None,
        f", {through}" if through else None,
        notes.marks(one.sources),
        element("span", f" Note: {one.note}", class_="quiet") if one.note else None,
    ]
