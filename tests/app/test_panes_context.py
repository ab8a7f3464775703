from collections.abc import Callable

import pytest

from tui.analysis.view import View, view
from tui.app.panes.context import context
from tui.app.panes.detail import Blocks, Fact, Paragraph, text_of
from tui.app.panes.order import home
from tui.app.panes.text import plain
from tui.load.briefing import Loaded
from tui.model.briefing import Briefing
from tui.model.kinds import KINDS


@pytest.fixture
def sample(load_sample: Callable[..., Loaded]) -> View:
    briefing = load_sample().briefing
    assert briefing is not None
    return view(briefing)


def groups(blocks: Blocks) -> list[str]:
    return [plain(one.text) for one in blocks if isinstance(one, Paragraph)][1:]


def led_to(blocks: Blocks) -> list[str]:
    return [one.door for one in blocks if isinstance(one, Fact) and one.door]


def test_the_context_of_an_event_is_told_by_kind_with_counts(sample: View) -> None:
    assert groups(context(sample, "council-vote")) == [
        "Judgments 1",
        "Questions 2",
        "Quotes 2",
        "Actors 3",
        "Sources 2",
    ]


def test_an_actor_leads_to_whom_they_are_tied_and_to_the_questions_on_which_they_stand(sample: View) -> None:
    assert {"berg", "council", "start-in-january", "not-twice"} <= set(led_to(context(sample, "hauliers")))


def test_the_bottom_line_leads_to_what_the_judgments_name(sample: View) -> None:
    found = context(sample, "")
    assert text_of(found).startswith("Rests on")
    assert {"suit-filed", "start-in-january", "we-will-be-in-court"} <= set(led_to(found))


def test_every_door_of_a_context_leads_to_another_item(sample: View) -> None:
    for kind in KINDS:
        for item in getattr(sample.briefing, kind):
            found = led_to(context(sample, item.id))
            assert item.id not in found
            assert len(found) == len(set(found))
            assert all(home(sample, one) for one in found)


def test_of_many_items_of_a_kind_the_first_are_listed_and_the_others_counted(
    make_briefing: Callable[..., Briefing],
) -> None:
    events = [{"id": f"e{n}", "date": "2024-06-01", "title": f"E{n}", "sources": ["report"]} for n in range(1200)]
    text = text_of(context(view(make_briefing(events=events)), "report"))
    assert "Events 1,200" in text
    assert "… and 1,188 more" in text


def test_a_context_is_never_without_a_sentence(make_briefing: Callable[..., Briefing]) -> None:
    empty = view(make_briefing())
    assert text_of(context(empty, "report")).endswith("Nothing else in this briefing names it, and it names nothing.")
    assert text_of(context(empty, "")).endswith("No judgment names what the bottom line rests on.")
    assert text_of(context(empty, None)) == "Nothing is selected."
    assert text_of(context(empty, "more:planned")) == "This row stands for the rest of its group."


def test_a_long_quote_is_named_by_its_beginning(make_briefing: Callable[..., Briefing]) -> None:
    quote = {"id": "long", "text": "word " * 2000, "speaker": "ann", "source": "report"}
    found = text_of(context(view(make_briefing(quotes=[quote], actors=[{"id": "ann", "name": "Ann"}])), "report"), 40)
    assert len(found.splitlines()) < 20
    assert "…" in found
