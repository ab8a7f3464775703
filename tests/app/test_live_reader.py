"""A briefing whose file is edited while it is open."""

from briefing_stories import HEADER, Reader, reading, written

from tui.app.reading import read_briefing

EVENTS = """\
events:
  - {id: first, date: 2024-01-01, title: The first event}
  - {id: second, date: 2024-02-01, title: The second event}
"""


async def looked(reader: Reader) -> str:
    """What is shown once the files have been looked at."""
    reader.briefing.look()
    await reader.settle()
    await reader.settle()
    return await reader.look()


async def test_a_saved_file_shows_at_once_with_the_place_kept(tmp_path) -> None:
    path = written(tmp_path, EVENTS)
    async with reading(path) as reader:
        await looked(reader)
        await reader.press("2", "G", "l")
        assert reader.selected == "second"
        path.write_text(HEADER + EVENTS.replace("The first", "The very first").replace("2024-02", "2024-03"))
        text = await looked(reader)
        assert "The very first" in text
        assert (reader.pane, reader.selected, reader.briefing.column) == ("Timeline", "second", "detail")


async def test_what_is_saved_while_a_briefing_is_being_opened_shows_too(tmp_path, monkeypatch) -> None:
    path = written(tmp_path, EVENTS)

    def reading_slowly(*arguments):
        found = read_briefing(*arguments)
        path.write_text(HEADER + EVENTS.replace("The first", "The very first"))
        return found

    monkeypatch.setattr("tui.app.app.read_briefing", reading_slowly)
    async with reading(path) as reader:
        await reader.press("2")
        assert "The very first" in await looked(reader)


async def test_a_broken_file_leaves_the_last_good_state_up_with_the_problem_and_its_line(tmp_path) -> None:
    path = written(tmp_path, EVENTS)
    async with reading(path) as reader:
        await looked(reader)
        await reader.press("2")
        path.write_text(HEADER + EVENTS + "  - {id: third\n")
        text = await looked(reader)
        assert "The first event" in text
        notice = text.splitlines()[1]
        assert notice.strip().startswith("! line ")
        assert "last good state" in notice
        path.write_text(HEADER + EVENTS)
        assert "! line" not in await looked(reader)


async def test_a_file_that_is_gone_leaves_the_last_good_state_up_and_may_come_back(tmp_path) -> None:
    path = written(tmp_path, EVENTS)
    async with reading(path) as reader:
        await reader.press("2")
        text = path.read_text()
        path.unlink()
        shown = await looked(reader)
        assert "! the file does not exist. Below is the last good state" in shown
        assert "The first event" in shown
        path.write_text(text)
        assert "does not exist" not in await looked(reader)


async def test_the_problems_of_a_file_are_a_list_to_walk(tmp_path) -> None:
    path = written(tmp_path, "events:\n  - {id: a, date: never, title: A}\n  - {id: b, date: 2024, titel: B}\n")
    async with reading(path) as reader:
        assert "3 problems" in await reader.look()
        text = await reader.press("exclamation_mark")
        assert reader.pane == "Problems"
        assert "Errors" in text
        assert "line 7" in text
        await reader.press("j")
        assert reader.briefing.selected_problem is not None
        assert reader.briefing.selected_problem.place.line == 8
        assert "line 8, column 5" in await reader.look()
        await reader.press("1")
        assert reader.pane == "Overview"


async def test_what_was_focused_on_may_go_while_the_file_is_open(tmp_path) -> None:
    path = written(tmp_path, "actors: [{id: ann, name: Ann}]\n" + EVENTS)
    async with reading(path, item="ann") as reader:
        await looked(reader)
        await reader.press("escape", "f")
        assert reader.briefing.view.focus == "ann"
        path.write_text(HEADER + EVENTS)
        await looked(reader)
        assert reader.briefing.view.focus is None
