"""The writer with every call to the system failing in its turn: the old file is whole or the new one, and no more."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tui.files import atomic
from tui.files.atomic import ExistsError, write_atomically

OLD, NEW = b"old " * 5000, b"new " * 7000
CALLS = (
    "open",
    "fdopen",
    "fchmod",
    "fsync",
    "link",
    "close",
    "rename",
    "replace",
    "unlink",
    "lstat",
    "fstat",
    "fchown",
)
FAULTS = [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM]


class Faulty:
    """The system's calls, of which the one of a number fails; a file may take a part of what is written first."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
        self.monkeypatch = monkeypatch
        self.fault = fault
        self.fails_at = -1
        self.calls = 0

    def __enter__(self) -> "Faulty":
        self.calls = 0
        self.patch = self.monkeypatch.context()
        patch = self.patch.__enter__()
        for name in CALLS:
            if hasattr(os, name):
                patch.setattr(os, name, self._wrapped(getattr(os, name), name))
        return self

    def __exit__(self, *exception: Any) -> None:
        self.patch.__exit__(*exception)

    def step(self) -> None:
        self.calls += 1
        if self.calls - 1 == self.fails_at:
            raise self.fault

    def _wrapped(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **options: Any) -> Any:
            if name != "close":
                self.step()
            result = call(*arguments, **options)
            return _File(result, self) if name == "fdopen" else result

        return wrapped


class _File:
    """A file whose writing can fail half-way, as on a full disk."""

    def __init__(self, file: Any, faulty: Faulty) -> None:
        self.file, self.faulty = file, faulty

    def __enter__(self) -> "_File":
        return self

    def __exit__(self, *_: Any) -> None:
        self.file.close()
        self.faulty.step()

    def write(self, content: bytes) -> int:
        self.file.write(content[: len(content) // 2])
        self.faulty.step()
        return self.file.write(content[len(content) // 2 :])

    def flush(self) -> None:
        self.faulty.step()
        self.file.flush()

    def fileno(self) -> int:
        return self.file.fileno()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fault(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize("replace", [True, False], ids=["replacing", "new"])
@pytest.mark.parametrize(
    "failing", [*map(fault, FAULTS), KeyboardInterrupt(), MemoryError()], ids=lambda one: str(one) or type(one).__name__
)
def test_whatever_fails_the_file_is_whole_and_nothing_else_is_left(tmp_path, monkeypatch, failing, replace):
    faulty = Faulty(monkeypatch, failing)
    outcomes = []
    for number in range(100):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "story.md"
        if replace:
            path.write_bytes(OLD)
            path.chmod(0o640)
        faulty.fails_at = number
        with faulty:
            try:
                write_atomically(path, NEW, replace=replace)
                outcomes.append("written")
            except (OSError, ExistsError, KeyboardInterrupt, MemoryError):
                outcomes.append("failed")
        content = path.read_bytes() if path.exists() else None
        assert content in ((OLD, NEW) if replace else (None, NEW))
        if outcomes[-1] == "written":
            assert content == NEW
        assert names(folder) == ([] if content is None else ["story.md"])
        if replace:
            assert path.stat().st_mode & 0o777 == 0o640
        if faulty.calls <= number:
            break
    assert outcomes[-1] == "written"
    assert outcomes.count("failed") >= 5


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0


def test_no_descriptor_stays_open_when_a_write_fails(tmp_path, monkeypatch):
    before = open_descriptors()
    for number in range(12):
        faulty = Faulty(monkeypatch, fault(errno.EIO))
        faulty.fails_at = number
        with faulty, suppress(OSError):
            write_atomically(tmp_path / "story.md", NEW, replace=True)
    assert open_descriptors() == before


@pytest.mark.parametrize("replace", [True, False], ids=["replacing", "new"])
def test_a_full_disk_leaves_the_old_file_whole(tmp_path, replace):
    """A limit on the size of a file stops the writing half-way, as a full disk does."""
    path = tmp_path / "story.md"
    if replace:
        path.write_bytes(OLD)
    code = f"""
import resource
from pathlib import Path
from tui.files.atomic import write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, resource.RLIM_INFINITY))
try:
    write_atomically(Path({str(path)!r}), b"new " * 7000, replace={replace})
except OSError as error:
    print(error.errno)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert int(done.stdout) == errno.EFBIG
    assert names(tmp_path) == (["story.md"] if replace else [])
    assert not replace or path.read_bytes() == OLD


def test_whoever_is_killed_while_writing_leaves_the_old_file_or_the_new_one(tmp_path):
    path = tmp_path / "story.md"
    path.write_bytes(OLD)
    code = f"""
import sys
from pathlib import Path
from tui.files.atomic import write_atomically
path, new, old = Path({str(path)!r}), {NEW!r}, {OLD!r}
print(flush=True)
while True:
    write_atomically(path, new, replace=True)
    write_atomically(path, old, replace=True)
"""
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as writing:
            assert writing.stdout is not None
            writing.stdout.readline()
            for _ in range(200):
                assert path.read_bytes() in (OLD, NEW)
            writing.send_signal(signal.SIGKILL)
        assert path.read_bytes() in (OLD, NEW)
    # Nothing but hidden temporaries may have stayed, which no library reads.
    assert [name for name in names(tmp_path) if not name.startswith(".story.md.")] == ["story.md"]


def test_a_replaced_file_keeps_its_group_or_gives_that_group_no_more_than_everybody(tmp_path, monkeypatch):
    path = tmp_path / "story.md"
    path.write_bytes(OLD)
    path.chmod(0o660)
    real = os.lstat

    def of_another_group(place, **options):
        found = real(place, **options)
        return os.stat_result((*found[:5], found.st_gid + 1, *found[6:]))

    def refuse(*_):
        raise PermissionError(errno.EPERM, "not allowed")

    monkeypatch.setattr(os, "lstat", of_another_group)
    monkeypatch.setattr(atomic.Path, "lstat", of_another_group)
    monkeypatch.setattr(os, "fchown", refuse)
    write_atomically(path, NEW, replace=True)
    monkeypatch.undo()
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_link_that_is_not_to_be_followed_is_replaced_itself(tmp_path):
    (tmp_path / "mine").write_bytes(OLD)
    (tmp_path / "story.md").symlink_to("mine")
    write_atomically(tmp_path / "story.md", NEW, replace=True, follow=False)
    assert (tmp_path / "mine").read_bytes() == OLD
    assert (tmp_path / "story.md").read_bytes() == NEW
    assert not (tmp_path / "story.md").is_symlink()
