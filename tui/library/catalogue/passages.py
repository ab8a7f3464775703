"""The passages of a briefing by which it is searched: each of its items in words, and what it is about."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tui.analysis.view import View
from tui.library.catalogue.days import day_number
from tui.model.actor import Actor, Relation
from tui.model.edtf import EDTF
from tui.model.event import Event
from tui.model.figure import Figure
from tui.model.judgment import Judgment
from tui.model.position import Position
from tui.model.question import Question
from tui.model.quote import Quote
from tui.model.source import Source

BRIEFING: Final = "briefing"
"""The kind of a passage that is of the briefing as a whole."""


class About(NamedTuple):
    """What a passage is of: the kind and id of its item, its date, and who and which sources it bears on.

    `kind` is a Kind, or `briefing`, whose `item` is "". `date` is EDTF, "" where there is none; `lower` and `upper` are
    the numbers of its days. `state` is `open` for an open question, and a quote's attribution off the record.
    """

    kind: str
    item: str
    date: str
    lower: int
    upper: int
    state: str
    actors: tuple[str, ...]
    sources: tuple[str, ...]


class Passage(NamedTuple):
    """A passage's text and what it is of."""

    text: str
    about: About


def passages(view: View) -> list[Passage]:
    """The passages of a View, the bottom line first."""
    briefing = view.briefing
    found = [_passage(BRIEFING, "", (view.bottom_line or "",), briefing.as_of)]
    about = (*briefing.topics, *briefing.authors)
    if about:
        found.append(_passage(BRIEFING, "", about, briefing.as_of))
    return [*found, *(one for one in _items(view) if one.text)]


def _items(view: View) -> Iterator[Passage]:
    yield from (_judgment(view, one) for one in view.judgments)
    yield from (_question(view, one) for one in view.questions)
    for question in view.questions:
        for one in question.estimates:
            words = (f"{view.name_of(one.by)}: {one.likelihood.words}", question.text, one.note)
            yield _passage("questions", question.id, words, one.date, actors=(one.by,), sources=one.sources)
    yield from (_position(view, one) for one in view.positions)
    yield from (_quote(view, one) for one in view.quotes)
    yield from (_event(view, one) for one in view.events)
    yield from (_figure(view, one) for one in view.figures)
    yield from (_relation(view, one) for one in view.relations)
    yield from (_actor(one) for one in view.actors)
    yield from (_source(one) for one in view.sources)


def _passage(
    kind: str,
    item: str,
    words: Iterable[str | None],
    date: EDTF | None,
    *,
    state: str = "",
    actors: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> Passage:
    bounds = (day_number(date.lower), day_number(date.upper)) if date else (0, 0)
    text = " · ".join(one for one in words if one)
    return Passage(text, About(kind, item, date.text if date else "", *bounds, state, tuple(actors), tuple(sources)))


def _judgment(view: View, one: Judgment) -> Passage:
    likely = one.likelihood.words if one.likelihood else None
    words = (one.text, likely, one.note)
    return _passage("judgments", one.id, words, one.made or view.briefing.as_of, sources=_ids(view, one.evidence))


def _question(view: View, one: Question) -> Passage:
    outcome = one.resolution.outcome if one.resolution else None
    date = one.resolution.date if one.resolution else view.due(one) or one.raised
    words = (one.text, outcome, one.criteria, one.background, one.note)
    state = "open" if one.status == "open" else ""
    return _passage("questions", one.id, words, date, state=state, actors=one.decided_by, sources=one.sources)


def _position(view: View, one: Position) -> Passage:
    question = view.question(one.question)
    stance = one.stance.replace("-", " ") if one.stance else None
    words = (view.name_of(one.actor), stance, one.summary, question.text if question else None, one.note)
    sources = view.links.sources_of(one)
    return _passage("positions", one.id, words, one.date, actors=(one.actor,), sources=sources)


def _quote(view: View, one: Quote) -> Passage:
    who = ", ".join(view.name_of(actor) for actor in one.speaker)
    words = (f"“{one.text}”", who, one.attributed_as, one.original, one.context, one.note)
    state = "" if one.attribution == "on-record" else one.attribution
    sources = (one.source, *one.corroborated_by)
    date = one.said or view.known(one.id)
    return _passage("quotes", one.id, words, date, state=state, actors=one.speaker, sources=sources)


def _event(view: View, one: Event) -> Passage:
    accounts = (f"{view.name_of(account.by)}: {account.says}" for account in one.accounts)
    words = (one.title, one.detail, *accounts, one.note)
    actors = dict.fromkeys((*view.links.actors_of(one), *(account.by for account in one.accounts)))
    return _passage("events", one.id, words, one.date, actors=actors, sources=one.sources)


def _figure(view: View, one: Figure) -> Passage:
    low_high = f"{one.low}–{one.high}" if one.value is None else str(one.value)
    words = (f"{one.name}: {low_high} {one.unit or ''}".strip(), one.note)
    return _passage("figures", one.id, words, one.date, actors=_actors(view, one.about), sources=one.sources)


def _relation(view: View, one: Relation) -> Passage:
    tie = f"{view.name_of(one.from_)} {one.type.replace('-', ' ')} {view.name_of(one.to)}"
    return _passage(
        "relations", one.id, (tie, one.role, one.note), one.since, actors=(one.from_, one.to), sources=one.sources
    )


def _actor(one: Actor) -> Passage:
    return _passage("actors", one.id, (one.name, *one.aliases, one.role, one.note), None, actors=(one.id,))


def _source(one: Source) -> Passage:
    words = (one.title, one.publisher, *one.authors, one.url, one.note)
    return _passage("sources", one.id, words, one.published or one.accessed, sources=(one.id,))


def _ids(view: View, identifiers: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in identifiers if view.source(one) is not None)


def _actors(view: View, identifiers: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in identifiers if view.actor(one) is not None)
