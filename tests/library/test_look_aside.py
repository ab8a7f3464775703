"""A process beside a command looks at the files, and whatever it finds, the answer is of the library as it is now."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from cataloguing import listed, titles, write

from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.paths import place_in_list
from tui.library.scan import briefing_files

LONG_AGO = 1_700_000_000_000_000_000
SOURCE = {"id": "report", "title": "A report", "text": "report.txt"}

# As the program does, but for a library of any size.
RUN = """
import sys
from tui.cli import main
from tui.library.catalogue import aside, keeping
aside._WORTH = 0
answered = keeping._ask_meanwhile
def noted(*arguments, **named):
    found = answered(*arguments, **named)
    print("aside" if found else "anew", file=sys.stderr)
    return found
keeping._ask_meanwhile = noted
main.main(sys.argv[1:])
"""

# Where there can be no second process, everything is looked at anew, and nothing is noted.
IS_POSSIBLE = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def command(root: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-c", RUN, *arguments, "--library", str(root)]


def run(root: Path, *arguments: str, expected: str) -> str:
    """What a command prints, which is expected to be what the catalogue had (`aside`), or read `anew`."""
    done = subprocess.run(
        command(root, *arguments), capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"}
    )
    assert done.stderr.splitlines()[:1] == ([expected] if IS_POSSIBLE else [])
    return done.stdout


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library that nobody has touched for a while, and that has been looked at before."""
    root = tmp_path / "library"
    write(root, "one", sources=[SOURCE])
    write(root, "deep/two")
    (root / "report.txt").write_text("There was a brouhaha.\n")
    for path in root.rglob("*"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    for _ in range(2):
        assert titles(root) == ["one", "deep/two"]
    return root


def test_what_has_not_changed_is_answered_from_the_catalogue(library: Path) -> None:
    text = run(library, "list", expected="aside")
    assert text.index("one") < text.index("deep/two")
    assert "brouhaha" in run(Path(f"{library}/"), "search", "brouhaha", expected="aside")


def test_what_has_changed_is_read_first(library: Path) -> None:
    write(library, "three")
    assert "three" in run(library, "list", expected="anew")
    (library / "deep" / "two.yaml").unlink()
    assert "two" not in run(library, "list", expected="anew")


def test_another_text_is_found_by_a_search(library: Path) -> None:
    (library / "report.txt").write_text("There was a shindig!\n")
    assert "shindig" in run(library, "search", "shindig", expected="anew")


def test_a_parent_that_ignores_the_end_of_its_processes_changes_nothing(library: Path) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        process = subprocess.Popen(command(library, "list"), stdout=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGCHLD, before)
    text, _ = process.communicate()
    assert process.returncode == 0
    assert "deep/two" in text


def test_the_library_is_listed_by_path_with_the_files_of_a_folder_before_its_folders(tmp_path: Path) -> None:
    names = ["b", "a/z", "a/b/c", "a-b", "a", "a b/x", "a/b", "ü/é", "A"]
    for name in names:
        write(tmp_path, name)
    walked = [str(path.relative_to(tmp_path)) for path in briefing_files(tmp_path)]
    assert sorted(walked, key=place_in_list) == walked
    assert [f"{title}.yaml" for title in titles(tmp_path)] == walked


def test_the_lines_of_a_list_are_those_of_its_briefings(library: Path) -> None:
    write(library, "many", questions=[{"id": "q", "text": "Will it pass?", "due": "2024-07-11"}], oops="?")
    (library / "empty.yaml").write_text("format: brief/1\n")
    briefings = listed(library)
    with Catalogue(library) as catalogue:
        assert catalogue.lines() == [one.line for one in briefings]
    assert {len(one.line) for one in briefings} == {6}
