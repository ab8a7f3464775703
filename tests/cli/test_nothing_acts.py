"""Whatever a library holds, none of it acts on the terminal of its reader."""

import json
import os
import re
from pathlib import Path

import pytest
from hostile_library import CONTROLS, MARK, write_hostile
from ptys import Reader

from tui.cli import program
from tui.cli.program import COMMANDS
from tui.load.characters import FORBIDDEN_IN_VALUE

pytest_plugins = ("running",)

# What the commands themselves write for colours.
OWN = re.compile(r"\x1b\[[\d;]*m")
ARGUMENTS = {
    "export": ["story-0"],
    "new": ["another-story"],
    "search": ["MARK"],
    "changes": ["story-0", "--since", "2020"],
    "who": ["A"],
    "show": ["story-0"],
}
"""What commands need besides their options."""


def acting(text: str) -> str:
    """What of a text acts on a terminal or hides; line ends and tabs are no harm, a carriage return is."""
    return "".join(FORBIDDEN_IN_VALUE.findall(text.replace("\t", " "))) + "".join(re.findall("[\u2028\u2029]", text))


@pytest.fixture
def hostile(library) -> Path:
    root = library(
        {"plain.yaml": "format: brief/1\ntitle: P\nas_of: 2024\nbottom_line: B\nsources: [{id: s, title: S}]\n"}
    )
    write_hostile(root)
    return root


def runs() -> list[tuple[str, ...]]:
    """Every command in each of its formats, however many of both there are."""
    found: list[tuple[str, ...]] = []
    for name in COMMANDS:
        command = program._command(name)
        choices: list[tuple[str, ...]] = [()]
        for option in command.params:
            if isinstance(getattr(option.type, "choices", None), (list, tuple)) and "--format" in option.opts:
                choices += [("-f", str(one)) for one in option.type.choices]
            if "--json" in option.opts:
                choices.append(("--json",))
        found += [(name, *one) for one in choices]
    return found


@pytest.mark.parametrize("run", runs(), ids=" ".join)
def test_no_command_writes_what_acts_on_a_terminal(brief, hostile, run):
    name, *options = run
    named = [[str(path)] for path in sorted(hostile.rglob("*.yaml"))] if name == "export" else []
    for arguments in (ARGUMENTS.get(name, []), *named):
        outcome = brief(name, *arguments, *options)
        # A calendar's lines end with CR and LF; an archive never goes to a terminal.
        out = outcome.out.replace("\r\n", "\n") if "ics" in options else outcome.out
        assert "csv" in options or acting(out) == ""
        assert acting(outcome.err) == ""
        assert "Traceback" not in outcome.err
        if outcome.out and {"json", "sarif", "--json"} & set(options):
            assert json.loads(outcome.out) is not None


@pytest.mark.parametrize("command", ["check", "list"])
def test_nor_does_it_in_colour(brief, hostile, monkeypatch, command):
    for module in ("check", "listing", "streams"):
        brief(command)
        monkeypatch.setattr(f"tui.cli.{module}.is_terminal", lambda stream: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    outcome = brief(command)
    assert acting(OWN.sub("", outcome.out)) == ""
    assert MARK.decode() in outcome.out


def test_what_is_asked_for_by_a_hostile_name_is_named_without_acting(brief, hostile):
    for control in (b"".join(CONTROLS.values()), CONTROLS["C1 bytes"]):
        written = os.fsdecode(control)
        for arguments in (
            [written], ["export", written], ["export", f"story-0#{written}"], ["check", written], ["new", written],
            ["list", "--library", written], ["list", written], [f"--{written}"],
            ["export", "story-0", "--as-of", written],
            ["export", "story-0", "-o", f"/nowhere/{written}.md"], ["export", "story-0", "-f", written],
            ["list", "--max-size", written],
        ):  # fmt: skip
            outcome = brief(*arguments)
            assert outcome.code in {1, 2}
            assert acting(outcome.out + outcome.err) == ""


# What the reader itself writes: modes, colours, places, the pointer's shape, the keyboard, requests for what the
# terminal can do.
DRAWING = re.compile(
    r"\x1b\[[\d;]*[mH]|\x1b\[\?[\d;]+[hl]|\x1b\[\?20(?:26|48)\$p|\x1b\[[<>]\d*u|\x1b\]22;[a-z-]*\x07|\x1b\[\d*[ABCDJK]|\x07"
)


def test_nor_does_anything_in_the_reader(tmp_path):
    root = tmp_path / "library"
    root.mkdir()
    write_hostile(root)
    with Reader("--library", str(root), home=tmp_path, size=(120, 40)) as reader:
        place = reader.until(b"MARK")
        for move in ("", "j", "jj", "jjj", "G", "k"):
            reader.press(f"{move}\r")
            place = reader.until(b"Overview", b"can be shown", after=place)
            reader.press("147")
            reader.press("q")
            place = reader.until(b"Topics", after=place)
        reader.press("\x11")
        assert reader.ended() == 0
    text = DRAWING.sub("", reader.written.decode("utf-8")).replace("\r\n", "\n")
    assert acting(text) == ""
    assert "evil.example" not in "".join(re.findall(r"\x1b\][^\x07\x1b]*", reader.written.decode()))
