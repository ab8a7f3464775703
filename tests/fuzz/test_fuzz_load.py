"""Whatever has happened to a file: it is read, what is wrong is told at its place, and what is left can be used."""

import re
from pathlib import Path

import pytest
from fuzzing import fuzzed
from mangled import mangled

from tui.analysis.lints.problems import lint
from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.formats import FORMATS, export
from tui.load.briefing import Loaded, load_text
from tui.load.characters import FORBIDDEN_IN_VALUE
from tui.load.decode import EncodingError, decode
from tui.model.briefing import Briefing

ROOT = Path("/library")


def load(content: bytes) -> tuple[str, Loaded] | None:
    """What becomes of a file's content, and its text; None where that is not UTF-8."""
    try:
        text = decode(content)
    except EncodingError:
        return None
    return text, load_text(text, ROOT / "story.yaml", ROOT)


@fuzzed(60, content=mangled())
def test_what_is_wrong_with_a_file_is_told_at_its_place(content):
    found = load(content)
    if found is None:
        return
    text, loaded = found
    lines = re.split(r"\r\n|\r|\n", text)
    for problem in loaded.problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        for words in (problem.message, problem.hint, problem.left_out):
            assert FORBIDDEN_IN_VALUE.search(words) is None
            assert "\n" not in words
            assert len(words) < 500
    assert loaded.briefing is not None or loaded.problems
    assert bool(loaded.problems) >= bool(loaded.left_out)


@fuzzed(30, content=mangled())
def test_what_is_left_of_a_file_is_sound_and_goes_out_in_every_format(content):
    found = load(content)
    if found is None or found[1].briefing is None:
        return
    loaded = found[1]
    whole = loaded.briefing
    assert Briefing.model_validate(whole.model_dump(by_alias=True)) == whole
    for problem in lint(loaded):
        assert FORBIDDEN_IN_VALUE.search(problem.message) is None
    shown = released(view(whole)).view
    assert not any(quote.attribution == "off-record" for quote in shown.quotes)
    for name in FORMATS:
        if FORMATS[name].is_archive:
            assert FORMATS[name].content(shown)
            continue
        text = export(shown, name)
        assert FORBIDDEN_IN_VALUE.search(text.replace("\r\n", "\n")) is None
        if name == "yaml":
            assert_loads_back(text)


def assert_loads_back(text: str) -> None:
    again = load_text(text, ROOT / "again.yaml", ROOT)
    # A briefing without a source is told to have none, also when it has gone out and come back.
    if any(problem.code != "missing-key" for problem in again.problems):
        pytest.fail(f"{again.problems}")
