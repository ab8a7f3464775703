"""Every briefing in `broken/` has one fault, and says exactly what and where it is."""

import json
from pathlib import Path

import pytest

from tui.load.briefing import load_file

BROKEN = Path(__file__).parent / "broken"
EXPECTED = json.loads((BROKEN / "expected.json").read_text(encoding="utf-8"))


def test_every_broken_briefing_has_its_expectation_and_the_other_way_round():
    assert {path.stem for path in BROKEN.glob("*.yaml")} == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_fault_is_named_at_its_place_and_the_rest_is_shown(name):
    loaded = load_file(BROKEN / f"{name}.yaml", BROKEN)
    found = [
        [problem.place.line, problem.place.column, problem.code, problem.message, problem.hint]
        for problem in loaded.problems
    ]
    assert found == EXPECTED[name]["problems"]
    assert list(loaded.left_out) == EXPECTED[name]["left_out"]
    assert (loaded.briefing is not None) == EXPECTED[name]["shown"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_problem_says_what_to_do(name):
    without_hint = {
        message for _, _, code, message, hint in EXPECTED[name]["problems"] if not hint and code != "bad-date"
    }
    assert without_hint == set()
