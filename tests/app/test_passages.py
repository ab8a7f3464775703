"""A source's stored text, laid out with its quoted passages marked."""

from hypothesis import given
from hypothesis import strategies as st

from tui.app.panes.passages import HERE, QUOTED, Passage, in_order, lay_out_source
from tui.app.panes.text import plain, width_of

TEXT = "The mayor was brief.\n\n“We will build the bridge,” she said, “and we will pay for it.”\nThat was all.\n"


def passage(words, *more):
    parts = tuple((TEXT.index(one), TEXT.index(one) + len(one)) for one in (words, *more))
    return Passage(words, parts)


def shown(layout):
    return [plain(one) for one in layout.lines]


def test_a_line_that_is_quoted_has_a_sign_and_the_passage_in_view_another():
    passages = in_order([passage("That was all"), passage("We will build the bridge")])
    layout = lay_out_source(TEXT, passages, 1, 100)
    assert shown(layout) == [
        "  The mayor was brief.",
        "",
        f"{QUOTED}“We will build the bridge,” she said, “and we will pay for it.”",
        f"{HERE}That was all.",
    ]
    assert layout.places == ((2, 2), (3, 3))


def test_only_the_words_that_are_quoted_stand_out():
    layout = lay_out_source(TEXT, [passage("We will build the bridge", "and we will pay for it")], 0, 100)
    marked = [piece.text for piece in layout.lines[2] if piece.tone == "strong"]
    assert marked == ["We will build the bridge", "and we will pay for it"]


def test_a_passage_over_several_lines_is_found_at_its_first():
    layout = lay_out_source(TEXT, [passage("will pay for it")], 0, 34)
    first, last = layout.places[0]
    assert shown(layout)[first].startswith(HERE)
    assert "pay for it" in " ".join(shown(layout)[first : last + 1])


def test_what_could_act_on_a_terminal_is_not_shown_and_shifts_nothing():
    text = "\x1b[31mRed\x07 \u202eand then the words."
    start = text.index("the words")
    layout = lay_out_source(text, [Passage("q", ((start, start + 9),))], 0, 100)
    assert "\x1b" not in shown(layout)[0]
    assert [piece.text.strip() for piece in layout.lines[0] if piece.tone == "strong"] == ["the words"]


@given(st.text(max_size=200), st.integers(12, 120), st.data())
def test_any_text_fits_its_width_and_has_every_passage(text, width, data):
    ends = data.draw(st.lists(st.integers(0, len(text)), max_size=6).map(sorted))
    passages = [Passage(str(index), (span,)) for index, span in enumerate(zip(ends[::2], ends[1::2], strict=False))]
    layout = lay_out_source(text, passages, 0 if passages else None, width)
    assert all(width_of(one) <= width for one in layout.lines)
    assert len(layout.places) == len(passages)
    assert all(0 <= first <= last < max(len(layout.lines), 1) for first, last in layout.places)
