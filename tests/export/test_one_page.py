"""One page has at most 450 words, whatever counts them, and no item in part."""

import re

import pytest
from conftest import SHIPPED, made_of
from hostile import long_texts
from html_reading import text_of_page
from hypothesis import given, settings
from hypothesis import strategies as st
from stuffed import stuffed

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.formats import FORMATS
from tui.export.one_page import words
from tui.load.briefing import load_file
from tui.load.shared import load_shared


def rendered(briefing, name: str) -> str:
    """What a reader sees of a page."""
    text = FORMATS[name](released(view(briefing)).view, profile="one-page")
    if name == "html":
        return text_of_page(text)
    # The words of a link, without its address; the text without its backslashes.
    return re.sub(r"\\(?=[^\w\s])", "", re.sub(r"\]\([^)\s]*\)", "]", text))


def counts(text: str) -> list[int]:
    return [len(text.split()), len(re.findall(r"\w+", text)), len(re.findall(r"[\w’'-]+", text)), words(text)]


@pytest.mark.parametrize("name", ["markdown", "html"])
@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*-*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_briefing_fits_and_fills_its_page(path, name):
    briefing = load_file(path, SHIPPED, load_shared(SHIPPED)).briefing
    text = rendered(briefing, name)
    assert max(counts(text)) <= 450
    assert max(counts(text)) > 350
    assert " ".join(briefing.bottom_line.split()) in " ".join(text.split())


@pytest.mark.parametrize("name", ["markdown", "html"])
@settings(max_examples=6)
@given(st.lists(long_texts, min_size=1, max_size=4), st.sampled_from([1, 30, 120]))
def test_no_briefing_is_longer_than_a_page(name, texts, times):
    briefing = stuffed(lambda number: f"{texts[number % len(texts)]} and so on" * times)
    assert max(counts(rendered(briefing, name))) <= 450


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_bottom_line_that_is_longer_than_a_page_is_left_out_with_a_word(name):
    text = rendered(made_of(bottom_line="It goes on and on. " * 120), name)
    assert "The bottom line is longer than a page" in text
    assert "It goes on and on" not in text


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_a_title_that_is_longer_than_a_page_gives_way_to_the_id(name):
    text = rendered(made_of(title="Word " * 500), name)
    assert "Word Word" not in text
    assert "story" in text
    assert "It goes on." in text


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_items_are_whole_or_not_there_and_what_is_left_out_is_counted(name):
    judgments = [{"id": f"j{n}", "text": f"Begin{n} {'word ' * 60}end{n}.", "likelihood": "likely"} for n in range(20)]
    text = rendered(made_of(judgments=judgments), name)
    kept = [n for n in range(20) if f"Begin{n} " in text]
    assert kept == list(range(len(kept)))
    assert all(f"end{n}." in text for n in kept)
    assert f"Left out for length: {20 - len(kept)} judgments; the full brief has them." in text


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_what_was_called_off_or_has_no_known_outcome_stands_there_with_its_status(name):
    events = [
        {"id": "off", "date": "2024-05-01", "title": "Summit", "status": "cancelled", "importance": 3},
        {"id": "ahead-off", "date": "2024-08-01", "title": "Hearing", "status": "cancelled"},
        {"id": "late", "date": "2024-05-02", "title": "Vote", "kind": "deadline", "status": "postponed"},
        {"id": "open", "date": "2024-05-03", "title": "Talks", "status": "unknown"},
        {"id": "done", "date": "2024-05-04", "title": "Visit"},
        {"id": "next", "date": "2024-09-01", "title": "Count"},
    ]
    text = rendered(made_of(events=[one | {"sources": ["report"]} for one in events]), name)
    ahead, happened = text.index("Ahead"), text.index("What happened")
    assert ahead < text.index("Count") < happened
    for said in (
        "Summit (cancelled)",
        "Hearing (cancelled)",
        "Vote (deadline, postponed)",
        "Talks (outcome not known)",
    ):
        assert text.index(said) > happened
    assert "Visit (" not in text
    assert "Count (" not in text


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_what_was_called_off_is_counted_where_there_is_no_room_for_it(name):
    events = [
        {"id": f"e{n}", "date": "2024-05-01", "title": f"Off{n}x {'word ' * 60}", "status": "cancelled"}
        for n in range(20)
    ]
    text = rendered(made_of(events=events), name)
    kept = sum(f"Off{n}x" in text for n in range(20))
    assert kept
    assert f"Left out for length: {20 - kept} events; the full brief has them." in text


def test_every_letter_of_a_script_without_spaces_is_counted():
    assert words("北京方面表示同意") == 8
    assert words("two words") == 2
    assert words("half-way house") == 3
