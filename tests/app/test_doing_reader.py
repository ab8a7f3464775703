"""What one does with an item in the reader: copy, edit, bookmark, note."""

import os
import stat
from pathlib import Path

from briefing_stories import HEADER, SIZES, Reader, reading, written

from tui.app.screens.note import NoteScreen

STORY = """\
id: story
actors: [{id: ann, name: Ann Lee}]
quotes:
  - {id: open, text: I have an open mind, speaker: ann, source: report, said: 2024-05-02}
  - {id: secret, text: We will give in, speaker: ann, source: report, attribution: off-record}
events:
  - {id: first, date: 2024-01-01, title: The first event}
  - {id: second, date: 2024-02-01, title: The second event}
"""


def copied(reader: Reader) -> str:
    return reader.app.clipboard


def said(reader: Reader) -> str:
    return " ".join(str(one.message) for one in reader.app._notifications)


@SIZES
async def test_y_copies_a_quote_with_who_said_it_when_and_where(tmp_path, size) -> None:
    async with reading(written(tmp_path, STORY), size, item="open") as reader:
        await reader.press("y")
        for part in ("“I have an open mind”", "Ann Lee", "2 May 2024", "A report"):
            assert part in copied(reader)
        assert "Copied with its citation" in said(reader)
        await reader.press("Y")
        assert "I have an open mind" in copied(reader)


async def test_what_was_said_off_the_record_is_not_copied(tmp_path) -> None:
    async with reading(written(tmp_path, STORY), item="secret") as reader:
        await reader.press("y")
        assert "We will give in" not in copied(reader)
        assert "off the record" in said(reader)


async def test_a_bookmark_is_signed_listed_and_taken_away(tmp_path) -> None:
    path = written(tmp_path, STORY)
    async with reading(path, item="second") as reader:
        await reader.press("escape")
        text = await reader.press("b")
        assert "⚑" in text
    async with reading(path) as reader:
        text = await reader.press("B")
        assert reader.pane == "Bookmarks"
        assert reader.briefing.items.ids == ["second"]
        await reader.press("enter")
        assert (reader.pane, reader.selected) == ("Timeline", "second")
        await reader.press("escape", "b", "B")
        assert "You have no bookmarks. b on an item makes one." in await reader.look()


async def test_a_bookmark_of_another_briefing_opens_it_there(tmp_path) -> None:
    other = written(tmp_path, STORY.replace("id: story\n", "id: other\n"), "other")
    mine = written(tmp_path, STORY)
    async with reading(other, item="second") as reader:
        await reader.press("b")
    async with reading(mine) as reader:
        await reader.press("B", "enter")
        for _ in range(5):
            await reader.settle()
        opened = reader.app.screen
        assert opened.loaded.path == other
        assert opened.selected == "second"


@SIZES
async def test_a_note_is_kept_shown_with_its_item_and_survives_its_edits(tmp_path, size) -> None:
    path = written(tmp_path, STORY)
    async with reading(path, size, item="first") as reader:
        await reader.press("a")
        assert isinstance(reader.app.screen, NoteScreen)
        await reader.press(*"Ask [b]Kim", "enter", *"twice", "escape")
        text = await reader.look()
        assert "Your note" in text
        assert "Ask [b]Kim" in text
        assert "twice" in text
    path.write_text(HEADER + STORY.replace("The first", "The edited"))
    async with reading(path, size, item="first") as reader:
        assert "Ask [b]Kim" in await reader.look()
        await reader.press("a")
        note = reader.app.screen
        assert isinstance(note, NoteScreen)
        note.text.clear()
        await reader.press("escape")
        assert "Your note" not in await reader.look()


async def test_giving_up_a_note_leaves_it_as_it_was(tmp_path) -> None:
    async with reading(written(tmp_path, STORY), item="first") as reader:
        await reader.press("a", *"Kept", "escape", "a", *" and more", "ctrl+g")
        text = await reader.look()
        assert "Kept" in text
        assert "and more" not in text


def editor(folder: Path, name: str, code: str) -> Path:
    """An editor of that name, a shell script."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{code}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


async def test_e_opens_the_file_at_the_items_line(tmp_path, monkeypatch) -> None:
    path = written(tmp_path, STORY)
    told = tmp_path / "told"
    # An editor with a window of its own: in a test there is no terminal to give away.
    monkeypatch.setenv(
        "VISUAL", str(editor(tmp_path, "subl", f'printf "%s\\n" "$@" > {told}.part; mv {told}.part {told}'))
    )
    async with reading(path, item="second") as reader:
        await reader.press("e")
        while not told.exists():
            os.sched_yield()
        line = next(number for number, text in enumerate(path.read_text().splitlines(), 1) if "id: second" in text)
        assert f"{path.name}:{line}:" in told.read_text()
        assert (reader.pane, reader.selected) == ("Timeline", "second")


async def test_where_there_is_no_such_editor_a_sentence_says_so(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
    async with reading(written(tmp_path, STORY), item="second") as reader:
        await reader.press("e")
        assert "no-such-editor-anywhere" in said(reader)
        assert "install it" in said(reader)
