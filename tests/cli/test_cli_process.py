import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SHIPPED
from stories import STORY

from tui import __version__
from tui.cli import program

pytest_plugins = ("running",)

COMMANDS = {
    "--version": set(),
    "--help": {"click"},
    "": {"click"},
    "schema": {"click", "pydantic"},
    "config": {"click"},
    "config --path": {"click"},
    "themes": {"click", "yaml", "rich", "rich.console"},
    "list --sample": {"click", "pydantic", "yaml", "rich"},
    "check --sample": {"click", "pydantic", "yaml", "rich"},
    "export --sample tiktok-divestiture -f yaml": {"click", "pydantic", "yaml"},
    "export --sample tiktok-divestiture -f html": {"click", "pydantic", "yaml", "rich"},
    "show --sample tiktok-divestiture": {"click", "pydantic", "yaml", "rich", "rich.console"},
    "new --sample my-story": {"click", "pydantic", "yaml"},
    "no-such-id": {"click", "pydantic", "yaml"},
}
SHOW_MODULES = """
import sys
from tui.cli.main import main
try:
    main(sys.argv[1:])
finally:
    watched = {"click", "pydantic", "yaml", "rich", "textual", "jsonschema", "asyncio", "rich.console"}
    sys.stderr.write("\\nMODULES " + " ".join(sorted(watched & set(sys.modules))))
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_imports_what_it_does_not_need(process, command):
    done = process(*command.split(), code=SHOW_MODULES)
    modules = done.stderr.decode().rpartition("MODULES")[2].split()
    assert set(modules) <= COMMANDS[command]


def test_the_version_is_one_line(brief):
    assert brief("--version").out == brief("--sample", "--version").out == f"brief {__version__}\n"


@pytest.mark.parametrize("command", ["", *program.COMMANDS, "some-id"])
def test_every_help_has_examples_and_says_what_goes_to_stdout(brief, command):
    for option in ("-h", "--help"):
        outcome = brief(*command.split(), option)
        assert (outcome.code, outcome.err) == (0, "")
        assert "Examples:\n    brief" in outcome.out
        assert "stdout" in outcome.out


@pytest.mark.parametrize("arguments", [["--nope"], ["list", "--nope"], ["export"], ["check", "-f", "pdf"]])
def test_wrong_usage_is_a_sentence_and_exit_2(brief, arguments):
    outcome = brief(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--help` says how it is used" in outcome.err


def test_without_a_terminal_the_reader_says_what_would_print(process, library):
    library({"story.yaml": STORY})
    for arguments in ([], ["story"]):
        done = process(*arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"the reader needs a terminal" in done.stderr
        assert b"`brief list`" in done.stderr


@pytest.mark.parametrize("command", ["--version", "list --sample", "export --sample tiktok-divestiture"])
def test_a_closed_pipe_is_quiet(process, command):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = process(*command.split(), stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("command", ["--version", "--help", "list --sample"])
def test_a_stdout_that_takes_nothing_is_a_sentence(process, command):
    # As a full disk does, a descriptor that is open for reading only refuses what is written.
    with Path("/dev/null").open("rb") as full:
        done = process(*command.split(), stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith(b"brief: the result could not be written: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", ["--version", "--help", "show --help", "list --sample"])
def test_a_stdout_that_is_closed_is_a_sentence(process, command):
    done = process(*command.split(), stdout=None, preexec_fn=lambda: os.close(1))
    assert done.returncode == 1
    assert done.stderr == b"brief: the result could not be written: stdout is closed\n"


def test_stdout_is_utf_8_whatever_the_locale(process, library):
    library({"story.yaml": STORY.replace("A story", "Une “fable” 中文")})
    locale = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for command in (["list"], ["export", "story"]):
        done = process(*command, env=locale)
        assert done.returncode == 0
        assert "Une “fable” 中文" in done.stdout.decode()


@pytest.mark.parametrize("command", ["check", "list"])
def test_colour_is_for_terminals_whose_user_has_not_refused_it(brief, library, monkeypatch, command):
    library({"story.yaml": STORY + "unknown: x\n"})
    assert "\x1b[" not in brief(command).out
    # What is first imported while the streams' own is replaced would keep the replacement.
    for module in ("check", "listing", "streams"):
        monkeypatch.setattr(f"tui.cli.{module}.is_terminal", lambda stream: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in brief(command).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in brief(command).out


def test_at_a_terminal_the_list_is_as_wide_as_that(process, library):
    library({"story.yaml": STORY.replace("A story", "A story " * 20)})
    shown = at_a_terminal(process, "list", TERM="xterm-256color", COLUMNS="60", NO_COLOR="1").decode()
    lines = shown.splitlines()
    assert len(lines) == 2
    assert "…" in lines[1]
    assert max(map(len, lines)) <= 60
    assert "30 June 2024" in lines[1]


def at_a_terminal(process, *arguments: str, **env: str) -> bytes:
    leader, follower = pty.openpty()
    try:
        process(*arguments, env=env, stdout=follower)
    finally:
        os.close(follower)
    shown = b""
    try:
        while piece := os.read(leader, 65536):
            shown += piece
    except OSError:
        # How Linux says that nobody writes any more.
        pass
    finally:
        os.close(leader)
    return shown


def test_an_interrupt_is_quiet(monkeypatch, brief):
    def interrupted(arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.cli.main._command", interrupted)
    outcome = brief("list")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


def test_an_error_that_nobody_expected_is_a_sentence(monkeypatch, brief):
    def broken(arguments):
        raise ZeroDivisionError("\x1b[2J")

    monkeypatch.setattr("tui.cli.main._command", broken)
    outcome = brief("list")
    assert (outcome.code, outcome.out) == (1, "")
    assert "Traceback" not in outcome.err
    assert "\x1b" not in outcome.err


def test_without_a_buffer_a_disk_that_takes_only_a_part_is_told_of(tmp_path):
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from tui.cli.main import program\n"
        "program()\n"
    )
    briefing = SHIPPED / "tiktok-divestiture.yaml"
    with (tmp_path / "out.md").open("wb") as out:
        command = [sys.executable, "-u", "-c", code, "export", str(briefing)]
        ran = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, cwd=SHIPPED.parent, check=False)
    assert ran.returncode == 1
    assert b"the result could not be written" in ran.stderr
