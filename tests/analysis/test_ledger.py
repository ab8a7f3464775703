"""Where each stood over time, and who moved."""

import pytest
from making import made, on

from tui.analysis.ledger import Direction, by_known, ledger, move_of, move_to, moves, moves_along
from tui.analysis.matrix import Turn, stance_difference, stance_matrix
from tui.analysis.view import view


def track(*stances):
    """A briefing in which Ann takes these stances, one a month; None is a position that has only a summary."""
    lines = [
        f"  - {{id: p{month}, actor: ann, question: q, date: 2025-0{month}-01, "
        + (f"stance: {stance}}}" if stance else "summary: It depends.}")
        for month, stance in enumerate(stances, 1)
    ]
    return view(made("questions: [{id: q, text: Will it?}]\npositions:\n" + "\n".join(lines) + "\n"))


def told(move):
    return move.before.stance, move.after.stance, move.size, move.direction.value, move.reversal


@pytest.mark.parametrize(
    ("stances", "size", "direction", "reversal"),
    [
        (("oppose", "support"), 2, "yes", True),
        (("strongly-support", "strongly-oppose"), 4, "no", True),
        (("support", "strongly-support"), 1, "yes", False),
        (("support", "neutral"), 1, "no", False),
        (("neutral", "mixed"), 0, "none", False),
        (("support", "no-comment"), None, "none", False),
        (("unknown", "oppose"), None, "none", False),
        ((None, "oppose"), None, "none", False),
    ],
)
def test_a_move_has_a_size_and_a_direction(stances, size, direction, reversal):
    (move,) = moves(track(*stances))
    assert told(move) == (*stances, size, direction, reversal)


@pytest.mark.parametrize("between", ["neutral", "mixed", "no-comment", "unknown", None])
def test_a_reversal_is_one_whatever_came_between(between):
    first, second = moves(track("oppose", between, "support"))
    assert (first.reversal, second.reversal) == (False, True)
    assert not any(move.reversal for move in moves(track("support", between, "support")))


@pytest.mark.parametrize("between", ["neutral", "mixed", "no-comment", "unknown", None])
def test_a_move_is_the_same_one_however_it_is_asked_for(between):
    shown = track("oppose", between, between, "support", "support")
    (whole,) = ledger(shown).values()
    along = moves_along(whole, shown)
    assert along == tuple(move_to(shown, one) for one in whole)
    assert along == tuple(move_of(whole[:end], shown) for end in range(1, len(whole) + 1))
    assert tuple(move for move in along if move is not None) == moves(shown)


def test_the_same_stance_again_is_no_move():
    assert moves(track("support", "support")) == ()
    assert moves(track("support")) == ()


def test_moves_are_told_by_when_they_happened_and_by_when_they_became_known():
    shown = view(
        made("""
        questions: [{id: q, text: Will it?}]
        positions:
          - {id: a1, actor: ann, question: q, date: 2024-01, stance: oppose, sources: [early]}
          - {id: a2, actor: ann, question: q, date: 2024-05, stance: support, sources: [late]}
          - {id: b1, actor: bob, question: q, date: 2024-02, stance: oppose, sources: [early]}
          - {id: b2, actor: bob, question: q, date: 2024-09, stance: support, sources: [early]}
        """)
    )
    found = moves(shown)
    assert [(move.after.id, move.known.text) for move in found] == [("a2", "2025-06-20"), ("b2", "2025-01-10")]
    assert [move.after.id for move in by_known(found)] == ["b2", "a2"]
    assert list(ledger(shown)) == [("ann", "q"), ("bob", "q")]


POSITIONS = """
    questions: [{id: q, text: Will it?}, {id: r, text: Should it?}]
    positions:
      - {id: a1, actor: ann, question: q, date: 2025-01-01, stance: oppose}
      - {id: a2, actor: ann, question: q, date: 2025-03-01, stance: support}
      - {id: b1, actor: bob, question: r, date: 2025-02-01, stance: mixed}
      - {id: c1, actor: cyd, question: r, date: 2025-04-01, stance: support}
    """


def test_the_matrix_has_where_each_stands_and_who_moved():
    matrix = stance_matrix(view(made(POSITIONS)))
    assert (matrix.actors, matrix.questions) == (("ann", "bob", "cyd"), ("q", "r"))
    assert {cell: one.position.stance for cell, one in matrix.cells.items()} == {
        ("ann", "q"): "support",
        ("bob", "r"): "mixed",
        ("cyd", "r"): "support",
    }
    assert matrix.cells["ann", "q"].move.direction is Direction.YES
    assert matrix.cells["bob", "r"].move is None
    assert stance_matrix(view(made(POSITIONS), on("2025-01-15"))).actors == ("ann",)


def test_between_two_dates_a_cell_stays_moves_or_appears():
    briefing = made(POSITIONS)
    matrix = stance_difference(view(briefing, on("2025-02-15")), view(briefing))
    assert {cell: one.turn for cell, one in matrix.cells.items()} == {
        ("ann", "q"): Turn.MOVED,
        ("bob", "r"): Turn.SAME,
        ("cyd", "r"): Turn.APPEARED,
    }
    moved = matrix.cells["ann", "q"]
    assert (moved.before.id, moved.after.id, moved.move.reversal) == ("a1", "a2", True)


def test_between_two_versions_a_position_may_be_gone():
    without = made(
        POSITIONS.replace("      - {id: b1, actor: bob, question: r, date: 2025-02-01, stance: mixed}\n", "")
    )
    matrix = stance_difference(view(made(POSITIONS)), view(without))
    assert matrix.cells["bob", "r"].turn is Turn.GONE
    assert matrix.cells["bob", "r"].after is None
    assert "bob" in matrix.actors
