"""The Overview: the bottom line, the judgments, what is open and what comes next."""

from typing import Final

from tui.analysis.view import View
from tui.app.panes import questions, timeline
from tui.app.panes.detail import Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.mention import doors, likelihood_words
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.provenance import known, named_by, note
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import line, one_line
from tui.app.panes.words import count, date_of, status_sign, status_words, when
from tui.model.event import Event
from tui.model.judgment import Judgment

BOTTOM_LINE: Final = ""
"""The id of the row that is the bottom line, which no item has."""


def outline(view: View) -> Outline:
    """The bottom line first; every other row is an item."""
    entries: list[Entry] = [Heading("Bottom line"), BOTTOM_LINE]
    standing = {one.id for one in view.judgments}
    for title, found in (
        ("Judgments", [one.id for one in view.judgments]),
        ("Open questions", [one.id for one in view.questions if one.status == "open"]),
        ("What comes next", [one.id for one in view.events if view.status(one) == "planned"]),
        ("Outcome not known", [one.id for one in view.events if view.status(one) == "unknown"]),
        ("Judgments since replaced", [one.id for one in view.briefing.judgments if one.id not in standing]),
    ):
        entries += [Heading(title), *found] if found else []
    return entries


def row(view: View, identifier: str) -> Row:
    """One row, of whichever kind."""
    if identifier == BOTTOM_LINE:
        return Row(BOTTOM_LINE, view.bottom_line or view.withheld, tone="plain" if view.bottom_line else "muted")
    entry = view.entries.get(identifier)
    match entry.item if entry else None:
        case Judgment() as judgment:
            return Row(judgment.id, judgment.text, sign="■", aside=likelihood_words(judgment))
        case Event() as event:
            status = view.status(event)
            words = (date_of(event), status_words(event, status))
            return Row(
                event.id, event.title, sign=status_sign(event, status), aside=" · ".join(one_line(one) for one in words)
            )
    return questions.row(view, identifier)


def detail(view: View, identifier: str) -> Blocks:
    """The detail of whatever the row is; of the bottom line, what there is to say of the whole briefing."""
    if identifier == BOTTOM_LINE:
        return _whole(view)
    entry = view.entries.get(identifier)
    match entry.item if entry else None:
        case Judgment() as judgment:
            return _judgment(view, judgment)
        case Event():
            return timeline.detail(view, identifier)
    return questions.detail(view, identifier)


def _whole(view: View) -> Blocks:
    briefing = view.briefing
    held = (
        (len(view.events), "event"),
        (len(view.actors), "stakeholder"),
        (len(view.quotes), "quote"),
        (len(view.questions), "question"),
        (len(view.figures), "figure"),
        (len(view.sources), "source"),
    )
    following = view.next_date()
    facts = (
        ("Written as of", when(briefing.as_of)),
        ("By", ", ".join(briefing.authors)),
        ("Topics", ", ".join(briefing.topics)),
        ("Marked", briefing.tlp.label if briefing.tlp else ""),
        ("Next date", when(following) if following else ""),
        ("Holds", ", ".join(count(number, noun) for number, noun in held if number)),
    )
    return sections(
        [Title(line(one_line(briefing.title), "strong"))],
        [Paragraph(line(view.bottom_line)) if view.bottom_line else Paragraph(line(view.withheld, "muted"))],
        [Fact(label, line(one_line(words))) for label, words in facts if words],
    )


def _judgment(view: View, judgment: Judgment) -> Blocks:
    shown = sections(
        [Title(line(judgment.text, "strong"))],
        [
            Fact(label, line(words))
            for label, words in (
                ("Likelihood", judgment.likelihood.words if judgment.likelihood else ""),
                ("Confidence", judgment.confidence or ""),
                ("Made", when(judgment.made) if judgment.made else ""),
            )
            if words
        ],
        doors(view, "Bears on", judgment.about),
        doors(view, "Evidence", judgment.evidence),
        doors(view, "Replaces", (judgment.revises,) if judgment.revises else ()),
        (*known(view, judgment.id), *note(judgment.note)),
    )
    return sections(shown, named_by(view, judgment.id, shown))


OVERVIEW = Pane(
    "Overview",
    outline,
    row,
    detail,
    count=lambda _: None,
    empty=nothing("bottom line"),
    columns=Columns(sign=1),
    wraps=True,
)
