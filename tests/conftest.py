"""The one sample library, and a factory for every other briefing."""

import gc
import json
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tui.load.briefing import Loaded, load_file, load_text
from tui.load.shared import load_shared
from tui.model.briefing import Briefing

SAMPLE = Path(__file__).parent / "sample"
SHIPPED = Path(__file__).parent.parent / "briefings"

# The same inputs in every run: the suite says whether a change is right, and tests/fuzz looks for what is new.
settings.register_profile("suite", derandomize=True, deadline=None, database=None)
settings.load_profile("suite")

_SMALLEST: dict[str, Any] = {
    "format": "brief/1",
    "id": "story",
    "title": "A story",
    "as_of": "2024-06-30",
    "bottom_line": "It goes on.",
    "sources": [{"id": "report", "title": "A report", "published": "2024-06-01"}],
}


def pytest_collection_finish() -> None:
    """Have the garbage collector look less often at what stays until the end: it takes a quarter of all time."""
    gc.set_threshold(20_000, 50, 100)


def pytest_xdist_auto_num_workers() -> int:
    """Three workers for each processor: tests of the reader wait for its screen most of the time."""
    return 3 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders of the platform's in which nothing stands, so that no test sees or changes a person's own."""
    place = tmp_path_factory.getbasetemp() / "platform" / secrets.token_hex(8)
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(place / variable))


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that has all colours, whatever the tests are run in."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def sample_root() -> Path:
    """The folder of the sample library."""
    return SAMPLE


@pytest.fixture
def load_sample() -> Callable[..., Loaded]:
    """Loads a briefing of the sample library by its id: `harbour-bridge`, the complete one, or `ferry`."""

    def load(identifier: str = "harbour-bridge") -> Loaded:
        return load_file(SAMPLE / f"{identifier}.yaml", SAMPLE, load_shared(SAMPLE))

    return load


@pytest.fixture
def make_briefing() -> Callable[..., Briefing]:
    """Makes a briefing of keys of the format, given as plain values; the required ones have a value if not given."""
    return made_of


def made_of(**parts: Any) -> Briefing:
    """A briefing in which nothing is wrong, from keys of the format; a key that is None is left out."""
    content = {key: value for key, value in (_SMALLEST | parts).items() if value is not None}
    # JSON is YAML, and every scalar is read as it is written, but for what YAML takes for the end of a line.
    text = json.dumps(content, ensure_ascii=False).translate(
        {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
    )
    loaded = load_text(text, Path("/library/story.yaml"), Path("/library"))
    assert loaded.problems == ()
    assert loaded.briefing is not None
    return loaded.briefing
