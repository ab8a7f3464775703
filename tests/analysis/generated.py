"""Briefings that hypothesis makes up, in which nothing is wrong and every text is a word of its own."""

import json
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tui.load.briefing import load_text
from tui.model.briefing import Briefing
from tui.model.edtf import EDTF

FIRST = date(2025, 1, 1)
LENGTH = 40
"""All dates lie within so many days from FIRST, so that many fall together."""

DAYS = st.integers(0, LENGTH).map(lambda number: (FIRST + timedelta(number)).isoformat())
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: f"{day}~"),
    DAYS.map(lambda day: f"{day}/.."),
    st.tuples(DAYS, DAYS).map(lambda days: "/".join(sorted(days))),
    st.sampled_from(("2024", "2024-12", "2025-01", "2025-02?")),
)
STANCES = ("strongly-support", "support", "neutral", "oppose", "strongly-oppose", "mixed", "no-comment", "unknown")

Keys = dict[str, Any]


def day_of(number: int) -> EDTF:
    return EDTF((FIRST + timedelta(number)).isoformat())


@st.composite
def contents(draw: st.DrawFn, *, privacy: bool = False) -> Keys:
    """The keys and values of a briefing; with `privacy`, some quotes are on background or off the record."""
    return _Making(draw, privacy).content()


def briefings(*, privacy: bool = False) -> st.SearchStrategy[Briefing]:
    return contents(privacy=privacy).map(loaded)


def loaded(content: Keys) -> Briefing:
    """The briefing of these keys, in which nothing is wrong."""
    result = load_text(json.dumps(content), Path("/library/story.yaml"), Path("/library"))
    assert result.problems == ()
    assert result.briefing is not None
    return result.briefing


