"""Two readers that are open at once agree, in whatever order they act."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.reader.reader import ReaderState

_BRIEFINGS = st.sampled_from(["story", "tale"])
_ITEMS = st.sampled_from(["a", "b", "c"])
_MARKS = st.dictionaries(_ITEMS, st.sampled_from([bytes([one]) * 16 for one in range(4)]), min_size=1)
_ACTIONS = st.one_of(
    st.tuples(st.just("mark"), _BRIEFINGS, _MARKS),
    st.tuples(st.just("unmark"), _BRIEFINGS, _MARKS),
    st.tuples(st.just("bookmark"), _BRIEFINGS, _ITEMS),
    st.tuples(st.just("note"), st.tuples(_BRIEFINGS, _ITEMS), st.sampled_from(["", "One", "Two"])),
    st.tuples(st.just("choose"), st.just("theme"), st.sampled_from(["light", "dark"])),
)


class _Model:
    """What both are to say."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, str, bytes]] = set()
        self.bookmarks: set[tuple[str, str]] = set()
        self.notes: dict[tuple[str, str], str] = {}
        self.choices: dict[str, str] = {}


def _act(state: ReaderState, model: _Model, action: str, where: object, what: object) -> None:
    match action:
        case "mark":
            state.seen.mark(where, what)
            model.seen |= {(where, item, one) for item, one in what.items()}
        case "unmark":
            state.seen.unmark(where, what)
            gone = set(what.values())
            model.seen = {one for one in model.seen if one[2] not in gone and (one[0] != where or one[1] not in what)}
        case "bookmark":
            assert state.bookmarks.toggle(where, what, "label") is ((where, what) not in model.bookmarks)
            model.bookmarks ^= {(where, what)}
        case "note":
            state.notes.write(*where, what, label="label", private=False)
            model.notes = {key: text for key, text in (model.notes | {where: what}).items() if text}
        case "choose":
            state.choices.put(where, what)
            model.choices[where] = what


@settings(max_examples=30)
@given(st.lists(st.tuples(st.booleans(), _ACTIONS), max_size=12))
def test_two_readers_open_at_once_agree(actions):
    with tempfile.TemporaryDirectory() as folder:
        states = [ReaderState(Path(folder)) for _ in range(2)]
        model = _Model()
        for second, action in actions:
            _act(states[second], model, *action)
            for state in states:
                _assert_says(state, model)
        for state in states:
            state.close()


def _assert_says(state: ReaderState, model: _Model) -> None:
    known = {one for _, _, one in model.seen}
    for number in range(4):
        fingerprint = bytes([number]) * 16
        assert state.seen.count_new({"x": [fingerprint]}) == {"x": int(fingerprint not in known)}
    for briefing in ("story", "tale"):
        assert state.bookmarks.of(briefing) == {item for where, item in model.bookmarks if where == briefing}
        for item in "abc":
            news = state.seen.news(briefing, {item: b"n" * 16})
            before = any(one[:2] == (briefing, item) for one in model.seen)
            assert (item in news.edited, item in news.new) == (before, not before)
    assert {(one.briefing, one.item): one.text for one in state.notes.all()} == model.notes
    assert state.choices.get("theme") == model.choices.get("theme")
    assert state.take_sentences() == ()
