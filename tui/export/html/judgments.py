"""Judgments: what the author concludes, how likely it is, and how sure the author is."""

from tui.analysis.view import View
from tui.export.html.element import Element, Node, element
from tui.export.html.inline import Notes, time
from tui.export.wording import label
from tui.model.judgment import Judgment


def judgments(view: View, notes: Notes) -> Element | None:
    """Likelihood and confidence stand in sentences of their own (ICD 203, section D.6.e.(2))."""
    if not view.judgments:
        return None
    return element(
        "section", element("h2", "Judgments"), [_judgment(one, view, notes) for one in view.judgments], class_="cards"
    )


def _judgment(judgment: Judgment, view: View, notes: Notes) -> Element:
    earlier = next((one for one in view.briefing.judgments if one.id == judgment.revises), None)
    facts: list[Node] = []
    if earlier:
        facts.append(element("li", f"Replaces an earlier judgment: “{earlier.text}” ", rating(earlier)))
    if judgment.about:
        facts.append(element("li", f"About: {'; '.join(label(view, one) for one in judgment.about)}"))
    if judgment.evidence:
        evidence = [element("li", label(view, one), _marks(one, view, notes)) for one in judgment.evidence]
        facts.append(element("li", "Rests on:", element("ul", evidence)))
    if judgment.note:
        facts.append(element("li", f"Note: {judgment.note}"))
    rated = rating(judgment)
    return element(
        "article",
        element("h3", judgment.text),
        element("p", rated, class_="rating") if rated else None,
        element("ul", facts, class_="facts") if facts else None,
    )


def rating(judgment: Judgment, *, made: bool = True) -> list[Node]:
    """The sentences on how likely it is, how sure the author is, and when it was made."""
    found: list[Node] = []
    if judgment.likelihood:
        found.append(["Likelihood: ", element("strong", judgment.likelihood.words), ". "])
    if judgment.confidence:
        found.append(["Confidence in this judgment is ", element("strong", judgment.confidence), ". "])
    if judgment.made and made:
        found.append(["Made: ", time(judgment.made), ". "])
    return found


def _marks(identifier: str, view: View, notes: Notes) -> Node:
    entry = view.entries.get(identifier)
    return notes.marks(view.links.sources_of(entry.item)) if entry else None
