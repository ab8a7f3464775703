"""What the project rests on: lower bounds that are tested at, upper ones with a reason, and a lock."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OPTIONAL = PROJECT["optional-dependencies"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = {"textual"}
"""What the tests need at one version, with the reason beside it."""


def needed() -> list[Requirement]:
    found = [*PROJECT["dependencies"], *OPTIONAL["test"], *OPTIONAL["dev"]]
    return [Requirement(one) for one in found if not one.startswith(PROJECT["name"])]


def test_everything_has_a_lower_bound_and_no_upper_one():
    for one in needed():
        bounds = {bound.operator for bound in one.specifier}
        assert bounds == ({"=="} if one.name in PINNED and "==" in bounds else {">="}), str(one)


def test_who_installs_it_is_not_held_to_the_version_of_the_tests():
    own = {one.name: one.specifier for one in map(Requirement, PROJECT["dependencies"])}
    for one in map(Requirement, OPTIONAL["test"]):
        if one.name in PINNED:
            # The bound is the version that the tests ran at.
            (bound,), (pin,) = own[one.name], one.specifier
            assert (bound.operator, bound.version) == (">=", pin.version)


def test_the_lowest_versions_are_those_of_the_bounds():
    done = subprocess.run([sys.executable, ROOT / ".ci" / "lowest"], check=True, capture_output=True, text=True)
    lowest = dict(line.split("==") for line in done.stdout.split())
    for one in map(Requirement, (*PROJECT["dependencies"], *OPTIONAL["test"])):
        assert one.specifier.contains(lowest[one.name])


def test_the_lock_has_a_version_of_everything_and_fits_the_bounds():
    locked = {}
    for line in LOCK.splitlines():
        if line and not line.startswith("#"):
            name, _, version = line.partition("==")
            assert Version(version)
            assert name.lower().replace("_", "-") not in locked, f"{name} stands twice"
            locked[name.lower().replace("_", "-")] = version
    for one in needed():
        assert one.specifier.contains(locked[one.name.lower()]), str(one)


def test_the_lock_names_no_place_to_fetch_from():
    assert re.search(r"https?:|file:|^\s*--|@", LOCK, re.MULTILINE) is None
