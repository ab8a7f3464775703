"""Elements of HTML and SVG, and the only place where they become text: whatever they hold is escaped there."""

import html
import re
from collections.abc import Iterable
from typing import Final, NamedTuple, Union

Node = Union["Element", str, None, Iterable["Node"]]
"""What an element can hold: elements, text, nothing, or several of these."""

_VOID: Final = frozenset({"br", "hr", "link", "meta"})
_LINES: Final = frozenset(
    {
        "article", "aside", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2",
        "h3", "head", "header", "html", "li", "link", "main", "meta", "nav", "ol", "p", "section", "style", "svg",
        "table", "tbody", "thead", "title", "tr", "ul",
    }
)  # fmt: skip
"""Elements that begin on a line of their own, so that the file can be read as text."""

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9:-]*")

# No parser takes these, and no briefing holds them but one that was made by hand.
_NOT_HTML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Element(NamedTuple):
    """One element; `children` are as they were given, `attributes` without those that are None."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Node, ...]


def element(name: str, /, *children: Node, **attributes: str | float | None) -> Element:
    """An element; `class_` and `for_` stand for `class` and `for`, and `_` within a name for a hyphen."""
    found = tuple(
        (key.rstrip("_").replace("_", "-"), str(value)) for key, value in attributes.items() if value is not None
    )
    assert _NAME.fullmatch(name)  # noqa: S101 - names are never a briefing's
    assert all(_NAME.fullmatch(key) for key, _ in found)  # noqa: S101
    return Element(name, found, children)


def text_of(node: Node) -> str:
    """What a reader sees of a node."""
    if node is None:
        return ""
    if isinstance(node, str):
        return node
    if isinstance(node, Element):
        return text_of(node.children)
    return "".join(map(text_of, node))


def written(node: Node) -> str:
    """A node as the text of a file."""
    pieces: list[str] = []
    _write(node, pieces)
    return "".join(pieces)


def _shown(text: str) -> str:
    return _NOT_HTML.sub("\ufffd", text)


def _write(node: Node, pieces: list[str]) -> None:
    if node is None:
        return
    if isinstance(node, str):
        pieces.append(html.escape(_shown(node), quote=False))
    elif isinstance(node, Element):
        _write_element(node, pieces)
    else:
        for one in node:
            _write(one, pieces)


def _write_element(one: Element, pieces: list[str]) -> None:
    attributes = "".join(f' {key}="{html.escape(_shown(value))}"' for key, value in one.attributes)
    if one.name in _LINES:
        pieces.append("\n")
    pieces.append(f"<{one.name}{attributes}>")
    if one.name in _VOID:
        return
    if one.name == "style":
        # Its content is no markup, and none of it is a briefing's.
        pieces.append(text_of(one.children))
    else:
        _write(one.children, pieces)
    pieces.append(f"</{one.name}>")
