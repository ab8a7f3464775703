"""What was thought of a question's chances over time, by whom, in the words and numbers of ICD 203."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from tui.model.edtf import EDTF
from tui.model.likelihood import Likelihood, Term
from tui.model.question import Estimate, Question


class Expectation(NamedTuple):
    """One estimate: `low` and `high` are percentages from 0 to 100, alike where one number was given."""

    estimate: Estimate

    @property
    def by(self) -> str:
        """The id of the actor who expected it."""
        return self.estimate.by

    @property
    def date(self) -> EDTF:
        """When they did."""
        return self.estimate.date

    @property
    def low(self) -> Decimal:
        """The lowest percentage."""
        return self.estimate.likelihood.low

    @property
    def high(self) -> Decimal:
        """The highest percentage."""
        return self.estimate.likelihood.high

    @property
    def midpoint(self) -> Decimal:
        """The percentage halfway between the two."""
        return (self.low + self.high) / 2

    @property
    def term(self) -> Term | None:
        """The term that was given, else the one in whose band it lies; None where it lies in several or in none."""
        terms = terms_of(self.estimate.likelihood)
        return terms[0] if len(terms) == 1 else None

    @property
    def words(self) -> str:
        """In words and numbers: `likely (55–80 %)`, `unlikely (20 %)`, `unlikely to likely (30–60 %)`, `0 %`."""
        likelihood = self.estimate.likelihood
        terms = terms_of(likelihood)
        if likelihood.term or not terms:
            return likelihood.words
        named = terms[0].words if len(terms) == 1 else f"{terms[0].words} to {terms[-1].words}"
        return f"{named} ({likelihood.words})"


class Shift(NamedTuple):
    """A move of expectation from one estimate of an actor's to the next."""

    before: Expectation
    now: Expectation

    @property
    def points(self) -> Decimal:
        """Percentage points between the midpoints; above 0 where it came to be thought likelier."""
        return self.now.midpoint - self.before.midpoint


@dataclass(frozen=True)
class Series:
    """What one actor expected over time, by date; of one date, in the order of the file. There is one at least."""

    by: str
    expectations: tuple[Expectation, ...]

    @property
    def latest(self) -> Expectation:
        """What they expect now."""
        return self.expectations[-1]

    @cached_property
    def shifts(self) -> tuple[Shift, ...]:
        """The moves, by date; an estimate that leaves the midpoint where it was is none."""
        pairs = zip(self.expectations, self.expectations[1:], strict=False)
        return tuple(shift for before, now in pairs if (shift := Shift(before, now)).points)


@dataclass(frozen=True)
class Estimates:
    """The estimates of one question: a series for each actor, in the order in which they first spoke."""

    series: tuple[Series, ...]

    @cached_property
    def expectations(self) -> tuple[Expectation, ...]:
        """Those of all actors, by date."""
        return _by_date(one for series in self.series for one in series.expectations)

    @cached_property
    def latest(self) -> tuple[Expectation, ...]:
        """What each actor expects now: the last of each, by date, so that the newest comes last."""
        return _by_date(one.latest for one in self.series)

    @property
    def newest(self) -> Expectation | None:
        """The last estimate of all."""
        return self.latest[-1] if self.latest else None

    @property
    def range(self) -> tuple[Decimal, Decimal] | None:
        """The lowest and the highest percentage that any actor now holds for possible."""
        if not self.latest:
            return None
        return min(one.low for one in self.latest), max(one.high for one in self.latest)

    @property
    def spread(self) -> Decimal:
        """How far the actors are now apart: percentage points between the outermost midpoints, 0 for one actor."""
        midpoints = [one.midpoint for one in self.latest]
        return max(midpoints) - min(midpoints) if midpoints else Decimal(0)


def estimates_of(question: Question) -> Estimates:
    """The estimates of a question, which a View has as of its date."""
    series: dict[str, list[Expectation]] = {}
    for one in _by_date(Expectation(estimate) for estimate in question.estimates):
        series.setdefault(one.by, []).append(one)
    return Estimates(tuple(Series(by, tuple(expectations)) for by, expectations in series.items()))


def terms_of(likelihood: Likelihood) -> tuple[Term, ...]:
    """The term of a likelihood, or all those into whose bands a range of percentages falls.

    There is none for what lies wholly below 1 or above 99 per cent: ICD 203 has no word for the certain. A range that
    ends where a band begins does not fall into that band.
    """
    if likelihood.term:
        return (likelihood.term,)
    low, high = likelihood.low, likelihood.high
    if low == high:
        term = Term.of(low)
        return (term,) if term else ()
    return tuple(term for term in Term if term.band[0] < high and low < term.band[1])


def _by_date(expectations: Iterable[Expectation]) -> tuple[Expectation, ...]:
    return tuple(sorted(expectations, key=lambda one: one.date.sort_key()))
