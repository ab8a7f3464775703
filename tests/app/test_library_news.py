"""How much of each briefing is new to this reader, told in the library."""

from pathlib import Path

import pytest
from reader import SIZES, press, reader, settled, shown, write

AT_EVERY_SIZE = pytest.mark.parametrize("size", SIZES)


def story(root: Path, name: str, events: int) -> Path:
    return write(
        root,
        name,
        events=[{"id": f"event-{n}", "date": "2024-01-01", "title": f"{name}, event {n}"} for n in range(events)],
    )


def line(text: str, words: str) -> str:
    return next(one for one in text.splitlines() if words in one)


@AT_EVERY_SIZE
async def test_every_briefing_says_how_much_of_it_is_new(tmp_path: Path, size: tuple[int, int]) -> None:
    story(tmp_path, "one", 3)
    story(tmp_path, "two", 5)
    async with reader(tmp_path, size) as (app, pilot):
        await settled(pilot)
        text = shown(app)
        # The events, the bottom line, and a source that they have in common.
        assert "*5" in line(text, " one ")
        assert "*7" in line(text, " two ")
        assert "12 new" in text.splitlines()[0]


async def test_what_was_read_in_a_briefing_is_not_new_any_more_in_the_library(tmp_path: Path) -> None:
    story(tmp_path, "one", 3)
    async with reader(tmp_path, (120, 40)) as (app, pilot):
        await press(pilot, "enter")
        await press(pilot, "U", "q")
        await settled(pilot)
        text = shown(app)
        assert "new to you" not in text
        assert "*" not in line(text, " one ")
    story(tmp_path, "one", 4)
    async with reader(tmp_path, (120, 40)) as (app, pilot):
        await settled(pilot)
        assert "*1" in line(shown(app), " one ")


async def test_a_library_whose_state_cannot_be_kept_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    root = tmp_path / "library"
    story(root, "one", 1)
    async with reader(root, (120, 40)) as (app, pilot):
        await settled(pilot)
        assert "one" in shown(app)
        assert any("cannot" in str(one.message) or "could not" in str(one.message) for one in app._notifications)
