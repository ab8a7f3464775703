"""Whatever a stranger writes, every row, detail, strip and chart is text that fits."""

from collections.abc import Callable
from typing import Any

import pytest
from charts import drawn

from tui.analysis.view import View, view
from tui.app.panes.context import context
from tui.app.panes.detail import lay_out, text_of
from tui.app.panes.order import PANES
from tui.app.panes.row import Heading, draw_heading, draw_row
from tui.app.panes.text import width_of
from tui.model.kinds import KINDS

TEXTS = {
    "markup": "[/b][@click=app.quit]x[/]",
    "long": "supercalifragilistic" * 500,
    "wide": "世界银行的报告" * 40,
    "emoji": "👩‍👩‍👧🏳️‍🌈" * 20,
    "right to left": "שלום עולם " * 30,
    "combining": "e\u0301\u0302\u0303" * 80,
    "lines": "one\u2028two\nthree",
}
WIDTHS = (30, 57, 80, 120)


def everything(make: Callable[..., Any], text: str) -> View:
    """A briefing with this text in every field that takes one."""
    about = {"note": text}
    return view(
        make(
            title=text,
            bottom_line=text,
            judgments=[{"id": "j", "text": text, "evidence": ["e"]} | about, {"id": "k", "text": text, "revises": "j"}],
            sources=[{"id": "report", "title": text, "publisher": text, "authors": [text]} | about],
            actors=[
                {"id": "a", "name": text, "role": text, "aliases": [text], "power": "high", "interest": "low"} | about,
                {"id": "b", "name": text, "power": "low"},
            ],
            relations=[{"from": "a", "to": "b", "type": "owns", "role": text} | about],
            questions=[
                {
                    "id": "q",
                    "text": text,
                    "criteria": text,
                    "background": text,
                    "decided_by": ["a"],
                    "estimates": [
                        {"date": "2024-05-01", "by": "a", "likelihood": "likely"} | about,
                        {"date": "2024-06-01", "by": "b", "likelihood": "10-60%"} | about,
                    ],
                },
                {"id": "r", "text": text, "status": "closed", "resolution": {"date": "2024-06-02", "outcome": text}},
            ],
            positions=[
                {"id": "p", "actor": "a", "question": "q", "date": "2024-05-01", "stance": "oppose", "summary": text},
                {"id": "s", "actor": "a", "question": "q", "date": "2024-06-01", "stance": "support", "summary": text},
                {"id": "t", "actor": "b", "question": "q", "date": "2024-06-01", "summary": text},
            ],
            quotes=[{"id": "c", "text": text, "speaker": "a", "source": "report", "context": text} | about],
            events=[
                {
                    "id": "e",
                    "date": "2024-06-01/2024-06-03~",
                    "date_text": text,
                    "title": text,
                    "detail": text,
                    "importance": 3,
                    "sources": ["report"],
                    "accounts": [{"by": one, "says": text, "sources": ["report"]} | about for one in "ab"],
                }
            ],
            figures=[
                {"id": "f", "name": text, "date": "2023", "value": 1, "unit": text} | about,
                {"id": "g", "name": text, "date": "2024", "low": 1, "high": 3, "unit": text} | about,
            ],
        )
    )


@pytest.fixture(params=TEXTS.values(), ids=TEXTS.keys())
def stranger(request: pytest.FixtureRequest, make_briefing: Callable[..., Any]) -> tuple[View, str]:
    return everything(make_briefing, request.param), request.param


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_row_fits_and_every_detail_has_the_whole_text(stranger: tuple[View, str]) -> None:
    shown, text = stranger
    for pane in PANES:
        for width in WIDTHS:
            for entry in pane.outline(shown):
                if isinstance(entry, str):
                    rows = draw_row(pane.row(shown, entry), width, pane.columns, wraps=pane.wraps)
                    assert all(width_of(one) <= width for one in rows)
                    blocks = pane.detail(shown, entry)
                    assert all(width_of(one.whole) <= min(width, 90) for one in lay_out(blocks, width).lines)
                elif isinstance(entry, Heading):
                    assert width_of(draw_heading(entry.text, width, pane.columns)) <= width
        first = next(one for one in pane.outline(shown) if isinstance(one, str))
        assert squeezed(text)[:20] in squeezed(text_of(pane.detail(shown, first), 90))


def test_every_other_way_to_see_a_pane_fits(stranger: tuple[View, str]) -> None:
    shown, _ = stranger
    for listing in (way.listing(shown) for pane in PANES for way in pane.ways if way.listing):
        for entry in listing.outline:
            if isinstance(entry, str):
                for width in WIDTHS:
                    rows = draw_row(listing.row(entry), width, listing.columns, wraps=listing.wraps)
                    assert all(width_of(one) <= width for one in rows)


def test_every_context_fits(stranger: tuple[View, str]) -> None:
    shown, _ = stranger
    for item in (one for kind in KINDS for one in getattr(shown.briefing, kind)):
        for width in (30, 45):
            assert all(width_of(one.whole) <= width for one in lay_out(context(shown, item.id), width).lines)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
async def test_every_chart_keeps_its_columns(stranger: tuple[View, str], size: tuple[int, int]) -> None:
    shown, text = stranger
    for chart in (way.load_chart() for pane in PANES for way in pane.ways):
        if chart is None:
            continue
        async with drawn(chart, shown, size) as one:
            assert text[:1] in await one.move("down", "right", "up", "last", "first")
            strips = one.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {size[0]}
            assert one.app.is_running
