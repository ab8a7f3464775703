"""What changed, as it may leave: nothing that either version keeps off the record, nor that it changed."""

import json

from generated import LENGTH, contents, day_of, loaded
from hypothesis import given, settings
from hypothesis import strategies as st
from making import HEAD, made, on

from tui.analysis.changes import What, released_changes, told
from tui.analysis.view import view
from tui.export.changes.json import values
from tui.export.changes.text import sections


def written(before, after):
    """All that is put out of what changed."""
    found, _ = released_changes(before, after)
    lines = [text for part in sections(found) for line in part.lines for text in (line.text, *line.below)]
    return "\n".join(lines) + json.dumps(values(found), ensure_ascii=False)


def quoted(text, attribution, identifier="secret"):
    quote = f"quotes: [{{id: {identifier}, text: {text}, speaker: ann, source: early, attribution: {attribution}}}]\n"
    agreed = "attribution: background, attributed_as: an official" if attribution == "background" else ""
    return view(made("", HEAD + (quote.replace("attribution: background", agreed) if agreed else quote)))


def test_a_quote_off_the_record_is_not_told_nor_that_it_changed():
    before, after = quoted("Old words", "off-record"), quoted("New words", "off-record")
    found, (first, second) = released_changes(before, after)
    assert told(found) == ()
    assert (first.withheld, second.withheld) == (("1 quote off the record was left out",),) * 2


def test_a_quote_that_either_version_keeps_off_the_record_is_in_neither():
    public, private = quoted("The words", "on-record"), quoted("The words", "off-record")
    renamed = quoted("The  WORDS", "on-record", "other")
    nothing = view(made("", HEAD))
    for before, after in ((public, private), (private, public), (renamed, private), (private, renamed)):
        assert "words" not in written(before, after).casefold()
    assert "The words" in written(nothing, public)


def test_a_quote_that_went_on_background_has_no_name_in_either_version():
    found = written(quoted("The words", "on-record"), quoted("The words", "background"))
    assert "Ann" not in found
    assert "secret" not in found


def test_words_on_background_are_found_again_though_their_ids_are_only_for_one_view():
    quotes = """\
quotes:
  - {id: b, text: Two, speaker: ann, source: late, attribution: background, attributed_as: an official}
  - {id: a, text: One, speaker: ann, source: early, attribution: background, attributed_as: an official}
"""
    briefing = made("", HEAD + quotes)
    found, _ = released_changes(view(briefing, on("2025-02-01")), view(briefing))
    fresh = [one for one in told(found) if one.kind == "quotes"]
    assert [(one.what, one.after.item.text) for one in fresh] == [(What.QUOTE, "Two")]


@given(contents(privacy=True), contents(privacy=True), st.integers(0, LENGTH).map(day_of))
@settings(max_examples=50)
def test_no_word_off_the_record_is_put_out_nor_an_id_that_may_tell_who_spoke_whatever_changed(one, other, day):
    quotes = [*one["quotes"], *other["quotes"]]
    private = {quote["text"] for quote in quotes if quote["attribution"] == "off-record"}
    veiled = {quote["id"] for quote in quotes if quote["attribution"] != "on-record"}
    put_out = written(view(loaded(one), day), view(loaded(other)))
    assert [text for text in private if f'"{text}"' in put_out or f"“{text}”" in put_out] == []
    assert [identifier for identifier in veiled if f'"{identifier}"' in put_out] == []
