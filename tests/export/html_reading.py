"""An HTML page as an independent parser reads it."""

import warnings
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import html5lib

_BLOCKS = {"p", "li", "h1", "h2", "h3", "td", "th", "figcaption", "caption", "br", "div", "title", "desc"}


def parsed(text: str) -> ElementTree.Element:
    """The tree of a page in which nothing is wrong by the rules of HTML."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree: Any = parser.parse(text)
    assert [error for _, error, _ in parser.errors] == []
    return tree


def name_of(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def elements(text: str) -> list[ElementTree.Element]:
    """Every element of a page, in its order."""
    return list(parsed(text).iter())


def text_of_page(text: str) -> str:
    """What a reader sees of a page's body."""
    return "".join(_seen(parsed(text).find("body"))).strip()


def _seen(element: ElementTree.Element) -> Iterator[str]:
    if name_of(element) in _BLOCKS:
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _seen(child)
        yield child.tail or ""
