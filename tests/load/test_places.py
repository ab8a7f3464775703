"""Where an editor opens a file for an item."""

import pytest
from loading import SMALLEST, loaded

from tui.load.briefing import load_text
from tui.load.places import place_of
from tui.load.shared import load_shared

MORE = """\
actors:
  - name: Ann
    id: ann
questions:
  - {text: Will it go on?, id: "goes-on"}
positions:
  - actor: ann
    question: goes-on
    date: 2025-09
    stance: support
"""


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("paper", (6, 9)),
        ("ann", (11, 9)),
        ("goes-on", (13, 32)),
        ("", (4, 14)),
        # Its id is derived: the item itself.
        ("ann-goes-on-2025-09", (15, 5)),
        ("never-there", (1, 1)),
    ],
)
def test_an_item_stands_where_its_id_does(item, place):
    result = loaded(MORE)
    path, found = place_of(result, item)

    assert path == result.path
    assert (found.line, found.column) == place


def test_what_the_library_shares_stands_in_its_file(tmp_path):
    (tmp_path / "library.yaml").write_text("title: Ferries\nactors:\n  - {id: ann, name: Ann}\n", encoding="utf-8")
    quote = "quotes:\n  - {id: sails, text: It sails, speaker: ann, source: paper}\n"
    result = load_text(SMALLEST + quote, tmp_path / "talks.yaml", tmp_path, load_shared(tmp_path))

    path, place = place_of(result, "ann")
    assert (path, place.line, place.column) == (tmp_path / "library.yaml", 3, 10)
    path, place = place_of(result, "sails")
    assert (path, place.line, place.column) == (tmp_path / "talks.yaml", 10, 10)


def test_an_own_item_wins_over_a_shared_one(tmp_path):
    (tmp_path / "library.yaml").write_text("actors:\n  - {id: ann, name: Ann}\n", encoding="utf-8")
    own = SMALLEST + "actors:\n  - {id: ann, name: Anna}\n"
    result = load_text(own, tmp_path / "talks.yaml", tmp_path, load_shared(tmp_path))

    assert place_of(result, "ann")[0] == tmp_path / "talks.yaml"


def test_items_that_were_left_out_do_not_move_the_others():
    result = loaded("events:\n  - {id: bad}\n  - {id: talks, date: 2025-09, title: They talk}\n")
    assert [one.id for one in result.briefing.events] == ["talks"]

    assert place_of(result, "talks")[1].line == 11


def test_a_file_that_cannot_be_read_is_opened_at_its_beginning():
    result = loaded("actors: [", before=SMALLEST)
    path, place = place_of(result, "paper")

    assert (path, place.line) == (result.path, 1)
