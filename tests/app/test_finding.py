"""Finding words: in what is searched, and in what is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.panes.finding import Query, folded, haystack, narrowed
from tui.app.panes.row import Divider, Heading, Row
from tui.app.panes.text import Piece, plain


def marked(text: str, words: str) -> list[str]:
    return [piece.text for piece in Query(words).mark((Piece(text),)) if piece.tone == "match"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Trump and Xi speak", "XI", ["Xi"]),
        ("Trump and Xi speak", "trump xi", ["Trump", "Xi"]),
        ("Béla Tarr, née Béla", "bela", ["Béla", "Béla"]),
        ("Be\u0301la", "bela", ["Be\u0301la"]),
        ("die Straße", "strasse", ["Straße"]),
        ("字节跳动 and 抖音", "抖音", ["抖音"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("banana", "ana nan", ["anan"]),
        ("[b]bold[/b]", "[b]", ["[b]"]),
        ("nothing", "else", []),
    ],
)
def test_words_are_marked_where_they_stand(text: str, words: str, found: list[str]) -> None:
    assert "".join(marked(text, words)) == "".join(found)


@given(st.text(max_size=40), st.text(max_size=6))
def test_marking_changes_no_text(text: str, words: str) -> None:
    assert plain(Query(words).mark((Piece(text), Piece("tail", "muted")))) == text + "tail"


@given(st.text(max_size=20), st.text(min_size=1, max_size=5), st.text(max_size=20))
def test_what_stands_in_a_text_is_found_there(before: str, words: str, after: str) -> None:
    assert Query(words).matches(folded(before + words + after))


def test_an_item_is_found_by_its_words_its_actors_and_its_dates_but_not_by_ids(load_sample) -> None:
    from tui.analysis.view import view

    shown = view(load_sample().briefing)
    text = haystack(shown, Row("council-vote", "The council votes"))
    assert "the council votes" in text
    assert folded(shown.name_of("council")) in text
    assert "council-vote" not in text


def test_a_narrowed_list_keeps_the_headings_of_what_is_left() -> None:
    outline = [Heading("2023"), "a", Heading("2024"), "b", Divider("as of"), "c"]
    assert narrowed(outline, {"c"}) == [Heading("2024"), Divider("as of"), "c"]
    assert narrowed(outline, {"a"}) == [Heading("2023"), "a", Divider("as of")]
    assert narrowed(outline, set()) == ()
