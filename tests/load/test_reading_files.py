"""What may stand in the place of a file, and how each is told."""

import os

import pytest
from loading import SMALLEST

from tui.files import read
from tui.files.read import SIZE_LIMIT, UnreadableError, read_file
from tui.load.briefing import load_file


def code(path, root=None):
    loaded = load_file(path, root or path.parent)
    assert loaded.briefing is None
    (problem,) = loaded.problems
    assert problem.hint or problem.code == "unreadable"
    return problem.code


def test_a_folder_is_no_file(tmp_path):
    assert code(tmp_path) == "directory"


def test_a_missing_file_is_told(tmp_path):
    assert code(tmp_path / "talks.yaml") == "no-such-file"


def test_a_fifo_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "talks.yaml")
    assert code(tmp_path / "talks.yaml") == "not-a-file"


def test_an_endless_device_behind_a_link_is_not_read(tmp_path):
    (tmp_path / "talks.yaml").symlink_to("/dev/zero")
    assert code(tmp_path / "talks.yaml") == "not-a-file"


def test_a_loop_of_links_is_told(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert code(tmp_path / "a.yaml") == "unreadable"


def test_a_link_to_nothing_is_told(tmp_path):
    (tmp_path / "talks.yaml").symlink_to(tmp_path / "gone.yaml")
    assert code(tmp_path / "talks.yaml") == "no-such-file"


def test_a_path_through_a_file_is_told(tmp_path):
    (tmp_path / "talks.yaml").write_text(SMALLEST)
    assert code(tmp_path / "talks.yaml" / "more.yaml", tmp_path) == "unreadable"


@pytest.mark.parametrize("name", ["a\0b.yaml", "n" * 300 + ".yaml"])
def test_a_name_that_no_file_can_have_is_told(tmp_path, name):
    assert code(tmp_path / name) in {"no-such-file", "unreadable"}


def test_a_file_above_the_limit_is_not_read(tmp_path):
    path = tmp_path / "talks.yaml"
    path.touch()
    os.truncate(path, SIZE_LIMIT + 1)
    assert code(path) == "too-large"


def test_a_file_that_grows_while_it_is_read_is_still_bounded(tmp_path, monkeypatch):
    path = tmp_path / "talks.yaml"
    path.write_bytes(b"x" * 200)
    monkeypatch.setattr(read, "_check", lambda *_: None)
    with pytest.raises(UnreadableError) as refusal:
        read_file(path, 100)
    assert refusal.value.code == "too-large"


def test_no_descriptor_is_left_open(tmp_path):
    (tmp_path / "talks.yaml").write_text(SMALLEST)
    first = os.open(tmp_path, os.O_RDONLY)
    os.close(first)
    for path in (tmp_path, tmp_path / "talks.yaml", tmp_path / "gone.yaml"):
        load_file(path, tmp_path)
    again = os.open(tmp_path, os.O_RDONLY)
    os.close(again)
    assert again == first


def test_a_file_of_exactly_the_limit_is_read(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_bytes(b"x" * 100)
    assert read_file(path, 100) == b"x" * 100
    with pytest.raises(UnreadableError):
        read_file(path, 99)


def test_a_file_without_permission_is_told(tmp_path, monkeypatch):
    path = tmp_path / "talks.yaml"
    path.write_text(SMALLEST)

    def deny(*_):
        raise PermissionError(13, "Permission denied")

    # Whoever runs the tests may be allowed to read everything.
    monkeypatch.setattr(read.os, "open", deny)
    result = load_file(path, tmp_path)
    monkeypatch.undo()
    assert [problem.code for problem in result.problems] == ["no-permission"]
