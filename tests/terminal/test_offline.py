"""No command and no tour of the reader opens an internet socket."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ptys import ROOT, Reader

from tui.cli import program
from tui.cli.program import COMMANDS
from tui.export.formats import FORMATS

pytestmark = pytest.mark.external

ARGUMENTS = {
    "export": ["tiktok-divestiture"],
    "new": ["a-story"],
    "search": ["tiktok"],
    "changes": ["tiktok-divestiture", "--since", "2025"],
    "who": ["ByteDance"],
    "show": ["tiktok-divestiture"],
}
SPECIAL = [["--version"], ["--help"], ["no-such-briefing"], ["check", "-f", "sarif"], ["check", "--strict"]]
RUNS = [
    *([name, *ARGUMENTS.get(name, [])] for name in COMMANDS),
    *(["export", "tiktok-divestiture", "-f", name] for name in FORMATS),
    *([name, *ARGUMENTS.get(name, []), "--json"] for name in COMMANDS
      if any("--json" in one.opts for one in program._command(name).params)),
    *SPECIAL,
]  # fmt: skip


def strace(trace: Path) -> list[str]:
    return ["strace", "-f", "-qq", "-o", str(trace), "-e", "trace=network"]


def assert_offline(trace: Path) -> None:
    """Sockets within the machine are no way out; any other is."""
    text = trace.read_text(errors="replace")
    families = set(re.findall(r"\bsocket(?:pair)?\((\w+)", text))
    assert families <= {"AF_UNIX"}
    assert "sin_port" not in text
    assert "sin6_port" not in text


def test_strace_sees_an_internet_socket(tmp_path):
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    subprocess.run([*strace(tmp_path / "trace"), sys.executable, "-c", code], check=True)
    with pytest.raises(AssertionError):
        assert_offline(tmp_path / "trace")


@pytest.mark.parametrize("run", RUNS, ids=" ".join)
def test_no_command_opens_one(tmp_path, run):
    library = tmp_path / "library"
    library.mkdir()
    for path in (ROOT / "briefings").glob("*.*"):
        (library / path.name).write_bytes(path.read_bytes())
    env = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "BRIEF_LIBRARY": str(library)}
    done = subprocess.run(
        [*strace(tmp_path / "trace"), sys.executable, "-m", "tui", *run],
        check=False, capture_output=True, env=env, stdin=subprocess.DEVNULL, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode in {0, 1, 2}
    assert b"Traceback" not in done.stderr
    assert_offline(tmp_path / "trace")


def test_no_tour_of_the_reader_opens_one(tmp_path):
    trace = tmp_path / "trace"
    parent = f"import os, sys\nos.execvp('strace', {strace(trace)!r} + sys.argv[1:])\n"
    with Reader("--library", str(ROOT / "briefings"), home=tmp_path, size=(120, 40), parent=parent) as reader:
        # The library's own title is there before any briefing that could be opened.
        place = reader.until(b"open questions")
        reader.press("\r")
        place = reader.until(b"Overview", after=place)
        for keys in ("2", "jjj\r", "l\r", "3", "G", "4", "\r", "q", "5", "j\r", "6", "7", "?", "q", "x"):
            reader.press(keys)
        place = reader.until(b"Export", after=place)
        reader.press("\r")
        place = reader.until(b"Written to", after=place)
        reader.press("\x11")
        assert reader.ended() == 0
    assert_offline(trace)
