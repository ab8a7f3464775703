"""The JSON that programs are promised is the JSON that is printed."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from conftest import SAMPLE, SHIPPED
from pages import read

from tui.analysis.ahead import Group
from tui.analysis.changes import What
from tui.cli.program import COMMANDS, program
from tui.cli.show import PANES
from tui.load.problem import Severity

pytest_plugins = ("running",)

ASKED = {
    "brief list --json": ["list"],
    "brief check -f json": ["check -f json"],
    "brief search WORDS --json": ["search toll"],
    "brief who NAME --json": ["who mayor"],
    "brief agenda --json": ["agenda"],
    "brief changes ID --json": ["changes harbour-bridge --since 2024-06", "changes dam.yaml --from dam-before.yaml"],
    "brief themes --json": ["themes"],
}
DAM = """\
format: brief/1
id: dam
title: The dam
as_of: 2024-09-30
bottom_line: It holds.
sources: [{id: report, title: A report, published: 2024-06-01}]
actors: [{id: engineer, name: The engineer}]
questions:
  - id: holds
    text: Will it hold?
    sources: [report]
    estimates:
      - {date: 2024-06-01, by: engineer, likelihood: likely}
      - {date: 2024-09-01, by: engineer, likelihood: unlikely}
"""
"""An estimate that shifts, which no other library of ours has."""
SHAPED_LIKE_ITEMS = {"changes[].before", "changes[].after", "changes[].fields"}
"""What stands in these is told elsewhere on the page."""


def section(command: str) -> str:
    return read("docs/json.md").split(f"## `{command}`\n")[1].partition("\n## ")[0]


def promised(command: str) -> set[str]:
    """The places of values that the page tells of, such as `entries[].briefing.id`."""
    return set(re.findall(r"^\| `([^`]+)` \|", section(command), re.MULTILINE))


def places(value: Any, at: str = "") -> Iterator[str]:
    """The place of every value, of those too that hold others."""
    yield at
    # All six lists of what bears on an actor are told by the first.
    at = re.sub(r"^\[\]\.(quotes|events|questions|relations|figures)$", "[].positions", at)
    if at in SHAPED_LIKE_ITEMS:
        return
    if isinstance(value, dict):
        for key, one in value.items():
            yield from places(one, f"{at}.{key}".removeprefix("."))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for one in value:
            yield from places(one, f"{at}[]")


def holds_another(place: str, places: set[str]) -> bool:
    return any(not place or one.startswith((f"{place}.", f"{place}[")) for one in places)


@pytest.mark.parametrize("command", ASKED)
def test_every_value_that_is_printed_is_promised_and_the_other_way_round(
    command: str,
    brief: Callable[..., Any],
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BRIEF_TODAY", "2024-10-01")
    (here / "dam.yaml").write_text(DAM, encoding="utf-8")
    (here / "dam-before.yaml").write_text(DAM.replace("It holds", "It leaks").replace("id: dam", "id: before"), "utf-8")
    known, found = promised(command), set()
    for asked in ASKED[command]:
        for library in (SAMPLE, SHIPPED, here):
            words = [*asked.split(), *([] if "json" in asked else ["--json"])]
            outcome = brief(*words, *([] if asked == "themes" else ["--library", library]))
            if outcome.out:
                found |= set(places(json.loads(outcome.out)))
    assert sorted(one for one in found - known if not holds_another(one, known)) == []
    assert sorted(known - found) == []


def test_every_command_that_prints_json_is_told() -> None:
    told = set(re.findall(r"^## `brief ([a-z]+)", read("docs/json.md"), re.MULTILINE))
    assert told == {name for name in COMMANDS if prints_json(name)}


def prints_json(name: str) -> bool:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    return any(
        "--json" in one.opts or "json" in getattr(one.type, "choices", ())
        for one in command.params
        if isinstance(one, click.Option)
    )


def test_the_values_that_are_told_are_those_that_there_are() -> None:
    told = section("brief changes ID --json").split("`what` is one of")[1].partition(".")[0]
    assert re.findall("`([a-z-]+)`", told) == [one.value for one in What]
    group = re.search(r"`entries\[\]\.group` \| (.*) \|", section("brief agenda --json"))
    assert group
    assert re.findall("`([a-z-]+)`", group[1]) == [one.value for one in Group]
    severity = re.search(r"severity` \| (.*) \|", section("brief check -f json"))
    assert severity
    assert re.findall("`([a-z]+)`", severity[1]) == [one.value for one in Severity]


def test_the_json_of_an_export_has_no_null(brief: Callable[..., Any]) -> None:
    text = brief("export", "harbour-bridge", "--library", SAMPLE, "-f", "json").out
    assert set(json.loads(text)) >= {"format", "id", "title", "as_of", "bottom_line", "quotes", "events"}
    assert "null" not in re.findall(r"^ *\"\w+\": (\w+),?$", text, re.MULTILINE)


def test_the_json_of_a_pane_has_the_keys_that_are_told(brief: Callable[..., Any]) -> None:
    rows = re.findall(r"^\| `([a-z]+)` \| (`.*`) \|", section("brief show ID --json"), re.MULTILINE)
    assert [pane for pane, _ in rows] == list(PANES)
    for pane, keys in rows:
        printed = json.loads(brief("show", "harbour-bridge", "--library", SAMPLE, "--pane", pane, "--json").out)
        assert list(printed) == ["id", "title", "as_of", "tlp", *re.findall("`([a-z_]+)`", keys)]
