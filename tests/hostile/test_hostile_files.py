"""Files made to do harm: each is answered with the problem it must give, alone and in a library with all the others.

`files/` has those that git can hold, and `expected.json` what is said of each: line, column, code and message of its
first error, the codes of all that is wrong, and whether anything of it can be shown. The rest is made here.
"""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.files import read
from tui.library.folder import Library
from tui.load.briefing import load_file
from tui.load.problem import Severity

pytest_plugins = ("running",)

FILES = Path(__file__).parent / "files"
EXPECTED = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
SMALLEST = b"format: brief/1\ntitle: T\nas_of: 2024\nbottom_line: B.\nsources: [{id: s, title: S}]\n"


def test_there_are_a_hundred_and_each_has_what_it_must_give():
    assert {path.stem for path in FILES.iterdir()} == set(EXPECTED)
    assert len(EXPECTED) + len(MADE) >= 100


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_hostile_file_gives_its_problem(name):
    loaded = load_file(FILES / f"{name}.yaml", FILES)
    first = next(one for one in loaded.problems if one.severity is Severity.ERROR)
    found = [first.place.line, first.place.column, first.code, first.message]
    expected = EXPECTED[name]["problem"]
    if first.code == "too-deep":
        # Versions of libyaml differ in how far they read ahead.
        found[1] = expected[1]
    assert found == expected
    assert sorted({one.code for one in loaded.problems}) == EXPECTED[name]["codes"]
    assert (loaded.briefing is not None) == EXPECTED[name]["shown"]


def fifo(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def folder(path: Path) -> None:
    path.mkdir()


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path.name)


def link_out(path: Path) -> None:
    outside = path.parent.parent / f"outside-{path.name}"
    outside.write_bytes(SMALLEST)
    path.symlink_to(outside)


def link_to_nothing(path: Path) -> None:
    path.symlink_to("nothing-of-that-name")


def too_large(path: Path) -> None:
    path.write_bytes(SMALLEST)
    os.truncate(path, 20 * read.MEBIBYTE)


def empty(path: Path) -> None:
    path.touch()


def no_permission(path: Path) -> None:
    path.write_bytes(SMALLEST)


def shrinking(path: Path) -> None:
    path.write_bytes(SMALLEST)


def socket_file(path: Path) -> None:
    import socket

    here = Path.cwd()
    os.chdir(path.parent)
    try:
        # The path of a socket is short.
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


MADE: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "fifo": (fifo, "not-a-file", "the file is not a regular file"),
    "socket": (socket_file, "unreadable", "the file cannot be read: no such device or address"),
    "device": (device, "path-outside", "the file is a link that leads out of the library"),
    "folder": (folder, "directory", "the file is a folder, not a file"),
    "link-in-a-circle": (link_in_a_circle, "unreadable", "the file is a link that leads in a circle"),
    "link-out": (link_out, "path-outside", "the file is a link that leads out of the library"),
    "link-to-nothing": (link_to_nothing, "no-such-file", "the file does not exist"),
    "too-large": (too_large, "too-large", "the file is larger than 16 MiB"),
    "empty": (empty, "empty", "the file is empty"),
    "no-permission": (no_permission, "no-permission", "the file may not be read"),
    "shrinking": (shrinking, "changed", "the file became shorter while it was read"),
    "byte-\udcff-in-its-name": (no_permission, "no-permission", "the file may not be read"),
}
"""What git cannot hold: how it is made, and the code and the message that it must give."""


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses to open some files and takes others away while they are read, also from those who may do everything."""
    real = os.open

    def opened(path, *arguments, **options):
        name = Path(os.fsdecode(path)).name
        if name.startswith(("no-permission", "byte-")):
            raise PermissionError(13, "Permission denied", path)
        found = real(path, *arguments, **options)
        if name.startswith("shrinking"):
            os.truncate(path, len(SMALLEST))
            state = os.fstat(found)
            larger = os.stat_result((*state[:6], state.st_size + 100, *state[7:]))
            monkeypatch.setattr(os, "fstat", lambda one: larger if one == found else fstat(one))
        else:
            monkeypatch.setattr(os, "fstat", fstat)
        return found

    fstat = os.fstat
    monkeypatch.setattr(os, "open", opened)


@pytest.mark.parametrize("name", MADE)
def test_what_is_no_file_gives_its_problem(tmp_path, refusing, name):
    make, code, message = MADE[name]
    root = tmp_path / "library"
    root.mkdir()
    path = root / f"{name}.yaml"
    make(path)
    (problem,) = Library(root).load(path).problems
    assert (problem.code, problem.message) == (code, message)
    assert problem.hint or code == "unreadable"


@pytest.mark.parametrize("name", MADE)
def test_every_command_says_it_in_a_sentence_and_goes_on_with_the_rest(brief, library, refusing, name):
    make, _, message = MADE[name]
    path = library({"good.yaml": SMALLEST}) / f"{name}.yaml"
    make(path)
    # Whoever names a link means the file that it leads to; whoever names a folder means what is in it.
    is_other = name in {"device", "folder", "link-in-a-circle", "link-out", "link-to-nothing"}
    for command in (["check"], ["export"], []):
        outcome = brief(*command, path)
        assert outcome.code in ({0, 1, 2} if name in {"link-out", "folder"} else {1, 2})
        said = outcome.out + outcome.err
        assert "Traceback" not in said
        assert "nobody expected" not in said
        if command and not is_other:
            assert message.removeprefix("the file ") in said
        assert said
    for command in ("list", "check"):
        outcome = brief(command)
        assert "Traceback" not in outcome.err
        assert "nobody expected" not in outcome.err
    assert "good" in brief("list").out


def test_one_library_of_them_all_is_listed_checked_and_read(brief, library, refusing):
    root = library({"good.yaml": SMALLEST})
    for path in FILES.iterdir():
        shutil.copy(path, root)
    for name, (make, _, _) in MADE.items():
        make(root / f"{name}.yaml")
    listed = brief("list")
    assert listed.code in {0, 1}
    assert "good" in listed.out
    checked = brief("check", "-f", "json")
    assert checked.code == 1
    codes = {one["code"] for one in json.loads(checked.out)["problems"]}
    assert codes >= {one["problem"][2] for one in EXPECTED.values() if one["problem"][2] != "not-a-briefing"} - {
        "empty"
    }
    assert brief("export", "good").code == 0
    text = brief("check").out
    assert text.count("\n\n") <= 102
    assert "… and " in text
    assert text.splitlines()[-1].startswith(tuple("0123456789"))
