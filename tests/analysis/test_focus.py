"""Links that follow from the items, the order of a View, and a View of what bears on one subject."""

from making import ids, made

from tui.analysis.view import view

STORY = """
    questions:
      - {id: toll, text: Will there be a toll?, due: 2025-09-01}
      - {id: name, text: What will it be called?, due: 2025-08-01}
      - {id: done, text: Is it done?, status: resolved, resolution: {date: 2025-02-01, outcome: "Yes."}}
    quotes:
      - {id: never, text: Never ever again, speaker: ann, source: early, said: 2025-01-02}
      - {id: maybe, text: Maybe we will, speaker: bob, source: late, said: 2025-06-02}
    positions:
      - {id: ann-now, actor: ann, question: toll, date: 2025-05, stance: support}
      - {id: ann-then, actor: ann, question: toll, date: 2025-01, stance: oppose, quotes: [never]}
      - {id: bob-now, actor: bob, question: toll, date: 2025-03, stance: mixed}
    events:
      - {id: rally, date: 2025-02-03, title: Rally, actors: [cyd], quotes: [never, maybe]}
      - {id: parade, date: 2025-02-02, title: Parade, actors: [cyd]}
    figures:
      - {id: cost-2, name: Cost, date: 2025-02, value: 12}
      - {id: cost-1, name: Cost, date: 2025-01, value: 10}
      - {id: riders, name: Riders, date: 2024, value: 7, about: [ann]}
    """


def test_an_events_actors_are_those_it_names_and_then_the_speakers_of_its_quotes():
    shown = view(made(STORY))
    assert shown.links.actors_of(shown.event("rally")) == ("cyd", "ann", "bob")


def test_a_quote_is_about_the_questions_of_the_positions_that_cite_it():
    shown = view(made(STORY))
    assert shown.links.questions_of(shown.quote("never")) == ("toll",)
    assert "never" in shown.links.named_by["toll"]


def test_what_refers_to_an_item_is_known_from_the_item():
    shown = view(made(STORY))
    assert shown.links.named_by["ann"] == ("ann-now", "ann-then", "never", "rally", "riders")


def test_everything_is_in_the_order_in_which_it_is_read():
    shown = view(made(STORY))
    assert ids(shown.events) == ["parade", "rally"]
    assert ids(shown.questions) == ["name", "toll", "done"]
    assert ids(shown.figures) == ["cost-1", "cost-2", "riders"]
    assert ids(shown.quotes) == ["never", "maybe"]


def test_a_later_position_replaces_an_earlier_one_and_both_are_kept():
    shown = view(made(STORY))
    assert ids(shown.stands_on("toll")) == ["bob-now", "ann-now"]
    assert ids(shown.record_of("ann")) == ["ann-then", "ann-now"]
    assert shown.replaced(shown.record_of("ann")[1]).id == "ann-then"
    assert shown.replaced(shown.record_of("ann")[0]) is None


def test_a_focus_on_an_actor_shows_only_what_bears_on_them():
    shown = view(made(STORY), focus="ann")
    assert ids(shown.events) == ["rally"]
    assert ids(shown.quotes) == ["never"]
    assert ids(shown.positions) == ["ann-then", "ann-now"]
    assert ids(shown.questions) == ["toll"]
    assert ids(shown.figures) == ["riders"]
    assert shown.event("rally").quotes == ("never",)


def test_a_focus_on_a_question_shows_who_stands_where_on_it():
    shown = view(made(STORY), focus="toll")
    assert ids(shown.questions) == ["toll"]
    assert ids(shown.positions) == ["ann-then", "bob-now", "ann-now"]
    assert ids(shown.actors) == ["ann", "bob"]
    assert shown.events == ()


PUT_OFF = """
    questions:
      - {id: sold, text: Will it be sold?, due: first}
      - {id: other, text: Will it rain?, due: rain}
    positions:
      - {id: ann-sold, actor: ann, question: sold, date: 2025-01, stance: oppose, sources: [early]}
    events:
      - {id: first, date: 2025-01-19, title: Sale, kind: deadline, superseded_by: second, sources: [early]}
      - {id: second, date: 2025-04-05, title: Sale put off, kind: deadline, superseded_by: third, sources: [late]}
      - {id: third, date: 2025-09-17, title: Sale put off again, kind: deadline, sources: [late]}
      - {id: rain, date: 2025-09-18, title: Rain, kind: deadline, sources: [early]}
      - {id: visit, date: 2025-05-01, title: Visit, actors: [ann], superseded_by: call, sources: [early]}
      - {id: call, date: 2025-07-01, title: Call, actors: [bob], sources: [early]}
    """


def test_a_focus_keeps_the_deadlines_of_its_questions_and_no_others():
    for subject in ("ann", "sold"):
        shown = view(made(PUT_OFF), focus=subject)
        sold = shown.question("sold")
        assert (str(shown.due(sold)), shown.deadline(sold).id) == ("2025-09-17", "third")
        assert shown.event("rain") is None
        assert shown.question("other") is None
    assert ids(view(made(PUT_OFF), focus="sold").events) == ["first", "second", "third"]


def test_an_event_that_was_put_off_is_so_through_a_focus_too():
    shown = view(made(PUT_OFF), focus="ann")
    assert shown.status(shown.event("visit")) == "postponed"
    assert shown.status(shown.event("call")) == "planned"
    assert shown.status(shown.event("first")) == "postponed"


def test_a_focus_on_nothing_leaves_nothing():
    shown = view(made(STORY), focus="nobody")
    assert (shown.events, shown.actors, shown.questions) == ((), (), ())


def test_the_next_date_is_the_first_that_is_still_to_come():
    shown = view(
        made("""
            events:
              - {id: past, date: 2025-02-01, title: Past, sources: [early]}
              - {id: someday, date: 2025-06-30/.., title: Someday, status: planned, sources: [early]}
              - {id: under-way, date: 2025-06/2025-09, title: Under way, status: planned, sources: [early]}
              - {id: soon, date: 2025-08, title: Soon, status: planned, sources: [early]}
            """)
    )
    assert shown.next_date().text == "2025-08"
