"""What of a View fits on one page: the most important items of each kind, each whole or not at all."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, Literal, NamedTuple, TypeVar

from tui.analysis.view import View
from tui.model.base import Item
from tui.model.event import Event
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote

MOST_WORDS: Final = 450

_Item = TypeVar("_Item", bound=Item)

Part = Literal["bottom_line", "judgments", "questions", "positions", "ahead", "happened", "quotes", "figures"]

_NOUNS: Final[dict[Part, str]] = {
    "judgments": "judgment",
    "questions": "open question",
    "positions": "position",
    "ahead": "date ahead",
    "happened": "event",
    "quotes": "quote",
    "figures": "figure",
}

# The first of a part, and how much less important each further one is than the one before.
_RANKS: Final[dict[Part, tuple[int, int]]] = {
    "bottom_line": (0, 0),
    "judgments": (1, 2),
    "questions": (2, 1),
    "ahead": (3, 2),
    "happened": (4, 3),
    "positions": (5, 3),
    "quotes": (8, 4),
    "figures": (9, 3),
}

# Letters of scripts that put no spaces between words: each is counted as one.
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_WORD: Final = re.compile(r"\w+")
_HYPHENED: Final = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Page:
    """The ids that were chosen of each part, in the order in which they stand; and whether the head is whole.

    Where `has_head` is false, the title does not fit on a page, and authors and topics are left out with it.
    """

    has_head: bool = True
    has_bottom_line: bool = False
    chosen: dict[Part, tuple[str, ...]] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    """What did not fit, counted in words: `2 judgments`."""

    def of(self, part: Part) -> tuple[str, ...]:
        """The ids that were chosen of a part."""
        return self.chosen.get(part, ())


class Chosen:
    """The items of a page, in the order of the View."""

    def __init__(self, view: View, page: Page) -> None:
        self.judgments = _items(view, page.of("judgments"), Judgment)
        self.questions = _items(view, page.of("questions"), Question)
        self.ahead = _items(view, page.of("ahead"), Event)
        self.happened = _items(view, page.of("happened"), Event)
        self.quotes = _items(view, page.of("quotes"), Quote)
        self.figures = _items(view, page.of("figures"), Figure)
        self._positions = _items(view, page.of("positions"), Position)

    def positions(self, question: Question) -> list[Position]:
        """Those that were chosen of the positions on a question."""
        return [one for one in self._positions if one.question == question.id]


def _items(view: View, ids: Iterable[str], kind: type[_Item]) -> list[_Item]:
    return [found for one in ids if isinstance(found := view.entries[one].item, kind)]


class _Candidate(NamedTuple):
    part: Part
    id: str
    under: str = ""
    """The id of the item below which this one stands, and without which it is not there."""


def words(text: str) -> int:
    """At least as many words as any counter finds, whether it parts them by spaces or looks for letters and digits."""
    spaced = _UNSPACED.sub(" x ", text).split()
    return sum(max(1, len(_WORD.findall(one)), len(_HYPHENED.findall(one))) for one in spaced)


def fit(view: View, count: Callable[[Page], int]) -> Page:
    """The page on which the most important items stand that fit; `count` tells how many words a page has.

    Once an item does not fit, no less important one of its part is put in its place.
    """
    every = list(_all_of(view))
    order = _order(view)
    totals = Counter(one.part for one in every)
    page = _with_left(Page(), totals)
    if count(page) > MOST_WORDS:
        page = _with_left(Page(has_head=False), totals)
    if view.bottom_line:
        whole = _with_left(Page(page.has_head, has_bottom_line=True), totals)
        page = whole if count(whole) <= MOST_WORDS else page
    full: set[tuple[Part, str]] = set()
    for one in _by_importance(every):
        key = (one.part, one.under)
        if key in full or (one.under and one.under not in page.of("questions")):
            continue
        chosen = page.chosen | {one.part: tuple(sorted((*page.of(one.part), one.id), key=order.__getitem__))}
        longer = _with_left(Page(page.has_head, page.has_bottom_line, chosen), totals)
        if count(longer) <= MOST_WORDS:
            page = longer
        else:
            full.add(key)
    return page


def _order(view: View) -> dict[str, int]:
    """Where each item that could be chosen stands in a View."""
    kinds = (view.judgments, view.questions, view.positions, view.events, view.quotes, view.figures)
    return {item.id: index for index, item in enumerate(chain[Item](*kinds))}


def _with_left(page: Page, totals: Mapping[Part, int]) -> Page:
    left = [
        f"{more} {noun if more == 1 else _plural(noun)}"
        for part, noun in _NOUNS.items()
        if (more := totals.get(part, 0) - len(page.of(part)))
    ]
    return Page(page.has_head, page.has_bottom_line, page.chosen, tuple(left))


def _plural(noun: str) -> str:
    return "dates ahead" if noun == "date ahead" else f"{noun}s"


def _by_importance(every: Iterable[_Candidate]) -> list[_Candidate]:
    places: dict[tuple[Part, str], int] = {}
    ranked = []
    for index, one in enumerate(every):
        # Positions are ranked among those on the same question.
        key = (one.part, one.under)
        place = places[key] = places.get(key, -1) + 1
        first, step = _RANKS[one.part]
        ranked.append((first + step * place, index, one))
    return [one for _, _, one in sorted(ranked)]


def _all_of(view: View) -> Iterator[_Candidate]:
    """Every item that could stand on the page, of each part the most important first."""
    yield from (_Candidate("judgments", one.id) for one in view.judgments)
    is_open = [one for one in view.questions if one.status == "open"]
    yield from (_Candidate("questions", one.id) for one in is_open)
    for question in is_open:
        held = [one for one in view.stands_on(question.id) if one.stance]
        ordered = sorted(held, key=lambda one: _bearing(one, question, view))
        yield from (_Candidate("positions", one.id, question.id) for one in ordered)
    planned = [one for one in view.events if view.status(one) == "planned"]
    yield from (_Candidate("ahead", one.id) for one in sorted(planned, key=_importance))
    # What was called off or put off, or passed without word, is news too; of equal importance, what happened is first.
    behind = [one for one in reversed(view.events) if view.status(one) != "planned"]
    behind.sort(key=lambda one: (_importance(one), view.status(one) != "happened"))
    yield from (_Candidate("happened", one.id) for one in behind)
    evidence = {name for one in view.judgments for name in one.evidence}
    latest = view.quotes[::-1]
    quotes = sorted(latest, key=lambda one: one.id not in evidence)
    yield from (_Candidate("quotes", one.id) for one in quotes)
    last = {(one.name, one.unit): one for one in view.figures}
    yield from (_Candidate("figures", one.id) for one in last.values())


def _bearing(position: Position, question: Question, view: View) -> tuple[bool, bool, bool]:
    """Those who decide come first, then those who moved, then those who have the power."""
    before = view.replaced(position)
    moved = before is not None and before.stance != position.stance
    actor = view.actor(position.actor)
    return position.actor not in question.decided_by, not moved, actor is None or actor.power != "high"


def _importance(event: Event) -> int:
    return -(event.importance or 1)
