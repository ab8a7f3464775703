"""Any text in every field of a briefing at once: the document has the same shape, and every text comes back."""

import re

from fuzzing import fuzzed
from hostile import commonmark, gfm, inline_tokens, long_texts, shape, texts, words
from hypothesis import strategies as st
from stuffed import loaded_from, stuffed, stuffed_fields, stuffed_values, text_fields

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export import export
from tui.export.markdown.escape import one_line

PARSERS = (gfm(), commonmark())


def markdown(text_for) -> str:
    return export(released(view(stuffed(text_for))).view, "markdown")


def read(text: str) -> list[tuple[list[str], list[str]]]:
    """What each parser finds: the document's shape, and its texts."""
    found = []
    for parser in PARSERS:
        tokens = parser.parse(text)
        found.append((shape(tokens), [words(token) for token in inline_tokens(tokens)]))
    return found


PLAIN = read(markdown(lambda number: f"plain{number}text"))


def test_the_sample_has_every_text_that_the_format_knows():
    assert stuffed_fields() == text_fields()


@fuzzed(15, hostile=st.lists(texts, min_size=1, max_size=12))
def test_no_text_changes_the_document_or_is_changed_by_it(hostile):
    def text_for(number: int) -> str:
        # Each is another, as items of one name belong together.
        return f"{hostile[number % len(hostile)]}n{number}n{hostile[(number + 1) % len(hostile)]}"

    def put_back(shown: str) -> str:
        return re.sub(r"plain(\d+)text", lambda match: one_line(text_for(int(match[1]))), shown)

    def compared(found: list[str]) -> list[str]:
        # A sentence that ends with a full stop of its own gets no other; the columns of a table are as wide as need be,
        # which shows where a parser has no tables.
        return [re.sub(r"-{3,}", "---", re.sub(r" +", " ", one.replace(".", ""))) for one in found]

    for (found_shape, found), (expected_shape, expected) in zip(read(markdown(text_for)), PLAIN, strict=True):
        assert found_shape == expected_shape
        assert compared(found) == compared([put_back(one) for one in expected])


SCHEMES = [
    *("http://", "https://", "HTTP://", "mailto:", "javascript:", "data:text/html,", "file:///", "//", "vbscript:"),
    *("hTTps:/", "https:", "java\u200bscript:", "http://a@", "https://a.example\\@", "www.", "&#106;avascript:"),
]


@fuzzed(10, schemes=st.lists(st.sampled_from(SCHEMES), min_size=1, max_size=6), rest=texts)
def test_only_web_and_mail_addresses_become_links(schemes, rest):
    values = stuffed_values(lambda number: f"plain{number}text")
    for number, source in enumerate(values["sources"]):
        source["url"] = f"{schemes[number % len(schemes)]}{rest}"
    text = export(released(view(loaded_from(values))).view, "markdown")
    for parser in PARSERS:
        for token in inline_tokens(parser.parse(text)):
            for child in token.children or ():
                assert child.type not in {"image", "html_inline", "code_inline"}
                if child.type == "link_open":
                    target = str(child.attrs["href"])
                    assert re.match(r"https?://[^/?#@]+([/?#]|$)|mailto:", target, re.IGNORECASE)


@fuzzed(10, hostile=st.lists(long_texts, min_size=1, max_size=6))
def test_texts_of_many_lines_bring_nothing_to_life(hostile):
    allowed = {kind for kinds, _ in PLAIN for kind in kinds} | {"hardbreak", "softbreak"}
    for found_shape, _ in read(markdown(lambda number: f"{hostile[number % len(hostile)]}\nn{number}n")):
        assert set(found_shape) <= allowed
        assert found_shape.count("link_open") == PLAIN[0][0].count("link_open")
