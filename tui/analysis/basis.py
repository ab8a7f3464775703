"""What positions, estimates and accounts rest on, where not all of it goes out."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import TypeVar

from tui.analysis.naming import replaced
from tui.model.briefing import Briefing
from tui.model.event import Account
from tui.model.position import Position
from tui.model.question import Estimate

_Resting = TypeVar("_Resting", Position, Estimate, Account)


def founded(briefing: Briefing, private: Container[str]) -> tuple[Briefing, Mapping[str, int]]:
    """The briefing without what rests on quotes off the record alone, and how much that was, by what it is called.

    Without these quotes it would be a claim about somebody that nothing bears out, and would tell what they said.
    """
    counts: Counter[str] = Counter()

    def some(parts: Iterable[_Resting], kind: str) -> tuple[_Resting, ...]:
        parts = tuple(parts)
        kept = tuple(one for one in parts if not _rests_on(one, private))
        counts[kind] += len(parts) - len(kept)
        return kept

    update = {
        "positions": some(briefing.positions, "positions"),
        "questions": tuple(
            replaced(one, {"estimates": some(one.estimates, "estimates")}) for one in briefing.questions
        ),
        "events": tuple(replaced(one, {"accounts": some(one.accounts, "accounts")}) for one in briefing.events),
    }
    return briefing.model_copy(update=update), +counts


def _rests_on(part: Position | Estimate | Account, private: Container[str]) -> bool:
    quotes = (part.quote,) if isinstance(part, Estimate) else part.quotes
    told = part.sources or (() if isinstance(part, Account) else part.via)
    return bool(quotes) and not told and all(one in private for one in quotes)
