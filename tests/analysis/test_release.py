"""What may leave the reader."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from making import ids, made, on

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export.formats import FORMATS
from tui.load.briefing import load_text

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
    assert shown.event("talks").quotes == ("open", "background-1")
    assert "I never meant it" not in shown.briefing.model_dump_json()


def test_background_goes_out_under_the_agreed_description():
    shown = leaves(made(STORY)).view
    quote = shown.quote("background-1")
    assert [shown.name_of(one) for one in quote.speaker] == ["an official briefed on the talks"]
    assert quote.via == ()
    assert shown.actor(quote.speaker[0]).anonymous


def test_nothing_ties_background_to_the_position_of_the_one_who_said_it():
    shown = leaves(made(STORY)).view
    assert shown.positions[0].quotes == ()
    assert shown.positions[0].sources == ("early",)
    assert shown.links.questions_of(shown.quote("background-1")) == ()
    assert "ann" not in shown.links.actors_of(shown.event("talks"))


def test_deep_background_goes_out_without_attribution():
    shown = leaves(made(STORY)).view
    assert [shown.name_of(one) for one in shown.quote("background-2").speaker] == ["not attributed"]
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


OLAF = """\
format: brief/1
id: fire
title: A fire
as_of: 2025-06-30
bottom_line: It goes on.
sources:
  - {id: paper, title: The paper, published: 2025-01-10}
  - {id: radio, title: The radio, published: 2025-05-11}
  - {id: leaflet, title: A leaflet}
actors:
  - {id: olaf, name: Olaf Off}
  - {id: lee, name: Lee Moe}
quotes:
  - {id: olaf-says, text: I burned everything there, speaker: olaf, source: radio, attribution: off-record}
  - {id: lee-says, text: It was an accident, speaker: lee, source: leaflet}
"""


def olaf(*, position="", estimate="", account=""):
    """Of Olaf, who spoke off the record, what leaves of a position, an estimate and an account that cite him."""
    return leaves(
        made(
            f"""
questions:
  - id: blame
    text: Was it arson?
    estimates: [{{date: 2025-02-02, by: olaf, likelihood: 15%, quote: olaf-says{estimate}}}]
