import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import SHIPPED

from tui.analysis.view import View, view
from tui.app.panes.detail import Fact, text_of
from tui.app.panes.order import PANES, home
from tui.app.panes.overview import OVERVIEW, overview
from tui.app.panes.pane import Pane
from tui.app.panes.row import Heading, draw_heading, draw_row
from tui.app.panes.text import plain
from tui.load.briefing import load_file
from tui.load.shared import load_shared

LINES = 37
"""What is left of 40 lines for the list, and of 120 cells 57."""

CELLS = 57


def drawn(pane: Pane, shown: View, width: int = CELLS) -> list[str]:
    lines: list[str] = []
    for index, entry in enumerate(pane.outline(shown)):
        match entry:
            case Heading(text, tight):
                lines += [*([""] if index and not tight else []), plain(draw_heading(text, width))]
            case str():
                lines += [plain(one) for one in draw_row(pane.row(shown, entry), width, pane.columns, wraps=True)]
    return lines


def ids(pane: Pane, shown: View) -> list[str]:
    return [one for one in pane.outline(shown) if isinstance(one, str)]


def titles(pane: Pane, shown: View) -> list[str]:
    return [one.text for one in pane.outline(shown) if isinstance(one, Heading)]


def story(make: Callable[..., Any], size: int = 10) -> View:
    """A briefing in which there is much of everything."""
    return view(
        make(
            judgments=[{"id": f"j{n}", "text": f"Judgment {n}."} for n in range(size)],
            actors=[{"id": "ann", "name": "Ann"}],
            questions=[{"id": f"q{n}", "text": f"Question {n}?", "due": f"2024-0{n % 3 + 7}"} for n in range(size)],
            events=[
                *({"id": f"e{n}", "date": "2025-01-01", "title": f"Event {n}"} for n in range(size)),
                *({"id": f"u{n}", "date": "2024-01-01", "title": "U", "status": "unknown"} for n in range(size)),
            ],
            positions=[
                {
                    "id": f"p{n}",
                    "actor": "ann",
                    "question": "q0",
                    "date": f"2024-05-{n + 1:02}",
                    "stance": "support" if n % 2 else "oppose",
                }
                for n in range(size)
            ],
        )
    )


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*-*.yaml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("is_new", [False, True])
def test_the_overview_of_a_shipped_briefing_fits_on_one_screen(path: Path, is_new: bool) -> None:
    briefing = load_file(path, SHIPPED, load_shared(SHIPPED)).briefing
    assert briefing is not None
    shown = view(briefing)
    new = frozenset(shown.entries) if is_new else frozenset()
    assert len(drawn(overview(new), shown)) <= LINES


def test_of_much_the_first_have_rows_and_the_others_are_counted(make_briefing: Callable[..., Any]) -> None:
    shown = story(make_briefing)
    lines = drawn(OVERVIEW, shown)
    assert len(lines) <= LINES
    assert titles(OVERVIEW, shown) == ["Bottom line", "Judgments", "Open questions", "What comes next", "Who moved"]
    assert [one.strip() for one in lines if one.strip().startswith("…")] == [
        "… and 8 more",
        "… and 8 more",
        "… and 8 more",
        "… and 7 more",
    ]
    assert any("10 past events with an outcome not known" in one for one in lines)
    assert len(set(ids(OVERVIEW, shown))) == len(ids(OVERVIEW, shown))


@pytest.mark.parametrize(
    ("row", "pane"),
    [
        ("more:questions", "Questions"),
        ("more:planned", "Timeline"),
        ("more:unknown", "Timeline"),
        ("more:moved", "Stakeholders"),
    ],
)
def test_the_row_for_the_rest_leads_to_its_pane(make_briefing: Callable[..., Any], row: str, pane: str) -> None:
    shown = story(make_briefing)
    place = home(shown, row)
    assert place is not None
    assert PANES[place.pane].title == pane
    doors = [one.door for one in OVERVIEW.detail(shown, row) if isinstance(one, Fact) and one.door]
    assert len(doors) >= 7
    assert all(home(shown, one) for one in doors)


def test_every_judgment_is_told_somewhere(make_briefing: Callable[..., Any]) -> None:
    shown = story(make_briefing)
    for judgment in shown.briefing.judgments:
        place = home(shown, judgment.id)
        assert place is not None
        assert place.row in ids(OVERVIEW, shown)
        assert judgment.text in text_of(OVERVIEW.detail(shown, place.row))


def test_what_is_new_is_gathered_below_the_judgments(make_briefing: Callable[..., Any]) -> None:
    shown = story(make_briefing)
    page = overview(frozenset({"j0", "e0", "e5", "u3", "p2", "gone"}))
    assert titles(page, shown)[:3] == ["Bottom line", "Judgments", "New to you · 3, and 2 in other rows"]
    assert len(drawn(page, shown)) <= LINES
    assert {"e5", "u3", "p2"} <= set(ids(page, shown))
    assert ids(page, shown).count("e0") == 1
    many = overview(frozenset(shown.entries))
    total = len(shown.entries)
    lines = drawn(many, shown)
    heading = next(one for one in lines if "New to you" in one)
    here, others = (int(one) for one in re.findall("[0-9]+", heading))
    assert here + others == total
    # The rows below it, the last for how many are not listed.
    at = lines.index(heading)
    assert here == 2 + int(re.findall("[0-9]+", lines[at + 3])[0])
    assert "Events" in text_of(many.detail(shown, "more:new"))


def test_who_moved_says_from_where_to_where(make_briefing: Callable[..., Any]) -> None:
    row = OVERVIEW.row(story(make_briefing), "p9")
    assert (row.sign, row.title) == ("▲", "Ann: − oppose → + support, a reversal")
    assert row.mark.replace("\u00a0", " ") == "10 May 2024"


def test_today_adds_the_days_that_are_left(make_briefing: Callable[..., Any]) -> None:
    shown = story(make_briefing)
    assert OVERVIEW.row_today is not None
    row = OVERVIEW.row_today(shown, "q0", datetime.date(2024, 7, 21))
    assert (row.mark, row.mark_tone) == ("in 10 days", "muted")
    late = OVERVIEW.row_today(shown, "q0", datetime.date(2024, 8, 3))
    assert (late.mark, late.mark_tone) == ("3 days overdue", "warning")
    assert OVERVIEW.row_today(shown, "e0", datetime.date(2024, 8, 3)) == OVERVIEW.row(shown, "e0")


def test_a_long_judgment_ends_in_an_ellipsis_and_is_whole_beside_it(make_briefing: Callable[..., Any]) -> None:
    text = "word " * 60 + "end"
    shown = view(make_briefing(judgments=[{"id": "j", "text": text}]))
    lines = drawn(OVERVIEW, shown)
    start = lines.index(" Judgments") + 1
    assert lines[start + 1].endswith("…")
    assert "end" in text_of(OVERVIEW.detail(shown, "j"))
