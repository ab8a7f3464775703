"""What is new to this reader: signed, counted, gathered, and marked as read by reading it."""

from briefing_stories import HEADER, NARROW, SIZES, reading, written

STORY = """\
actors: [{id: ann, name: Ann Lee}]
questions: [{id: toll, text: Will there be a toll?}]
positions: [{actor: ann, question: toll, date: 2024-01-01, stance: support}]
events:
  - {id: first, date: 2024-01-01, title: The first event}
  - {id: second, date: 2024-02-01, title: The second event}
  - {id: third, date: 2024-03-01, title: The third event}
"""


def top(screen: str) -> str:
    return screen.splitlines()[0]


def row(screen: str, words: str) -> str:
    return next(line for line in screen.splitlines() if words in line)


@SIZES
async def test_everything_is_new_at_first_and_signed_and_counted(tmp_path, size) -> None:
    async with reading(written(tmp_path, STORY), size) as reader:
        text = await reader.press("2")
        assert "new" in top(text)
        assert row(text, "The first event").partition("▏")[0].rstrip().endswith("*")


async def test_reading_an_item_marks_it_and_its_sign_goes_when_one_moves_on(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        text = await reader.press("2", "g")
        assert reader.selected == "first"
        assert row(text, "The first event").partition("▏")[0].rstrip().endswith("*")
        text = await reader.press("j")
        assert not row(text, "The first event").partition("▏")[0].rstrip().endswith("*")
        assert "first" not in reader.briefing.unread


async def test_where_the_detail_is_behind_the_list_only_opening_reads(tmp_path) -> None:
    async with reading(written(tmp_path, STORY), NARROW) as reader:
        await reader.press("2", "g", "j", "k")
        assert "first" in reader.briefing.unread
        await reader.press("enter")
        assert "first" not in reader.briefing.unread


async def test_a_position_is_read_with_the_record_of_its_actor(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        (position,) = reader.briefing.view.positions
        assert position.id in reader.briefing.unread
        await reader.press("3")
        assert position.id not in reader.briefing.unread


async def test_u_gathers_what_is_new_and_leads_there(tmp_path) -> None:
    async with reading(written(tmp_path, STORY)) as reader:
        await reader.press("2", "g", "G")
        text = await reader.press("u")
        assert reader.pane == "New to you"
        assert "The second event" in text
        assert "The first event" not in text
        while reader.selected != "second":
            await reader.press("j")
        await reader.press("enter")
        assert (reader.pane, reader.selected) == ("Timeline", "second")
        await reader.press("backspace")
        assert reader.pane == "New to you"


async def test_all_is_marked_read_and_only_what_is_edited_then_is_signed(tmp_path) -> None:
    path = written(tmp_path, STORY)
    async with reading(path) as reader:
        await reader.press("2", "U")
        assert not reader.briefing.unread
        assert "new" not in top(await reader.look())
        assert "You have read everything here." in await reader.press("u")
        await reader.press("2", "g")
        path.write_text(HEADER + STORY.replace("The third", "The very last"))
        reader.briefing.look()
        await reader.settle()
        text = await reader.look()
        assert "1 new" in top(text)
        assert row(text, "The very last").partition("▏")[0].rstrip().endswith("Δ")
        text = await reader.press("G")
        assert "edited since you read it" in text


async def test_what_was_read_is_known_the_next_time_though_the_file_was_moved_and_reformatted(tmp_path) -> None:
    path = written(tmp_path, "id: story\n" + STORY)
    async with reading(path) as reader:
        await reader.press("U")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    moved = folder / "renamed.yaml"
    moved.write_text(
        path.read_text().replace(
            "date: 2024-01-01, title: The first event", "title:   The first event, date: '2024-01-01'"
        )
    )
    path.unlink()
    async with reading(moved) as reader:
        assert not reader.briefing.unread


async def test_two_readers_open_at_once_agree(tmp_path) -> None:
    path = written(tmp_path, STORY)
    async with reading(path) as one, reading(path) as other:
        await one.press("U")
        other.briefing.look()
        await other.settle()
        assert not other.briefing.unread
        assert "new" not in top(await other.look())


async def test_reading_how_something_once_stood_does_not_mark_how_it_stands_now(tmp_path) -> None:
    story = """\
questions:
  - id: toll
    text: Will there be a toll?
    status: resolved
    raised: 2024-03-01
    resolution: {date: 2024-05-10, outcome: There will}
"""
    async with reading(written(tmp_path, story), as_of="2024-04") as reader:
        text = await reader.press("5")
        assert "There will" not in text
        assert "toll" in reader.briefing.unread
        await reader.press("0")
        assert "toll" not in reader.briefing.unread


async def test_state_that_cannot_be_kept_is_told_once_and_nothing_else_suffers(tmp_path, monkeypatch) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    async with reading(written(tmp_path, STORY)) as reader:
        said = " ".join(str(one.message) for one in reader.app._notifications)
        assert "cannot" in said or "could not" in said
        await reader.press("2", "g", "j")
        assert "first" not in reader.briefing.unread
