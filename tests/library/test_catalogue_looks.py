"""A look at a library that has long been as it is compares one fingerprint, and still misses nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cataloguing import found, listed, titles, write

from tui.library.catalogue.catalogue import Catalogue
from tui.library.catalogue.contents import shared_hash
from tui.library.catalogue.difference import Difference, difference
from tui.library.catalogue.looking import look
from tui.library.catalogue.paths import texts_of
from tui.library.catalogue.refresh import may_have_changed

LONG_AGO = 1_700_000_000_000_000_000
SOURCE = {"id": "report", "title": "A report", "text": "texts/report.txt"}


def age(root: Path) -> None:
    """Let every file have been written long ago."""
    for path in root.rglob("*"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))


def found_difference(root: Path) -> Difference:
    with Catalogue(root) as catalogue:
        seen = look(root, texts_of(catalogue.connection))
        found = difference(seen, shared_hash(root), catalogue.connection)
        assert may_have_changed(root, catalogue.connection) is (found is not Difference.NONE)
        return found


@pytest.fixture
def settled(tmp_path: Path) -> Path:
    """A library that nobody has touched for a while, and that has been looked at before."""
    write(tmp_path, "one", sources=[SOURCE])
    write(tmp_path, "deep/two")
    write(tmp_path, "\udce9t\udce9", title="not text", bottom_line="It goes on.")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "report.txt").write_text("There was a brouhaha.\n")
    (tmp_path / "library.yaml").write_text("title: A shared one\n")
    age(tmp_path)
    for _ in range(2):
        titles(tmp_path)
    assert found_difference(tmp_path) is Difference.NONE
    return tmp_path


def _edit(root: Path) -> None:
    path = write(root, "one", title="two", sources=[SOURCE])
    os.utime(path, ns=(LONG_AGO, LONG_AGO))


def _add(root: Path) -> None:
    write(root, "deep/three")


def _remove(root: Path) -> None:
    (root / "deep" / "two.yaml").unlink()


def _rename(root: Path) -> None:
    (root / "one.yaml").rename(root / "other.yaml")


def _share(root: Path) -> None:
    (root / "library.yaml").write_text("title: Another one\n")


def _rewrite_text(root: Path) -> None:
    (root / "texts" / "report.txt").write_text("There was a shindig!\n")


def _remove_text(root: Path) -> None:
    (root / "texts" / "report.txt").unlink()


@pytest.mark.parametrize("change", [_edit, _add, _remove, _rename, _share, _rewrite_text, _remove_text])
def test_every_change_is_seen(settled: Path, change: Callable[[Path], None]) -> None:
    change(settled)
    assert found_difference(settled) is Difference.SOME
    titles(settled)
    age(settled)
    for _ in range(2):
        titles(settled)
    assert found_difference(settled) is Difference.NONE


def test_what_changed_is_what_is_shown(settled: Path) -> None:
    _edit(settled)
    _remove(settled)
    _rewrite_text(settled)
    assert [one.title for one in listed(settled)] == ["two", "not text"]
    assert found(settled, "shindig")
    assert not found(settled, "brouhaha")


def test_a_text_named_as_a_briefing_is_in_a_hidden_folder_is_a_text_and_comes_to_rest(settled: Path) -> None:
    hidden = write(settled, ".kept/talk", title="A shindig")
    write(settled, "one", sources=[SOURCE, {"id": "talk", "title": "A talk", "text": ".kept/talk.yaml"}])
    age(settled)
    for _ in range(3):
        assert sorted(titles(settled)) == ["deep/two", "not text", "one"]
    assert [hit.item for hit in found(settled, "shindig")] == ["talk"]
    assert found_difference(settled) is Difference.NONE
    hidden.write_text("A hullabaloo")
    assert found(settled, "hullabaloo")
    assert not found(settled, "shindig")
    hidden.unlink()
    assert not found(settled, "hullabaloo")


def test_a_file_known_as_a_briefing_is_found_as_a_text_when_it_is_named_as_one(settled: Path) -> None:
    (settled / "notes.yaml").write_text("note: A shindig")
    asked = [{"id": "toll", "text": "Will there be a toll?", "decided_by": ["mayor"]}]
    both = write(settled, "both", bottom_line="A hullabaloo", questions=asked)
    age(settled)
    assert not found(settled, "shindig")
    names = ("notes", "both")
    write(settled, "one", sources=[{"id": name, "title": name, "text": f"{name}.yaml"} for name in names])
    age(settled)
    assert [hit.item for hit in found(settled, "shindig")] == ["notes"]
    assert {hit.kind for hit in found(settled, "hullabaloo")} == {"briefing", "text"}
    titles(settled)
    assert found_difference(settled) is Difference.NONE
    problems = {one.title: one.problems for one in listed(settled)}
    (settled / "library.yaml").write_text("title: T\nactors: [{id: mayor, name: Ana Ruiz, kind: person}]\n")
    assert {one.title: one.problems for one in listed(settled)} == problems | {"both": problems["both"] - 1}
    write(settled, "one")
    assert {hit.kind for hit in found(settled, "hullabaloo")} == {"briefing"}
    both.write_text(both.read_text().replace("hullabaloo", "ruckus"))
    assert {hit.kind for hit in found(settled, "ruckus")} == {"briefing"}
    write(settled, "one", sources=[{"id": name, "title": name, "text": f"{name}.yaml"} for name in names])
    assert {hit.kind for hit in found(settled, "ruckus")} == {"briefing", "text"}


def test_what_cannot_be_read_is_not_read_again_at_every_look(settled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = settled / "texts" / "report.txt"
    text.write_bytes(b"\xff\xfe\x00")
    (settled / "one.yaml").write_bytes(b"\xff format: brief/1")
    (settled / "deep" / "link.yaml").symlink_to("/dev/null")
    (settled / "deep" / "loop.yaml").symlink_to("loop.yaml")
    (settled / "deep" / "folder.yaml").mkdir()
    age(settled / "texts")
    os.utime(settled / "one.yaml", ns=(LONG_AGO, LONG_AGO))
    for _ in range(3):
        titles(settled)
    assert found_difference(settled) is Difference.NONE
