"""A reader's own notes, for those who ask for them."""

from datetime import UTC, datetime

from conftest import made_of
from hostile import commonmark, inline_tokens, long_texts, shape
from hypothesis import given, settings

from tui.analysis.view import view
from tui.export.notes import notes_markdown
from tui.model.edtf import EDTF
from tui.reader.notes import Note
from tui.reader.reader import ReaderState

AT = datetime(2025, 9, 19, 12, tzinfo=UTC)


def note(item: str, text: str, *, label: str = "As it was called", private: bool = False) -> Note:
    return Note("story", item, label, text, private, AT)


BRIEFING = made_of(
    actors=[{"id": "ann", "name": "Ann *Lee*"}, {"id": "aide", "name": "An aide"}],
    quotes=[
        {"id": "word", "text": "We can", "speaker": "ann", "source": "report"},
        {"id": "lunch", "text": "We cannot", "speaker": "aide", "source": "report", "attribution": "off-record"},
        {
            "id": "hint",
            "text": "Perhaps",
            "speaker": "ann",
            "source": "report",
            "attribution": "background",
            "attributed_as": "an official",
        },
    ],
)


def test_each_note_stands_under_what_it_is_on():
    found = notes_markdown(view(BRIEFING), [note("word", "Ask her\n\n- why?"), note("", "Too short"), note("ann", "x")])

    assert found.text == (
        "## Notes\n\n"
        "On “We can” (Ann \\*Lee\\*) (19 Sep 2025):\n\n> Ask her\n>\n> \\- why?\n\n"
        "On the bottom line (19 Sep 2025):\n\n> Too short\n\n"
        "On Ann \\*Lee\\* (19 Sep 2025):\n\n> x\n"
    )
    assert found.withheld == ()


def test_a_note_on_what_is_not_on_the_record_stays_with_the_reader():
    notes = [note("lunch", "So he said"), note("hint", "It was Ann"), note("aide", "An aide"), note("word", "Good")]

    found = notes_markdown(view(BRIEFING), notes)

    assert found.text.count(">") == 1
    assert found.withheld == ("3 notes were left out, on what was not said on the record",)


def test_a_note_whose_quote_is_gone_stays_private_if_it_was():
    gone = notes_markdown(view(made_of()), [note("lunch", "So he said", private=True), note("talks", "When?")])

    assert "So he said" not in gone.text
    assert "On what is not in the briefing as it is shown: As it was called" in gone.text
    assert gone.withheld == ("1 note was left out, on what was not said on the record",)


def test_a_note_that_repeats_words_off_the_record_stays_with_the_reader():
    briefing = made_of(
        actors=[{"id": "ann", "name": "Ann"}],
        quotes=[
            {
                "id": "lunch",
                "text": "We shall resign in May",
                "speaker": "ann",
                "source": "report",
                "attribution": "off-record",
            },
            {"id": "open", "text": "We go on", "speaker": "ann", "source": "report"},
        ],
    )
    notes = [
        note("ann", "So: “we shall RESIGN in May”!"),
        note("gone", "An event", label="We shall resign in May"),
        note("", "They resign in May"),
    ]

    found = notes_markdown(view(briefing), notes)

    assert found.text.count(">") == found.count == 1
    assert "They resign in May" in found.text
    assert found.withheld == ("2 notes were left out, with words that were said off the record",)


def test_a_note_on_what_a_narrowed_view_does_not_show_stays_and_one_on_what_is_gone_does_not():
    notes = [note("word", "Ask her"), note("", "Too short"), note("aide", "A leak"), note("gone", "When?")]
    narrowed = view(BRIEFING, EDTF.parse("2020"))

    found = notes_markdown(narrowed, notes, view(BRIEFING))

    assert "When?" in found.text
    assert found.count == 1
    assert found.withheld == (
        "1 note was left out, on what was not said on the record",
        "2 notes were left out, on what is not exported",
    )


def test_without_notes_there_is_nothing():
    assert notes_markdown(view(BRIEFING), []).text == ""


@settings(max_examples=50)
@given(long_texts, long_texts)
def test_any_text_stays_text(text, label):
    found = notes_markdown(view(BRIEFING), [note("gone", text, label=label)])
    tokens = commonmark().parse(found.text)

    assert set(shape(tokens)) <= {
        *("heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close"),
        *("blockquote_open", "blockquote_close", "hardbreak"),
    }
    assert len(list(inline_tokens(tokens))) >= 3


def test_notes_come_from_the_readers_own_state(tmp_path):
    state = ReaderState(tmp_path)
    state.notes.write("story", "word", "Ask her", label="We can", private=False)

    found = notes_markdown(view(BRIEFING), state.notes.of("story").values())

    assert "> Ask her" in found.text
    state.close()
