"""Where tokens, pairs of tokens and runs of tokens stand in a text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FREQUENT = 64
"""Places above which those of a token are grouped, once, by the token that follows."""
_RARE = 4
"""Places so few that a rarer pair is not looked for."""
_WORTH_ANOTHER = 64
"""How many places of a token may be gone through to spare one place of a run."""
_MOST_COMPARED = 10_000_000
"""Tokens compared for one run; what is not found by then counts as not there."""


class TokenIndex:
    """Tokens in order. Building it and asking it all it knows are linear in their number."""

    def __init__(self, tokens: list[str], starts: list[int]) -> None:
        """Take the tokens and where each begins in the text; an empty token is followed by none."""
        self.tokens = [*tokens, ""]
        self.starts = starts
        self._numbers: dict[str, list[int]] = {}
        for number, token in enumerate(tokens):
            if token in self._numbers:
                self._numbers[token].append(number)
            else:
                self._numbers[token] = [number]
        self._frequent = {token for token, numbers in self._numbers.items() if len(numbers) > _FREQUENT}
        self._followers: dict[str, dict[str, list[int]]] = {}

    def span(self, number: int) -> tuple[int, int]:
        """Give where a token stands in the text."""
        start = self.starts[number]
        return start, start + len(self.tokens[number])

    def places(self, token: str) -> Sequence[int]:
        """Give the numbers of a token."""
        return self._numbers.get(token, ())

    def pairs(self, first: str, second: str) -> Sequence[int]:
        """Give the numbers of the first of two tokens where the second follows it."""
        tokens, left, right = self.tokens, self.places(first), self.places(second)
        if len(left) <= min(len(right), _FREQUENT):
            return [number for number in left if tokens[number + 1] == second]
        if len(right) <= _FREQUENT:
            return [number - 1 for number in right if tokens[number - 1] == first]
        followers = self._followers.get(first)
        if followers is None:
            followers = self._followers[first] = self._frequent_followers(left)
        return followers.get(second, ())

    def _frequent_followers(self, numbers: Sequence[int]) -> dict[str, list[int]]:
        followers: dict[str, list[int]] = {}
        tokens, frequent = self.tokens, self._frequent
        for number in numbers:
            token = tokens[number + 1]
            if token in followers:
                followers[token].append(number)
            elif token in frequent:
                followers[token] = [number]
        return followers

    def rarest(self, run: Sequence[str]) -> tuple[int, Sequence[int]]:
        """Give where in a run of tokens its rarest pair is, or its only token, and the numbers of that."""
        if len(run) == 1:
            return 0, self.places(run[0])
        counts = [len(self.places(token)) for token in run]
        at_most = [min(pair) for pair in pairwise(counts)]
        best: tuple[int, Sequence[int]] | None = None
        for offset in sorted(range(len(at_most)), key=at_most.__getitem__):
            if best is not None and len(best[1]) <= max(_RARE, at_most[offset] // _WORTH_ANOTHER):
                break
            places = self.pairs(run[offset], run[offset + 1])
            if best is None or len(places) < len(best[1]):
                best = offset, places
        return best or (0, ())

    def runs(self, run: list[str]) -> Iterator[int]:
        """Give the numbers at which a run of tokens begins, in order."""
        offset, places = self.rarest(run)
        compared = 0
        for number in places:
            first = number - offset
            if first >= 0 and self.tokens[first] == run[0]:
                compared += len(run)
                if compared > _MOST_COMPARED:
                    return
                if self.tokens[first : first + len(run)] == run:
                    yield first