positions:
  - {{id: p, actor: olaf, question: blame, date: 2025-02-01, stance: oppose, quotes: [olaf-says{position}}}
events:
  - id: fire
    date: 2024-12
    title: The fire
    sources: [paper]
    accounts: [{{by: olaf, says: Nothing was left, quotes: [olaf-says{account}}}]
judgments: [{{id: j, text: It was arson, evidence: [p]}}]
""",
            head=OLAF,
        )
    )


def test_what_rests_on_words_off_the_record_alone_stays_behind_with_whoever_it_is_of():
    release = olaf(position="]", account="]")
    shown = release.view
    assert (shown.positions, shown.question("blame").estimates, shown.event("fire").accounts) == ((), (), ())
    assert shown.judgments[0].evidence == ()
    assert ids(shown.actors) == ["lee"]
    assert ids(shown.sources) == ["paper", "leaflet"]
    assert release.withheld == (
        "1 quote off the record was left out",
        "1 position that rests on words off the record alone was left out",
        "1 estimate that rests on words off the record alone was left out",
        "1 account that rests on words off the record alone was left out",
    )


def test_the_reader_goes_on_showing_what_rests_on_words_off_the_record():
    shown = view(
        made(
            "questions: [{id: q, text: Was it?, estimates: [{date: 2025, by: olaf, likelihood: 15%, "
            "quote: olaf-says}]}]",
            head=OLAF,
        )
    )
    assert [one.by for one in shown.question("q").estimates] == ["olaf"]


def test_what_has_a_source_or_a_quote_on_the_record_too_loses_only_the_reference():
    release = olaf(position="], sources: [paper]", estimate=", sources: [radio]", account=", lee-says]")
    shown = release.view
    assert (shown.positions[0].quotes, shown.positions[0].sources) == ((), ("paper",))
    assert [one.quote for one in shown.question("blame").estimates] == [None]
    assert [one.quotes for one in shown.event("fire").accounts] == [("lee-says",)]
    assert [one.known for one in (*shown.positions, *shown.question("blame").estimates)] == [None, None]
    assert "olaf" in ids(shown.actors)
    assert release.withheld == ("1 quote off the record was left out",)


def test_nothing_that_leaves_is_known_earlier_than_it_was_with_the_quotes_that_it_cited():
    release = olaf(position="], via: [lee]", estimate=", via: [lee]", account=", lee-says]")
    bundle = load_text(FORMATS["yaml"](release.view), Path("/elsewhere/fire.yaml"), Path("/elsewhere")).briefing
    for day, count in (("2025-05-10", 0), ("2025-05-11", 1)):
        shown = view(bundle, on(day))
        found = shown.positions, shown.question("blame").estimates, shown.event("fire").accounts
        assert [len(one) for one in found] == [count] * 3


def test_what_a_narrowed_view_shows_stays_behind_though_the_quote_is_not_in_it():
    briefing = made(
        """
questions:
  - {id: q, text: Was it?, decided_by: [lee], estimates: [{date: 2025, by: olaf, likelihood: 15%, quote: olaf-says}]}
positions:
  - {actor: olaf, question: q, date: 2025-02, stance: oppose, quotes: [olaf-says], known: 2025-02-02}
events:
  - id: fire
    date: 2024-12
    title: The fire
    actors: [lee]
    sources: [paper]
    accounts: [{by: olaf, says: Nothing was left, quotes: [olaf-says]}]
""",
        head=OLAF,
    )
    for narrowed in (view(briefing, focus="lee"), view(briefing, focus="q"), view(briefing, on("2025-03"))):
        left = released(narrowed).view.briefing
        assert "olaf" not in left.model_dump_json()
    assert "olaf" in view(briefing, focus="lee").briefing.model_dump_json()


KIM = """\
format: brief/1
title: A story
as_of: 2025-06-30
bottom_line: It goes on.
sources:
  - {id: paper, title: The paper, published: 2025-01-10}
  - {id: radio, title: The radio, published: 2025-01-11}
actors:
  - {id: kim, name: Kim Lund}
  - {id: lee, name: Lee Moe}
  - {id: aide, name: an aide, anonymous: true, aliases: [Ola], role: the mayor's driver, note: Rings on Sundays.}
questions: [{id: deal, text: Will there be a deal?}]
"""
VEILED = (
    "{id: kim-on-deal, text: The deal is dead, speaker: kim, source: paper, attribution: background, "
    "attributed_as: an official%s}"
)


def kim(*quotes, more="", veiled=""):
    """What leaves of Kim's story, with one quote of theirs on background and others."""
    listed = "\n".join(f"  - {one}" for one in (VEILED % veiled, *quotes))
    return leaves(made(f"quotes:\n{listed}\n{more}", head=KIM)).view


def test_nothing_says_that_background_is_the_same_as_words_on_the_record():
    words = "{id: open, text: The deal has died, speaker: kim, source: radio%s}"
    shown = kim(words % ", same_as: kim-on-deal, about: [kim-on-deal]")
    assert (shown.quote("open").same_as, shown.quote("open").about) == (None, ())
    shown = kim(words % "", veiled=", same_as: open, about: [open, deal]")
    assert (shown.quote("background-1").same_as, shown.quote("background-1").about) == (None, ("deal",))


def test_background_is_not_about_a_position_of_the_one_who_said_it():
    more = "positions: [{id: hers, actor: kim, question: deal, date: 2025, stance: oppose, sources: [radio]}]"
    assert kim(veiled=", about: [hers]", more=more).quote("background-1").about == ()


def test_an_account_does_not_cite_the_background_of_the_one_who_gives_it():
    shown = kim(
        "{id: open, text: We met, speaker: kim, source: radio}",
        more="""
events:
  - id: talks
    date: 2025-01
    title: Talks
    quotes: [kim-on-deal]
    accounts: [{by: kim, says: It is over, quotes: [kim-on-deal, open]}]
  - {id: briefing, date: 2025-02, title: A briefing, quotes: [kim-on-deal, open], actors: [kim]}
  - {id: vote, date: 2025-03, title: A vote, quotes: [kim-on-deal], actors: [lee]}
""",
    )
    (account,) = shown.event("talks").accounts
    assert (account.quotes, account.sources) == (("open",), ("paper", "radio"))
    assert shown.event("talks").quotes == ()
    assert shown.event("briefing").quotes == ("open",)
    assert shown.event("vote").quotes == ("background-1",)


def test_a_position_keeps_the_sources_of_all_its_quotes():
    shown = kim(
        "{id: open, text: We met, speaker: kim, source: radio}",
        more="positions: [{actor: kim, question: deal, date: 2025, stance: oppose, quotes: [open, kim-on-deal]}]",
    )
    assert shown.positions[0].sources == ("radio", "paper")


def test_an_anonymous_speaker_goes_out_under_the_description_that_was_agreed():
    shown = kim(
        "{id: q, text: No, speaker: aide, source: paper, attribution: background, attributed_as: somebody in the know}",
        more="positions: [{actor: aide, question: deal, date: 2025, stance: oppose, quotes: [q]}]",
    )
    assert [shown.name_of(one) for one in shown.quote("background-2").speaker] == ["somebody in the know"]
    assert shown.positions[0].quotes == ()
    aide = shown.actor("aide")
    assert (aide.name, aide.aliases, aide.role, aide.note) == ("an aide", (), None, None)


def test_an_anonymous_speaker_whose_name_was_agreed_keeps_their_record_without_what_tells_more():
    shown = kim("{id: q, text: No, speaker: aide, source: paper, attribution: background, attributed_as: an aide}")
    assert shown.quote("q").speaker == ("aide",)
    aide = shown.actor("aide")
    assert (aide.aliases, aide.role, aide.note) == ((), "the mayor's driver", None)


def test_an_anonymous_actor_on_the_record_is_shown_as_they_are():
    assert kim("{id: q, text: No, speaker: aide, source: paper}").actor("aide").aliases == ("Ola",)


def test_what_surrounds_background_and_its_id_do_not_carry_the_name_out():
    shown = kim(
        "{id: background-1, text: We met, speaker: lee, source: radio, about: [deal]}",
        veiled=", prefix: Kim said, suffix: said Kim, context: Kim rang, original: Kim sier, note: Kim, credibility: 2",
        more="judgments: [{id: j, text: It is over, evidence: [kim-on-deal], about: [kim-on-deal]}]",
    )
    assert shown.quote("background-2").credibility == "2"
    assert (shown.judgments[0].evidence, shown.judgments[0].about) == (("background-2",), ("background-2",))
    assert "kim" not in shown.briefing.model_dump_json().casefold()


def test_what_has_left_once_leaves_again_as_it_is():
    once = kim("{id: deep, text: It is over, speaker: lee, source: radio, attribution: deep-background}").briefing
    assert ids(once.quotes) == ["background-1", "background-2"]
    assert released(view(once)).view.briefing == once


def test_words_added_to_what_has_left_once_get_ids_of_their_own():
    once = kim("{id: deep, text: It is over, speaker: lee, source: radio, attribution: deep-background}").briefing
    more = once.quotes[1].model_copy(update={"id": "lee-again", "speaker": ("lee",), "context": "Lee rang"})
    lee = made("", KIM).actors[1]
    added = once.model_copy(update={"actors": (*once.actors, lee), "quotes": (*once.quotes, more)})
    left = released(view(added)).view.briefing
    assert ids(left.quotes) == ["background-1", "background-2", "background-3"]
    assert [one.speaker for one in left.quotes] == [("speaker-1",), ("speaker-2",), ("speaker-2",)]
    assert "lee" not in left.model_dump_json().casefold()


REFERENCES = ("kim-on-deal", "kim-again", "kim-deep", "kim-lunch", "kim-open", "lee-open")


@settings(max_examples=40)
@given(st.data())
def test_nothing_off_the_record_leaves_and_no_name_stands_beside_background(data):
    def some():
        return data.draw(st.lists(st.sampled_from(REFERENCES), unique=True, max_size=4))

    def one():
        return data.draw(st.sampled_from(REFERENCES))

    def who():
        return data.draw(st.sampled_from(["kim", "lee"]))

    kinds = {
        "kim-on-deal": {"attribution": "background", "attributed_as": "an official"},
        "kim-again": {"attribution": "background", "attributed_as": "an official", "note": "Kim Lund rang"},
        "kim-deep": {"attribution": "deep-background"},
        "kim-lunch": {"attribution": "off-record", "text": "the herring was bad", "original": "silda var dårlig"},
    }
    order = data.draw(st.permutations(REFERENCES))
    quotes = [
        {"id": name, "text": "Words", "speaker": name[:3], "source": "paper", "about": some(), "via": [who()]}
        | ({"same_as": data.draw(st.sampled_from(order[:index]))} if index else {})
        | kinds.get(name, {})
        for index, name in enumerate(order)
    ]
    parts = {
        "quotes": quotes,
        "positions": [
            {"id": f"p-{n}", "actor": who(), "question": "deal", "date": "2025", "stance": "oppose", "quotes": some()}
            for n in range(2)
        ],
        "events": [
            {"id": "talks", "date": "2025", "title": "Talks", "quotes": some(), "about": some(), "actors": [who()]}
            | {"via": [who()], "accounts": [{"by": who(), "says": "It is over", "quotes": some()}]}
        ],
        "judgments": [{"id": "j", "text": "It is over", "evidence": some(), "about": some()}],
        "figures": [{"id": "f", "name": "Price", "date": "2025", "value": 1, "about": some()}],
    }
    estimate = {"date": "2025", "by": who(), "likelihood": "likely", "quote": one()}
    head = KIM.replace("deal?}", f"deal?, estimates: [{json.dumps(estimate)}]}}")
    whole = made("".join(f"{key}: {json.dumps(value)}\n" for key, value in parts.items()), head=head)
    for as_of in (None, on("2025-03")):
        shown = released(view(whole, as_of)).view
        left = shown.briefing
        written = left.model_dump_json() + b"".join(one.content(shown) for one in FORMATS.values()).decode(
            "utf-8", "replace"
        )
        for kept_back in ("herring", "silda", "kim-lunch", "kim-on-deal", "kim-again", "kim-deep", "Kim Lund rang"):
            assert kept_back not in written
        estimates = [one for question in left.questions for one in question.estimates]
        for record in (*left.quotes, *left.positions, *left.events, *estimates):
            text = record.model_dump_json()
            assert not ("background-" in text and '"kim"' in text)
