"""Fixtures that run `brief` in a folder of its own, within this process or as one of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tui.cli.main import main

PROJECT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Outcome:
    """How a run ended, and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, and a home that nobody has used."""
    place = tmp_path / "home"
    for variable in ("BRIEF_LIBRARY", "NO_COLOR", "VISUAL", "EDITOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", str(place))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(place / variable))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return place


@pytest.fixture
def here(home: Path) -> Path:
    """The current folder."""
    return Path.cwd()


@pytest.fixture
def brief(home: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Outcome]:
    """Runs `brief` with these arguments, in this process."""

    def run(*arguments: str | Path) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main([str(one) for one in arguments])
        # A result may be an archive: what is no text is shown as escapes.
        out, err = (one.decode("utf-8", "backslashreplace") for one in capsysbinary.readouterr())
        assert isinstance(ended.value.code, int)
        return Outcome(ended.value.code, out, err)

    return run


@pytest.fixture
def process(home: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs `brief`, or other Python code, as a process of its own."""

    def run(
        *arguments: str, code: str | None = None, env: Mapping[str, str] | None = None, **options: object
    ) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, *(("-c", code) if code else ("-m", "tui")), *arguments]
        environment = {**os.environ, "PYTHONPATH": str(PROJECT), **(env or {})}
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.run(command, check=False, env=environment, **{**streams, **options})

    return run


@pytest.fixture
def library(here: Path) -> Callable[..., Path]:
    """Writes files into the folder `briefings`, which is then the library; gives that folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        root = here / "briefings"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return write
