"""A briefing as it stood on a day."""

from making import HEAD, ids, made, on

from tui.analysis.view import view

EVENTS = """
    events:
      - {id: talks, date: 2025-01-05, title: Talks, sources: [early]}
      - id: vote
        date: 2025-03-01
        title: Vote
        kind: deadline
        status: postponed
        superseded_by: vote-again
        sources: [early]
      - {id: vote-again, date: 2025-09-01, title: Vote again, kind: deadline, sources: [late]}
      - {id: visit, date: 2025-04, title: Visit, status: planned, sources: [early]}
    """


def statuses(briefing, date=None):
    shown = view(briefing, on(date) if date else None)
    return {event.id: shown.status(event) for event in shown.events}


def test_an_event_after_the_date_is_planned():
    assert statuses(made(EVENTS), "2025-01-10") == {"talks": "happened", "vote": "planned", "visit": "planned"}


def test_a_planned_event_whose_date_has_passed_without_word_has_an_unknown_outcome():
    assert statuses(made(EVENTS), "2025-04-30")["visit"] == "planned"
    assert statuses(made(EVENTS), "2025-05-01")["visit"] == "unknown"
    assert statuses(made(EVENTS))["visit"] == "unknown"


def test_that_an_event_is_superseded_counts_only_once_the_other_is_known():
    briefing = made(EVENTS)
    before, after = view(briefing, on("2025-06-19")), view(briefing, on("2025-06-20"))
    assert before.event("vote").superseded_by is None
    assert before.status(before.event("vote")) == "unknown"
    assert after.event("vote").superseded_by == "vote-again"
    assert after.status(after.event("vote")) == "postponed"


def test_a_postponement_known_beforehand_is_no_longer_a_plan():
    briefing = made("""
        events:
          - {id: vote, date: 2025-03-01, title: Vote, status: postponed, superseded_by: later, sources: [early]}
          - {id: later, date: 2025-09-01, title: Later, sources: [early], known: 2025-02-01}
        """)
    assert statuses(briefing, "2025-01-31") == {"vote": "planned"}
    assert statuses(briefing, "2025-02-01") == {"vote": "postponed", "later": "planned"}


def test_what_is_called_off_is_so_as_of_the_briefings_own_date():
    briefing = made("events: [{id: gala, date: 2025-09, title: Gala, status: cancelled, sources: [early]}]")
    assert statuses(briefing) == {"gala": "cancelled"}
    assert statuses(briefing, "2025-06-30") == {"gala": "cancelled"}
    assert statuses(briefing, "2025-06-29") == {"gala": "planned"}
    assert view(briefing).next_date() is None


def test_what_lay_ahead_without_a_status_has_an_unknown_outcome_once_it_has_passed():
    briefing = made("events: [{id: summit, date: 2025-10-30, title: Summit, sources: [early]}]")
    assert statuses(briefing) == {"summit": "planned"}
    assert statuses(briefing, "2026-01") == {"summit": "unknown"}


def test_a_deadline_that_was_superseded_counts_no_more():
    briefing = made("""
        questions: [{id: q, text: Will it?, due: first, sources: [early]}]
        events:
          - {id: first, date: 2025-07-01, title: First, kind: deadline, superseded_by: second, sources: [early]}
          - {id: second, date: 2025-12-16, title: Second, kind: deadline, sources: [late]}
        """)
    shown, before = view(briefing), view(briefing, on("2025-02"))
    assert statuses(briefing) == {"first": "postponed", "second": "planned"}
    assert shown.due(shown.questions[0]).text == "2025-12-16"
    assert shown.next_date().text == "2025-12-16"
    assert before.due(before.questions[0]).text == "2025-07-01"


def test_a_question_is_open_before_its_resolution():
    briefing = made("""
        questions:
          - id: q
            text: Will it?
            status: resolved
            sources: [early]
            resolution: {date: 2025-05-05, outcome: It did., sources: [late]}
        """)
    before = view(briefing, on("2025-06-19")).questions[0]
    assert (before.status, before.resolution) == ("open", None)
    assert view(briefing, on("2025-06-20")).questions[0].status == "resolved"
    assert view(briefing).questions[0].resolution.outcome == "It did."


def test_what_was_added_to_a_resolution_later_is_not_there_yet():
    briefing = made("""
        questions:
          - id: q
            text: Will it?
            status: resolved
            resolution: {date: 2025-01-05, outcome: It did., sources: [early, late], note: By one vote.}
        """)
    before = view(briefing, on("2025-02")).question("q").resolution
    assert (before.sources, before.note) == (("early",), None)
    assert view(briefing, on("2025-06-30")).question("q").resolution.note == "By one vote."


