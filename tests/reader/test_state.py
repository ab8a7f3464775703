"""What a reader has read, bookmarked and noted, as one meets it again."""

import pytest

from tui.reader.reader import ReaderState
from tui.reader.visits import Spot

ONE, TWO, THREE, FOUR = (bytes([number]) * 16 for number in range(1, 5))


@pytest.fixture
def reader(tmp_path):
    state = ReaderState(tmp_path / "state")
    yield state
    state.close()


@pytest.fixture
def again(tmp_path):
    """The same reader in another window, or on another day."""
    state = ReaderState(tmp_path / "state")
    yield state
    state.close()


def test_everything_is_new_at_first_and_nothing_once_it_was_read(reader):
    items = {"a": ONE, "b": TWO, "": THREE}
    assert reader.seen.news("story", items).new == {"a", "b", ""}

    reader.seen.mark("story", {"a": ONE})
    assert reader.seen.news("story", items).new == {"b", ""}

    reader.seen.mark("story", items)
    assert not reader.seen.news("story", items).unread


def test_an_item_that_says_something_else_is_edited(reader):
    reader.seen.mark("story", {"a": ONE, "b": TWO})

    news = reader.seen.news("story", {"a": THREE, "b": TWO, "c": FOUR})

    assert news.edited == {"a"}
    assert news.new == {"c"}
    assert "a" in news
    assert "b" not in news
    assert len(news) == 2


def test_an_edit_that_is_taken_back_was_read_before(reader):
    reader.seen.mark("story", {"a": ONE})
    reader.seen.mark("story", {"a": TWO})

    assert not reader.seen.news("story", {"a": ONE}).unread


def test_another_id_for_what_was_read_makes_nothing_new(reader):
    reader.seen.mark("story", {"a": ONE})

    assert not reader.seen.news("story", {"renamed": ONE}).unread
    assert not reader.seen.news("elsewhere", {"a": ONE}).unread


def test_what_is_unmarked_is_as_if_it_had_never_been_read(reader, again):
    reader.seen.mark("story", {"a": ONE})
    reader.seen.mark("story", {"a": TWO, "b": THREE})

    reader.seen.unmark("story", {"a": TWO})

    for state in (reader, again):
        assert state.seen.news("story", {"a": TWO, "b": THREE}).new == {"a"}


def test_in_a_renamed_file_only_what_was_edited_is_edited(reader):
    reader.seen.mark("old-name", {"a": ONE, "b": TWO, "c": THREE})
    items = {"a": ONE, "b": TWO, "c": FOUR, "d": b"5" * 16}

    news = reader.seen.news("new-name", {one: items[one] for one in "abc"})
    assert (news.new, news.edited) == (frozenset(), {"c"})
    # Where most of it is unread, it is another story.
    assert reader.seen.news("new-name", items | {"e": b"6" * 16}).new == {"c", "d", "e"}


def test_a_renamed_briefing_keeps_its_notes_bookmarks_and_place(reader):
    items = {"a": ONE, "b": TWO, "c": THREE}
    reader.seen.mark("old-name", items)
    reader.notes.write("old-name", "a", "Ask her", label="A", private=False)
    reader.bookmarks.add("old-name", "b", "B")
    reader.visits.begin("old-name", "2025-01")
    reader.visits.leave("old-name", Spot("timeline", "b"))

    assert reader.follow("new-name", items | {"c": FOUR}, {"new-name", "another"}) == "old-name"

    reader.seen.mark("new-name", {"a": ONE})
    assert reader.seen.news("new-name", items | {"c": FOUR}).edited == {"c"}
    assert reader.notes.of("new-name")["a"].text == "Ask her"
    assert reader.bookmarks.of("new-name") == {"b"}
    assert reader.visits.spot("new-name") == Spot("timeline", "b")
    assert reader.visits.last("new-name").as_of == "2025-01"
    assert reader.follow("new-name", items, {"new-name"}) is None


def test_a_copy_of_a_briefing_leaves_the_notes_where_they_are(reader):
    items = {"a": ONE, "b": TWO}
    reader.seen.mark("story", items)
    reader.notes.write("story", "a", "Ask her", label="A", private=False)

    reader.follow("copy", items, {"story", "copy"})

    assert list(reader.notes.of("story")) == ["a"]
    assert reader.notes.of("copy") == {}
    assert reader.seen.news("copy", {"a": FOUR}).edited == {"a"}


def test_a_library_is_counted_at_once(reader):
    reader.seen.mark_all({"story": {"a": ONE, "b": TWO}, "tale": {"a": THREE}})

    counts = reader.seen.count_new({"story": [ONE, TWO, FOUR], "tale": {THREE}, "unread": [b"7" * 16], "empty": []})

    assert counts == {"story": 1, "tale": 0, "unread": 1, "empty": 0}


