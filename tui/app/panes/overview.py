"""The Overview: one screen with the bottom line, what is new, what is open, what comes next and who moved."""

import datetime
from collections.abc import Sequence
from typing import Final

from tui.analysis.ledger import move_to
from tui.analysis.view import View
from tui.app.panes import questions, timeline
from tui.app.panes.detail import Block, Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.digest import AHEAD, JUDGMENTS, NEW, TITLES, UNKNOWN, Group, groups_of
from tui.app.panes.mention import doors, due_words, likelihood_words, mention
from tui.app.panes.moves import arrow, stance_words
from tui.app.panes.pane import Pane, nothing
from tui.app.panes.provenance import by_kind, known, named_by, note
from tui.app.panes.row import Columns, Entry, Heading, Outline, Row
from tui.app.panes.text import line, one_line, plain
from tui.app.panes.words import count, date_of, status_sign, status_words, when
from tui.model.event import Event
from tui.model.judgment import Judgment
from tui.model.position import Position
from tui.model.question import Question

BOTTOM_LINE: Final = ""
"""The id of the row that is the bottom line, which no item has."""


class _Page:
    """The rows and details for a reader to whom some items are new; what was worked out for a View last is kept."""

    def __init__(self, new: frozenset[str]) -> None:
        self._new = new
        self._view: View | None = None
        self._groups: dict[str, Group] = {}

    def groups(self, view: View) -> dict[str, Group]:
        if self._view is not view:
            self._view, self._groups = view, groups_of(view, self._new)
        return self._groups

    def outline(self, view: View) -> Outline:
        """The bottom line first; every other row is an item, or stands for the rest of its group.

        What is new and has no other row here has a group of its own.
        """
        entries: list[Entry] = [Heading("Bottom line"), BOTTOM_LINE]
        groups = self.groups(view)
        tight = False
        for more, (shown, rest) in groups.items():
            # What nobody told the outcome of needs no heading below what comes next.
            if shown or (rest and not (more == UNKNOWN and groups[AHEAD][0])):
                counted = self._counted(view, len(shown) + len(rest)) if more == NEW else ""
                entries.append(Heading(f"{TITLES[more]}{counted}", tight))
                tight = more != JUDGMENTS
            entries += [*shown, *([more] if rest else [])]
        return entries

    def _counted(self, view: View, here: int) -> str:
        """How many items are new: those of the group that is made of them, and those that stand in other groups."""
        elsewhere = len(self._new & view.entries.keys()) - here
        others = f", and {elsewhere:,} in {'another row' if elsewhere == 1 else 'other rows'}" if elsewhere else ""
        return f" · {here:,}{others}"

    def row(self, view: View, identifier: str) -> Row:
        """One row, of whichever kind."""
        if identifier == BOTTOM_LINE:
            return Row(BOTTOM_LINE, view.bottom_line or view.withheld, tone="plain" if view.bottom_line else "muted")
        if identifier in TITLES:
            return _more(view, identifier, self.groups(view)[identifier][1])
        return _item(view, identifier)

    def row_today(self, view: View, identifier: str, today: datetime.date) -> Row:
        """One row, of an open question with how many days are left."""
        question = view.question(identifier)
        left = questions.days_left(view, question, today) if question else ""
        row = self.row(view, identifier)
        return row._replace(mark=left, mark_tone="warning" if left.endswith("overdue") else "muted") if left else row

    def detail(self, view: View, identifier: str) -> Blocks:
        """The detail of whatever the row is; of the bottom line, what there is to say of the whole briefing."""
        if identifier == BOTTOM_LINE:
            return _whole(view)
        if identifier in TITLES:
            return _rest(view, identifier, self.groups(view)[identifier][1])
        entry = view.entries.get(identifier)
        match entry.item if entry else None:
            case Judgment() as judgment:
                return _judgment(view, judgment)
            case Event():
                return timeline.detail(view, identifier)
            case Question():
                return questions.detail(view, identifier)
        return (Fact(None, mention(view, identifier), door=identifier),) if entry else ()


def overview(new: frozenset[str] = frozenset()) -> Pane:
    """The pane for a reader to whom the items of these ids are new."""
    page = _Page(new)
    return Pane(
        "Overview",
        page.outline,
        page.row,
        page.detail,
        count=lambda _: None,
        empty=nothing("bottom line"),
        columns=Columns(sign=1),
        wraps=True,
        row_today=page.row_today,
    )


def _item(view: View, identifier: str) -> Row:
    entry = view.entries.get(identifier)
    match entry.item if entry else None:
        case Judgment() as judgment:
            return Row(judgment.id, judgment.text, sign="■", aside=likelihood_words(judgment), most_lines=2)
        case Event() as event:
            status = view.status(event)
            words = "" if status in {"planned", "happened"} and event.kind == "event" else status_words(event, status)
            mark = " · ".join(one for one in (one_line(date_of(event)), words) if one)
            return Row(event.id, event.title, sign=status_sign(event, status), mark=mark, single=True)
        case Position() as position:
            return _moved(view, position)
        case Question() as question:
            return Row(question.id, question.text, sign="?", mark=due_words(view, question), single=True)
    return Row(identifier, plain(mention(view, identifier)), sign="+", single=True)


def _more(view: View, row: str, rest: Sequence[str]) -> Row:
    """How many there are without a row of their own, and how many of them are judgments that were replaced."""
    if row == UNKNOWN:
        return Row(row, f"{count(len(rest), 'past event')} with an outcome not known", sign="?", single=True)
    standing = {one.id for one in view.judgments}
    replaced = sum(one not in standing for one in rest) if row == JUDGMENTS else 0
    words = f"{len(rest):,} since replaced" if replaced == len(rest) else f"{len(rest):,} more"
    if 0 < replaced < len(rest):
        words += f", {replaced:,} of them since replaced"
    return Row(row, f"… and {words}", tone="muted", single=True)


def _moved(view: View, position: Position) -> Row:
    """Who moved, from which stance to which, when and on what."""
    move = move_to(view, position)
    stances = [stance_words(one, short=True) for one in (move.before, move.after)] if move else []
    turned = ", a reversal" if move and move.reversal else ""
    question = view.question(position.question)
    return Row(
        position.id,
        f"{one_line(view.name_of(position.actor))}: {' → '.join(stances)}{turned}",
        sign=arrow(move) if move else "·",
        aside=one_line(question.text) if question else "",
        mark=when(position.date),
        single=True,
    )


def _rest(view: View, row: str, rest: Sequence[str]) -> Blocks:
    """What a row stands for: judgments in full, of all else a door to each."""
    title = [Title(line(TITLES[row], "strong"))]
    if row != JUDGMENTS:
        return sections(title, by_kind(view, rest))
    found = {one.id: one for one in view.briefing.judgments}
    standing = {one.id for one in view.judgments}
    return sections(title, *(_folded(view, found[one], standing=one in standing) for one in rest))


def _folded(view: View, judgment: Judgment, *, standing: bool) -> Sequence[Block]:
    title = Fact(None, line(one_line(judgment.text), "strong"), anchor=judgment.id)
    since = () if standing else (Paragraph(line("since replaced", "warning")),)
    return (title, *since, *_judgment(view, judgment)[1:])


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


OVERVIEW = overview()
