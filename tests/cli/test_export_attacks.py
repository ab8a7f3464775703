"""Wherever an export is sent, it writes one new file, or replaces one that it may, and nothing else changes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from stories import REPORT, STORY

from tui.cli import writing
from tui.export.formats import FORMATS
from tui.files.atomic import write_atomically

pytest_plugins = ("running",)

MINE = "mine, and nobody else's"


@pytest.fixture
def stories(library, here) -> Path:
    root = library({"story.yaml": STORY, "other.yaml": STORY, "texts/report.txt": REPORT})
    (root / "library.yaml").write_text("title: All\n")
    (here / "mine.txt").write_text(MINE)
    (here / "folder").mkdir()
    return root


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder, by their paths; links are not followed."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[str(path)] = os.fsencode(path.readlink())
        elif path.is_file():
            found[str(path)] = path.read_bytes()
    return found


def to_a_link(here: Path) -> str:
    (here / "out.md").symlink_to("mine.txt")
    return "out.md"


def to_a_link_to_nothing(here: Path) -> str:
    (here / "out.md").symlink_to("/tmp/nothing/of/that/name")
    return "out.md"


def to_a_link_in_a_circle(here: Path) -> str:
    (here / "out.md").symlink_to("out.md")
    return "out.md"


def through_a_folder_that_leads_into_the_library(here: Path) -> str:
    (here / "away").symlink_to("briefings")
    return "away/story.yaml"


def to_a_link_to_a_folder(here: Path) -> str:
    (here / "away").symlink_to("folder")
    return "away"


def by_dots(here: Path) -> str:
    return "folder/../briefings/texts/../other.yaml"


def to_a_hard_link_of_the_briefing(here: Path) -> str:
    os.link(here / "briefings/story.yaml", here / "out.md")
    return "out.md"


def to_a_hard_link_of_another(here: Path) -> str:
    os.link(here / "briefings/other.yaml", here / "out.md")
    return "out.md"


def to_a_pipe(here: Path) -> str:
    os.mkfifo(here / "out.md")
    return "out.md"


def to_a_folder(here: Path) -> str:
    return "folder"


def to_a_device(here: Path) -> str:
    return "/dev/null"


def to_an_open_file(here: Path) -> str:
    return f"/proc/self/fd/{os.open(here / 'mine.txt', os.O_RDWR)}"


def to_its_own_input(here: Path) -> str:
    return "/dev/stdin"


def below_a_file(here: Path) -> str:
    return "mine.txt/out.md"


def below_nothing(here: Path) -> str:
    return "nowhere/out.md"


def to_the_shared_file(here: Path) -> str:
    return "briefings/LIBRARY.yaml"


def to_a_stored_text(here: Path) -> str:
    return "briefings/texts/report.txt"


def to_a_name_too_long(here: Path) -> str:
    return "n" * 300 + ".md"


ATTACKS = [
    to_a_link, to_a_link_to_nothing, to_a_link_in_a_circle, through_a_folder_that_leads_into_the_library, by_dots,
    to_a_link_to_a_folder,
    to_a_hard_link_of_the_briefing, to_a_hard_link_of_another, to_a_pipe, to_a_folder, to_a_device, to_an_open_file,
    to_its_own_input, below_a_file, below_nothing, to_the_shared_file, to_a_stored_text, to_a_name_too_long,
]  # fmt: skip


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda one: one.__name__)
def test_nothing_is_written_where_nothing_may_be(brief, stories, here, attack: Callable[[Path], str], force):
    target = attack(here)
    before = everything(here)
    # Tables do go into a folder, if one forces them to.
    into_folder = attack is to_a_folder and bool(force)
    for form in (name for name, one in FORMATS.items() if not (one.is_archive and into_folder)):
        outcome = brief("export", "story", "-f", form, "-o", target, *force)
        assert outcome.code == 1
        assert outcome.err.startswith("brief: ")
        assert "nobody expected" not in outcome.err
        assert outcome.out == ""
        assert everything(here) == before


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_a_link_that_is_put_there_at_the_last_moment_is_not_followed(brief, stories, here, monkeypatch, force):
    def put_a_link_first(path: Path, content: bytes, **options: bool) -> None:
        path.unlink(missing_ok=True)
        path.symlink_to(here / "mine.txt")
        write_atomically(path, content, **options)

    monkeypatch.setattr(writing, "write_atomically", put_a_link_first)
    brief("export", "story", "-o", "out.md", *force)
    assert (here / "mine.txt").read_text() == MINE
    assert (here / "out.md").is_symlink() == (not force)


def test_a_file_that_is_put_there_at_the_last_moment_is_not_replaced(brief, stories, here, monkeypatch):
    def put_a_file_first(path: Path, content: bytes, **options: bool) -> None:
        path.write_text(MINE)
        write_atomically(path, content, **options)

    monkeypatch.setattr(writing, "write_atomically", put_a_file_first)
    assert brief("export", "story", "-o", "out.md").code == 1
    assert (here / "out.md").read_text() == MINE


def test_the_schema_of_a_strangers_library_is_written_to_no_other_place(brief, stories, here):
    (stories / ".brief-schema.json").symlink_to(here / "mine.txt")
    brief("new", "another", "--library", stories)
    assert (here / "mine.txt").read_text() == MINE


def test_the_seals_of_a_strangers_library_are_written_to_no_other_place(brief, stories, here):
    (stories / "quotes.lock").symlink_to(here / "mine.txt")
    assert brief("lock", "--library", stories).code == 1
    assert (here / "mine.txt").read_text() == MINE
