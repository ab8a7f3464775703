"""The kinds of items that a briefing has."""

from typing import Final, Literal, get_args

Kind = Literal[
    "judgments",
    "sources",
    "actors",
    "relations",
    "questions",
    "positions",
    "quotes",
    "events",
    "figures",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

NOUNS: Final[dict[str, str]] = {
    "judgments": "judgment",
    "sources": "source",
    "actors": "actor",
    "relations": "relation",
    "questions": "question",
    "positions": "position",
    "quotes": "quote",
    "events": "event",
    "figures": "figure",
    "estimates": "estimate",
    "accounts": "account",
}
"""What one item of each kind is called, and one of the parts that stand in lists of their own."""
