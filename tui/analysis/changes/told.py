"""Changes as they are told: what each of them is to a reader."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from tui.analysis.changes.difference import Change, Changes, FieldChange
from tui.analysis.changes.seen import Seen
from tui.analysis.ledger import Move, move_between
from tui.model.judgment import Judgment
from tui.model.kinds import Kind
from tui.model.position import Position
from tui.model.question import Estimate, Question


class What(StrEnum):
    """The kinds of change, in the order in which they are told."""

    JUDGMENT_REVISED = "judgment-revised"
    JUDGMENT_MADE = "judgment-made"
    MOVE = "move"
    POSITION = "position"
    """A new position that is no move: the first on its question, or of the same stance as the one before."""
    QUESTION_RAISED = "question-raised"
    QUESTION_SETTLED = "question-settled"
    SETTLED_OTHERWISE = "settled-otherwise"
    QUESTION_REOPENED = "question-reopened"
    DUE_MOVED = "due-moved"
    ESTIMATE = "estimate"
    EVENT = "event"
    STATUS = "status"
    DATE_MOVED = "date-moved"
    CLOCK = "clock"
    """A status that turned only because time passed."""
    QUOTE = "quote"
    FIGURE = "figure"
    """The first value of a series."""
    FIGURE_CHANGED = "figure-changed"
    ACTOR = "actor"
    RELATION = "relation"
    SOURCE = "source"
    EDITED = "edited"
    """Fields that say something else, and of which no other kind tells."""
    REMOVED = "removed"


class Told(NamedTuple):
    """One change: of which kind, of which item, and for `edited` in which fields.

    For a `move`, it has the move; `before` and `after` are the item as it was and as it is.
    """

    what: What
    change: Change
    fields: tuple[FieldChange, ...] = ()
    move: Move | None = None
    estimates: tuple[Estimate, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind of the item."""
        return self.change.kind

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.change.id

    @property
    def before(self) -> Seen | None:
        """The item as it was; None where it is new."""
        return self.change.before

    @property
    def after(self) -> Seen | None:
        """The item as it is; None where it is gone."""
        return self.change.after


def told(changes: Changes) -> tuple[Told, ...]:
    """Every change as it is told, by kind, then by date and id; an item may be told of more than once."""
    order = {what: index for index, what in enumerate(What)}
    found = [one for change in changes.items for one in _told(change)]
    return tuple(sorted(found, key=lambda one: order[one.what]))


def _told(change: Change) -> Iterator[Told]:
    if change.after is None:
        yield Told(What.REMOVED, change)
        return
    telling = _TELLING.get(change.kind)
    special = list(telling(change, change.after)) if telling else []
    yield from special
    if change.before is None:
        if change.kind in _NEW:
            yield Told(_NEW[change.kind], change)
        return
    covered = {key for one in special for key in _COVERED.get(one.what, ())}
    if change.keys - covered:
        yield Told(What.EDITED, change, tuple(one for one in change.fields if one.key not in covered))


def _of_judgment(change: Change, after: Seen) -> Iterator[Told]:
    if change.before is None:
        yield Told(What.JUDGMENT_REVISED if isinstance(after.earlier, Judgment) else What.JUDGMENT_MADE, change)
    elif change.keys & _CONCLUSION:
        yield Told(What.JUDGMENT_REVISED, change)


def _of_position(change: Change, after: Seen) -> Iterator[Told]:
    move = move_into(after)
    if move is not None and (change.before is None or not _same_move(move, move_into(change.before))):
        yield Told(What.MOVE, change, move=move)
    elif change.before is None:
        yield Told(What.POSITION, change)


def move_into(seen: Seen) -> Move | None:
    """The move that a position is, by the one before it; None where it is none."""
    position, earlier = seen.item, seen.earlier
    if not isinstance(position, Position) or not isinstance(earlier, Position):
        return None
    # The last side taken may lie further back than the position before.
    further = earlier.model_copy(update={"stance": _SIDES[seen.side]})
    return move_between([further, earlier], position, seen.known)


