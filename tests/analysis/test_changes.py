"""What changed, by meaning: between two dates of a briefing, and between two versions of it."""

import json
import random
from itertools import pairwise

import pytest
from conftest import SHIPPED
from generated import LENGTH, contents, day_of, loaded
from hypothesis import given, settings
from hypothesis import strategies as st
from making import HEAD, made, on

from tui.analysis.changes import What, changes, told
from tui.analysis.known_dates import known_dates
from tui.analysis.view import view
from tui.load.briefing import load_file, load_text
from tui.load.shared import load_shared

STORY = (
    HEAD
    + """\
judgments:
  - {id: j1, text: It will., likelihood: likely, made: 2025-01-10}
questions:
  - {id: q, text: Will it?, due: vote, sources: [early]}
positions:
  - {actor: ann, question: q, date: 2025-01-05, stance: oppose, sources: [early]}
quotes:
  - {id: never, text: Never, speaker: ann, source: early}
events:
  - {id: vote, date: 2025-09-01, title: The vote, kind: deadline, sources: [early]}
figures:
  - {id: price-1, name: Price, date: 2025-01-01, value: 10, sources: [early]}
relations:
  - {from: ann, to: bob, type: owns, sources: [early]}
"""
)


def version(text):
    return view(made("", text))


def edited(*replacements, text=STORY):
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return version(text)


def since(parts, date):
    briefing = made(parts)
    return told(changes(view(briefing, on(date)), view(briefing)))


def kinds(found):
    return [(one.what.value, one.id) for one in found]


def only(after, before=None):
    (one,) = told(changes(before or version(STORY), after))
    return one


@given(contents(), st.lists(st.integers(0, LENGTH).map(day_of), min_size=3, max_size=3))
@settings(max_examples=50)
def test_changes_between_dates_add_up(content, days):
    briefing = loaded(content)
    first, second, third = (view(briefing, day) for day in days)
    through = changes(first, second).then(changes(second, third))
    assert through == changes(first, third)
    assert told(through) == told(changes(first, third))


@given(contents(), contents(), contents(), st.integers(0, LENGTH).map(day_of))
@settings(max_examples=30)
def test_changes_between_versions_add_up(one, two, three, day):
    first, second, third = view(loaded(one), day), view(loaded(two)), view(loaded(three))
    through = changes(first, second).then(changes(second, third))
    assert through == changes(first, third)
    assert told(through) == told(changes(first, third))
    assert through.fields == changes(first, third).fields


def test_the_changes_of_the_shipped_briefings_add_up_step_by_step():
    for path in SHIPPED.glob("*-*.yaml"):
        briefing = load_file(path, SHIPPED, load_shared(SHIPPED)).briefing
        views = [view(briefing, date) for date in known_dates(briefing)]
        whole = changes(views[0], views[0])
        for before, after in pairwise(views):
            step = changes(before, after)
            assert told(step)
            whole = whole.then(step)
        assert told(whole) == told(changes(views[0], views[-1]))


def reordered(value, order):
    """The same content with its keys, items and references in another order, and long texts on other lines."""
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: value[key] if key in {"via", "speaker"} else reordered(value[key], order) for key in keys}
    if isinstance(value, list):
        return order.sample([reordered(one, order) for one in value], len(value))
    return value


@given(contents(), st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=50)
def test_another_order_is_no_change(content, order, named):
    if not named:
        for kind in ("positions", "relations"):
            for item in content[kind]:
                del item["id"]
        for item in content["judgments"]:
            item["about"], item["evidence"] = [], []
    found = changes(view(loaded(content)), view(loaded(reordered(content, order))))
    assert told(found) == ()
    assert found.fields == ()


def test_another_layout_is_no_change():
    briefing = load_file(SHIPPED / "tiktok-divestiture.yaml", SHIPPED, load_shared(SHIPPED)).briefing
    values = json.loads(briefing.model_dump_json(by_alias=True, exclude_defaults=True))
    text = json.dumps(reordered(values, random.Random(4)), indent=1)
    other = load_text(text, SHIPPED / "tiktok-divestiture.yaml", SHIPPED).briefing
    assert told(changes(view(briefing), view(other))) == ()


