"""What is copied of an item, with where it comes from."""

from pathlib import Path

import pytest
from conftest import SAMPLE, made_of
from golden import assert_golden
from hostile import commonmark, inline_tokens, shape, texts, words
from hypothesis import given, settings
from hypothesis import strategies as st
from stuffed import stuffed

from tui.analysis.release import released
from tui.analysis.view import View, view
from tui.export.citation import WithheldError, citation
from tui.library.folder import Library
from tui.library.proofs import prove
from tui.load.characters import FORBIDDEN_IN_VALUE
from tui.model.edtf import EDTF
from tui.model.kinds import KINDS

_GOLDEN = Path(__file__).parent / "golden"
_FORMS = ("plain", "markdown")
_A_PARAGRAPH = frozenset({"paragraph_open", "inline", "paragraph_close", "hardbreak", "link_open", "link_close"})


@pytest.fixture(scope="module")
def sample() -> View:
    """The complete sample with the proofs of its quotes."""
    library = Library(SAMPLE)
    loaded = library.load(SAMPLE / "harbour-bridge.yaml")
    return view(loaded.briefing, proofs=prove(loaded, library).proofs)


def ids(whole: View) -> list[str]:
    return ["", *(item.id for kind in KINDS for item in getattr(whole.briefing, kind))]


def copied(whole: View, identifier: str, form: str) -> str:
    try:
        return citation(whole, identifier, form)
    except WithheldError as refused:
        return f"[nothing: {refused}]"


@pytest.mark.parametrize("form", _FORMS)
def test_each_item_is_copied_with_its_citation(sample, form):
    found = [f"== {one or 'the bottom line'}\n{copied(sample, one, form)}\n" for one in ids(sample)]

    assert_golden("\n".join(found), _GOLDEN / f"citations.{'md' if form == 'markdown' else 'txt'}")


@pytest.mark.parametrize("form", _FORMS)
def test_nothing_off_the_record_and_no_name_on_background_is_copied(sample, form):
    everything = "\n".join(copied(sample, one, form) for one in ids(sample))
    private = [one for one in sample.briefing.quotes if one.attribution == "off-record"]
    assert private

    for quote in private:
        assert quote.text not in everything
    for quote in sample.briefing.quotes:
        if quote.attribution in {"background", "deep-background"}:
            text = citation(sample, quote.id, form)
            assert not any(sample.name_of(one) in text for one in quote.speaker)


def test_what_was_said_off_the_record_is_refused_with_a_sentence(sample):
    with pytest.raises(WithheldError, match="off the record"):
        citation(sample, "over-lunch")
    with pytest.raises(WithheldError, match="not in the briefing"):
        citation(sample, "never-there")


def test_a_view_that_was_released_before_gives_the_same(sample):
    shown = released(sample).view
    for one in ids(shown):
        if one in sample.entries:
            assert citation(shown, one) == citation(sample, one)


def test_as_of_a_date_it_says_what_was_known_then(sample):
    then = view(sample.briefing, EDTF("2024-03-13"))

    text = citation(then, "start-in-january")
    assert "Open as of 13 Mar 2024" in text
    assert "As it stood on 13 Mar 2024" in text
    with pytest.raises(WithheldError, match="not shown as of an earlier date"):
        citation(then, "")


def test_an_altered_quote_says_that_it_is_none():
    library = Library(SAMPLE)
    loaded = library.load(SAMPLE / "harbour-bridge.yaml")
    quotes = tuple(
        one.model_copy(update={"text": "We will be in church before the first car pays."})
        if one.id == "we-will-be-in-court"
        else one
        for one in loaded.briefing.quotes
    )
    changed = loaded._replace(briefing=loaded.briefing.model_copy(update={"quotes": quotes}))
    whole = view(changed.briefing, proofs=prove(changed, library).proofs)

    assert "Proof: altered, these words do not stand in the source's text" in citation(whole, "we-will-be-in-court")


def test_while_proofs_are_not_there_nothing_is_said_of_them(sample):
    assert "Proof" not in citation(view(sample.briefing), "we-will-be-in-court")


def test_a_briefing_of_five_keys_gives_its_bottom_line():
    assert citation(view(made_of()), "") == "It goes on.\nThe bottom line of “A story”, as of 30 June 2024"
    assert citation(view(made_of()), "report") == "“A report”, 1 June 2024"


@settings(max_examples=8)
@given(st.lists(texts, min_size=1, max_size=6))
def test_any_text_stays_text(some):
    whole = view(stuffed(lambda number: some[number % len(some)]))
    for one in ids(whole):
        plain, markdown = copied(whole, one, "plain"), copied(whole, one, "markdown")
        if plain.startswith("[nothing"):
            continue
        assert FORBIDDEN_IN_VALUE.search(plain) is None
        tokens = commonmark().parse(markdown)
        assert set(shape(tokens)) <= _A_PARAGRAPH
        (token,) = inline_tokens(tokens)
        lines = zip(words(token).split("\n"), markdown.split("\\\n"), plain.split("\n"), strict=True)
        for read, written, beside in lines:
            # A link has its address behind it, where plain text has it beside it.
            assert read == beside or "](http" in written
