"""What changed, as plain values for programs."""

from decimal import Decimal
from typing import Any

from tui.analysis.changes import Changes, FieldChange, Seen, Told, told
from tui.export.changes.labels import label
from tui.export.content import Values, values_of
from tui.model.base import Item
from tui.model.number import plain
from tui.model.source import Source


def values(changes: Changes) -> Values:
    """`fields`, the briefing's own that changed, and `changes`, every other; both are empty where nothing changed.

    A field has `key`, `before` and `after`. A change has `what` (a kind of change), `kind` (the format's key under
    which the item stands), `id`, `label` (a few words), `before` and `after` (the item under the format's own keys,
    with an event's `status` and a question's resolved `due`, or null), `fields` for what was edited, and `move` with
    `from`, `to`, `size` (null off the scale), `direction` and `reversal`. What an item took the place of is in it as
    `earlier`: the judgment it revises, the figure before it in its series, the position that it replaces.
    """
    return {
        "fields": [_field(one) for one in changes.fields],
        "changes": [_told(changes, one) for one in told(changes)],
    }


def _told(changes: Changes, one: Told) -> Values:
    found: Values = {
        "what": one.what.value,
        "kind": one.kind,
        "id": one.id,
        "label": label(changes, one.change.seen),
        "before": _seen(one.before),
        "after": _seen(one.after),
    }
    if one.fields:
        found["fields"] = [_field(each) for each in one.fields]
    if one.move is not None:
        found["move"] = {
            "from": one.move.before.stance,
            "to": one.move.after.stance,
            "size": one.move.size,
            "direction": one.move.direction.value,
            "reversal": one.move.reversal,
        }
    return found


def _field(one: FieldChange) -> Values:
    return {"key": one.key, "before": one.before, "after": one.after}


def _seen(seen: Seen | None) -> Values | None:
    if seen is None:
        return None
    found = _item(seen.item)
    if seen.status is not None:
        found["status"] = seen.status
    if seen.due is not None:
        found["due"] = str(seen.due)
    if seen.earlier is not None:
        earlier = _item(seen.earlier)
        if earlier["id"] == "earlier":
            del earlier["id"]
        found["earlier"] = earlier
    return found


def _item(item: Item) -> Values:
    # The path of a stored copy means nothing outside of its library.
    kept = {key: value for key, value in values_of(item).items() if key != "text" or not isinstance(item, Source)}
    found: Values = _plain(kept)
    return found


def _plain(value: Any) -> Any:
    """A value with its numbers as JSON has them."""
    match value:
        case Decimal():
            return plain(value)
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case list():
            return [_plain(one) for one in value]
        case _:
            return value
