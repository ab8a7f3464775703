"""What holds of every briefing as of every date: it tells nothing before its time, and in the end all."""

import re

import pytest
from conftest import SAMPLE, SHIPPED
from generated import LENGTH, contents, day_of, loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.known_dates import known_dates
from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.formats import FORMATS, export
from tui.load.briefing import load_file
from tui.load.shared import load_shared
from tui.model.edtf import EDTF
from tui.model.kinds import KINDS

LAST = EDTF("2025-03-01")
"""After every date in the briefings that are made up."""

WITHOUT_A_DATE = {"note", "background", "bottom_line"}


def upper(text):
    date = EDTF(text)
    return (date.start if date.open_end else date).upper


def words(value):
    return set(re.findall(r"[a-z]+\d+x", str(value)))


class Reading:
    """When the parts of a briefing became known, by the format's own rules, from its keys and values."""

    def __init__(self, content):
        self.sources = {one["id"]: one for one in content["sources"]}
        self.quotes = {one["id"]: one for one in content["quotes"]}
        self.content = content

    def parts(self):
        """Every part with the day from which it may be seen; None where it always may."""
        asked = {one["id"]: self.known("questions", one) for one in self.content["questions"]}
        for kind in ("judgments", "questions", "positions", "quotes", "events", "figures", "relations"):
            for item in self.content[kind]:
                day = self.known(kind, item)
                if kind == "positions":
                    day = latest(day, asked[item["question"]])
                yield kind, item, day
                for key in ("accounts", "estimates"):
                    for inner in item.get(key, []):
                        yield key, inner, latest(day, self.known(key, inner))
                if "resolution" in item:
                    yield "resolution", item["resolution"], latest(day, self.known("resolution", item["resolution"]))

    def known(self, kind, part):
        if kind == "judgments" and not part.get("known") and not part.get("made"):
            return upper(self.content["as_of"])
        reported = upper(part["known"]) if "known" in part else self.published(self.own(kind, part))
        if kind in {"questions", "judgments"}:
            own = part.get("raised") or part.get("made")
        elif kind == "resolution" or (kind in {"positions", "estimates"} and reported is None):
            own = part["date"]
        else:
            own = None
        return latest(reported, upper(own) if own else None)

    def own(self, kind, part):
        if kind == "quotes":
            return [part["source"], *part["corroborated_by"]]
        cited = part.get("quotes", []) if kind in {"positions", "accounts"} else []
        if kind == "estimates" and "quote" in part:
            cited = [part["quote"]]
        return part.get("sources") or [self.quotes[one]["source"] for one in cited]

    def published(self, ids):
        for key in ("published", "accessed"):
            days = [upper(self.sources[one][key]) for one in ids if key in self.sources[one]]
            if days:
                return min(days)
        return None

    def named(self, kind, part):
        """The actors and sources that a part names."""
        if kind == "quotes":
            return {part["speaker"], part["source"], *part["corroborated_by"], *part.get("about", [])}
        keys = ("actor", "by", "from", "to", "actors", "sources", "decided_by", "about", "evidence")
        listed = [part[key] if isinstance(part[key], list) else [part[key]] for key in keys if key in part]
        return {name for names in listed for name in names}


def latest(*days):
    return max((day for day in days if day is not None), default=None)


def too_early(content, day):
    """The words that nobody may read as of a day."""
    reading, hidden, named, undated = Reading(content), set(), set(), []
    is_past = day < upper(content["as_of"])
    for kind, part, seen_from in reading.parts():
        plain = {key: value for key, value in part.items() if not isinstance(value, (list, dict))}
        # What begins later than a day was not there on it, unless the author, who wrote then, says so.
        begins_later = kind == "relations" and is_past and "since" in part and EDTF(part["since"]).lower > day
        if begins_later or (seen_from is not None and seen_from > day):
            hidden |= words(plain)
            continue
        if is_past:
            hidden |= words([value for key, value in plain.items() if key in WITHOUT_A_DATE])
        if kind != "relations" or "known" in part or reading.published(part["sources"]):
            named |= reading.named(kind, part)
        else:
            undated.append(part)
    # A relation without a date of its own stands between two who are there, and brings its sources.
    for part in undated:
        named |= set(part["sources"]) if {part["from"], part["to"]} <= named else set()
    if is_past:
        for one in reversed(content["sources"]):
            named |= {one["origin"]} if one["id"] in named and "origin" in one else set()
        hidden |= words([content["bottom_line"], *(one.get("note") for kind in KINDS for one in content[kind])])
        hidden |= words([one["name"] for one in content["actors"] if one["id"] not in named])
        hidden |= words([one["title"] for one in content["sources"] if one["id"] not in named])
    return hidden


@given(contents(privacy=True), st.integers(0, LENGTH).map(day_of))
@settings(max_examples=50)
def test_no_export_has_a_word_of_what_became_known_later(content, day):
    shown = released(view(loaded(content), day)).view
    hidden = too_early(content, day.upper)
    for name in FORMATS:
        assert words(export(shown, name)) & hidden == set()


@given(contents(), st.integers(0, LENGTH).map(day_of))
@settings(max_examples=50)
def test_what_is_shown_is_linked_and_counted_as_if_there_were_nothing_else(content, day):
    shown = view(loaded(content), day)
    present = {item.id for kind in KINDS for item in getattr(shown.briefing, kind)}
    assert set(shown.entries) == present
    assert set(shown.links.named_by) <= present
    assert {one for by in shown.links.named_by.values() for one in by} <= present
    for event in shown.events:
        assert set(shown.links.actors_of(event)) <= present
    for quote in shown.quotes:
        assert set(shown.links.questions_of(quote)) <= present
    for question in shown.questions:
        assert {one.id for one in shown.stands_on(question.id)} <= present


@given(contents())
@settings(max_examples=50)
def test_as_of_the_newest_date_it_is_whole(content):
    briefing = loaded(content | {"as_of": LAST.text})
    newest, dated = view(briefing), view(briefing, LAST)
    for name in ("markdown", "json"):
        assert export(dated, name) == export(newest, name)


@given(contents())
@settings(max_examples=50)
def test_each_step_through_the_dates_adds_and_takes_nothing_away(content):
    briefing = loaded(content)
    before: set[str] = set()
    for date in known_dates(briefing):
        present = set(view(briefing, date).entries)
        assert before <= present
        before = present


@pytest.mark.parametrize("root", [SHIPPED, SAMPLE])
def test_the_briefings_of_a_library_are_whole_as_of_their_own_date(root):
    for path in root.glob("*.yaml"):
        briefing = load_file(path, root, load_shared(root)).briefing
        if briefing is None:
            continue
        newest, dated = view(briefing), view(briefing, briefing.as_of)
        assert export(dated, "markdown") == export(newest, "markdown")
        assert export(dated, "json") == export(newest, "json")
