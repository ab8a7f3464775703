"""Whatever stands in a file, loading it raises nothing, and every problem has a place in it."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from loading import FOLDER, SMALLEST

from tui.load.briefing import Loaded, load_file, load_text
from tui.load.characters import FORBIDDEN_IN_VALUE

_WORDS = st.sampled_from(
    [*SMALLEST.split(), "- ", "  ", "\n", "\n  - ", ": ",
     "quotes:", "id: x", "[", "]", "{", "}", "&a ", "*a", "!t ", "|", ">",
     "'", '"', "\t", "#", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "? ", "\\x1b", '"\\e"', "\r", "\x85",
     "\u2028", "\ufeff", "\0",
     "\ud800", "\u202e", "off-record", "attribution: ", "about: ", "events:\n", "date: 2025\n"]
)  # fmt: skip
_YAML_LIKE = st.lists(_WORDS, max_size=40).map("".join)


def check(result: Loaded, text: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text)
    for problem in result.problems:
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert problem.code
        assert problem.message
        for words in (problem.message, problem.hint, problem.left_out):
            assert not FORBIDDEN_IN_VALUE.search(words)
            assert "\n" not in words
            assert len(words) < 500
    assert (result.briefing is not None) or result.problems
    assert not any(FORBIDDEN_IN_VALUE.search(part) for part in result.left_out)


@settings(max_examples=100)
@given(st.text(st.characters()) | _YAML_LIKE)
def test_any_text_is_read_or_its_problems_are_told(text):
    check(load_text(text, FOLDER / "talks.yaml", FOLDER), text)


@settings(max_examples=100)
@given(_YAML_LIKE)
def test_any_text_after_a_briefing_is_read_or_its_problems_are_told(text):
    check(load_text(SMALLEST + text, FOLDER / "talks.yaml", FOLDER), SMALLEST + text)


@settings(max_examples=60)
@given(st.binary() | st.binary(max_size=30).map(lambda junk: SMALLEST.encode() + junk))
def test_any_bytes_are_read_or_their_problems_are_told(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "talks.yaml"
    path.write_bytes(content)
    result = load_file(path, path.parent)
    check(result, content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_a_character_that_could_act_on_a_terminal_never_becomes_part_of_a_value(text):
    escaped = "".join(f"\\U{ord(character):08x}" for character in text)
    for written in (f'"{escaped}"', f"'{text}'"):
        result = load_text(f"{SMALLEST}authors: [{written}]\n", FOLDER / "talks.yaml", FOLDER)
        for author in result.briefing.authors if result.briefing else ():
            assert not FORBIDDEN_IN_VALUE.search(author)
