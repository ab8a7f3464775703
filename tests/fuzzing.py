"""Properties that can be tried for as long as one likes.

`BRIEF_FUZZ_MINUTES=15 pytest -n 0 -s tests/fuzz` tries each for a quarter of an hour and prints how many inputs it
was given; without it each is tried on a few dozen.
"""

import os
import sys
from collections.abc import Callable
from functools import wraps
from time import monotonic
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

MINUTES = "BRIEF_FUZZ_MINUTES"
_A_ROUND = 100
"""Inputs of one round of a long run: with each round hypothesis begins anew, and forgets what it has tried."""

_ANY_SPEED = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


def fuzzed(few: int, **strategies: SearchStrategy[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Make a test of a property: of `few` inputs, or of as many as there is time for."""

    def decorate(holds: Callable[..., None]) -> Callable[[], None]:
        @wraps(holds)
        def test() -> None:
            minutes = float(os.environ.get(MINUTES, "0"))
            if not minutes:
                settings(_ANY_SPEED, max_examples=few)(given(**strategies)(holds))()
            else:
                _for_long(holds, strategies, 60 * minutes)

        # Pytest would take the property's parameters for fixtures.
        del test.__wrapped__  # type: ignore[attr-defined]
        return test

    return decorate


def _for_long(holds: Callable[..., None], strategies: dict[str, SearchStrategy[Any]], seconds: float) -> None:
    inputs = 0

    def counted(**values: Any) -> None:
        nonlocal inputs
        inputs += 1
        holds(**values)

    end = monotonic() + seconds
    in_a_round = settings(
        _ANY_SPEED, max_examples=_A_ROUND, derandomize=False, phases=[Phase.generate, Phase.target, Phase.shrink]
    )
    try:
        while monotonic() < end:
            in_a_round(given(**strategies)(counted))()
    finally:
        sys.stderr.write(f"\n{holds.__name__}: {inputs:,} inputs\n")
