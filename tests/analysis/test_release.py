"""What may leave the reader."""

from making import ids, made

from tui.analysis.release import released
from tui.analysis.view import view

STORY = """
    questions: [{id: toll, text: Will there be a toll?}]
    quotes:
      - {id: open, text: We will see, speaker: bob, source: early}
      - {id: private, text: I never meant it, speaker: ann, source: early, attribution: off-record}
      - id: briefed
        text: The votes are not there
        speaker: ann
        source: early
        attribution: background
        attributed_as: an official briefed on the talks
        via: [ann]
      - {id: deep, text: It is over, speaker: cyd, source: early, attribution: deep-background}
    positions:
      - {id: p1, actor: ann, question: toll, date: 2025-01, stance: oppose, quotes: [private, briefed]}
    events:
      - {id: talks, date: 2025-01-02, title: Talks, quotes: [open, private, briefed], sources: [early]}
    """


def leaves(briefing):
    return released(view(briefing))


def test_what_was_said_off_the_record_does_not_leave():
    shown = leaves(made(STORY)).view
    assert shown.quote("private") is None
    assert shown.event("talks").quotes == ("open", "briefed")
    assert "I never meant it" not in shown.briefing.model_dump_json()


def test_background_goes_out_under_the_agreed_description():
    shown = leaves(made(STORY)).view
    quote = shown.quote("briefed")
    assert [shown.name_of(one) for one in quote.speaker] == ["an official briefed on the talks"]
    assert quote.via == ()
    assert shown.actor(quote.speaker[0]).anonymous


def test_nothing_ties_background_to_the_position_of_the_one_who_said_it():
    shown = leaves(made(STORY)).view
    assert shown.positions[0].quotes == ()
    assert shown.positions[0].sources == ("early",)
    assert shown.links.questions_of(shown.quote("briefed")) == ()
    assert "ann" not in shown.links.actors_of(shown.event("talks"))


def test_deep_background_goes_out_without_attribution():
    shown = leaves(made(STORY)).view
    assert [shown.name_of(one) for one in shown.quote("deep").speaker] == ["not attributed"]
    assert shown.actor("cyd") is None


def test_it_is_said_what_was_kept_back():
    assert leaves(made(STORY)).withheld == (
        "1 quote off the record was left out",
        "2 quotes on background go out without a name",
    )


def test_a_briefing_on_the_record_leaves_as_it_is():
    shown = view(made("quotes: [{id: open, text: We will see, speaker: bob, source: early}]"))
    assert released(shown).view is shown
    assert ids(released(shown).view.quotes) == ["open"]


def test_an_anonymous_speaker_on_background_needs_no_veil():
    briefing = made(
        "quotes: [{id: q, text: We will see, speaker: someone, source: s, attribution: background}]",
        head="""\
format: brief/1
title: A story
as_of: 2025
bottom_line: It goes on.
sources: [{id: s, title: S}]
actors: [{id: someone, name: a person familiar with the matter, anonymous: true}]
""",
    )
    shown = released(view(briefing)).view
    assert shown.name_of(shown.quote("q").speaker[0]) == "a person familiar with the matter"


def test_what_only_words_off_the_record_named_stays_behind():
    briefing = made("""
        quotes:
          - {id: open, text: We will see, speaker: bob, source: early}
          - {id: private, text: I never meant it, speaker: ann, source: late, attribution: off-record}
        """)
    shown = leaves(briefing).view
    assert ids(shown.sources) == ["early", "undated", "seen"]
    assert ids(shown.actors) == ["bob", "cyd"]
