"""Paths stay inside the library; links are followed before judging."""

import pytest

from tui.files.paths import OutsideError, inside
from tui.load.briefing import load_text
from tui.load.seal import load_lock
from tui.load.shared import load_shared


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "library"
    (root / "texts").mkdir(parents=True)
    (root / "sub").mkdir()
    (root / "texts" / "a.txt").write_text("A.")
    (tmp_path / "secret.txt").write_text("S.")
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "away").symlink_to(tmp_path)
    (root / "in.txt").symlink_to("texts/a.txt")
    (root / "loop.txt").symlink_to("loop.txt")
    return root


@pytest.mark.parametrize("written", ["texts/a.txt", "./texts/a.txt", "sub/../texts/a.txt", "in.txt", "not/there.txt"])
def test_a_path_within_the_library_is_taken(root, written):
    assert inside(root, root, written).is_relative_to(root.resolve())


@pytest.mark.parametrize(
    "written",
    [
        "../secret.txt",
        "sub/../../secret.txt",
        "/etc/hostname",
        "out.txt",
        "away/secret.txt",
        "away",
        "loop.txt",
        "a\0b",
    ],
)
def test_a_path_that_leads_out_is_refused(root, written):
    with pytest.raises(OutsideError):
        inside(root, root, written)


def test_a_path_is_relative_to_its_own_folder(root):
    assert inside(root, root / "sub", "../texts/a.txt") == (root / "texts" / "a.txt").resolve()
    with pytest.raises(OutsideError):
        inside(root, root / "sub", "../../secret.txt")


def test_a_library_behind_a_link_is_the_library(root, tmp_path):
    (tmp_path / "link").symlink_to(root)
    assert inside(tmp_path / "link", tmp_path / "link", "texts/a.txt") == (root / "texts" / "a.txt").resolve()


def test_a_folder_that_begins_with_the_same_name_is_outside(root, tmp_path):
    (tmp_path / "library-2").mkdir()
    with pytest.raises(OutsideError):
        inside(root, root, "../library-2/a.txt")


@pytest.mark.parametrize("written", ["out.txt", "away/secret.txt", "loop.txt", "../secret.txt"])
def test_a_text_that_leads_out_goes_and_its_source_stays(root, written):
    text = (
        "format: brief/1\ntitle: T\nas_of: 2025\nbottom_line: B.\n"
        f"sources:\n  - id: paper\n    title: Paper\n    text: {written}\n"
    )
    result = load_text(text, root / "talks.yaml", root)
    (problem,) = result.problems
    assert (problem.code, problem.place.line, problem.place.column) == ("path-outside", 8, 11)
    assert result.briefing.sources[0].text is None
    assert result.texts == {}


def test_the_place_of_a_text_is_told_whether_or_not_a_file_is_there(root):
    text = (
        "format: brief/1\ntitle: T\nas_of: 2025\nbottom_line: B.\n"
        "sources: [{id: a, title: A, text: ../texts/a.txt}, {id: b, title: B, text: gone.txt}]\n"
    )
    result = load_text(text, root / "sub" / "talks.yaml", root)
    assert result.problems == ()
    assert result.texts["a"].read_text() == "A."
    assert not result.texts["b"].exists()


@pytest.mark.parametrize("target", ["../secret.txt", "away/secret.txt"])
def test_what_a_library_shares_and_its_seals_are_not_read_through_a_link_that_leads_out(root, target):
    (root / "library.yaml").symlink_to(target)
    (root / "quotes.lock").symlink_to(target)
    for problems in (load_shared(root).problems, load_lock(root).problems):
        assert [problem.code for problem in problems] == ["path-outside"]


def test_a_link_within_the_library_is_followed(root):
    (root / "sub" / "shared.yaml").write_text("actors: [{id: ann, name: Ann}]\n")
    (root / "library.yaml").symlink_to("sub/shared.yaml")
    assert [actor.id for actor in load_shared(root).shared.actors] == ["ann"]
