"""Stakeholders: who is involved, how they are tied, and where each stands."""

from collections.abc import Sequence

from tui.analysis.ledger import moves_along
from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Fact, Gap, Paragraph, Title, sections
from tui.app.panes.mention import doors, stance_line
from tui.app.panes.moves import size_words
from tui.app.panes.pane import Pane, Way, nothing
from tui.app.panes.provenance import known, named_by, note, via
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import EMPTY, Line, Piece, joined, line, one_line
from tui.app.panes.tree import relation_tree
from tui.app.panes.words import ACTOR_KINDS, RELATIONS, when
from tui.model.actor import Actor, Relation
from tui.model.position import Position

_UNNAMED = "Not named"
_OTHERS = "Others"


def outline(view: View) -> Outline:
    """Actors by kind; those whom the sources do not name come last."""
    groups: dict[str, list[str]] = {title: [] for title in (*ACTOR_KINDS.values(), _OTHERS, _UNNAMED)}
    for actor in view.actors:
        groups[_group(actor)].append(actor.id)
    entries: list[Entry] = []
    for title, found in groups.items():
        entries += [Heading(title), *found] if found else []
    return entries


def row(view: View, identifier: str) -> Row:
    """One actor with the role."""
    actor = view.actor(identifier)
    if actor is None:
        return Row(identifier, identifier)
    return Row(
        actor.id,
        actor.name,
        sign="?" if actor.anonymous else "",
        aside=actor.role or "",
        mark=actor.country or "",
        tone="muted" if actor.anonymous else "plain",
    )


def detail(view: View, identifier: str) -> Blocks:
    """All that is known of an actor."""
    actor = view.actor(identifier)
    return _blocks(view, actor) if actor else ()


def _blocks(view: View, actor: Actor) -> Blocks:
    shown = sections(
        [Title(line(one_line(actor.name), "strong")), Paragraph(_facts(actor))],
        _about(actor),
        note(actor.note),
        _relations(view, actor),
        _record(view, actor),
        doors(view, "Said", [one.id for one in view.quotes if actor.id in one.speaker]),
        doors(view, "Decides", [one.id for one in view.questions if actor.id in one.decided_by]),
        doors(view, "Took part in", _events(view, actor)),
    )
    return sections(shown, named_by(view, actor.id, shown), known(view, actor.id))


def _events(view: View, actor: Actor) -> list[str]:
    """The events in which the actor took part, by date."""
    naming = (view.event(one) for one in view.links.named_by.get(actor.id, ()))
    found = [one for one in naming if one is not None and actor.id in view.links.actors_of(one)]
    return [one.id for one in sorted(found, key=lambda one: one.date.sort_key())]


def _facts(actor: Actor) -> Line:
    unnamed = line("not named: this is how the source describes them", "strong") if actor.anonymous else EMPTY
    return joined(
        (unnamed, line(actor.role or ""), line(actor.kind or "", "muted"), line(actor.country or "", "muted"))
    )


def _about(actor: Actor) -> list[Block]:
    found: list[Block] = []
    if actor.aliases:
        found.append(Fact("Also called", line(", ".join(actor.aliases))))
    if actor.power or actor.interest:
        degrees = (
            f"power {actor.power}" if actor.power else "",
            f"interest {actor.interest}" if actor.interest else "",
        )
        found.append(Fact("Weight", line(" · ".join(one for one in degrees if one))))
    return found


def _relations(view: View, actor: Actor) -> list[Block]:
    """Ties in both directions, each a door to the other actor."""
    tied = [one for one in view.relations if actor.id in {one.from_, one.to}]
    found: list[Block] = []
    for index, one in enumerate(tied):
        other = one.to if one.from_ == actor.id else one.from_
        found.append(Fact("" if index else "Relations", _tie(view, one, actor), door=other, anchor=one.id))
    return found


def _tie(view: View, relation: Relation, actor: Actor) -> Line:
    kind = RELATIONS[relation.type]
    start, end = (one_line(view.name_of(one)) for one in (relation.from_, relation.to))
    outward = relation.from_ == actor.id
    words = (Piece(f"{kind} ", "muted"), Piece(end)) if outward else (Piece(start), Piece(f" {kind} them", "muted"))
    dates = " – ".join(when(one) for one in (relation.since, relation.until) if one)
    if relation.since and not relation.until:
        dates = f"since {dates}"
    if relation.until and not relation.since:
        dates = f"until {dates}"
    return joined((words, line(one_line(relation.role or ""), "muted"), line(dates, "muted")))


def _record(view: View, actor: Actor) -> list[Block]:
    """Where they stand on each question, the newest first, with what each position replaced below it."""
    by_question: dict[str, list[Position]] = {}
    for one in view.record_of(actor.id):
        by_question.setdefault(one.question, []).append(one)
    found: list[Block] = []
    for question, positions in by_question.items():
        found.append(Gap() if found else Paragraph(line("Where they stand", "heading")))
        found += doors(view, "On", (question,))
        found += _moves(view, positions)
    return found


def _moves(view: View, track: Sequence[Position]) -> list[Block]:
    """Each position with how far it was from the one before it."""
    found: list[Block] = []
    newest_first = reversed(tuple(zip(track, moves_along(track, view), strict=True)))
    for index, (one, move) in enumerate(newest_first):
        label = "" if index == 0 else "before"
        how_far = line(size_words(move), "accent") if move else EMPTY
        found.append(Fact(label, joined((stance_line(one), line(when(one.date), "muted"), how_far)), anchor=one.id))
        found += doors(view, "", one.quotes)
        found += doors(view, "", [each for each in one.sources if not one.quotes])
        found += via(view, one.via)
        found += note(one.note)
    return found


def _group(actor: Actor) -> str:
    if actor.anonymous:
        return _UNNAMED
    return ACTOR_KINDS[actor.kind] if actor.kind else _OTHERS


STAKEHOLDERS = Pane(
    "Stakeholders",
    outline,
    row,
    detail,
    count=lambda view: len(view.actors),
    empty=nothing("stakeholders", "actors"),
    columns=Columns(sign=1, title=24),
    ways=(
        Way("Stances", chart="tui.app.widgets.stance_matrix:StanceMatrix"),
        Way("Power and interest", chart="tui.app.widgets.power_grid:PowerGrid"),
        Way("Relations", listing=relation_tree),
    ),
)