class _Making:
    def __init__(self, draw: st.DrawFn, privacy: bool) -> None:
        self.draw = draw
        self.privacy = privacy
        self.numbers = count(1)
        self.sources: list[str] = []
        self.actors: list[str] = []
        self.ids: list[str] = []

    def content(self) -> Keys:
        content: Keys = {
            "format": "brief/1",
            "title": "A story",
            "as_of": self.draw(st.integers(LENGTH // 2, LENGTH).map(day_of).map(str)),
            "bottom_line": self.word("bottom"),
        }
        content["sources"] = self.each("source", 1, 4, self.source, self.sources)
        content["actors"] = self.each("actor", 1, 4, self.actor, self.actors)
        quotes: list[str] = []
        content["quotes"] = self.each("quote", 0, 4, self.quote, quotes)
        events: list[str] = []
        content["events"] = self.each("event", 0, 5, lambda: self.event(quotes, events), events)
        content["events"].reverse()
        deadlines = [one["id"] for one in content["events"] if one["kind"] == "deadline"]
        questions: list[str] = []
        content["questions"] = self.each("question", 0, 3, lambda: self.question(quotes, deadlines), questions)
        content["positions"] = (
            self.each("position", 0, 5, lambda: self.position(questions, quotes), []) if questions else []
        )
        content["figures"] = self.each("figure", 0, 3, self.figure, [])
        judgments: list[str] = []
        content["judgments"] = self.each("judgment", 0, 3, lambda: self.judgment(judgments), judgments)
        content["relations"] = self.each("relation", 0, 3, self.relation, [])
        return content

    def each(self, noun, least, most, make, ids) -> list[Keys]:
        items = []
        for number in range(self.draw(st.integers(least, most))):
            item = {"id": f"{noun}-{number}"} | make() | self.part()
            items.append(item)
            ids.append(item["id"])
            self.ids.append(item["id"])
        return items

    def word(self, noun: str) -> str:
        """A word that stands nowhere else."""
        return f"{noun}{next(self.numbers)}x"

    def part(self) -> Keys:
        return self.perhaps("known", DAYS) | self.perhaps("note", st.builds(self.word, st.just("note")))

    def perhaps(self, key: str, values: st.SearchStrategy[Any]) -> Keys:
        return {key: self.draw(values)} if self.draw(st.integers(0, 3)) == 0 else {}

    def some(self, ids: list[str], most: int = 2) -> list[str]:
        return self.draw(st.lists(st.sampled_from(ids), max_size=most, unique=True)) if ids else []

    def one(self, ids: list[str]) -> str:
        return self.draw(st.sampled_from(ids))

    def source(self) -> Keys:
        source = {"title": self.word("title")} | self.perhaps("accessed", DAYS)
        if self.draw(st.integers(0, 3)):
            source["published"] = self.draw(st.one_of(DAYS, st.just("2025-01")))
        if self.sources:
            source |= self.perhaps("origin", st.sampled_from(self.sources))
        return source

    def actor(self) -> Keys:
        return {"name": self.word("name")}

    def quote(self) -> Keys:
        quote = {
            "text": self.word("said"),
            "speaker": self.one(self.actors),
            "source": self.one(self.sources),
            "corroborated_by": self.some(self.sources),
        } | self.perhaps("said", DATES)
        if self.privacy:
            kind = self.draw(st.sampled_from(("on-record", "background", "deep-background", "off-record")))
            quote |= {"attribution": kind}
            quote |= {"attributed_as": "an official"} if kind == "background" else {}
        return quote

    def event(self, quotes: list[str], later: list[str]) -> Keys:
        event = {
            "date": self.draw(st.one_of(DATES, st.just("2025-06"))),
            "title": self.word("event"),
            "kind": self.draw(st.sampled_from(("event", "deadline"))),
            "actors": self.some(self.actors),
            "sources": self.some(self.sources),
            "quotes": self.some(quotes),
            "about": self.some(self.ids),
            "accounts": [self.account(quotes) for _ in range(self.draw(st.integers(0, 2)))],
        } | self.perhaps("status", st.sampled_from(("happened", "planned", "postponed", "cancelled", "unknown")))
        return event | (self.perhaps("superseded_by", st.sampled_from(later)) if later else {})

    def account(self, quotes: list[str]) -> Keys:
        return {
            "by": self.one([*self.actors, *self.sources]),
            "says": self.word("says"),
            "sources": self.some(self.sources),
            "quotes": self.some(quotes, 1),
        } | self.part()

    def question(self, quotes: list[str], deadlines: list[str]) -> Keys:
        question = {
            "text": self.word("asked"),
            "sources": self.some(self.sources),
            "decided_by": self.some(self.actors),
            "estimates": [self.estimate(quotes) for _ in range(self.draw(st.integers(0, 2)))],
        }
        question |= self.perhaps("raised", DAYS) | self.perhaps("background", st.builds(self.word, st.just("behind")))
        question |= self.perhaps("due", st.one_of(DAYS, *([st.sampled_from(deadlines)] if deadlines else [])))
        if self.draw(st.booleans()):
            question["status"] = self.draw(st.sampled_from(("closed", "resolved", "ambiguous", "annulled")))
            question["resolution"] = {
                "date": self.draw(DAYS),
                "outcome": self.word("outcome"),
                "sources": self.some(self.sources),
            } | self.part()
        return question

    def estimate(self, quotes: list[str]) -> Keys:
        estimate = {
            "date": self.draw(DAYS),
            "by": self.one(self.actors),
            "likelihood": self.draw(st.sampled_from(("likely", "20%", "almost-certain"))),
            "sources": self.some(self.sources),
        }
        return estimate | (self.perhaps("quote", st.sampled_from(quotes)) if quotes else {}) | self.part()

    def position(self, questions: list[str], quotes: list[str]) -> Keys:
        return {
            "actor": self.one(self.actors),
            "question": self.one(questions),
            "date": self.draw(DATES),
            "stance": self.draw(st.sampled_from(STANCES)),
            "sources": self.some(self.sources),
            "quotes": self.some(quotes),
        } | self.perhaps("summary", st.builds(self.word, st.just("summary")))

    def figure(self) -> Keys:
        return {
            "name": self.draw(st.sampled_from(("users", "price"))),
            "date": self.draw(DATES),
            "value": self.draw(st.integers(1, 9)),
            "unit": self.word("unit"),
            "sources": self.some(self.sources),
        }

    def judgment(self, earlier: list[str]) -> Keys:
        judgment = {
            "text": self.word("judged"),
            "about": self.some(self.ids),
            "evidence": self.some(self.ids),
        } | self.perhaps("made", DAYS)
        return judgment | (self.perhaps("revises", st.sampled_from(earlier)) if earlier else {})

    def relation(self) -> Keys:
        relation = {
            "from": self.one(self.actors),
            "to": self.one(self.actors),
            "type": self.draw(st.sampled_from(("owns", "sues", "directs"))),
            "sources": self.some(self.sources),
        }
        when = st.one_of(DAYS, st.just("2025-06"))
        return relation | self.perhaps("since", when) | self.perhaps("until", when)
