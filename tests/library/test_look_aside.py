"""A process beside a command looks at the files, and whatever it finds, the answer is of the library as it is now."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cataloguing import titles, write

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

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="there is no second process here"
)


def run(root: Path, *arguments: str) -> tuple[str, str]:
    """What a command prints, and whether what it prints is what the catalogue had."""
    command = [sys.executable, "-c", RUN, *arguments, "--library", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"})
    return done.stdout, done.stderr.splitlines()[0]


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
    text, how = run(library, "list")
    assert how == "aside"
    assert text.index("one") < text.index("deep/two")
    assert run(Path(f"{library}/"), "search", "brouhaha")[1] == "aside"


def test_what_has_changed_is_read_first(library: Path) -> None:
    write(library, "three")
    text, how = run(library, "list")
    assert (how, "three" in text) == ("anew", True)
    (library / "deep" / "two.yaml").unlink()
    text, how = run(library, "list")
    assert (how, "two" in text) == ("anew", False)


def test_another_text_is_found_by_a_search(library: Path) -> None:
    (library / "report.txt").write_text("There was a shindig!\n")
    text, how = run(library, "search", "shindig")
    assert (how, "shindig" in text) == ("anew", True)


def test_the_library_is_listed_by_path_with_the_files_of_a_folder_before_its_folders(tmp_path: Path) -> None:
    names = ["b", "a/z", "a/b/c", "a-b", "a", "a b/x", "a/b", "ü/é", "A"]
    for name in names:
        write(tmp_path, name)
    walked = [str(path.relative_to(tmp_path)) for path in briefing_files(tmp_path)]
    assert sorted(walked, key=place_in_list) == walked
    assert [f"{title}.yaml" for title in titles(tmp_path)] == walked
