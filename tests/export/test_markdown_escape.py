import pytest
from hostile import commonmark, gfm, inline_tokens, long_texts, shape, texts, words
from hypothesis import given, settings

from tui.export.markdown import blocks, escape

PARSERS = [commonmark(), gfm()]
EXAMPLES = settings(max_examples=60)


def read(parser, markdown: str) -> tuple[str, list[str]]:
    """The words of the first text in a document, and the document's shape."""
    tokens = parser.parse(markdown)
    return words(next(inline_tokens(tokens))), shape(tokens)


PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
ITEM = ["bullet_list_open", "list_item_open", *PARAGRAPH, "list_item_close", "bullet_list_close"]


@pytest.mark.parametrize("parser", PARSERS)
@EXAMPLES
@given(texts)
def test_a_text_comes_back_from_a_paragraph(parser, text):
    assert read(parser, escape.inline(text)) == (escape.one_line(text), PARAGRAPH)


@pytest.mark.parametrize("parser", PARSERS)
@EXAMPLES
@given(texts)
def test_a_text_comes_back_from_a_heading(parser, text):
    shown, found = read(parser, blocks.heading(2, text))
    assert (shown, found) == (escape.one_line(text), ["heading_open", "inline", "heading_close"])


@pytest.mark.parametrize("parser", PARSERS)
@EXAMPLES
@given(texts, texts)
def test_a_text_comes_back_from_an_item_of_a_list_and_from_the_line_below(parser, text, other):
    markdown = blocks.bullets([blocks.entry(escape.inline(text), escape.inline(other))])
    shown, found = read(parser, markdown)
    assert shown == f"{escape.one_line(text)}\n{escape.one_line(other)}"
    assert [one for one in found if one != "hardbreak"] == ITEM


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("mark", "kind"), [(escape.strong, "strong"), (escape.emphasis, "em")])
@EXAMPLES
@given(texts)
def test_a_text_comes_back_from_emphasis(parser, mark, kind, text):
    shown, found = read(parser, f"- {mark(text)} ({mark(text)})")
    one = escape.one_line(text)
    assert shown == f"{one} ({one})"
    assert [token for token in found if token.startswith(kind)] == [f"{kind}_open", f"{kind}_close"] * 2


@pytest.mark.parametrize("parser", PARSERS)
@EXAMPLES
@given(long_texts)
def test_every_line_of_a_text_comes_back_from_a_block_quotation(parser, text):
    tokens = parser.parse(blocks.quotation(escape.paragraphs(text)))
    assert [words(token).split("\n") for token in inline_tokens(tokens)] == escape.lines(text)
    kinds = [one for one in shape(tokens) if one != "hardbreak"]
    assert kinds == ["blockquote_open", *PARAGRAPH * len(escape.lines(text)), "blockquote_close"]


@EXAMPLES
@given(texts, texts)
def test_texts_come_back_from_the_cells_of_a_table(text, other):
    cells = [escape.inline(text), escape.inline(other)]
    tokens = gfm().parse(blocks.table(cells, [cells]))
    assert [words(token) for token in inline_tokens(tokens)] == [escape.one_line(one) for one in (text, other)] * 2


@EXAMPLES
@given(texts, texts)
def test_texts_come_back_from_beside_and_from_within_a_footnote(text, other):
    markdown = f"{escape.inline(text)}[^1] {escape.inline(other)}\n\n[^1]: {escape.inline(text)}"
    beside, within = list(inline_tokens(gfm().parse(markdown)))[:2]
    assert words(beside) == f"{escape.one_line(text)}[^1] {escape.one_line(other)}"
    assert words(within).strip() == escape.one_line(text)


@pytest.mark.parametrize("parser", PARSERS)
@EXAMPLES
@given(texts, texts)
def test_a_link_has_its_text_and_ends_where_it_ends(parser, text, path):
    url = f"https://a.example/{path.replace(' ', '')}"
    markdown = f"{escape.link(text, url)}, {escape.inline(text)}"
    shown, found = read(parser, markdown)
    one = escape.one_line(text)
    if escape.destination(url) is not None:
        assert shown == f"{one}, {one}"
        assert found == ["paragraph_open", "inline", "link_open", "link_close", "paragraph_close"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://a.example",
        "//a",
        "https://",
        "https:///a b",
        "https://known.example@other.example/",
        "https://known.example\\@other.example/",
        "https://known.example:80@other.example",
        " https://a.example",
        "https://a.example\u3000b",
        "java\u200bscript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "vbscript:x",
        "https:a.example",
        "view-source:https://a.example",
        "blob:https://a.example",
        "mailto:",
    ],
)
def test_only_web_and_mail_addresses_become_links(url):
    assert "link_open" not in read(gfm(), escape.link("here", url))[1]


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.example/a(b)?q=ü&copy=1", "https://a.example/a%28b%29?q=%C3%BC&copy=1"),
        ("HTTP://a.example/%20", "HTTP://a.example/%20"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://a.example/\\<x>&amp;", "https://a.example/%5C%3Cx%3E&amp;"),
    ],
)
def test_the_address_of_a_link_is_that_of_the_source(url, target):
    [link] = [
        child
        for token in inline_tokens(commonmark().parse(escape.link("here", url)))
        for child in token.children
        if child.type == "link_open"
    ]
    assert link.attrs["href"] == target


@pytest.mark.parametrize(
    "text", ["An ordinary sentence, with a comma; and “quotation marks”!", "AT&T's 20 % - or so", "12:30 (c. 1 May)"]
)
def test_ordinary_text_stays_as_readable_as_it_was(text):
    assert escape.inline(text) == text


def test_lists_are_worded():
    assert escape.joined(["A"]) == "A"
    assert escape.joined(["A", "B"]) == "A and B"
    assert escape.joined(["A", "B", "C"]) == "A, B and C"
