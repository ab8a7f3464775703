r"""Text of unknown origin as Markdown that reads back as that text, and as nothing else.

CommonMark 0.31 lets a backslash stand before any ASCII punctuation. What is special in any place is escaped in all
places, so that texts can be put together. An address such as `a@b.example` is kept from being a link for parsers that
look at the source; GitHub looks for it in the finished text, and makes it one in spite of the backslash.
"""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

_BREAK: Final = re.compile(r"[ \t]*(?:[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029][ \t]*)+")
_BREAK_WITHIN_LINE: Final = re.compile(r"[ ]*(?:[\t\v\f\x1c-\x1f\x85\u2028\u2029][ ]*)+")
_PARAGRAPH_END: Final = re.compile(r"\n(?:[^\S\n]*\n)+")

# Marks of code, emphasis, links and footnotes, HTML, tables, struck-out text, mathematics, attributes.
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~$^{}]")
_SOMETIMES: Final = re.compile(
    r"&(?=\#?[0-9A-Za-z]+(?:;|$))"  # a character reference, also where a semicolon follows the text
    r"|:(?=//)"  # a bare address
    r"|(?<![:/])/(?=/)"  # one without its scheme
    r"|(?<=www)\."  # another
    r"|@(?=\w)"  # an e-mail address, or a mention
    r"|:(?=[\w+-]+(?::|$))"  # an emoji's short name, also where a colon follows the text
    r"|\#$",  # the end of a heading
    re.IGNORECASE,
)
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINE_START: Final = re.compile(r"^(?:[-+=#](?!\\)|(?P<digits>\d{1,9})(?=[.)](?:\s|$)))", re.ASCII)


def one_line(text: str) -> str:
    """The text with every line break, tab and separator as one space: what a reader gets back of `inline`."""
    return _BREAK.sub(" ", text).strip()


def inline(text: str) -> str:
    """The text on one line: for a paragraph, a heading, an item of a list, a cell, a footnote, a link or emphasis."""
    return _escaped(one_line(text))


def lines(text: str) -> list[list[str]]:
    """The paragraphs of a text, each as its lines; what a reader gets back of `paragraphs`."""
    parts = _PARAGRAPH_END.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    found = [[_BREAK_WITHIN_LINE.sub(" ", line).strip() for line in part.split("\n")] for part in parts]
    kept = [[line for line in part if line] for part in found]
    return [part for part in kept if part]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each a block; a line end within one is a hard line break."""
    return ["\\\n".join(map(_escaped, part)) for part in lines(text)]


def paragraph_lines(text: str) -> list[str]:
    """The paragraphs of a text, each on a line of its own: for the lines of an item in a list."""
    return [inline(" ".join(part)) for part in lines(text)]


def strong(text: str) -> str:
    """The text in bold; what follows has to begin with a space or with punctuation."""
    return f"**{inline(text)}**"


def emphasis(text: str) -> str:
    """The text in italics; what follows has to begin with a space or with punctuation."""
    return f"*{inline(text)}*"


def link(text: str, url: str) -> str:
    """A link where `url` is an http, https or mailto address; else the text, with the address after it."""
    target = destination(url)
    return f"{inline(text)} ({inline(url)})" if target is None else f"[{inline(text)}]({target})"


def destination(url: str) -> str | None:
    """An address percent-encoded so that it cannot end before its end; None where it may not be a link.

    That of a web page may not have a user's name in it: `https://known.example@other.example` leads to the other.
    """
    if not _LINKED.match(url):
        return None
    return quote(url, safe="/:?#@!&'+,;=%-._~").replace("&", "\\&")


def unescaped(markdown: str) -> str:
    """The text of which `inline` made this; it may be put together of several, with words that hold no Markdown."""
    return _ESCAPE.sub(r"\1", markdown)


def joined(parts: Iterable[str], last: str = " and ") -> str:
    """A list in words: `A`, `A and B`, `A, B and C`. The parts are Markdown already."""
    *others, final = parts
    return f"{', '.join(others)}{last}{final}" if others else final


def _escaped(line: str) -> str:
    line = _SOMETIMES.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\g<0>", line))
    return _LINE_START.sub(_stopped, line)


def _stopped(match: re.Match[str]) -> str:
    return f"{match['digits']}\\" if match["digits"] else f"\\{match[0]}"


_LINKED: Final = re.compile(r"(?:https?://(?![^/?#]*@)[^\s/?#]|mailto:[^\s])[^\s]*\Z", re.IGNORECASE)
