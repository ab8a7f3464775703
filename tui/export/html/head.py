"""The beginning and the end of the page: what it is, how it may be passed on, and the bottom line."""

import base64
import hashlib

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element
from tui.export.html.inline import paragraphs, time
from tui.export.html.style import style_of
from tui.export.wording import joined, label


def head(view: View) -> Element:
    """The head: a policy that lets nothing in but this page's own style."""
    style = style_of(view.briefing.tlp)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", " ".join(view.briefing.title.split())),
        element("style", style),
    )


def masthead(view: View, *, whole: bool = True) -> Element:
    """The marking, the title, the date, the authors and the topics; unless `whole`, the id stands for the title."""
    briefing = view.briefing
    facts: list[Node] = [["As of ", time(view.date)]]
    if briefing.authors and whole:
        facts.append(f"By {joined(briefing.authors)}")
    if briefing.topics and whole:
        facts.append(", ".join(briefing.topics))
    if view.focus:
        facts.append(f"Only what bears on {label(view, view.focus)}")
    return element(
        "header",
        _marking(view),
        element("h1", briefing.title if whole else briefing.id),
        element("p", [[" · " if index else "", fact] for index, fact in enumerate(facts)], class_="facts"),
    )


def bottom_line(view: View) -> Element:
    """The conclusion, or in its place the sentence that says why it is withheld."""
    said: Node = paragraphs(view.bottom_line) if view.bottom_line else element("p", view.withheld, class_="quiet")
    return element("section", element("h2", "Bottom line"), said, class_="bottom-line")


def foot(view: View) -> Node:
    """The marking again: TLP 2.0 asks for it at the foot of a document as well as at its head."""
    return element("footer", _marking(view)) if view.briefing.tlp else None


def _marking(view: View) -> Node:
    tlp = view.briefing.tlp
    return element("p", element("span", tlp.label, class_=f"tlp tlp-{tlp.value}"), class_="marking") if tlp else None
