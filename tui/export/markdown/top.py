"""The beginning of a brief: what it is, the bottom line, the judgments."""

from tui.analysis.view import View
from tui.export.markdown.blocks import Entry, bullets, entry, heading
from tui.export.markdown.escape import emphasis, inline, joined, paragraphs, strong
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.wording import label
from tui.model.edtf import describe
from tui.model.judgment import Judgment


def title_block(view: View, *, whole: bool = True) -> list[str]:
    """The title, and below it the marking, the date, the authors and the topics; unless `whole`, id, marking, date."""
    briefing = view.briefing
    if not whole:
        marked = [entry(f"**{briefing.tlp.label}**")] if briefing.tlp else []
        return [heading(1, briefing.id), bullets([*marked, entry(f"As of {describe(view.date)}")])]
    entries = [
        entry(f"**{briefing.tlp.label}**") if briefing.tlp else entry(),
        entry(f"As of {describe(view.date)}"),
        entry(f"By {joined(map(inline, briefing.authors))}") if briefing.authors else entry(),
        entry(f"Topics: {', '.join(map(inline, briefing.topics))}") if briefing.topics else entry(),
        entry(f"Only what bears on {label(view, view.focus)}") if view.focus else entry(),
    ]
    return [heading(1, briefing.title), bullets(one for one in entries if one.lines)]


def bottom_line(view: View) -> list[str]:
    """The conclusion, or in its place the sentence that says why it is withheld."""
    text = paragraphs(view.bottom_line) if view.bottom_line else [emphasis(view.withheld)]
    return [heading(2, "Bottom line"), *text]


def judgments(view: View, footnotes: Footnotes) -> list[str]:
    """What the author concludes: likelihood and confidence in sentences of their own (ICD 203, section D.6.e.(2))."""
    if not view.judgments:
        return []
    return [heading(2, "Judgments"), bullets(_judgment(view, one, footnotes) for one in view.judgments)]


def _judgment(view: View, judgment: Judgment, footnotes: Footnotes) -> Entry:
    below = [entry(" ".join(rating(judgment)))]
    earlier = next((one for one in view.briefing.judgments if one.id == judgment.revises), None)
    if earlier:
        before = " ".join([f"Replaces an earlier judgment: “{inline(earlier.text)}”", *rating(earlier)])
        below.append(entry(before))
    if judgment.about:
        below.append(entry(f"About: {'; '.join(label(view, one) for one in judgment.about)}"))
    if judgment.evidence:
        below.append(entry("Rests on:", below=(_evidence(view, one, footnotes) for one in judgment.evidence)))
    if judgment.note:
        below.append(entry(f"Note: {inline(judgment.note)}"))
    return entry(strong(judgment.text), below=(one for one in below if one.lines))


def rating(judgment: Judgment, *, made: bool = True) -> list[str]:
    """The likelihood, the confidence and, if asked for, the date of a judgment, each as a sentence."""
    found = []
    if judgment.likelihood:
        found.append(f"Likelihood: {inline(judgment.likelihood.words)}.")
    if judgment.confidence:
        found.append(f"Confidence in this judgment is {judgment.confidence}.")
    if judgment.made and made:
        found.append(f"Made: {describe(judgment.made)}.")
    return found


def _evidence(view: View, identifier: str, footnotes: Footnotes) -> Entry:
    item = view.entries.get(identifier)
    return entry(label(view, identifier) + (footnotes.marks(view.links.sources_of(item.item)) if item else ""))
