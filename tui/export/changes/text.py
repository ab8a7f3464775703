"""What changed, as sections of plain text; what draws them wraps or escapes them."""

from collections.abc import Callable
from typing import Final, NamedTuple

from tui.analysis.changes import Changes, FieldChange, Told, What, told
from tui.analysis.ledger import Direction, Move
from tui.export.changes.labels import (
    amount,
    day,
    gained_and_lost,
    label,
    rating,
    settled,
    stance,
    status,
    value,
    when,
)
from tui.export.markdown.escape import one_line
from tui.model.edtf import describe
from tui.model.event import Event
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.kinds import NOUNS
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote


class Line(NamedTuple):
    """A change on one line, and what is said of it below; control characters and markup stand as they were.

    `item` is the id of the item that changed, "" where that is the briefing itself.
    """

    text: str
    below: tuple[str, ...] = ()
    item: str = ""


class Section(NamedTuple):
    """Changes of a kind, under what they are called together."""

    title: str
    lines: tuple[Line, ...]


def sections(changes: Changes) -> tuple[Section, ...]:
    """Every change in words, by kind; none where nothing changed."""
    found: dict[str, list[Line]] = {}
    if changes.fields:
        found["The briefing itself"] = [_field(changes, one, _TOP_NAMES.get(one.key)) for one in changes.fields]
    for one in told(changes):
        title = _TITLES[one.what]
        found.setdefault(title, []).append(_WORDED[one.what](changes, one)._replace(item=one.id))
    return tuple(Section(title, tuple(lines)) for title, lines in found.items())


def _judgment(changes: Changes, one: Told) -> Line:
    judgment = one.change.seen.item
    if not isinstance(judgment, Judgment):
        return _item(changes, one)
    below = [rating(judgment)]
    earlier = one.change.seen.earlier
    if one.before is not None and isinstance(one.before.item, Judgment):
        earlier = one.before.item
    if isinstance(earlier, Judgment):
        below.append(f"before: “{earlier.text}”{_in_brackets(rating(earlier))}")
    return _line(f"“{judgment.text}”", *below)


def _position(changes: Changes, one: Told) -> Line:
    position = one.change.seen.item
    if not isinstance(position, Position):
        return _item(changes, one)
    if one.move is not None:
        where = f"{stance(one.move.before.stance)} → {stance(position.stance)} ({_how(one.move)})"
    else:
        where = f"{stance(position.stance)} ({describe(position.date)})" if position.stance else day(position.date)
    return _line(f"{label(changes, one.change.seen)}: {where}", position.summary or "")


def _how(move: Move) -> str:
    steps = "" if not move.size else "1 step" if move.size == 1 else f"{move.size} steps"
    towards = "" if move.direction is Direction.NONE else f" towards {move.direction.value}"
    facts = (describe(move.date), f"{steps}{towards}", "a reversal" if move.reversal else "")
    return ", ".join(fact for fact in facts if fact)


def _question(changes: Changes, one: Told) -> Line:
    question = one.change.seen.item
    was = one.before.item if one.before else None
    if not isinstance(question, Question):
        return _item(changes, one)
    before = f"before: {settled(was)}" if isinstance(was, Question) else ""
    below: tuple[str, ...] = ()
    match one.what:
        case What.QUESTION_RAISED:
            due = one.change.seen.due
            below = (f"due {describe(due)}" if due else "",)
        case What.QUESTION_SETTLED:
            below = (settled(question),)
        case What.SETTLED_OTHERWISE:
            below = (before, f"now: {settled(question)}")
        case What.QUESTION_REOPENED:
            below = (before,)
        case What.DUE_MOVED:
            was_due = one.before.due if one.before else None
            below = (f"{day(was_due)} → {day(one.change.seen.due)}",)
        case _:
            below = tuple(
                f"{changes.name_of(each.by)}: {each.likelihood.words} ({describe(each.date)})" for each in one.estimates
            )
    return _line(f"“{question.text}”", *below)


def _event(changes: Changes, one: Told) -> Line:
    seen = one.change.seen
    event, was = seen.item, one.before
    if not isinstance(event, Event):
        return _item(changes, one)
    match one.what:
        case What.EVENT:
            shown = status(seen.status)
            return _line(label(changes, seen) + (f" ({shown})" if shown != "happened" else ""), event.detail or "")
        case What.DATE_MOVED:
            before = when(was.item) if was and isinstance(was.item, Event) else ""
            return _line(event.title, f"{before} → {when(event)}")
        case What.CLOCK:
            came = seen.status == "happened"
            words = "its day came" if came else "its day passed, and the outcome is not known"
            return _line(f"{label(changes, seen)}: {words}")
        case _:
            return _line(f"{label(changes, seen)}: {status(was.status if was else None)} → {status(seen.status)}")


