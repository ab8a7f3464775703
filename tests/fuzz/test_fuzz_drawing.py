"""Whatever a briefing holds: every pane of it is drawn, as wide as there is room, and nothing acts on a terminal."""

import asyncio
from pathlib import Path

from fuzzing import fuzzed
from hostile import long_texts, texts
from hypothesis import strategies as st
from mangled import mangled
from rich.cells import cell_len
from stuffed import stuffed

from tui.analysis.view import View, view
from tui.app.app import BriefApp
from tui.app.panes.detail import Door, Fact, lay_out
from tui.app.panes.notice import not_shown, notice
from tui.app.panes.order import PANES, home
from tui.app.panes.passages import Passage, in_order, lay_out_source
from tui.app.panes.row import Divider, Heading, draw_divider, draw_heading, draw_row
from tui.app.panes.text import Line, plain, width_of
from tui.app.screens.briefing import BriefingScreen
from tui.app.widgets.title_line import title_line
from tui.load.briefing import load_text
from tui.load.characters import FORBIDDEN_IN_VALUE
from tui.load.decode import EncodingError, decode
from tui.model.edtf import EDTF
from tui.model.kinds import KINDS

WIDTHS = st.sampled_from([1, 2, 5, 12, 20, 40, 56, 80, 100, 120, 200])
DATES = st.sampled_from([None, "2023", "2024-03-13", "2024-04/..", "202X", "-0100", "9999"])
STUFFING = st.lists(texts | long_texts, min_size=1, max_size=8)
KEYS = ["1", "2", "3", "4", "5", "6", "7", "up", "down", "left", "right", "enter", "backspace", "G", "g", "space"]


def assert_fits(drawn: Line, width: int) -> None:
    text = plain(drawn)
    assert FORBIDDEN_IN_VALUE.search(text) is None
    assert not any(one in text for one in "\n\t\u2028\u2029")
    assert width_of(drawn) <= width


def assert_drawn(shown: View, width: int) -> None:
    assert_fits(title_line(shown, width), max(width, 60))
    for pane in PANES:
        assert pane.empty(shown)
        pane.count(shown)
        for entry in pane.outline(shown):
            match entry:
                case Heading(text):
                    assert_fits(draw_heading(text, width), width)
                case Divider(text):
                    assert_fits(draw_divider(text, width), max(width, 4))
                case str():
                    # The least that a list is ever given.
                    room = max(width, 30)
                    for one in draw_row(pane.row(shown, entry), room, pane.columns, wraps=pane.wraps):
                        assert_fits(one, room)
                    assert_detail(shown, pane.detail(shown, entry), width)
    for kind in KINDS:
        for item in getattr(shown.briefing, kind):
            home(shown, item.id)


def assert_detail(shown: View, blocks, width: int) -> None:
    laid = lay_out(blocks, width)
    for one in laid.lines:
        assert_fits(one.whole, max(width, 12))
    for door in laid.doors:
        assert isinstance(door, Door)
        assert 0 <= door.first <= door.last < len(laid.lines)
    assert {one.anchor for one in blocks if isinstance(one, Fact) and one.anchor} == set(laid.anchors)


@fuzzed(12, hostile=STUFFING, width=WIDTHS, date=DATES)
def test_any_text_in_every_field_is_drawn(hostile, width, date):
    briefing = stuffed(lambda number: f"{hostile[number % len(hostile)]} {number}")
    assert_drawn(view(briefing, EDTF(date) if date else None), width)


@fuzzed(30, content=mangled(), width=WIDTHS, date=DATES)
def test_what_is_left_of_a_broken_briefing_is_drawn(content, width, date):
    try:
        loaded = load_text(decode(content), Path("/library/story.yaml"), Path("/library"))
    except EncodingError:
        return
    assert FORBIDDEN_IN_VALUE.search(notice(loaded)) is None
    assert_detail_of_problems(loaded, width)
    if loaded.briefing is not None:
        assert_drawn(view(loaded.briefing, EDTF(date) if date else None), width)


def assert_detail_of_problems(loaded, width: int) -> None:
    for one in lay_out(not_shown(loaded), width).lines:
        assert_fits(one.whole, max(width, 12))


@fuzzed(
    30,
    text=st.text(st.characters(), max_size=200) | st.lists(texts, max_size=8).map("\n".join),
    spans=st.lists(st.lists(st.integers(0, 200), min_size=2, max_size=6), max_size=6),
    width=WIDTHS,
)
def test_any_stored_text_is_drawn_with_its_passages(text, spans, width):
    passages = []
    for number, places in enumerate(spans):
        edges = sorted({min(one, len(text)) for one in places})
        parts = tuple(zip(edges[::2], edges[1::2], strict=False))
        passages.append(Passage(f"quote-{number}", parts))
    found = in_order(passages)
    laid = lay_out_source(text, found, 0 if found else None, width)
    assert len(laid.places) == len(found)
    for one in laid.lines:
        shown = plain(one)
        assert FORBIDDEN_IN_VALUE.search(shown) is None
        assert cell_len(shown) <= max(width, 12)


@fuzzed(
    2,
    hostile=STUFFING,
    keys=st.lists(st.sampled_from(KEYS), max_size=12),
    size=st.sampled_from([(80, 24), (120, 40), (20, 6), (200, 60)]),
)
def test_the_reader_draws_any_text_cell_by_cell(hostile, keys, size):
    briefing = stuffed(lambda number: f"{hostile[number % len(hostile)]} {number}")
    loaded = load_text(
        "format: brief/1\ntitle: T\nas_of: 2024\nbottom_line: B\n", Path("/library/x.yaml"), Path("/library")
    )

    async def read() -> None:
        app = BriefApp(Path(__file__).parent)
        async with app.run_test(size=size) as pilot:
            await app.push_screen(BriefingScreen(loaded, view(briefing), Path("/library")))
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                for strip in app.screen._compositor.render_strips():
                    assert strip.cell_length == size[0]
                    assert FORBIDDEN_IN_VALUE.search(strip.text) is None

    asyncio.run(read())
