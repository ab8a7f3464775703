"""However the reader ends, the terminal is as it was before."""

import signal
import subprocess
from pathlib import Path

import pytest
from ptys import Reader

SAMPLE = ("--sample",)
LATER = pytest.mark.external
"""Of what is alike, one is tried in every run and the others where there is time."""
SECRET = "a secret of the briefing"
BROKEN = {
    "drawing": f"""
from tui.app.widgets.title_line import TitleLine
def render(self):
    words = "{SECRET}"
    raise ValueError(words)
TitleLine.render = render
""",
    "a thread": f"""
import tui.app.app
def read_briefing(*_):
    words = "{SECRET}"
    raise KeyError(words)
tui.app.app.read_briefing = read_briefing
""",
    "a thread that Textual ends": f"""
from tui.app.app import BriefApp
def read():
    raise RuntimeError("{SECRET}")
BriefApp.open_briefing = lambda self, path, item=None: self.run_worker(read, thread=True)
""",
    "a thread of its own": f"""
import threading
from tui.app.app import BriefApp
def read():
    raise RuntimeError("{SECRET}")
BriefApp.open_briefing = lambda self, path, item=None: threading.Thread(target=read).start()
""",
    "a task": f"""
import asyncio
from tui.app.app import BriefApp
async def read():
    raise RuntimeError("{SECRET}")
def open_briefing(self, path, item=None):
    task = asyncio.ensure_future(read())
    task.add_done_callback(lambda _: asyncio.get_running_loop().call_soon(read_again))
def read_again():
    raise RuntimeError("{SECRET}")
BriefApp.open_briefing = open_briefing
""",
    "the stylesheet": f"""
from textual.css.stylesheet import Stylesheet
def read_all(*_):
    raise OSError(5, "{SECRET}")
Stylesheet.read_all = read_all
""",
    "the keys": f"""
import textual.drivers.linux_driver as driver
def feed(*_):
    raise ValueError("{SECRET}")
class Parser(driver.XTermParser):
    def feed(self, data):
        if data == "#":
            raise ValueError("{SECRET}")
        return super().feed(data)
driver.XTermParser = Parser
""",
}


def assert_given_back(reader: Reader) -> None:
    assert reader.left_on() == set()
    assert reader.is_as_before


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("q", id="q"),
        pytest.param("\x03", id="Ctrl+C", marks=LATER),
        pytest.param("\x11", id="Ctrl+Q", marks=LATER),
    ],
)
def test_after_leaving_by_a_key(tmp_path, keys):
    with Reader(*SAMPLE, home=tmp_path) as reader:
        reader.until(b"briefings")
        reader.press(keys)
        assert reader.ended() == 0
        assert_given_back(reader)


@pytest.mark.parametrize(
    ("number", "arguments"),
    [
        pytest.param(signal.SIGHUP, SAMPLE, marks=LATER),
        pytest.param(signal.SIGINT, SAMPLE, marks=LATER),
        pytest.param(signal.SIGQUIT, SAMPLE, marks=LATER),
        # While the briefing is being read and its screen made.
        (signal.SIGTERM, ("--sample", "tiktok-divestiture")),
    ],
)
def test_after_a_signal_that_ends_a_program(tmp_path, number, arguments):
    with Reader(*arguments, home=tmp_path) as reader:
        reader.until(b"Keys")
        reader.process.send_signal(number)
        assert reader.ended() == 128 + number
        assert_given_back(reader)


@LATER
def test_after_a_signal_while_the_program_is_stuck(tmp_path):
    stuck = """
import tui.app.terminal as terminal
terminal.PATIENCE = 0.3
from tui.app.app import BriefApp
def get_stuck(self):
    sys.__stdout__.write("stuck")
    sys.__stdout__.flush()
    while True:
        pass
BriefApp.action_help = get_stuck
"""
    with Reader(*SAMPLE, home=tmp_path, code=stuck) as reader:
        reader.until(b"briefings")
        reader.press("?")
        reader.until(b"stuck")
        reader.process.send_signal(signal.SIGTERM)
        assert reader.ended() == 128 + signal.SIGTERM
        assert_given_back(reader)


@LATER
def test_after_being_woken_without_having_slept(tmp_path):
    with Reader(*SAMPLE, home=tmp_path) as reader:
        reader.until(b"briefings")
        reader.process.send_signal(signal.SIGCONT)
        reader.process.send_signal(signal.SIGCONT)
        reader.press("?")
        reader.until(b"Move")
        reader.press("\x03")
        assert reader.ended() == 0
        assert_given_back(reader)


@LATER
def test_where_no_shell_would_wake_it_the_reader_does_not_go_to_sleep(tmp_path):
    with Reader(*SAMPLE, home=tmp_path) as reader:
        place = reader.until(b"briefings")
        reader.press("\x1a")
        reader.until(b"briefings", after=reader.until(b"\x1b[?1049h", after=place))
        reader.press("q")
        assert reader.ended() == 0
        assert_given_back(reader)


