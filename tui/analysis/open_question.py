"""An open question as one is briefed on it: who decides it, where each stands, and what is expected."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from tui.analysis.estimates import Estimates, estimates_of
from tui.analysis.view import View
from tui.model.edtf import EDTF, describe
from tui.model.position import Position, Stance
from tui.model.question import Question

_FOR: Final = frozenset({"strongly-support", "support"})
_AGAINST: Final = frozenset({"strongly-oppose", "oppose"})


class Sides(NamedTuple):
    """How many actors now want a yes, how many a no, and how many neither or nothing that is known."""

    in_favour: int
    against: int
    neither: int

    @property
    def words(self) -> str:
        """For people: `2 for, 1 against, 1 neither`."""
        counts = ((self.in_favour, "for"), (self.against, "against"), (self.neither, "neither"))
        return ", ".join(f"{number} {side}" for number, side in counts if number)


class Stand(NamedTuple):
    """Where an actor stands now: the last position of theirs, which has a stance, a summary or both."""

    actor: str
    date: EDTF
    stance: Stance | None
    summary: str | None


class OpenQuestion(NamedTuple):
    """An open question; `names` has what to call every actor that is named here, by their id."""

    id: str
    text: str
    decided_by: tuple[str, ...]
    stands: tuple[Stand, ...]
    estimates: Estimates
    names: Mapping[str, str]

    @property
    def deciders(self) -> tuple[str, ...]:
        """Who decides it, by name."""
        return tuple(self.names[one] for one in self.decided_by)

    @property
    def sides(self) -> Sides | None:
        """How those who have a stance are divided; None where nobody has one."""
        stances = [one.stance for one in self.stands if one.stance]
        if not stances:
            return None
        in_favour = sum(one in _FOR for one in stances)
        against = sum(one in _AGAINST for one in stances)
        return Sides(in_favour, against, len(stances) - in_favour - against)

    @property
    def standing(self) -> str:
        """Where it stands: how the sides are divided, else what the last actor is said to want; "" if not known."""
        if self.sides is not None:
            return self.sides.words
        return f"{self.names[self.stands[-1].actor]}: {self.stands[-1].summary}" if self.stands else ""

    @property
    def expected(self) -> str:
        """The newest estimate, and how far those of several actors are apart; "" where there is none."""
        newest = self.estimates.newest
        if newest is None:
            return ""
        words = f"{newest.words}, {self.names[newest.by]}, {describe(newest.date)}"
        others = len(self.estimates.series) - 1
        if not others:
            return words
        apart = f"{self.estimates.spread.normalize():f} points apart"
        return f"{words}; {others} other estimate{'' if others == 1 else 's'}, {apart}"


def listed(names: Sequence[str]) -> str:
    """Names as people list them: `A`, `A and B`, `A, B and C`."""
    return " and ".join(one for one in (", ".join(names[:-1]), *names[-1:]) if one)


def open_questions_of(view: View) -> dict[str, OpenQuestion]:
    """The open questions of a View by their id, in its order."""
    last: dict[str, dict[str, Position]] = {}
    for position in view.positions:
        stands = last.setdefault(position.question, {})
        # The later one takes its place in the order of dates too.
        stands.pop(position.actor, None)
        stands[position.actor] = position
    return {
        question.id: _open_question(view, question, last.get(question.id, {}).values())
        for question in view.questions
        if question.status == "open"
    }


def _open_question(view: View, question: Question, positions: Iterable[Position]) -> OpenQuestion:
    stands = tuple(Stand(one.actor, one.date, one.stance, one.summary) for one in positions)
    estimates = estimates_of(question)
    named = (*question.decided_by, *(one.actor for one in stands), *(one.by for one in estimates.series))
    names = {one: view.name_of(one) for one in named}
    return OpenQuestion(question.id, question.text, question.decided_by, stands, estimates, names)
