"""Who is involved, where each stands, and what ties them together."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from tui.analysis.view import View
from tui.cli.panes.text import QUIET, STRONG, below, columns, heading, numbered, one_line
from tui.export.wording import STANCES, relation
from tui.model.actor import Actor


def stakeholders(view: View) -> Iterator[RenderableType]:
    """The actors, each with the stances that they hold, then the relations."""
    if view.actors:
        yield heading("Actors")
    asked = {one.id: one for one in view.questions}
    held = {(one.actor, asked[question].text): one for question in asked for one in view.stands_on(question)}
    for actor in view.actors:
        yield Text.assemble((one_line(actor.name), STRONG), (_facts(actor), QUIET))
        rows = []
        for (who, text), position in held.items():
            if who != actor.id or position.stance is None:
                continue
            before = view.replaced(position)
            moved = before.stance if before is not None and before.stance != position.stance else None
            stance = STANCES[position.stance] + (f" (earlier: {STANCES[moved]})" if moved else "")
            rows.append((Text(stance), Text(one_line(text))))
        if rows:
            yield from below(columns(rows))
    if view.relations:
        yield heading("Relations")
        yield from (Text(one_line(relation(view, one)) + numbered(view, one.sources)) for one in view.relations)


def _facts(actor: Actor) -> str:
    facts = [
        actor.role or "",
        actor.kind or "",
        actor.country or "",
        f"power {actor.power}" if actor.power else "",
        f"interest {actor.interest}" if actor.interest else "",
    ]
    shown = "; ".join(one for one in facts if one)
    return f"  {one_line(shown)}" if shown else ""
