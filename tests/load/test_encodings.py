"""Bytes that are not plainly UTF-8 are dealt with or named."""

import codecs

import pytest
from loading import SMALLEST

from tui.load.briefing import load_file
from tui.load.decode import EncodingError, decode


@pytest.fixture
def load(tmp_path):
    def load(content):
        (tmp_path / "talks.yaml").write_bytes(content)
        return load_file(tmp_path / "talks.yaml", tmp_path)

    return load


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (SMALLEST.encode("utf-16"), "the file is encoded as UTF-16"),
        (SMALLEST.encode("utf-16-le"), "the file is encoded as UTF-16"),
        (SMALLEST.encode("utf-16-be"), "the file is encoded as UTF-16"),
        (codecs.BOM_UTF16_BE + SMALLEST.encode("utf-16-be"), "the file is encoded as UTF-16"),
        (SMALLEST.encode("utf-32"), "the file is encoded as UTF-32"),
        (codecs.BOM_UTF32_BE + SMALLEST.encode("utf-32-be"), "the file is encoded as UTF-32"),
    ],
)
def test_another_encoding_is_named(load, content, message):
    (problem,) = load(content).problems
    assert (problem.code, problem.message, problem.hint) == ("encoding", message, "save it as UTF-8")


@pytest.mark.parametrize(("line_end", "hint"), [("\n", "“é”"), ("\r\n", "“é”"), ("\r", "“é”")])
def test_a_byte_of_another_encoding_is_told_at_its_place(load, line_end, hint):
    text = SMALLEST.replace("\n", line_end).encode() + b"topics: [caf" + b"\xe9]"
    (problem,) = load(text).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("encoding", 9, 13)
    assert hint in problem.hint


@pytest.mark.parametrize("bad", [b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x82", b"\x81"])
def test_bytes_that_only_look_like_utf_8_are_refused(load, bad):
    assert [problem.code for problem in load(SMALLEST.encode() + bad).problems] == ["encoding"]


def test_a_byte_order_mark_is_passed_over(load):
    result = load(codecs.BOM_UTF8 + (SMALLEST + "country: XX\n").encode())
    assert [(problem.place.line, problem.place.column) for problem in result.problems] == [(9, 1)]


def test_a_second_byte_order_mark_is_refused(load):
    problem = load(codecs.BOM_UTF8 * 2 + SMALLEST.encode()).problems[0]
    assert (problem.code, problem.place.column) == ("not-a-character", 1)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one(load, line_end):
    text = (
        SMALLEST + "authors: ['One\n\n  Two']\nactors:\n  - {id: ann, name: >-\n      Ann\n      Lee, role: Captain}\n"
    )
    text = (
        SMALLEST
        + "authors: ['One\n\n  Two']\n"
        + "actors:\n  - id: ann\n    name: Ann\n    role: |\n      A\n      B\n    country: XX\n"
    )
    result = load(text.replace("\n", line_end).encode())
    assert result.briefing.authors == ("One\nTwo",)
    assert result.briefing.actors[0].role == "A\nB"
    assert [(problem.place.line, problem.place.column) for problem in result.problems] == [(18, 14)]


def test_nul_is_a_character_that_is_refused(load):
    result = load(SMALLEST.replace("goes on.", "goes\0on.").encode())
    assert [(problem.code, problem.place.line, problem.place.column) for problem in result.problems] == [
        ("control-character", 4, 28)
    ]
    assert result.briefing.bottom_line == "(no bottom line)"


def test_characters_beyond_the_first_plane_count_as_one_column(load):
    result = load((SMALLEST + "authors: ['𝒜𝒷', \u202ex]\n").encode())
    assert [(problem.code, problem.place.column) for problem in result.problems] == [("bidi-character", 17)]


def test_text_of_every_script_is_kept(load):
    words = ["Ελλάδα", "中国", "עברית", "العربية", "हिन्दी", "👩‍🚀", "e\u0301", "zero\u200bwidth", "می\u200cخواهم"]
    result = load((SMALLEST + f"authors: {words}\n").replace("'", '"').encode())
    assert result.problems == ()
    assert list(result.briefing.authors) == words


def test_decoding_says_nothing_of_the_bytes_before():
    with pytest.raises(EncodingError) as refusal:
        decode(b"\x1b[31m\xff")
    assert "\x1b" not in refusal.value.message + refusal.value.hint
