"""Text as a stranger might write it, and what a parser makes of it."""

import re
from collections.abc import Iterator

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tui.load.characters import FORBIDDEN_IN_VALUE

_PIECES = [
    *"\\`*_{}[]()<>#+-=.!|~$^&:;@\"'/,?%",
    *(
        "a",
        "B",
        "7",
        " ",
        "  ",
        "é",
        "猫",
        "🙂",
        "“",
        "—",
        "\N{NO-BREAK SPACE}",
        "\N{ZERO WIDTH SPACE}",
        "\u2028",
        "\u2029",
    ),
    *("\t", "1.", "2)", "- ", "+ ", "# ", " #", "> ", "---", "===", "```", "~~~", "~~", "**", "    ", "***"),
    *("[^1]", "[^1]:", "[a](b)", "![", "[x]", "[ ]", "[!NOTE]", "<b>", "</p>", "<!--", "<script>", "<http://a.b>"),
    *(
        "&amp;",
        "&lt",
        "&#35;",
        "&#x41;",
        "http://a.example",
        "https://",
        "www.a.example",
        "a@b.example",
        "mailto:a@b.c",
    ),
    *(":smile:", ":+1:", "@who", "$x$", "| --- |", "--|--", "\\|", "|", "{.c}", "{{ x }}", "\\\\", "Setext"),
]


def _is_text(text: str) -> bool:
    return bool(text.strip()) and FORBIDDEN_IN_VALUE.search(text) is None


def _stripped(text: str) -> str:
    return text.strip()


_characters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cn", "Zs"])
texts = (
    st.one_of(
        st.lists(st.sampled_from(_PIECES), min_size=1, max_size=8).map("".join),
        st.text(_characters, min_size=1, max_size=20),
    )
    .filter(_is_text)
    .map(_stripped)
)
"""What a text of the format can be, of one line."""

_line_ends = st.sampled_from(["\n", "\n\n", "\n \n", "\n\n\n", "\n  "])
long_texts = (
    st.lists(st.tuples(texts, _line_ends), min_size=1, max_size=4)
    .map(lambda parts: "".join(text + end for text, end in parts))
    .filter(_is_text)
    .map(_stripped)
)
"""What a text of the format can be, of several lines and paragraphs."""


def commonmark() -> MarkdownIt:
    return MarkdownIt("commonmark")


def gfm() -> MarkdownIt:
    parser = MarkdownIt("gfm-like").use(footnote_plugin)
    # GitHub makes no links of bare names such as `a.example`, only of addresses.
    parser.linkify.set({"fuzzy_link": False})
    return parser


def inline_tokens(tokens: list[Token]) -> Iterator[Token]:
    """The tokens that hold text, in the order of the document."""
    return (token for token in tokens if token.type == "inline")


def words(token: Token) -> str:
    """What a reader sees of a token that holds text."""
    return "".join(_seen(child) for child in token.children or ())


def _seen(token: Token) -> str:
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    if token.type == "footnote_ref":
        return f"[^{token.meta['label']}]"
    return token.content if token.type in {"text", "text_special"} else ""


def shape(tokens: list[Token]) -> list[str]:
    """The kinds of all tokens but plain text, those within lines included."""
    found = []
    for token in tokens:
        found.append(token.type)
        found += [child.type for child in token.children or () if not re.match("text", child.type)]
    return found
