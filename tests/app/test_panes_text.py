import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.app.panes.detail import READING_WIDTH, Beside, Fact, Gap, Paragraph, Title, lay_out, sections, text_of
from tui.app.panes.row import Columns, Row, draw_divider, draw_heading, draw_row
from tui.app.panes.text import Piece, clip, joined, line, one_line, pad, plain, unbroken, unfinished, width_of, wrap

any_text = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("ab …世界é\u0301\u2028\n"), max_size=60
)
widths = st.integers(min_value=2, max_value=40)


@settings(max_examples=60)
@given(any_text, widths)
def test_no_wrapped_line_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert all(width_of(one) <= width for one in wrap(line(text), width))


@settings(max_examples=60)
@given(any_text, widths)
def test_wrapping_loses_nothing_but_white_space(text: str, width: int) -> None:
    shown = "".join(plain(one) for one in wrap(line(text), width))
    assert "".join(shown.split()) == "".join(text.split())


@settings(max_examples=60)
@given(any_text, st.integers(min_value=1, max_value=40))
def test_what_does_not_fit_on_its_line_ends_in_an_ellipsis(text: str, width: int) -> None:
    clipped = clip(line(text), width)
    assert width_of(clipped) <= width
    assert plain(clipped).endswith("…") or width_of(line(text)) <= width


def test_a_line_is_not_broken_within_a_word() -> None:
    assert [plain(one) for one in wrap(line("the divestiture of it"), 12)] == ["the", "divestiture", "of it"]


def test_a_word_wider_than_the_line_is_folded() -> None:
    assert [plain(one) for one in wrap(line("see https://example.org/long"), 10)] == [
        "see",
        "https://ex",
        "ample.org/",
        "long",
    ]