def test_a_paragraph_on_other_lines_is_no_change():
    event = "events: [{id: e, date: 2025-01-01, title: E, detail: %s}]\n"
    one, other = (version(HEAD + event % text) for text in ('"A long\\nline."', "A long line."))
    assert told(changes(one, other)) == ()


def test_what_became_known_is_told_by_kind():
    found = since(
        """
        questions:
          - {id: q, text: Will it?, sources: [late]}
          - {id: r, text: Did it?, status: resolved, raised: 2025-01-01, resolution: {date: 2025-05-01, outcome: Yes.}}
        quotes: [{id: never, text: Never, speaker: ann, source: late}]
        events: [{id: talks, date: 2025-06-01, title: Talks, sources: [late]}]
        """,
        "2025-02-01",
    )
    assert [one for one in kinds(found) if one[0] not in {"actor", "source"}] == [
        ("question-raised", "q"),
        ("question-settled", "r"),
        ("event", "talks"),
        ("quote", "never"),
    ]
    assert {one.id for one in found if one.what is What.SOURCE} >= {"late", "early"}


def test_a_move_is_told_with_what_was_held_before():
    one = only(
        edited(
            (
                "stance: oppose, sources: [early]}",
                "stance: oppose, sources: [early]}\n"
                "  - {actor: ann, question: q, date: 2025-06-01, stance: strongly-support, sources: [early]}",
            )
        )
    )
    assert one.what is What.MOVE
    assert (one.move.before.stance, one.move.after.stance, one.move.size, one.move.reversal) == (
        "oppose",
        "strongly-support",
        3,
        True,
    )


def test_a_figure_is_told_with_the_value_before_it():
    line = "{id: price-1, name: Price, date: 2025-01-01, value: 10, sources: [early]}"
    newer = "{id: price-2, name: Price, date: 2025-05-01, value: 12, sources: [early]}"
    one = only(edited((line, f"{line}\n  - {newer}")))
    assert (one.what, one.after.earlier.value, one.after.item.value) == (What.FIGURE_CHANGED, 10, 12)
    corrected = only(edited(("value: 10", "value: 11")))
    assert (corrected.what, corrected.before.item.value) == (What.FIGURE_CHANGED, 10)


def test_a_judgment_that_is_revised_keeps_what_it_said():
    second = "  - {id: j2, text: It will not., made: 2025-05-01, revises: j1}\n"
    one = only(edited(("questions:\n", f"{second}questions:\n")))
    assert (one.what, one.id, one.after.earlier.text) == (What.JUDGMENT_REVISED, "j2", "It will.")
    reworded = only(edited(("text: It will.,", "text: It may.,")))
    assert (reworded.what, reworded.before.item.text) == (What.JUDGMENT_REVISED, "It will.")


RESOLVED = "sources: [early], status: resolved, resolution: {date: 2025-06-01, outcome: %s}}"


def test_a_question_is_settled_settled_otherwise_and_reopened():
    closed = edited(("due: vote, sources: [early]}", f"due: vote, {RESOLVED % 'It did.'}"))
    otherwise = edited(("due: vote, sources: [early]}", f"due: vote, {RESOLVED % 'It did not.'}"))
    assert only(closed).what is What.QUESTION_SETTLED
    assert only(otherwise, closed).what is What.SETTLED_OTHERWISE
    assert only(version(STORY), closed).what is What.QUESTION_REOPENED


def test_a_further_source_of_a_resolution_settles_nothing_anew():
    closed = edited(("due: vote, sources: [early]}", f"due: vote, {RESOLVED % 'It did.'}"))
    sourced = edited(("due: vote, sources: [early]}", f"due: vote, {RESOLVED % 'It did., sources: [late]'}"))
    one = only(sourced, closed)
    assert (one.what, [each.key for each in one.fields]) == (What.EDITED, ["resolution"])


