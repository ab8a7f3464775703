"""The difference between two Views as a value, which can be put together with the next one."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from tui.analysis.changes.content import content
from tui.analysis.changes.seen import Contents, Key, Seen, seen
from tui.analysis.view import View
from tui.model.actor import Relation
from tui.model.base import Item
from tui.model.edtf import EARLIEST, Day
from tui.model.kinds import KINDS, Kind
from tui.model.position import Position
from tui.model.question import Question

_NO_ALIASES: Final[Mapping[str, str]] = {}
_PAIRED: Final[tuple[Kind, ...]] = ("positions", "relations")


class FieldChange(NamedTuple):
    """A field that says something else than before; None where it says nothing."""

    key: str
    before: Any
    after: Any


class Change(NamedTuple):
    """An item as it was and as it is: None before where it is new, None after where it is gone."""

    kind: Kind
    before: Seen | None
    after: Seen | None

    @property
    def seen(self) -> Seen:
        """The item as it is, or as it was where it is gone."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change is of something")
        return found

    @property
    def id(self) -> str:
        """The item's id."""
        return self.seen.item.id

    @property
    def keys(self) -> frozenset[str]:
        """The keys of what differs in its content; none where it is new or gone.

        That what has no date of its own is not shown as of an early date does not mean that it was not there.
        """
        if self.before is None or self.after is None:
            return frozenset()
        either = self.before.early or self.after.early
        was, now = (dict(one.dated if either else one.content) for one in (self.before, self.after))
        return frozenset(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What differs in its content, before and after, in the order of the format."""
        keys = self.keys
        if self.before is None or self.after is None or not keys:
            return ()
        was, now = _values(self.before.item), _values(self.after.item)
        return tuple(FieldChange(key, was.get(key), now.get(key)) for key in _keys(self.after.item) if key in keys)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed from one View to another, as a value: two are equal where they tell the same changes.

    `raw` has by its key each item that differs, as it was and as it is, and `top` each field of the briefing itself
    with its canonical text before and after. `names` has what actors, sources and questions are called, by their id.
    """

    raw: Mapping[Key, tuple[Seen | None, Seen | None]] = field(repr=False)
    top: Mapping[str, tuple[str | None, str | None]] = field(repr=False)
    names: Mapping[str, str] = field(compare=False, repr=False)

    def then(self, other: "Changes") -> "Changes":
        """These changes and after them the others; of A to B and B to C, those of A to C."""
        return Changes(_composed(self.raw, other.raw), _composed(self.top, other.top), {**self.names, **other.names})

    @property
    def items(self) -> tuple[Change, ...]:
        """The items that changed, by kind and then by date and id.

        A position whose id was derived from its words is found again by actor, question and date; such a relation, by
        its ends and type.
        """
        found = [Change(kind, was, now) for (kind, _), (was, now) in self.raw.items()]
        return tuple(sorted(_paired(found), key=_order))

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The briefing's own fields that changed, the bottom line among them, in the order of the format."""
        pairs = {key: self.top[key] for key in _TOP if key in self.top and _WITHHELD not in self.top[key]}
        return tuple(FieldChange(key, _read(was), _read(now)) for key, (was, now) in pairs.items())

    def name_of(self, identifier: str) -> str:
        """What an actor, a source or a question is called; its id where it is none of these."""
        return self.names.get(identifier, identifier)


def changes(
    before: View,
    after: View,
    aliases_before: Mapping[str, str] = _NO_ALIASES,
    aliases_after: Mapping[str, str] = _NO_ALIASES,
) -> Changes:
    """What changed from one View to another: of one briefing as of two dates, or of two versions of it.

    Items are found again by their kind and id; `aliases` have, by an id that is no lasting one, another that is. The
    order of items, of references and of keys says nothing, nor do line ends within a paragraph. Nothing is kept back:
    for what leaves the reader there is `released_changes`.
    """
    # As of two dates of one briefing most items are the very same, and say the same.
    contents: Contents = {}
    was = seen(before, aliases_before, contents)
    now = seen(after, aliases_after, contents if aliases_before == aliases_after else {})
    raw = _differing(was, now)
    return Changes(raw, _differing(_top(before), _top(after)), {**_names(before), **_names(after)})


_WITHHELD: Final = "withheld"
_TOP: Final = ("id", "title", "topics", "as_of", "bottom_line", "authors", "tlp", "check")


def _top(view: View) -> dict[str, str]:
    shown = view.briefing.model_copy(update=dict.fromkeys(KINDS, ()))
    said = dict(content(shown, _NO_ALIASES))
    if view.bottom_line is None:
        said["bottom_line"] = _WITHHELD
    return {key: said[key] for key in _TOP if key in said}


def _names(view: View) -> dict[str, str]:
    briefing = view.briefing
    called = {one.id: one.name for one in briefing.actors} | {one.id: one.name for one in briefing.sources}
    return called | {one.id: one.text for one in briefing.questions} | {one.id: one.title for one in briefing.events}


def _differing(was: Mapping[Any, Any], now: Mapping[Any, Any]) -> dict[Any, tuple[Any, Any]]:
    keys = [*was, *(key for key in now if key not in was)]
    return {key: (was.get(key), now.get(key)) for key in keys if was.get(key) != now.get(key)}


def _composed(first: Mapping[Any, tuple[Any, Any]], then: Mapping[Any, tuple[Any, Any]]) -> dict[Any, tuple[Any, Any]]:
    ends = {
        key: ((first if key in first else then)[key][0], (then if key in then else first)[key][1])
        for key in (*first, *(key for key in then if key not in first))
    }
    return {key: pair for key, pair in ends.items() if pair[0] != pair[1]}


def _paired(found: Iterable[Change]) -> list[Change]:
    kept: list[Change] = []
    gone: dict[tuple[str, ...], list[Change]] = {}
    new: dict[tuple[str, ...], list[Change]] = {}
    for one in found:
        if one.kind in _PAIRED and (one.before is None or one.after is None):
            (new if one.before is None else gone).setdefault(_about(one.seen.item), []).append(one)
        else:
            kept.append(one)
    for about in {**gone, **new}:
        was, now = (sorted(side.get(about, []), key=lambda one: one.seen.content) for side in (gone, new))
        both = min(len(was), len(now))
        pairs = [Change(old.kind, old.before, fresh.after) for old, fresh in zip(was, now, strict=False)]
        kept += [*(one for one in pairs if one.before != one.after), *was[both:], *now[both:]]
    return kept


def _about(item: Item) -> tuple[str, ...]:
    match item:
        case Position():
            return (item.actor, item.question, item.date.text)
        case Relation():
            return (item.from_, item.to, item.type)
        case _:
            return (item.id,)


def _order(change: Change) -> tuple[int, Day, str]:
    return KINDS.index(change.kind), change.seen.moment or EARLIEST, change.id


def _keys(item: Item) -> list[str]:
    keys = [one.alias or name for name, one in type(item).model_fields.items()]
    # Those that every item has come last, as people write them.
    return sorted(keys, key=lambda key: key in {"known", "note"})


def _values(item: Item) -> dict[str, Any]:
    values = item.model_dump(by_alias=True, mode="json")
    if isinstance(item, Question):
        values["due"] = None if item.due is None else str(item.due)
    return values


def _read(text: str | None) -> Any:
    return None if text is None else json.loads(text)
