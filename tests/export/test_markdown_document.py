import re

from conftest import SAMPLE
from golden import assert_golden
from hostile import gfm, inline_tokens, shape, texts, words
from hypothesis import given, settings
from hypothesis import strategies as st
from proven import proven, sealed
from rich.cells import cell_len
from stuffed import stuffed

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export import FORMATS, export
from tui.export.markdown.escape import one_line
from tui.model.edtf import EDTF


def markdown(briefing, as_of: str | None = None, focus: str | None = None) -> str:
    shown = view(briefing, EDTF(as_of) if as_of else None, focus)
    return export(released(shown).view, "markdown")


def test_the_sample_as_of_a_day_in_march_reads_as_its_golden_file(load_sample):
    text = markdown(load_sample().briefing, "2024-03-13")
    assert_golden(text, SAMPLE.parent / "export/golden/harbour-bridge-as-of-2024-03-13.md")


def test_the_largest_shipped_briefing_reads_as_its_golden_file():
    assert_golden(
        export(sealed("tiktok-divestiture"), "markdown"), SAMPLE.parent / "export/golden/tiktok-divestiture.md"
    )


@settings(max_examples=25)
@given(st.lists(texts, min_size=1, max_size=7))
def test_no_text_in_a_briefing_changes_the_shape_of_the_document_or_is_changed_by_it(hostile):
    def hostile_text(number: int) -> str:
        # Each is another, as items of one name belong together.
        return f"{hostile[number % len(hostile)]}n{number}n{hostile[(number + 1) % len(hostile)]}"

    def plain_text(number: int) -> str:
        return f"plain{number}text"

    expected = gfm().parse(markdown(stuffed(plain_text)))
    found = gfm().parse(markdown(stuffed(hostile_text)))

    def put_back(shown: str) -> str:
        return re.sub(r"plain(\d+)text", lambda match: one_line(hostile_text(int(match[1]))), shown)

    # A sentence that ends with a full stop of its own gets no other.
    assert [words(token).replace(".", "") for token in inline_tokens(found)] == [
        put_back(words(token)).replace(".", "") for token in inline_tokens(expected)
    ]
    assert shape(found) == shape(expected)


def test_a_bottom_line_of_a_later_day_is_replaced_by_a_sentence_that_says_so(load_sample):
    text = markdown(load_sample().briefing, "2024-03-13")
    assert "*The bottom line was written as of 30 Sep 2024, and is not shown as of an earlier date.*" in text
    assert "will start late" not in text


def test_what_was_said_off_the_record_and_who_spoke_on_background_stay_out(load_sample):
    text = markdown(load_sample().briefing)
    assert "Between us" not in text
    assert "Odd Krog" not in text
    assert "— an official at the ministry, on background" in text


def test_the_marking_stands_at_the_head_and_at_the_foot(load_sample):
    lines = markdown(load_sample().briefing).splitlines()
    assert lines[2] == "- **TLP:AMBER+STRICT**"
    assert lines[-1] == "**TLP:AMBER+STRICT**"


def test_likelihood_and_confidence_stand_in_sentences_of_their_own(load_sample):
    assert "Likelihood: very likely (85–90 %). Confidence in this judgment is moderate." in markdown(
        load_sample().briefing
    )


def test_sections_without_content_are_left_out(make_briefing):
    text = markdown(make_briefing())
    assert re.findall(r"^## .*", text, re.MULTILINE) == ["## Bottom line", "## Sources"]
    assert text.endswith("[^1]: “A report”, 1 June 2024. Not rated.\n")


def test_speakers_are_named_as_the_source_has_them(make_briefing):
    actors = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}, {"id": "cyd", "name": "Cyd"}]
    quote = {"text": "Words.", "source": "report"}
    text = markdown(
        make_briefing(
            actors=actors,
            quotes=[
                quote | {"id": "one", "speaker": "ann"},
                quote | {"id": "all", "speaker": ["ann", "bob"], "speaker_is": "all"},
                quote | {"id": "one-of", "speaker": ["ann", "bob", "cyd"], "speaker_is": "one-of"},
            ],
        )
    )
    assert re.findall(r"^— .*", text, re.MULTILINE) == [
        "— Ann[^1]",
        "— Ann and Bob[^1]",
        "— one of Ann, Bob and Cyd[^1]",
    ]