def _same_move(one: Move, other: Move | None) -> bool:
    return other is not None and (one.before.stance, one.after.stance, one.reversal) == (
        other.before.stance,
        other.after.stance,
        other.reversal,
    )


def _of_question(change: Change, after: Seen) -> Iterator[Told]:
    now, was = after.item, change.before.item if change.before else None
    if not isinstance(now, Question):
        return
    if not isinstance(was, Question):
        yield Told(What.QUESTION_RAISED, change)
        if now.status != "open":
            yield Told(What.QUESTION_SETTLED, change)
        return
    if was.status == "open" and now.status != "open":
        yield Told(What.QUESTION_SETTLED, change)
    elif was.status != "open" and now.status == "open":
        yield Told(What.QUESTION_REOPENED, change)
    elif _outcome(was) != _outcome(now):
        yield Told(What.SETTLED_OTHERWISE, change)
    if change.before is not None and change.before.due != after.due:
        yield Told(What.DUE_MOVED, change)
    known = set(map(repr, was.estimates))
    fresh = tuple(one for one in now.estimates if repr(one) not in known)
    if fresh and len(now.estimates) - len(fresh) == len(was.estimates):
        yield Told(What.ESTIMATE, change, estimates=fresh)


def _outcome(question: Question) -> tuple[object, ...]:
    resolution = question.resolution
    settled = (resolution.date, " ".join(resolution.outcome.split())) if resolution else ()
    return (question.status, *settled)


def _of_event(change: Change, after: Seen) -> Iterator[Told]:
    before = change.before
    if before is None:
        yield Told(What.EVENT, change)
        return
    keys = change.keys
    if "date" in keys:
        yield Told(What.DATE_MOVED, change)
    if before.status != after.status:
        yield Told(What.CLOCK if _turned_by_itself(before, after, keys) else What.STATUS, change)


def _turned_by_itself(before: Seen, after: Seen, keys: frozenset[str]) -> bool:
    """Whether a plan's day came, or passed without word, and nobody has written anything about it."""
    untouched = keys.isdisjoint({"date", "superseded_by"}) and before.said == after.said
    return untouched and after.status in {"happened", "unknown"}


def _of_figure(change: Change, after: Seen) -> Iterator[Told]:
    if change.before is None:
        yield Told(What.FIGURE_CHANGED if after.earlier else What.FIGURE, change)
    elif change.keys & _AMOUNT:
        yield Told(What.FIGURE_CHANGED, change)


_TELLING: Final[dict[Kind, Callable[[Change, Seen], Iterator[Told]]]] = {
    "judgments": _of_judgment,
    "positions": _of_position,
    "questions": _of_question,
    "events": _of_event,
    "figures": _of_figure,
}
_NEW: Final[dict[Kind, What]] = {
    "quotes": What.QUOTE,
    "actors": What.ACTOR,
    "relations": What.RELATION,
    "sources": What.SOURCE,
}
_CONCLUSION: Final = frozenset({"text", "likelihood", "confidence"})
_AMOUNT: Final = frozenset({"value", "low", "high", "unit", "approximate"})
_COVERED: Final[dict[What, frozenset[str]]] = {
    What.JUDGMENT_REVISED: _CONCLUSION,
    What.MOVE: frozenset({"stance"}),
    What.QUESTION_SETTLED: frozenset({"status", "resolution"}),
    What.SETTLED_OTHERWISE: frozenset({"status", "resolution"}),
    What.QUESTION_REOPENED: frozenset({"status", "resolution"}),
    What.DUE_MOVED: frozenset({"due"}),
    What.ESTIMATE: frozenset({"estimates"}),
    What.DATE_MOVED: frozenset({"date"}),
    What.FIGURE_CHANGED: _AMOUNT,
}
_SIDES: Final = {-2: "oppose", -1: "oppose", 0: None, 1: "support", 2: "support"}
