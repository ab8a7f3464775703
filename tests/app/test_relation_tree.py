from collections.abc import Callable

from tui.analysis.view import View, view
from tui.app.panes.order import PANES
from tui.app.panes.row import Heading, draw_row
from tui.app.panes.text import plain
from tui.app.panes.tree import relation_tree
from tui.app.widgets.chart import Chart
from tui.model.briefing import Briefing


def made(make: Callable[..., Briefing], actors: str, *relations: str) -> View:
    """Actors by one letter each, and relations written `a owns b`."""
    split = [one.split() for one in relations]
    return view(
        make(
            actors=[{"id": one, "name": one.upper()} for one in actors],
            relations=[{"from": start, "type": kind, "to": end} for start, kind, end in split],
        )
    )


def drawn(shown: View) -> list[str]:
    listing = relation_tree(shown)
    return [
        one.text
        if isinstance(one, Heading)
        else plain(draw_row(listing.row(str(one)), 70, listing.columns)[0])[4:].rstrip()
        for one in listing.outline
    ]


def titles(shown: View) -> list[str]:
    return [" ".join(one.split()) for one in drawn(shown)]


def test_what_is_owned_and_who_directs_it_hang_below_it(make_briefing: Callable[..., Briefing]) -> None:
    shown = made(make_briefing, "abcd", "a owns b", "c directs b", "d works-for a")
    assert titles(shown) == ["A", "├ B owned by it", "│ └ C directs it", "└ D works for it"]


def test_other_ties_are_told_at_both_ends(make_briefing: Callable[..., Briefing]) -> None:
    assert titles(made(make_briefing, "ab", "a sues b")) == ["A sues B", "B A sues them"]


def test_who_has_two_above_hangs_below_the_first_and_names_the_other(make_briefing: Callable[..., Briefing]) -> None:
    shown = made(make_briefing, "abc", "a owns c", "b owns c")
    assert titles(shown) == ["A", "└ C owned by it; B owns them", "B owns C"]


def test_a_circle_is_broken_and_everybody_stands_once(make_briefing: Callable[..., Briefing]) -> None:
    shown = made(make_briefing, "abc", "a owns b", "b owns c", "c owns a", "a owns a")
    found = [one for one in relation_tree(shown).outline if isinstance(one, str)]
    assert sorted(found) == ["a", "b", "c"]
    assert titles(shown)[0].startswith("A")


def test_a_long_chain_is_told_by_its_depth(make_briefing: Callable[..., Briefing]) -> None:
    actors = [{"id": f"a{n}", "name": f"A{n}"} for n in range(2000)]
    relations = [{"from": f"a{n}", "type": "owns", "to": f"a{n + 1}"} for n in range(1999)]
    lines = drawn(view(make_briefing(actors=actors, relations=relations)))
    assert len(lines) == 2000
    assert "(1999) └ A1999" in lines[-1]


def test_those_without_ties_come_last(make_briefing: Callable[..., Briefing]) -> None:
    assert titles(made(make_briefing, "abc", "b owns c")) == ["B", "└ C owned by it", "Without ties", "A"]


def test_without_stakeholders_there_is_a_sentence(make_briefing: Callable[..., Briefing]) -> None:
    listing = relation_tree(view(make_briefing()))
    assert list(listing.outline) == []
    assert listing.empty.startswith("This briefing has no stakeholders.")


def test_every_chart_that_a_pane_names_is_there() -> None:
    charts = [way.load_chart() for pane in PANES for way in pane.ways if way.chart]
    assert len(charts) >= 2
    assert all(one is not None and issubclass(one, Chart) for one in charts)