def test_a_visit_says_since_when_there_may_be_news(reader):
    assert reader.visits.begin("story", "2025-09-15") is None

    assert reader.visits.begin("story", "2025-09-15").as_of == "2025-09-15"
    reader.visits.begin("story", "2025-09-18")
    last = reader.visits.begin("story", "2025-09-18")

    # Read twice on one day, it is still that day's news.
    assert (last.as_of, last.before) == ("2025-09-18", "2025-09-15")
    assert reader.visits.all() == {"story": reader.visits.last("story")}
    assert reader.visits.last("story").at.tzinfo is not None
    assert reader.visits.last("tale") is None


def test_the_place_and_the_choices_are_remembered(reader, again):
    assert reader.visits.spot("story") is None
    assert reader.choices.get("theme") is None

    reader.visits.leave("story", Spot("quotes", "word"))
    reader.choices.put("theme", "brief-light")

    assert again.visits.spot("story") == Spot("quotes", "word")
    assert again.choices.get("theme") == "brief-light"
    again.choices.forget("theme")
    assert reader.choices.get("theme") is None


def test_bookmarks_are_listed_over_all_briefings_the_last_one_first(reader):
    reader.bookmarks.add("story", "a", "The  talks\nof May")
    reader.bookmarks.add("tale", "b", "Another")
    assert reader.bookmarks.toggle("tale", "c", "A third") is True
    assert reader.bookmarks.toggle("tale", "b", "Another") is False
    reader.bookmarks.remove("tale", "never-there")

    assert [(one.briefing, one.item, one.label) for one in reader.bookmarks.all()] == [
        ("tale", "c", "A third"),
        ("story", "a", "The talks of May"),
    ]


def test_a_note_is_written_changed_and_cleared(reader):
    note = reader.notes.write("story", "a", "  Ask her\nabout it\n\n", label="The talks", private=False)
    assert note.text == "  Ask her\nabout it"
    assert reader.notes.on("story", "a") == note

    reader.notes.write("story", "a", "Asked", label="The talks", private=False)
    assert [one.text for one in reader.notes.all()] == ["Asked"]

    assert reader.notes.write("story", "a", " \n ", label="The talks", private=False) is None
    assert reader.notes.on("story", "a") is None


def test_a_note_outlives_its_item(reader):
    reader.notes.write("story", "a", "Ask her", label="The talks", private=False)
    reader.notes.write("story", "b", "Or him", label="The vote", private=False)

    assert [one.label for one in reader.notes.without_item("story", {"b"})] == ["The talks"]
    assert list(reader.notes.of("story")) == ["a", "b"]


def test_a_note_written_in_two_windows_at_once_loses_neither_text(reader, again):
    reader.notes.write("story", "a", "Begun", label="A", private=False)

    reader.notes.write("story", "a", "Begun here", label="A", private=False, before="Begun")
    note = again.notes.write("story", "a", "Begun there", label="A", private=False, before="Begun")
    assert note.text == "Begun here\n\nBegun there"

    cleared = reader.notes.write("story", "a", "", label="A", private=False, before="Begun here")
    assert cleared.text == note.text


def test_nothing_that_acts_on_a_terminal_is_kept(reader):
    note = reader.notes.write(
        "story", "a", "\x1b]0;x\x07a\r\nb\u202ec\ud800\x00\U000e0041\td", label="\x1b[2Jx\u2066y", private=True
    )
    reader.bookmarks.add("story", "a", "z\x9b1m\n" + "long " * 100)

    assert note.text == "]0;xa\nbc\td"
    assert note.label == "[2Jxy"
    label = reader.bookmarks.all()[0].label
    assert label.startswith("z1m long")
    assert len(label) == 200


def test_two_windows_agree(reader, again):
    items = {"a": ONE, "b": TWO}
    assert again.seen.news("story", items).new == {"a", "b"}
    before = again.revision

    reader.seen.mark("story", {"a": ONE})

    assert again.revision != before
    assert again.seen.news("story", items).new == {"b"}
    assert again.seen.count_new({"story": items.values()}) == {"story": 1}


def test_a_look_without_a_change_says_that_nothing_changed(reader, again):
    reader.seen.mark("story", {"a": ONE})
    before = reader.revision

    reader.seen.mark("story", {"a": ONE})
    again.seen.news("story", {"a": ONE})

    assert reader.revision == before
    reader.seen.mark("story", {"b": TWO})
    assert reader.revision != before
