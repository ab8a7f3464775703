"""When something became known, and what a briefing looked like before."""

from making import ids, made, on

from tui.analysis.view import view


def known(briefing, identifier):
    date = view(briefing).known(identifier)
    return date.text if date else None


def test_an_item_is_known_when_its_first_source_was_published():
    briefing = made("""
        events:
          - {id: one, date: 2024-12-01, title: One, sources: [late, early]}
          - {id: two, date: 2024-12-01, title: Two, sources: [late]}
        """)
    assert known(briefing, "one") == "2025-01-10"
    assert known(briefing, "two") == "2025-06-20"
    assert ids(view(briefing, on("2025-02")).events) == ["one"]


def test_what_is_said_to_have_been_known_earlier_was():
    briefing = made("events: [{id: one, date: 2024-12-01, title: One, sources: [late], known: 2024-12-02}]")
    assert ids(view(briefing, on("2024-12-02")).events) == ["one"]
    assert ids(view(briefing, on("2024-12-01")).events) == []


def test_a_source_that_was_never_published_counts_from_the_day_it_was_accessed():
    briefing = made("events: [{id: one, date: 2024-12-01, title: One, sources: [seen]}]")
    assert known(briefing, "one") == "2025-03-03"


def test_an_item_without_a_dated_source_has_always_been_known():
    briefing = made("""
        events:
          - {id: one, date: 2024-12-01, title: One}
          - {id: two, date: 2024-12-01, title: Two, sources: [undated]}
        """)
    assert ids(view(briefing, on("1990")).events) == ["one", "two"]


def test_an_approximate_publication_counts_by_its_upper_bound():
    briefing = made(
        "events: [{id: one, date: 2024-12-01, title: One, sources: [month]}]",
        head="""\
format: brief/1
title: A story
as_of: 2025-06-30
bottom_line: It goes on.
sources: [{id: month, title: Month, published: 2025-01~}]
""",
    )
    assert ids(view(briefing, on("2025-01-30")).events) == []
    assert ids(view(briefing, on("2025-01-31")).events) == ["one"]


def test_neither_via_nor_a_reprints_origin_makes_an_item_known_sooner():
    head = """\
format: brief/1
title: A story
as_of: 2025-06-30
bottom_line: It goes on.
sources:
  - {id: first, title: First, published: 2025-01-01}
  - {id: reprint, title: Reprint, published: 2025-05-01, origin: first}
"""
    briefing = made("events: [{id: one, date: 2024-12-01, title: One, sources: [reprint], via: [first]}]", head)
    assert known(briefing, "one") == "2025-05-01"


def test_a_position_without_sources_has_those_of_its_quotes():
    briefing = made("""
        questions: [{id: q, text: Will it?}]
        quotes: [{id: said, text: I will not, speaker: ann, source: late}]
        positions: [{id: p, actor: ann, question: q, date: 2025-01, stance: oppose, quotes: [said]}]
        """)
    assert known(briefing, "p") == "2025-06-20"
    assert view(briefing).links.sources_of(briefing.positions[0]) == ("late",)


def test_a_question_is_not_there_before_it_is_raised_nor_a_judgment_before_it_is_made():
    briefing = made("""
        questions: [{id: q, text: Will it?, raised: 2025-04-01, sources: [early]}]
        judgments:
          - {id: j, text: It will., made: 2025-05-01}
          - {id: later, text: It will not.}
        """)
    assert view(briefing, on("2025-03")).questions == ()
    assert ids(view(briefing, on("2025-04-01")).questions) == ["q"]
    assert ids(view(briefing, on("2025-05-01")).judgments) == ["j"]
    assert ids(view(briefing, on("2025-06-30")).judgments) == ["j", "later"]


def test_what_somebody_wants_is_not_known_before_they_want_it():
    briefing = made("""
        questions: [{id: q, text: Will it?}]
        positions:
          - {id: p1, actor: ann, question: q, date: 2024-01, stance: oppose}
          - {id: p2, actor: ann, question: q, date: 2025-05-02, stance: support}
        """)
    assert [one.stance for one in view(briefing, on("2025-05-01")).stands_on("q")] == ["oppose"]
    assert [one.stance for one in view(briefing, on("2025-05-02")).stands_on("q")] == ["support"]


def test_what_goes_on_is_known_from_its_start():
    briefing = made("""
        questions: [{id: q, text: Will it?}]
        positions: [{id: p, actor: ann, question: q, date: 2025-03-01/.., stance: oppose}]
        """)
    assert known(briefing, "p") == "2025-03-01"
    assert ids(view(briefing, on("2025-03-01")).positions) == ["p"]


def test_dates_compare_as_they_are_written_whatever_the_time_zone():
    briefing = made("""
        events: [{id: call, date: "2025-03-05T23:30:00-08:00", title: Call, known: "2025-03-05T23:45:00-08:00"}]
        """)
    assert ids(view(briefing, on("2025-03-05")).events) == ["call"]
    assert view(briefing, on("2025-03-05")).status(briefing.events[0]) == "happened"