def test_a_due_date_moves_with_its_deadline():
    second = "{id: later, date: 2025-12-01, title: Later, kind: deadline, sources: [early]}"
    found = told(
        changes(
            version(STORY),
            edited(
                (
                    "kind: deadline, sources: [early]}",
                    f"kind: deadline, sources: [early], superseded_by: later}}\n  - {second}",
                )
            ),
        )
    )
    assert kinds(found) == [("due-moved", "q"), ("event", "later"), ("status", "vote"), ("edited", "vote")]
    due = found[0]
    assert (due.before.due.text, due.after.due.text) == ("2025-09-01", "2025-12-01")


def test_an_event_is_told_where_its_date_moved_and_so_is_what_is_due_by_it():
    due, event = told(
        changes(version(STORY), edited(("date: 2025-09-01, title: The vote", "date: 2025-10-01, title: The vote")))
    )
    assert (due.what, due.after.due.text) == (What.DUE_MOVED, "2025-10-01")
    assert (event.what, event.before.item.date.text, event.after.item.date.text) == (
        What.DATE_MOVED,
        "2025-09-01",
        "2025-10-01",
    )


def test_a_status_that_turns_by_itself_is_told_as_such():
    briefing = made("events: [{id: vote, date: 2025-05-01, title: V, status: planned, sources: [early]}]")
    shown = [view(briefing, on(date)) for date in ("2025-04-30", "2025-05-02")]
    (one,) = told(changes(*shown))
    assert (one.what, one.before.status, one.after.status) == (What.CLOCK, "planned", "unknown")


def test_a_status_that_the_author_changed_is_not():
    held = edited(("kind: deadline, sources", "kind: deadline, status: cancelled, sources"))
    assert only(held).what is What.STATUS


@pytest.mark.parametrize(
    ("old", "new", "kind", "fields"),
    [
        ("name: Cyd}", "name: Cyd Ash, role: Clerk}", "actors", ["name", "role"]),
        ("title: The vote,", "title: A vote,", "events", ["title"]),
        ("type: owns, sources: [early]}", "type: owns, role: Half, sources: [late]}", "relations", ["role", "sources"]),
        (
            "stance: oppose, sources: [early]}",
            "stance: oppose, summary: No., sources: [early]}",
            "positions",
            ["summary"],
        ),
    ],
)
def test_an_edit_is_told_field_by_field(old, new, kind, fields):
    one = only(edited((old, new)))
    assert (one.what, one.kind, [each.key for each in one.fields]) == (What.EDITED, kind, fields)


def test_an_edit_of_one_of_two_positions_on_one_day_is_an_edit():
    again = "  - {actor: ann, question: q, date: 2025-01-05, summary: Says so twice., sources: [early]}\n"
    twice = STORY.replace("quotes:\n", f"{again}quotes:\n")
    one = only(edited(("Says so twice.", "Says so once."), text=twice), version(twice))
    assert (one.what, [each.key for each in one.fields]) == (What.EDITED, ["summary"])


def test_what_was_removed_and_the_briefings_own_fields_are_told():
    after = edited(
        ("quotes:\n  - {id: never, text: Never, speaker: ann, source: early}\n", ""),
        ("title: A story", "title: The story"),
        ("bottom_line: It goes on.", "bottom_line: It ended."),
    )
    found = changes(version(STORY), after)
    assert kinds(told(found)) == [("removed", "never")]
    assert [(one.key, one.before, one.after) for one in found.fields] == [
        ("title", "A story", "The story"),
        ("bottom_line", "It goes on.", "It ended."),
    ]


def test_what_has_no_date_of_its_own_is_not_told_as_new():
    found = since(
        """
        questions: [{id: q, text: Will it?, background: It might., sources: [early], note: A remark.}]
        positions: [{id: p, actor: bob, question: q, date: 2025-01-05, stance: oppose, sources: [early]}]
        """,
        "2025-06-29",
    )
    assert {one.what for one in found} <= {What.ACTOR, What.SOURCE}