SHELL = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
reader = os.fork()
if reader == 0:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
before = termios.tcgetattr(0)
for _ in range(2):
    _, status = os.waitpid(reader, os.WUNTRACED)
    assert os.WIFSTOPPED(status), status
    os.tcsetpgrp(0, os.getpid())
    same = termios.tcgetattr(0) == before
    print("asleep", "as before" if same else "changed", flush=True)
    sys.stdin.readline()
    os.tcsetpgrp(0, reader)
    os.kill(reader, signal.SIGCONT)
_, status = os.waitpid(reader, 0)
os.tcsetpgrp(0, os.getpid())
sys.exit(os.waitstatus_to_exitcode(status))
"""


WOKEN = """
import os, signal
from textual.drivers.linux_driver import LinuxDriver
start = LinuxDriver.start_application_mode
def woken(self):
    LinuxDriver.start_application_mode = start
    os.kill(os.getpid(), signal.SIGCONT)
    start(self)
LinuxDriver.start_application_mode = woken
"""


def test_it_ends_when_it_was_woken_while_it_took_the_terminal_over(tmp_path):
    with Reader(*SAMPLE, home=tmp_path, code=WOKEN) as reader:
        reader.until(b"briefings")
        reader.press("q")
        assert reader.ended() == 0
        assert_given_back(reader)


def test_while_the_reader_sleeps_and_after_it(tmp_path):
    with Reader(*SAMPLE, home=tmp_path, parent=SHELL) as reader:
        place = reader.until(b"briefings")
        for _ in range(2):
            reader.press("\x1a")
            place = reader.until(b"asleep as before", after=place)
            assert reader.left_on() == set()
            reader.press("fg\n")
            # All of the screen is drawn anew.
            place = reader.until(b"briefings", after=reader.until(b"\x1b[?1049h", after=place))
        reader.press("q")
        assert reader.ended() == 0
        assert_given_back(reader)


def test_after_a_terminal_that_reports_pixels_and_its_own_size(tmp_path):
    with Reader(*SAMPLE, home=tmp_path) as reader:
        reader.until(b"\x1b[?2048$p")
        reader.press("\x1b[?2048;2$y")
        reader.until(b"\x1b[?1016h")
        reader.until(b"briefings")
        reader.press("q")
        assert reader.ended() == 0
        assert_given_back(reader)


def test_a_terminal_that_goes_away_ends_the_reader(tmp_path):
    with Reader(*SAMPLE, home=tmp_path) as reader:
        reader.until(b"briefings")
        reader.hang_up()
        assert reader.ended() == 128 + signal.SIGHUP
        assert not list(tmp_path.rglob("crash-*"))


@LATER
def test_the_reader_is_on_the_terminal_wherever_stderr_goes(tmp_path):
    with Reader(*SAMPLE, home=tmp_path, stderr=subprocess.DEVNULL) as reader:
        reader.until(b"briefings")
        reader.press("q")
        assert reader.ended() == 0
        assert_given_back(reader)


@pytest.mark.parametrize("where", [one if one == "a thread" else pytest.param(one, marks=LATER) for one in BROKEN])
def test_after_an_error_that_nobody_expected(tmp_path, where):
    with Reader("--sample", "tiktok-divestiture", home=tmp_path, code=BROKEN[where]) as reader:
        if where == "the keys":
            reader.until(b"Bottom line")
            reader.press("#")
        assert reader.ended() == 1
        assert_given_back(reader)
        said = reader.written.rpartition(b"\x1b")[2].decode()
    sentence = "an error that nobody expected ended the reader"
    assert said.count("brief: ") == said.count(sentence) == 1
    assert "Traceback" not in said
    (report,) = tmp_path.rglob("crash-*.txt")
    assert f"/brief/{report.name}" in said.replace("\r\n", "")
    text = report.read_text(encoding="utf-8")
    assert SECRET.encode() not in reader.written
    assert SECRET not in text
    assert str(tmp_path) not in text
    assert str(Path.home()) not in text
    assert "Error" in text
    assert " in " in text
    assert report.parent.stat().st_mode & 0o077 == 0


@LATER
def test_a_report_that_cannot_be_saved_is_said_to_be_lost(tmp_path):
    (tmp_path / "state").write_text("no folder")
    env = {"XDG_STATE_HOME": str(tmp_path / "state")}
    code = BROKEN["a thread"]
    with Reader("--sample", "tiktok-divestiture", home=tmp_path, code=code, env=env) as reader:
        assert reader.ended() == 1
        assert_given_back(reader)
    assert b"its report could not be saved: " in reader.written
    assert b"Traceback" not in reader.written
