"""The writer under a system whose calls fail or end it, one after the other."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.external

OLD, NEW = b"old " * 5000, b"new " * 7000
SCRIPT = """
import sys
from pathlib import Path
from tui.files.atomic import write_atomically
path = Path(sys.argv[1])
new = b"new " * 7000
# What is counted begins here.
(path.parent / "begin").open()
write_atomically(path, new, replace=sys.argv[2] == "replace")
"""
CALLS = "openat,fchmod,fchown,write,fsync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,close,lstat,newfstatat"


def calls_of(trace: Path, folder: Path) -> list[str]:
    """The names of the calls made while writing, each as often as it was made."""
    text = trace.read_text(errors="replace")
    _, found, after = text.partition(str(folder / "begin"))
    assert found
    end = after.find("rt_sigaction(SIGINT")
    return [
        line.split("(")[0].split()[-1] for line in after[: end if end > 0 else None].splitlines()[1:] if "(" in line
    ]


def run(path: Path, how: str, *inject: str) -> int:
    trace = path.parent.parent / "trace"
    command = ["strace", "-f", "-o", str(trace), "-e", f"trace={CALLS},rt_sigaction", *inject]
    return subprocess.run(
        [*command, sys.executable, "-c", SCRIPT, str(path), how], check=False, capture_output=True
    ).returncode


@pytest.mark.parametrize("how", ["replace", "new"])
@pytest.mark.parametrize("fault", [f"error={errno.errorcode[errno.ENOSPC]}", "error=EIO", "signal=KILL"])
def test_whatever_the_system_refuses_the_file_is_whole(tmp_path, how, fault):
    folder = tmp_path / "here"
    folder.mkdir()
    path = folder / "story.md"
    begin = folder / "begin"

    def start() -> None:
        for one in folder.iterdir():
            one.unlink()
        begin.touch()
        if how == "replace":
            path.write_bytes(OLD)

    start()
    assert run(path, how) == 0
    assert path.read_bytes() == NEW
    trace = (tmp_path / "trace").read_text(errors="replace")
    before, _, _ = trace.partition(str(begin))
    made = calls_of(tmp_path / "trace", folder)
    assert "fsync" in made
    tried = 0
    for name in sorted({"openat", "fchmod", "write", "fsync", "rename", "link", "unlink"} & set(made)):
        earlier = sum(line.split("(")[0].split()[-1] == name for line in before.splitlines() if "(" in line)
        for number in range(1, made.count(name) + 1):
            start()
            code = run(path, how, "-e", f"inject={name}:{fault}:when={earlier + number}")
            content = path.read_bytes() if path.exists() else None
            assert content in ((OLD, NEW) if how == "replace" else (None, NEW)), (name, number)
            if code == 0:
                assert content == NEW
            if "KILL" not in fault and name != "unlink":
                assert {one.name for one in folder.iterdir()} == {"begin", *(["story.md"] if content else [])}
            tried += 1
    assert tried >= 5
