"""The agenda's list and the detail of an entry, as far as they can be decided without a screen."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from tui.analysis.agenda import AgendaEntry
from tui.analysis.ahead import Group, heading
from tui.analysis.estimates import Series
from tui.analysis.open_question import OpenQuestion, Stand, listed
from tui.app.panes.detail import Block, Blocks, Fact, Paragraph, Title, sections
from tui.app.panes.row import Entry, Heading, Outline, Row
from tui.app.panes.text import Line, Piece, joined, line, one_line, width_of
from tui.app.panes.words import STANCES, STATUS, when
from tui.model.edtf import EDTF, describe

SIGNS: Final = {"question": "?", "deadline": "◇", "event": "○"}
_IMPORTANCE: Final = {1: "▲", 2: "▲▲", 3: "▲▲▲ major"}
_KINDS: Final = {"question": "open question", "deadline": "deadline", "event": "event"}

Listed = tuple[Path, AgendaEntry]
"""An entry, and the file it is from."""


def key_of(one: Listed) -> str:
    """What an entry is known by in the list, also when it has been read again."""
    path, entry = one
    return f"{path}#{entry.id}"


def in_order(found: Sequence[Listed]) -> list[Listed]:
    """The entries as they are listed."""
    return sorted(found, key=lambda one: one[1].order)


def outline(found: Sequence[Listed], today: datetime.date) -> Outline:
    """The entries below their headings, each of which says how many there are."""
    entries: list[Entry] = []
    for group, below in groupby(found, key=lambda one: one[1].group):
        keys = [key_of(one) for one in below]
        entries += [Heading(f"{heading(group, today)} · {len(keys):,}"), *keys]
    return entries


def row(key: str, entry: AgendaEntry) -> Row:
    """One entry with when it is due and how far that is; a warned one has a sign and the word."""
    is_overdue = entry.group is Group.OVERDUE
    left = entry.distance.words
    return Row(
        key,
        f"{entry.text} ({entry.became})" if entry.became else entry.text,
        sign=SIGNS[entry.kind],
        when=one_line(entry.when),
        aside=one_line(entry.briefing.title),
        mark=f"! {left}, warned" if entry.warned else left,
        short_mark=f"! {left}" if entry.warned else left,
        mark_tone="warning" if is_overdue or entry.warned else "muted",
    )


def when_width(found: Sequence[Listed], most: int) -> int:
    """The cells of the column of dates: as many as the widest takes, and `most` at most."""
    return min(max((width_of(line(one_line(entry.when))) for _, entry in found), default=0), most)


def summary(found: Sequence[Listed], wrong: int, today: datetime.date, *, reading: bool) -> str:
    """How much there is, and what presses."""
    overdue = sum(entry.group is Group.OVERDUE for _, entry in found)
    warned = sum(entry.warned for _, entry in found)
    facts = [
        f"today is {today:%A} {describe(EDTF.from_date(today))}",
        f"{len(found):,} {'entry' if len(found) == 1 else 'entries'}",
    ]
    facts += [f"{overdue:,} overdue"] if overdue else []
    facts += [f"{warned:,} warned"] if warned else []
    facts += [f"! {wrong:,} partly wrong: `brief check`"] if wrong else []
    return " · ".join([*facts, *(["reading…"] if reading else [])])


def detail(entry: AgendaEntry) -> Blocks:
    """What one is briefed on: who decides, where each stands, what is expected, and the briefing's bottom line."""
    own = entry.kind == "question"
    return sections(
        [Title(line(entry.text, "strong")), Paragraph(_facts(entry))],
        [Fact("With", line(listed(entry.actors)))] if entry.actors else (),
        *(_question(one, with_title=not own) for one in entry.questions),
        _briefing(entry),
        [Paragraph(line(entry.briefing.bottom_line))] if entry.briefing.bottom_line else (),
    )


def _facts(entry: AgendaEntry) -> Line:
    kind = _KINDS[entry.kind]
    status = "" if entry.status in {"open", "planned"} else STATUS[entry.status]  # type: ignore[index]
    left = line(entry.distance.words, "warning" if entry.group is Group.OVERDUE else "plain")
    warned = line("! warned", "warning") if entry.warned else ()
    importance = line(_IMPORTANCE.get(entry.importance or 0, ""))
    due = line(f"{'due ' if entry.kind == 'question' else ''}{one_line(entry.when)}") if entry.when else ()
    return joined((line(kind, "muted"), line(status), due, left, warned, importance))


def _question(question: OpenQuestion, *, with_title: bool) -> Iterator[Block]:
    if with_title:
        yield Paragraph((Piece("? ", "accent"), *line(question.text, "strong")))
    if question.deciders:
        yield Fact("Decided by", line(listed(question.deciders)))
    for index, stand in enumerate(reversed(question.stands)):
        yield Fact("" if index else "Positions", _stand(question, stand))
    for index, series in enumerate(question.estimates.series):
        yield Fact("" if index else "Expected", _expected(question, series))


def _stand(question: OpenQuestion, stand: Stand) -> Line:
    stance = line(STANCES[stand.stance], "strong") if stand.stance else ()
    said = joined((stance, line(one_line(stand.summary or "")), line(when(stand.date), "muted")))
    return (*line(f"{one_line(question.names[stand.actor])}: "), *said)


def _expected(question: OpenQuestion, series: Series) -> Line:
    latest = series.latest
    moved = ""
    if series.shifts:
        points = series.shifts[-1].points
        moved = f"{'up' if points > 0 else 'down'} {abs(points).normalize():f} points"
    said = joined((line(latest.words, "strong"), line(moved), line(when(latest.date), "muted")))
    return (*line(f"{one_line(question.names[series.by])}: "), *said)


def _briefing(entry: AgendaEntry) -> Iterator[Block]:
    briefing = entry.briefing
    label = line(briefing.tlp.label, "strong") if briefing.tlp else ()
    yield Fact(
        "Briefing", joined((line(one_line(briefing.title)), line(f"as of {when(briefing.as_of)}", "muted"), label))
    )