def test_the_paragraphs_of_a_quote_stay_apart(make_briefing):
    quote = {"id": "q", "text": "One.\n\n- Two\nthree.", "speaker": "ann", "source": "report"}
    text = markdown(make_briefing(actors=[{"id": "ann", "name": "Ann"}], quotes=[quote]))
    assert "> One.\n>\n> \\- Two\\\n> three.\n" in text


def test_a_source_with_a_web_address_is_a_link_and_another_address_is_text(load_sample):
    text = markdown(load_sample().briefing)
    assert "[Council backs harbour toll by one vote](https://courier.example/2024/03/12/toll?page=1" in text
    assert "“Accounts of the town, second term” (file:///srv/accounts.pdf)" in text.replace("\\", "")


def test_an_assertion_of_the_source_itself_is_said_to_be_that(load_sample):
    assert "**The hauliers sue the town** (on the source's own account)" in markdown(load_sample().briefing)


def test_a_view_of_one_actor_says_that_it_is_one(load_sample):
    text = markdown(load_sample().briefing, focus="hauliers")
    assert "- Only what bears on Storhavn Hauliers\n" in text


def test_every_footnote_that_is_used_is_there_and_they_are_numbered_by_first_use(load_sample):
    text = markdown(load_sample().briefing)
    body, _, notes = text.partition("\n[^1]: ")
    used = list(dict.fromkeys(re.findall(r"\[\^(\d+)\]", body)))
    assert used == [str(number) for number in range(1, len(used) + 1)]
    assert re.findall(r"^\[\^(\d+)\]:", f"[^1]: {notes}", re.MULTILINE) == used


def test_the_columns_of_a_table_line_up_where_characters_are_wide(make_briefing):
    figures = [
        {"id": "a", "name": "北京的股份", "date": "2024", "value": 20, "unit": "%"},
        {"id": "b", "name": "Share | of é", "date": "2024-03~", "value": 1000},
    ]
    text = markdown(make_briefing(figures=figures))
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({cell_len(row) for row in rows}) == 1
    assert len(rows) == 4


def test_a_quote_says_how_it_was_proven_and_the_section_what_that_means():
    text = export(proven(), "markdown")
    assert "— Nils Berg, 12 Mar 2024[^3] · Proof: *exact*\n" in text
    assert "— Ingrid Dahl, 19 Aug 2024[^5] · Proof: *elided*\n" in text
    assert re.search(
        r"^- \*exact\* \(\d+\): the words stand in that text, character for character\.$", text, re.MULTILINE
    )


def test_an_altered_quote_is_not_handed_over_as_if_it_were_sound(make_briefing):
    from tui.analysis.check import prove_quotes
    from tui.analysis.proof import SourceText

    quote = {"id": "q", "text": "We shall never sell", "speaker": "ann", "source": "report"}
    briefing = make_briefing(actors=[{"id": "ann", "name": "Ann"}], quotes=[quote])
    (found,) = prove_quotes(briefing, {"report": SourceText("“We shall sell,” she said.")}, {})
    assert "· Proof: *altered*" in export(view(briefing, proofs={"q": found}), "markdown")


def test_a_profile_has_its_sections_and_the_head_and_the_bottom_line(load_sample):
    shown = released(view(load_sample().briefing)).view
    sections = {
        profile: re.findall(r"^## (.*)", FORMATS["markdown"](shown, profile=profile), re.MULTILINE)
        for profile in ("timeline", "questions")
    }
    assert sections["timeline"] == ["Bottom line", "Timeline"]
    assert sections["questions"] == ["Bottom line", "Open questions", "Settled questions", "Who stands where"]


def test_the_paragraphs_of_an_events_detail_stand_on_lines_of_their_own(make_briefing):
    event = {"id": "talks", "date": "2024-06-01", "title": "Talks", "detail": "They met\nin Oslo.\n\n- and left\n"}
    text = FORMATS["markdown"](view(make_briefing(events=[event])))
    assert "- **1 June 2024** — **Talks**\\\n  They met in Oslo.\\\n  \\- and left\n" in text
