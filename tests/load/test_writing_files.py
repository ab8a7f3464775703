"""The one writer: a file is there whole, old or new, and nothing else is left."""

import os
import stat

import pytest

from tui.files import atomic
from tui.files.atomic import ExistsError, write_atomically


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_whole(tmp_path):
    write_atomically(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names(tmp_path) == ["a.md"]


def test_a_file_that_exists_is_not_replaced_unasked(tmp_path):
    (tmp_path / "a.md").write_bytes(b"old")
    with pytest.raises(ExistsError):
        write_atomically(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o755])
def test_a_replaced_file_keeps_its_mode(tmp_path, mode):
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_may_be_replaced_too(tmp_path):
    write_atomically(tmp_path / "a.md", b"new", replace=True)
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("step", ["fsync", "fchmod"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    (tmp_path / "a.md").write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(atomic.os, step, fail)
    with pytest.raises(OSError, match="no space"):
        write_atomically(tmp_path / "a.md", b"new", replace=True)
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


def test_a_write_that_is_interrupted_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(atomic.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.md", b"new")
    assert names(tmp_path) == []


def test_where_links_cannot_be_made_a_new_file_is_renamed(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(95, "not supported")

    monkeypatch.setattr(atomic.os, "link", fail)
    write_atomically(tmp_path / "a.md", b"new")
    assert names(tmp_path) == ["a.md"]
    with pytest.raises(ExistsError):
        write_atomically(tmp_path / "a.md", b"newer")
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names(tmp_path) == ["a.md"]


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path):
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "a.md").symlink_to("real.md")
    write_atomically(tmp_path / "a.md", b"new", replace=True)
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_link_to_nothing_counts_as_there(tmp_path):
    (tmp_path / "a.md").symlink_to("gone.md")
    with pytest.raises(ExistsError):
        write_atomically(tmp_path / "a.md", b"new")
    assert names(tmp_path) == ["a.md"]


def test_a_loop_of_links_cannot_be_written(tmp_path):
    (tmp_path / "a.md").symlink_to("a.md")
    with pytest.raises((OSError, ExistsError)):
        write_atomically(tmp_path / "a.md", b"new", replace=True)


def test_a_pipe_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(OSError, match="not a regular file"):
        write_atomically(tmp_path / "a.md", b"new", replace=True)
    assert stat.S_ISFIFO((tmp_path / "a.md").stat().st_mode)


def test_a_folder_is_never_replaced(tmp_path):
    (tmp_path / "a.md").mkdir()
    for replace in (True, False):
        with pytest.raises((OSError, ExistsError)):
            write_atomically(tmp_path / "a.md", b"new", replace=replace)
    assert names(tmp_path) == ["a.md"]


def test_a_missing_folder_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "gone" / "a.md", b"new")


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path):
    name = "北" * 85
    write_atomically(tmp_path / name, b"new")
    assert names(tmp_path) == [name]