def test_accounts_and_estimates_appear_when_their_own_sources_do():
    briefing = made("""
        questions:
          - id: q
            text: Will it?
            estimates:
              - {date: 2025-01-01, by: ann, likelihood: likely, sources: [early]}
              - {date: 2025-06-01, by: ann, likelihood: unlikely, sources: [late]}
        events:
          - id: call
            date: 2025-01-04
            title: Call
            sources: [early]
            accounts:
              - {by: ann, says: It went well., sources: [early]}
              - {by: cyd, says: It did not., sources: [late]}
        """)
    shown = view(briefing, on("2025-02"))
    assert [one.by for one in shown.events[0].accounts] == ["ann"]
    assert [one.likelihood.term for one in shown.questions[0].estimates] == ["likely"]
    assert shown.actor("cyd") is None
    assert len(view(briefing).events[0].accounts) == 2


def test_actors_and_sources_appear_with_the_first_item_that_names_them():
    briefing = made("""
        events:
          - {id: one, date: 2025-01-01, title: One, actors: [ann], sources: [early, late]}
          - {id: two, date: 2025-06-01, title: Two, actors: [bob], sources: [late]}
        """)
    shown = view(briefing, on("2025-02"))
    assert ids(shown.actors) == ["ann"]
    assert ids(shown.sources) == ["early"]
    assert shown.events[0].sources == ("early",)


def test_an_item_known_before_any_source_was_out_still_says_where_it_comes_from():
    briefing = made("events: [{id: one, date: 2025-01-01, title: One, sources: [late], known: 2025-01-01}]")
    assert ids(view(briefing, on("2025-01-01")).sources) == ["late"]


def test_a_relation_is_there_once_it_is_reported_and_has_begun():
    briefing = made("""
        relations:
          - {id: old, from: ann, to: bob, type: owns, sources: [early], until: 2025-05-01}
          - {id: new, from: cyd, to: bob, type: owns, sources: [early], since: 2025-05-01}
        """)
    shown = view(briefing, on("2025-04-30"))
    assert ids(shown.relations) == ["old"]
    assert shown.relations[0].until is None
    assert ids(shown.actors) == ["ann", "bob"]
    assert ids(view(briefing, on("2025-05-01")).relations) == ["old", "new"]


def test_a_relation_whose_end_lies_ahead_has_it_as_of_the_briefings_own_date():
    briefing = made("relations: [{id: r, from: ann, to: bob, type: owns, sources: [early], until: 2025-12}]")
    assert view(briefing, on("2025-06-29")).relations[0].until is None
    assert view(briefing, on("2025-06-30")).relations[0].until.text == "2025-12"


def test_text_without_a_date_of_its_own_is_not_shown_before_the_briefings_date():
    briefing = made("events: [{id: one, date: 2025-01-01, title: One, actors: [bob], note: A remark.}]")
    shown = view(briefing, on("2025-06-29"))
    assert shown.bottom_line is None
    assert shown.withheld == "The bottom line was written as of 30 June 2025, and is not shown as of an earlier date."
    assert shown.actor("bob").note is None
    assert shown.event("one").note is None
    assert view(briefing, on("2025-06-30")).bottom_line == "It goes on."
    assert view(briefing, on("2025-06-30")).event("one").note == "A remark."


def test_as_of_its_own_date_a_briefing_is_whole():
    briefing = made(EVENTS, head=HEAD)
    assert ids(view(briefing, on("2025-06-30")).events) == ids(view(briefing).events)
    assert ids(view(briefing, on("2025-06-30")).actors) == ids(briefing.actors)
    assert ids(view(briefing, on("2025-06-30")).sources) == ids(briefing.sources)


def test_a_reprint_that_nothing_names_keeps_the_source_of_which_it_is_one():
    head = HEAD.replace("title: Seen,", "title: Seen, origin: early,")
    assert view(made("", head), on("2025-06-30")).source("early") is not None


def test_a_judgment_that_a_later_one_revises_stands_until_then():
    briefing = made("""
        judgments:
          - {id: first, text: It will., made: 2025-01-01}
          - {id: second, text: It will not., made: 2025-05-01, revises: first}
        """)
    assert ids(view(briefing, on("2025-02")).judgments) == ["first"]
    assert ids(view(briefing).judgments) == ["second"]


def test_a_question_due_by_a_deadline_that_was_not_yet_set_has_no_due_date():
    briefing = made("""
        questions: [{id: q, text: Will it?, due: vote, sources: [early]}]
        events: [{id: vote, date: 2025-09-01, title: Vote, kind: deadline, sources: [late]}]
        """)
    early, now = view(briefing, on("2025-02")), view(briefing)
    assert early.due(early.questions[0]) is None
    assert now.due(now.questions[0]).text == "2025-09-01"
    assert now.next_date().text == "2025-09-01"