def test_chinese_is_broken_between_characters_but_not_before_a_full_stop() -> None:
    assert [plain(one) for one in wrap(line("美国政府的。"), 10)] == ["美国政府", "的。"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert [plain(one) for one in wrap(line("ae\u0301o" * 2), 3)] == ["ae\u0301o", "ae\u0301o"]


def test_a_date_is_not_broken_over_two_lines() -> None:
    words = line(f"it was on {unbroken('19 Sep 2025')}")
    assert [plain(one) for one in wrap(words, 14)] == ["it was on", "19 Sep 2025"]


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\u2028", "\u2029", "\x85", "\t"])
def test_a_line_break_in_a_title_becomes_a_space(separator: str) -> None:
    assert one_line(f"one{separator}two") == "one two"
    assert separator not in plain(clip(line(f"one{separator}two"), 20))


def test_paragraphs_of_a_text_stay_apart() -> None:
    assert [plain(one) for one in wrap(line("one\n\ntwo\u2028three"), 20)] == ["one", "", "two", "three"]


def test_parts_are_joined_without_those_that_are_empty() -> None:
    assert plain(joined((line("a"), line(""), line("b")))).replace("\u00a0", " ") == "a · b"


def test_padding_counts_cells_and_not_characters() -> None:
    assert cell_len(plain(pad(line("世界"), 6))) == 6


@settings(max_examples=60)
@given(any_text, any_text, any_text, st.integers(min_value=30, max_value=120), st.booleans())
def test_no_row_is_wider_than_the_list(title: str, aside: str, mark: str, width: int, wraps: bool) -> None:
    row = Row("id", title, sign="●", when="c. 10 Aug", aside=aside, mark=mark[:4])
    drawn = draw_row(row, width, Columns(sign=1, when=10, title=16), wraps=wraps)
    assert all(width_of(one) <= width for one in drawn)
    assert wraps or len(drawn) == 1


@settings(max_examples=30)
@given(any_text, st.integers(min_value=10, max_value=120))
def test_headings_and_dividers_fit_too(text: str, width: int) -> None:
    assert width_of(draw_heading(text, width)) <= width
    assert width_of(draw_divider(text, width)) == width


@settings(max_examples=60)
@given(any_text, any_text, st.integers(min_value=12, max_value=300))
def test_no_line_of_a_detail_is_wider_than_its_pane_nor_than_can_be_read(label: str, text: str, width: int) -> None:
    blocks = sections([Title(line(text))], [Fact(label, line(text), door="a")], [Paragraph(line(text), barred=True)])
    laid = lay_out(blocks, width)
    assert all(width_of(one.whole) <= min(width, READING_WIDTH) for one in laid.lines)


def test_a_group_of_rows_is_named_once() -> None:
    first, second, third = Row("a", "A", group="Jan"), Row("b", "B", group="Jan"), Row("c", "C", group="Feb")
    assert [one.group for one in (first.after(None), second.after(first), third.after(second))] == ["Jan", "", "Feb"]


def test_a_spine_goes_on_beside_a_heading() -> None:
    columns = Columns(sign=1, group=3, spine=True)
    assert plain(draw_heading("2025", 40, columns)) == " 2025 │"
    row = plain(draw_row(Row("a", "A", sign="●", group="Jan"), 40, columns)[0])
    assert row.index("●") == 6


@settings(max_examples=40)
@given(st.lists(any_text, min_size=1, max_size=5), st.integers(min_value=12, max_value=120))
def test_columns_beside_each_other_fit_and_lose_nothing(texts: list[str], width: int) -> None:
    columns = tuple((Fact(None, line(text), door="a"), Paragraph(line(text))) for text in texts)
    laid = lay_out((Beside(columns),), width)
    assert all(width_of(one.whole) <= min(width, READING_WIDTH) for one in laid.lines)
    assert len(laid.doors) == len(texts)
    shown = sorted("".join(plain(one.whole) for one in laid.lines).replace("│", "").replace("›", ""))
    assert [one for one in shown if not one.isspace()] == sorted(
        one for text in texts for one in text * 2 if not one.isspace() and one not in "│›"
    )


def test_a_door_in_a_column_knows_its_cells() -> None:
    laid = lay_out((Beside(((Fact(None, line("one"), door="a"),), (Fact(None, line("two"), door="b"),))),), 60)
    (only,) = laid.lines
    assert [(one.door, one.left, one.right) for one in only.parts] == [(0, 0, 28), (1, 31, 59)]
    assert plain(only.text[only.parts[1].mark or 0 :]).startswith("› two")


def test_a_door_knows_its_lines() -> None:
    laid = lay_out((Title(line("A")), Gap(), Fact("Bears on", line("word " * 40), door="q", anchor="p")), 60)
    door = laid.doors[0]
    assert (door.id, door.first) == ("q", 2)
    assert door.last == len(laid.lines) - 1
    assert laid.anchors == {"p": 2}


def test_a_mark_that_leaves_no_room_for_a_title_is_cut_before_the_end_of_the_line() -> None:
    row = Row("a", "Shut down", sign="◇", when="19 Jan 2025", mark="675 days overdue")
    (drawn,) = draw_row(row, 39, Columns(sign=1, when=14))
    assert plain(drawn) == "  ◇ 19 Jan 2025    Shu… 675 days overd…"


@pytest.mark.parametrize(("text", "shown"), [("Jinping", "Jinpi…"), ("Xi…", "Xi…"), ("习近平氏", "习近…")])
def test_what_is_left_out_after_a_line_is_told_by_one_ellipsis(text: str, shown: str) -> None:
    cut = unfinished(line(text), 7)
    assert plain(cut) == shown
    assert width_of(cut) <= 7


def test_a_row_of_several_lines_is_no_wider_than_can_be_read_with_its_mark_at_the_right() -> None:
    row = Row("a", "word " * 60, aside="and " * 40, mark="3 days")
    first, *rest = draw_row(row, 200, Columns(sign=1), wraps=True)
    assert plain(first).endswith("3 days")
    assert width_of(first) == 200
    texts = [plain(first).removesuffix("3 days").strip(), *(plain(one).strip() for one in rest)]
    assert 80 < max(map(len, texts)) <= READING_WIDTH


def test_groups_without_blocks_leave_no_gap() -> None:
    assert text_of(sections([Title(line("A"))], [], [Paragraph(line("B"))])) == "A\n\nB"


def test_a_label_stands_above_its_text_where_there_is_little_room() -> None:
    assert text_of((Fact("Speaker", line("Donald Trump"), door="t"),), 30) == "Speaker\n  › Donald Trump"


def test_a_fact_that_has_no_label_takes_the_whole_width() -> None:
    assert text_of((Fact(None, line("Donald Trump"), door="t"),), 60) == "› Donald Trump"


def test_pieces_keep_their_tones_over_a_break() -> None:
    first, second = wrap((Piece("one two", "strong"), Piece(" three", "muted")), 7)
    assert first == (Piece("one two", "strong"),)
    assert second == (Piece("three", "muted"),)