def _quote(changes: Changes, one: Told) -> Line:
    quote = one.change.seen.item
    if not isinstance(quote, Quote):
        return _item(changes, one)
    said = f", {describe(quote.said)}" if quote.said else ""
    return _line(f"{label(changes, one.change.seen)}{said}", quote.context or "")


def _figure(changes: Changes, one: Told) -> Line:
    figure = one.change.seen.item
    if not isinstance(figure, Figure):
        return _item(changes, one)
    earlier = one.before.item if one.before else one.change.seen.earlier
    before = f"{amount(earlier)} → " if isinstance(earlier, Figure) else ""
    return _line(f"{label(changes, one.change.seen)}: {before}{amount(figure)}")


def _item(changes: Changes, one: Told) -> Line:
    return Line(label(changes, one.change.seen))


def _removed(changes: Changes, one: Told) -> Line:
    return Line(f"{_noun(one)}: {label(changes, one.change.seen)}")


def _edited(changes: Changes, one: Told) -> Line:
    below = [text for each in one.fields for text in (_field(changes, each).text, *_field(changes, each).below)]
    return Line(f"{_noun(one)}: {label(changes, one.change.seen)}", tuple(below))


def _noun(one: Told) -> str:
    noun = NOUNS[one.kind]
    return noun[0].upper() + noun[1:]


def _field(changes: Changes, one: FieldChange, name: str | None = None) -> Line:
    called = name or one.key.replace("_", " ")
    before, after = one.before, one.after
    if isinstance(before, list) and isinstance(after, list):
        new, gone = gained_and_lost(before, after)
        if new or gone:
            parts = [
                *(f"+ {value(changes, one.key, each)}" for each in new),
                *(f"− {value(changes, one.key, each)}" for each in gone),
            ]
            return Line(f"{called}: {'; '.join(parts)}")
    if isinstance(before, dict) and isinstance(after, dict):
        inner = [FieldChange(key, before.get(key), after[key]) for key in after if before.get(key) != after[key]]
        return Line(f"{called}: {'; '.join(_field(changes, each).text for each in inner)}")
    if before is None or after is None or max(len(str(before)), len(str(after))) <= _SHORT:
        return Line(f"{called}: {value(changes, one.key, before)} → {value(changes, one.key, after)}")
    return Line(f"{called}:", (f"before: {value(changes, one.key, before)}", f"now: {value(changes, one.key, after)}"))


def _line(text: str, *below: str) -> Line:
    return Line(one_line(text), tuple(one_line(one) for one in below if one))


def _in_brackets(text: str) -> str:
    return f" ({text})" if text else ""


_SHORT: Final = 40
_DATES: Final = frozenset(
    {"as_of", "since", "until", "published", "accessed", "said", "known", "raised", "made", "date"}
)
_TOP_NAMES: Final = {"as_of": "as of", "bottom_line": "bottom line", "tlp": "TLP", "check": "what `check` ignores"}
_TITLES: Final[dict[What, str]] = {
    What.JUDGMENT_REVISED: "Judgments revised",
    What.JUDGMENT_MADE: "New judgments",
    What.MOVE: "Who moved",
    What.POSITION: "New positions",
    What.QUESTION_RAISED: "Questions raised",
    What.QUESTION_SETTLED: "Questions settled",
    What.SETTLED_OTHERWISE: "Questions settled otherwise",
    What.QUESTION_REOPENED: "Questions reopened",
    What.DUE_MOVED: "Due dates moved",
    What.ESTIMATE: "New estimates",
    What.EVENT: "New events",
    What.STATUS: "What became of events",
    What.DATE_MOVED: "Events whose date moved",
    What.CLOCK: "Only because time passed",
    What.QUOTE: "New quotes",
    What.FIGURE: "New figures",
    What.FIGURE_CHANGED: "Figures that changed",
    What.ACTOR: "New actors",
    What.RELATION: "New relations",
    What.SOURCE: "New sources",
    What.EDITED: "Otherwise changed",
    What.REMOVED: "Removed",
}
_Wording = Callable[[Changes, Told], Line]
_WORDED: Final[dict[What, _Wording]] = {
    **dict.fromkeys((What.JUDGMENT_REVISED, What.JUDGMENT_MADE), _judgment),
    **dict.fromkeys((What.MOVE, What.POSITION), _position),
    **dict.fromkeys(
        (
            What.QUESTION_RAISED,
            What.QUESTION_SETTLED,
            What.SETTLED_OTHERWISE,
            What.QUESTION_REOPENED,
            What.DUE_MOVED,
            What.ESTIMATE,
        ),
        _question,
    ),
    **dict.fromkeys((What.EVENT, What.STATUS, What.DATE_MOVED, What.CLOCK), _event),
    What.QUOTE: _quote,
    **dict.fromkeys((What.FIGURE, What.FIGURE_CHANGED), _figure),
    **dict.fromkeys((What.ACTOR, What.RELATION, What.SOURCE), _item),
    What.EDITED: _edited,
    What.REMOVED: _removed,
}
