import json
from pathlib import Path

import pytest
import yaml
from conftest import SHIPPED
from hostile import long_texts
from hypothesis import given, settings
from hypothesis import strategies as st
from stuffed import stuffed

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export import export
from tui.load.briefing import load_file, load_text
from tui.load.shared import load_shared
from tui.model.edtf import EDTF


def load(text: str):
    """A briefing that stands alone: nothing but the text, in an empty library."""
    loaded = load_text(text, Path("/elsewhere/story.yaml"), Path("/elsewhere"))
    assert loaded.problems == ()
    return loaded.briefing


def without_texts(briefing):
    return briefing.model_copy(
        update={"sources": tuple(one.model_copy(update={"text": None}) for one in briefing.sources)}
    )


def large():
    return load_file(SHIPPED / "tiktok-divestiture.yaml", SHIPPED, load_shared(SHIPPED)).briefing


def test_a_bundle_in_yaml_loads_as_the_same_briefing_without_its_library(load_sample):
    for briefing in (load_sample().briefing, load_sample("ferry").briefing, large()):
        assert load(export(view(briefing), "yaml")) == without_texts(briefing)


@settings(max_examples=40)
@given(st.lists(long_texts, min_size=1, max_size=7))
def test_every_text_in_a_bundle_is_read_back_as_it_was(texts):
    briefing = stuffed(lambda number: texts[number % len(texts)])
    assert load(export(view(briefing), "yaml")) == without_texts(briefing)


@settings(max_examples=20)
@given(st.lists(long_texts, min_size=1, max_size=7))
def test_every_text_in_json_is_read_back_as_it_was_by_any_reader(texts):
    briefing = stuffed(lambda number: texts[number % len(texts)])
    text = export(view(briefing), "json")
    assert json.loads(text)["bottom_line"] == briefing.bottom_line
    assert load(text).bottom_line == briefing.bottom_line
    assert {one.id: one.text for one in load(text).quotes} == {one.id: one.text for one in briefing.quotes}


@given(
    st.decimals(-(10**18) + 1, 10**18 - 1, allow_nan=False, places=12)
    | st.tuples(st.integers(1, 10**18 - 1), st.integers(-17, 0)).map(lambda pair: f"{pair[0]}e{pair[1]}")
)
@settings(max_examples=60)
def test_a_number_in_a_bundle_keeps_every_digit(number):
    from conftest import made_of

    briefing = made_of(figures=[{"id": "f", "name": "F", "date": "2024", "value": str(number)}])
    assert load(export(view(briefing), "yaml")) == briefing


@pytest.mark.parametrize(
    "written", ["no", "010", "1984", "1:30", "2024-04-24", "~", "null", "=", "<<", "0x1F", "1e3", "- a"]
)
def test_a_text_that_looks_like_something_else_stays_a_text(make_briefing, written):
    assert load(export(view(make_briefing(title=written)), "yaml")).title == written


def test_a_bundle_has_what_the_author_wrote_and_nothing_derived(load_sample):
    content = yaml.safe_load(export(view(load_sample().briefing), "yaml"))
    event = next(one for one in content["events"] if one["id"] == "suit-filed")
    assert "status" not in event
    position = content["positions"][0]
    assert "sources" not in position
    assert content["check"] == {"ignore": ["unused-actor"]}
    assert not any("text" in one for one in content["sources"])


def test_an_export_as_of_an_earlier_day_says_why_it_has_no_bottom_line_and_loads(load_sample):
    shown = view(load_sample().briefing, EDTF("2024-04-30"))
    bundle = load(export(shown, "yaml"))
    assert (
        bundle.bottom_line == "The bottom line was written as of 30 Sep 2024, and is not shown as of an earlier date."
    )
    assert bundle.as_of == EDTF("2024-04-30")
    assert "bottom_line" not in json.loads(export(shown, "json"))


def test_json_loads_as_a_briefing_in_which_nothing_is_wrong(load_sample):
    for briefing in (load_sample().briefing, load_sample("ferry").briefing, large()):
        shown = released(view(briefing)).view
        again = view(load(export(shown, "json")))
        assert [one.id for one in again.events] == [one.id for one in shown.events]
        assert again.date == shown.date


def test_json_has_what_can_be_derived(load_sample):
    content = json.loads(export(view(load_sample().briefing), "json"))
    by_id = {one["id"]: one for kind in ("events", "positions", "quotes", "questions") for one in content[kind]}
    assert by_id["council-vote"]["actors"] == ["council", "mayor", "berg"]
    assert by_id["mayor-start-in-january-2024-03-12"]["sources"] == ["courier-vote"]
    assert by_id["not-twice"]["about"] == ["start-in-january"]
    assert by_id["ferry"]["status"] == "open"
    assert by_id["bridge-opens"]["status"] == "happened"


def test_json_has_the_items_in_the_order_of_the_view(load_sample):
    shown = view(load_sample().briefing)
    content = json.loads(export(shown, "json"))
    for kind in ("questions", "positions", "quotes", "events", "figures"):
        assert [one["id"] for one in content[kind]] == [one.id for one in getattr(shown, kind)]


def test_characters_that_could_act_on_a_terminal_are_escaped_in_json(make_briefing):
    briefing = make_briefing()
    briefing = briefing.model_copy(update={"title": "\x1b[31m\x7f\x9b\u202e\u2028\ud800\U000e0041é"})
    text = export(view(briefing), "json")
    assert "\\u001b[31m\\u007f\\u009b\\u202e\\u2028\\ud800\\udb40\\udc41é" in text
    assert json.loads(text)["title"] == briefing.title
