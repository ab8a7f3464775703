"""What the overview shows: of each group the first items, and of the rest how many there are."""

from collections.abc import Sequence
from typing import Final

from tui.analysis.ledger import moves
from tui.analysis.view import View
from tui.model.edtf import EARLIEST
from tui.model.kinds import Kind

MORE: Final = "more:"
"""What the id of the row for the rest of a group begins with; no item's id has a colon."""

_CAP: Final = 3
"""The rows of a group, the one for its rest among them, so that all of them fit on one screen; one less of most groups
where there is something new."""

JUDGMENTS: Final = f"{MORE}judgments"
NEW: Final = f"{MORE}new"
OPEN: Final = f"{MORE}questions"
AHEAD: Final = f"{MORE}planned"
UNKNOWN: Final = f"{MORE}unknown"
MOVED: Final = f"{MORE}moved"
TITLES: Final = {
    JUDGMENTS: "Judgments",
    NEW: "New to you",
    OPEN: "Open questions",
    AHEAD: "What comes next",
    UNKNOWN: "Outcome not known",
    MOVED: "Who moved",
}

# What is told before the actors, relations and sources that came with it.
_NEWS: Final[frozenset[Kind]] = frozenset({"judgments", "events", "positions", "questions", "quotes", "figures"})


Group = tuple[Sequence[str], Sequence[str]]
"""Of a group the items with a row of their own, and the rest."""


def home_of_rest(view: View, row: str) -> str | None:
    """The item at whose home the rest of a group is to be found; None where that is here."""
    if row not in {OPEN, AHEAD, UNKNOWN, MOVED}:
        return None
    return next(iter(groups_of(view, frozenset())[row][1]), None)


def is_folded(view: View, judgment: str) -> bool:
    """Whether a judgment has no row of its own, but is told with the rest of them."""
    return judgment not in _judgments(view)[0]


def groups_of(view: View, new: frozenset[str]) -> dict[str, Group]:
    """Of each group the items with a row of their own, and the rest."""
    cap = _CAP - 1 if new else _CAP
    found: dict[str, Group] = {
        JUDGMENTS: _judgments(view),
        NEW: ((), ()),
        OPEN: _split([one.id for one in view.questions if one.status == "open"], cap),
        AHEAD: _split([one.id for one in view.events if view.status(one) == "planned"], cap),
        UNKNOWN: ((), [one.id for one in view.events if view.status(one) == "unknown"]),
        MOVED: _split([one.after.id for one in reversed(moves(view))], cap),
    }
    if new:
        there = {one for shown, _ in found.values() for one in shown}
        found[NEW] = _split(_newest_first(view, new - there), _CAP)
    return found


def _judgments(view: View) -> Group:
    """Those that stand first, then those that were replaced."""
    standing = [one.id for one in view.judgments]
    there = set(standing)
    replaced = [one.id for one in view.briefing.judgments if one.id not in there]
    shown, rest = _split(standing, _CAP)
    return shown, [*rest, *replaced]


def _split(found: Sequence[str], cap: int) -> Group:
    """What has rows of its own, and the rest; the row for the rest counts as one."""
    return (found, ()) if len(found) <= cap else (found[: cap - 1], found[cap - 1 :])


def _newest_first(view: View, new: frozenset[str]) -> Sequence[str]:
    """The new items by when they became known, the last first; of one day, what was said and done before who is who."""

    def place(identifier: str) -> tuple[int, int, int, bool, str]:
        date = view.known(identifier)
        year, month, day = date.upper if date else EARLIEST
        return (-year, -month, -day, view.entries[identifier].kind not in _NEWS, identifier)

    return sorted((one for one in new if one in view.entries), key=place)
