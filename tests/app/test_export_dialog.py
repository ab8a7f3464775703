import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
import yaml
from briefing_stories import LATER, MIDDLE, NARROW, SAMPLE, WIDE, Reader, reading, written
from textual.events import Key, Paste

from tui.app.screens.export import ExportScreen
from tui.app.screens.export_file import target_of, with_format
from tui.cli.main import main
from tui.export.formats import FORMATS
from tui.reader.reader import ReaderState
from tui.settings.config import Settings


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def ask(reader: Reader, path: str) -> str:
    """Ask for an export to a file."""
    await reader.press("x")
    dialog = reader.app.screen
    assert isinstance(dialog, ExportScreen)
    dialog.path.value = path
    return await reader.press("enter")


def said(reader: Reader) -> str:
    """What the dialog says."""
    dialog = reader.app.screen
    assert isinstance(dialog, ExportScreen)
    return str(dialog.answer.render())


async def test_x_and_enter_write_the_briefing_to_its_own_name(here: Path) -> None:
    async with reading() as reader:
        text = await reader.press("x", "enter")
        assert not isinstance(reader.app.screen, ExportScreen)
        assert "Written to" in text
    markdown = (here / "harbour-bridge.md").read_text(encoding="utf-8")
    assert "The harbour bridge" in markdown
    assert "the second pier" not in markdown


@pytest.mark.parametrize(("steps", "suffix", "read"), [(1, ".json", json.loads), (2, ".yaml", yaml.safe_load)])
async def test_the_arrows_choose_the_format_and_the_name_follows(here: Path, steps: int, suffix: str, read) -> None:  # type: ignore[no-untyped-def]
    async with reading() as reader:
        await reader.press("x", *["right"] * steps, "enter")
    content = read((here / f"harbour-bridge{suffix}").read_text(encoding="utf-8"))
    assert content["id"] == "harbour-bridge"


async def test_left_goes_back_to_the_format_before_and_round(here: Path) -> None:
    async with reading() as reader:
        *_, last = FORMATS
        text = await reader.press("x", "left")
        assert f"● {last}" in text
        assert f"./harbour-bridge{FORMATS[last].suffix}" in text
        assert "● markdown" in await reader.press("right")


async def test_what_the_format_has_no_place_for_is_said_when_it_was_written(here: Path) -> None:
    async with reading(size=WIDE) as reader:
        text = await reader.press("x", *["backspace"] * len("md"), *"ics", "enter")
        assert "Left out, with a date that says no more than the year" in text
    assert (here / "harbour-bridge.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


async def test_what_stays_behind_is_said_before_and_after(here: Path) -> None:
    async with reading() as reader:
        asked = await reader.press("x")
        assert "1 quote off the record was left out." in asked
        assert "2 quotes on background go out without a name." in asked
        assert "1 quote off the record was left out." in await reader.press("enter")


async def test_what_is_wrong_and_left_out_is_said(here: Path, tmp_path: Path) -> None:
    path = written(tmp_path, "events:\n  - id: a\n    date: never\n    title: A\n")
    async with reading(path) as reader:
        assert "Left out because something is wrong with it:" in await reader.press("x")


async def test_an_existing_file_is_replaced_only_when_asked_again(here: Path) -> None:
    target = here / "harbour-bridge.md"
    target.write_text("mine")
    async with reading() as reader:
        await reader.press("x", "enter")
        assert "is there already. Enter replaces it" in said(reader)
        assert target.read_text() == "mine"
        await reader.press("escape")
        assert target.read_text() == "mine"
        await reader.press("x", "enter")
        await reader.press("enter")
    assert "The harbour bridge" in target.read_text(encoding="utf-8")


async def test_another_name_is_asked_about_anew(here: Path) -> None:
    (here / "harbour-bridge.md").write_text("mine")
    (here / "harbour-bridge.json").write_text("mine too")
    async with reading() as reader:
        await reader.press("x", "enter", "right", "enter")
        assert (here / "harbour-bridge.json").read_text() == "mine too"
        await reader.press("enter")
    assert json.loads((here / "harbour-bridge.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ["nowhere/a.md", ".", "a\0b.md", "x" * 300 + ".md", "~nobody-of-that-name/a.md", "  "])
async def test_a_file_that_cannot_be_written_gives_a_sentence(here: Path, path: str) -> None:
    async with reading() as reader:
        await ask(reader, path)
        assert said(reader).endswith(".")
        assert list(here.iterdir()) == []
        await reader.press("escape")
        assert not isinstance(reader.app.screen, ExportScreen)


async def test_a_folder_without_permission_gives_a_sentence(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tui.app.screens.export_file.write_atomically", refuse)
    async with reading() as reader:
        await ask(reader, "a.md")
        assert "cannot be written: Permission denied." in said(reader)


async def test_a_failure_of_the_exporter_gives_a_sentence(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("[/b]")

    monkeypatch.setattr("tui.app.screens.export.write_export", fail)
    async with reading() as reader:
        text = await ask(reader, "a.md")
        assert "The export failed: '[/b]'" in text
        assert reader.app.is_running


async def test_escape_closes_the_dialog_and_writes_nothing(here: Path) -> None:
    async with reading() as reader:
        await reader.press("x", "escape")
        assert not isinstance(reader.app.screen, ExportScreen)
    assert list(here.iterdir()) == []


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert target_of("~/a.md", Path("/elsewhere")) == tmp_path / "a.md"


def test_a_relative_path_starts_at_the_current_folder() -> None:
    assert target_of("./a.md", Path("/here")) == Path("/here/a.md")
    assert target_of("/there/a.md", Path("/here")) == Path("/there/a.md")


async def test_an_export_to_yaml_never_replaces_the_briefing_that_is_open(here: Path) -> None:
    path = written(here, "# a comment\n")
    before = path.read_bytes()
    async with reading(path) as reader:
        await ask(reader, "./story.yaml")
        assert "story.yaml is part of a library, and no export replaces the briefing itself" in said(reader)
        await reader.press("enter", "enter")
        assert isinstance(reader.app.screen, ExportScreen)
    assert path.read_bytes() == before


async def test_the_name_that_is_suggested_is_never_that_of_a_briefing(here: Path) -> None:
    path = written(here, "# a comment\n")
    before = path.read_bytes()
    async with reading(path) as reader:
        to_yaml = ["right"] * list(FORMATS).index("yaml")
        assert "./story-export.yaml" in await reader.press("x", *to_yaml)
        await reader.press("enter")
        assert "./story-export-2.yaml" in await reader.press("x", *to_yaml)
        assert "./story.json" in await reader.press("left", "enter", "x", "right")
    assert path.read_bytes() == before
    assert yaml.safe_load((here / "story-export.yaml").read_text(encoding="utf-8"))["id"] == "story"


async def test_an_export_to_json_can_be_made_again(here: Path) -> None:
    async with reading() as reader:
        await reader.press("x", "right", "enter")
        await reader.press("x", "right", "enter")
        await reader.press("enter")
        assert not isinstance(reader.app.screen, ExportScreen)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("library.yaml", "title: Mine\n"),
        ("quotes.lock", "format: quotes-lock/1\nquotes:\n"),
        ("notes.txt", "format: brief/1\ntitle: Another\n"),
        ("texts/in.txt", "The words of the report."),
    ],
)
async def test_no_file_of_a_library_is_replaced_not_even_when_asked(here: Path, name: str, content: str) -> None:
    path = written(here, "")
    path.write_text(path.read_text().replace("published:", "text: texts/in.txt, published:"))
    (here / "texts").mkdir()
    (here / name).write_text(content)
    async with reading(path) as reader:
        await ask(reader, name)
        assert "is part of a library" in said(reader)
        await reader.press("enter")
        assert isinstance(reader.app.screen, ExportScreen)
    assert (here / name).read_text() == content


async def test_nothing_is_written_through_a_link(here: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.md").write_text("mine")
    (here / "link.md").symlink_to(tmp_path / "elsewhere.md")
    async with reading() as reader:
        await ask(reader, "link.md")
        assert "link.md is a symbolic link: name the file that it leads to." in said(reader)
        await reader.press("enter")
    assert (tmp_path / "elsewhere.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "read"), [("p.json", json.loads), ("p.YML", yaml.safe_load), ("p.yaml", yaml.safe_load)]
)
async def test_the_suffix_that_is_typed_chooses_the_format(here: Path, name: str, read) -> None:  # type: ignore[no-untyped-def]
    async with reading() as reader:
        await ask(reader, name)
    assert read((here / name).read_text(encoding="utf-8"))["id"] == "harbour-bridge"


async def test_the_format_that_the_suffix_chose_is_shown_and_another_one_changes_it(here: Path) -> None:
    async with reading() as reader:
        await reader.press("x", *["backspace"] * len("harbour-bridge.md"), *"p.json")
        assert "● json" in await reader.look()
        assert "./p.yaml" in await reader.press("down", "right")
        assert "./p.md" in await reader.press("left", "left")


def test_a_suffix_that_stands_for_no_format_is_left() -> None:
    assert with_format("notes.2024", "json") == "notes.2024"
    assert with_format("a.MARKDOWN", "json") == "a.json"
    assert with_format("a.yml", "yaml") == "a.yml"
    assert with_format("", "yaml") == ""


async def test_what_an_earlier_export_said_does_not_cover_the_dialog(here: Path) -> None:
    async with reading(size=NARROW) as reader:
        assert "Written to" in await reader.press("x", "enter")
        assert "Written to" not in await reader.press("x")
        text = await reader.press("enter")
        assert "harbour-bridge.md is there already." in " ".join(text.split())
        assert "Enter replaces it" in text


async def test_in_a_tiny_window_the_file_and_the_question_are_seen(here: Path) -> None:
    (here / "a.md").write_text("mine")
    async with reading(size=(20, 5)) as reader:
        assert "./harbour-bridge.md" in await reader.press("x")
        await reader.press("escape")
        await ask(reader, "a.md")
        text = " ".join((await reader.look()).split())
        assert "a.md is there already. Enter replaces it, Esc leaves it as it is." in text


async def test_where_the_question_could_not_be_seen_nothing_is_written(here: Path) -> None:
    async with reading(size=(20, 3)) as reader:
        await reader.press("x", "enter")
        assert said(reader) == "Make the window larger first."
    assert list(here.iterdir()) == []


SIZES = [NARROW, pytest.param(MIDDLE, marks=LATER), WIDE]
TINY = (20, 5)


def noted(*notes: tuple[str, str, bool]) -> None:
    """Keep notes on the sample: an item, a text, and whether the item is not on the record."""
    state = ReaderState()
    for item, text, private in notes:
        state.notes.write("harbour-bridge", item, text, label="What it was called", private=private)
    state.close()


def prose(text: str) -> str:
    """What stands within the dialog's frame, without the lines' ends."""
    return " ".join(" ".join(one.split("│")[-2] for one in text.splitlines() if one.count("│") > 1).split())


def line_of(text: str, label: str) -> str:
    """The dialog's line with this label, as it is read."""
    found = next(one for one in text.splitlines() if re.search(rf"│\s+(▸ )?{label} ", one))
    return " ".join(re.split("[│]", found)[-2].split())


@pytest.mark.parametrize("size", SIZES)
async def test_format_profile_notes_and_file_are_chosen_one_below_the_other(here: Path, size: tuple[int, int]) -> None:
    noted(("moe", "Ask her.", False))
    async with reading(size=size) as reader:
        text = await reader.press("x")
        assert line_of(text, "Format") == f"▸ Format ● {' ○ '.join(FORMATS)}"
        assert line_of(text, "Profile") == "Profile ● full ○ one-page ○ timeline ○ questions"
        assert line_of(text, "Notes") == "Notes ● no notes ○ your note"
        assert line_of(text, "File") == "File ./harbour-bridge.md"
        assert "The whole briefing, as of 30 Sep 2024." in text
        text = await reader.press("down", "right", "down", "right")
        assert line_of(text, "Profile") == "Profile ○ full ● one-page ○ timeline ○ questions"
        assert line_of(text, "Notes") == "▸ Notes ○ no notes ● your note"
        assert line_of(await reader.press("down"), "File") == "▸ File ./harbour-bridge.md"
        assert line_of(await reader.press("down"), "Format").startswith("▸")
        assert "Written to" in await reader.press("enter")
    markdown = (here / "harbour-bridge.md").read_text(encoding="utf-8")
    assert "## Sources" in markdown
    assert "## Stakeholders" not in markdown
    assert "> Ask her." in markdown
    assert markdown.endswith("**TLP:AMBER+STRICT**\n")


@pytest.mark.parametrize("size", SIZES)
async def test_everything_can_be_chosen_and_done_with_the_mouse(here: Path, size: tuple[int, int]) -> None:
    noted(("moe", "Ask her.", False))
    async with reading(size=size) as reader:
        await reader.press("x")
        assert "● html" in await reader.click("○ html")
        assert "● timeline" in await reader.click("○ timeline")
        await reader.click("○ markdown")
        assert "● your note" in await reader.click("○ your note")
        await reader.click("./harbour-bridge.md")
        assert "Written to" in await reader.click("Enter write")
        await reader.press("x")
        await reader.click("Esc close")
        assert not isinstance(reader.app.screen, ExportScreen)
    markdown = (here / "harbour-bridge.md").read_text(encoding="utf-8")
    assert "> Ask her." in markdown
    assert "## Quotes" not in markdown


async def test_a_format_without_profiles_and_notes_says_which_have_them_and_they_are_passed_over(here: Path) -> None:
    noted(("moe", "Ask her.", False))
    async with reading() as reader:
        text = await reader.press("x", "down", "right", "up", "right")
        assert line_of(text, "Profile") == "Profile only with markdown and html"
        assert line_of(text, "Notes") == "Notes only with markdown"
        assert line_of(await reader.press("down"), "File").startswith("▸")
        await reader.click("only with markdown and html")
        assert (
            line_of(await reader.press("up", "left"), "Profile") == "Profile ○ full ● one-page ○ timeline ○ questions"
        )


async def test_html_takes_the_profile(here: Path) -> None:
    async with reading() as reader:
        await reader.press("x", *["right"] * list(FORMATS).index("html"), "down", "right", "right", "enter")
    page = (here / "harbour-bridge.html").read_text(encoding="utf-8")
    assert "Timeline" in page
    assert "Stakeholders" not in page


async def test_csv_is_a_zip_of_tables(here: Path) -> None:
    async with reading() as reader:
        text = await reader.press("x", *["right"] * list(FORMATS).index("csv"))
        assert "csv is several files in one .zip." in text
        assert "./harbour-bridge.zip" in text
        await reader.press("enter")
    with zipfile.ZipFile(here / "harbour-bridge.zip") as tables:
        name = next(one for one in tables.namelist() if one.endswith("quotes.csv"))
        assert len(list(csv.reader(io.StringIO(tables.read(name).decode("utf-8-sig"))))) > 5
        assert not any(b"the second pier" in tables.read(one) for one in tables.namelist())


@pytest.mark.parametrize("name", ["tables.csv", "quotes.CSV"])
async def test_a_single_table_is_refused_with_the_name_to_give(here: Path, name: str) -> None:
    async with reading() as reader:
        await ask(reader, name)
        assert said(reader) == "That is several files in one: give it a name that ends in .zip."
    assert list(here.iterdir()) == []


async def test_what_narrows_the_export_is_said(here: Path) -> None:
    async with reading(as_of="2024-03-13", item="hauliers") as reader:
        text = await reader.press("f", "x")
        assert "Only what bears on Storhavn Hauliers, as it stood on 13 Mar 2024." in prose(text)
        await reader.press("enter")
    markdown = (here / "harbour-bridge.md").read_text(encoding="utf-8")
    assert "As of 13 Mar 2024" in markdown
    assert "Only what bears on Storhavn Hauliers" in markdown


async def test_notes_go_out_only_when_asked_for_and_some_stay_even_then(here: Path) -> None:
    noted(
        ("moe", "Ask her.", False),
        ("hauliers", "Who pays them?", False),
        ("over-lunch", "He was drunk.", True),
        ("law-on-its-side", "That was Odd Krog.", True),
        ("aas", "He told me that the second pier worries me. Cracked.", False),
    )
    async with reading(size=WIDE) as reader:
        assert "note was" not in await reader.press("x")
        await reader.press("enter")
        assert "Ask her." not in (here / "harbour-bridge.md").read_text(encoding="utf-8")
        text = await reader.press("x", "down", "down", "right")
        assert "2 notes were left out, on what was not said on the record." in text
        assert "1 note was left out, with words that were said off the record." in text
        await reader.press("enter", "enter")
        (told,) = (one.message.splitlines() for one in reader.app._notifications)
        assert told[1] == "With your 2 notes."
        assert "2 notes were left out, on what was not said on the record." in told
    markdown = (here / "harbour-bridge.md").read_text(encoding="utf-8")
    assert "Ask her." in markdown
    assert "Who pays them?" in markdown
    assert not re.search("drunk|That was|Cracked", markdown)


async def test_notes_none_of_which_may_go_out_are_no_choice(here: Path) -> None:
    noted(("over-lunch", "He was drunk.", True))
    async with reading() as reader:
        text = await reader.press("x")
        assert line_of(text, "Notes") == "Notes none of yours may go out"
        assert "1 note was left out, on what was not said on the record." in text


async def test_who_has_written_no_note_is_told_so(here: Path) -> None:
    async with reading() as reader:
        assert line_of(await reader.press("x"), "Notes") == "Notes none written yet"


async def test_a_note_that_was_just_written_goes_out(here: Path) -> None:
    async with reading(item="moe") as reader:
        await reader.press("a", *"why", "escape", "x", "down", "down", "space", "enter")
    assert "> why" in (here / "harbour-bridge.md").read_text(encoding="utf-8")


async def test_typing_and_pasting_go_into_the_name_wherever_the_keys_are(here: Path) -> None:
    async with reading() as reader:
        assert "./harbour-bridge.jsonl" in await reader.press("x", "right", "l")
        assert "./harbour-bridge.json" in await reader.press("up", "backspace")
        reader.app.post_message(Paste(" (1)\nrm"))
        assert "./harbour-bridge.json (1)" in await reader.look()
        assert "./harbour-bridge.json (q1)" in await reader.press("left", "left", "q")


async def test_keys_that_are_typed_ahead_go_where_they_were_meant_to(here: Path) -> None:
    async with reading() as reader:
        await reader.press("x")
        for key in ("down", "right"):
            reader.app.post_message(Key(key, None))
        text = await reader.look()
        assert "● markdown" in text
        assert "● one-page" in text


async def test_another_profile_is_asked_about_anew(here: Path) -> None:
    target = here / "harbour-bridge.md"
    target.write_text("mine")
    async with reading() as reader:
        await reader.press("x", "enter", "down", "right")
        assert said(reader) == ""
        await reader.press("enter")
        assert target.read_text() == "mine"
        await reader.press("enter")
    assert target.read_text(encoding="utf-8").startswith("# ")


async def test_keys_of_the_users_own_stand_in_the_frame_and_in_the_question(here: Path) -> None:
    (here / "harbour-bridge.md").write_text("mine")
    async with reading(size=MIDDLE) as reader:
        reader.app.settings = Settings(
            keys={"export.close": "f4", "export.write": "ctrl+s", "export.next_field": "tab"}
        )
        text = await reader.press("x")
        assert "↑ Tab line · ← → choice · Ctrl+S write · f4 close" in text
        await reader.press("tab", "tab", "enter")
        assert said(reader) == ""
        await reader.press("ctrl+s")
        assert "Ctrl+S replaces it, f4 leaves it as it is." in said(reader)
        await reader.press("f4")
        assert not isinstance(reader.app.screen, ExportScreen)


async def test_texts_that_repeat_words_off_the_record_are_named_before_anything_is_written(here: Path) -> None:
    path = written(
        here,
        """\
actors: [{id: ann, name: Ann}]
quotes: [{id: q, text: We shall resign in May, speaker: ann, source: report, attribution: off-record}]
events: [{id: farewell, date: 2024-06, title: She shall resign in May, sources: [report]},
  {id: other, date: 2024-06, title: "“We shall resign in May”", sources: [report]}]
""",
    )
    async with reading(path) as reader:
        told = "`title` of the event `other` repeats words said off the record."
        assert told in prose(await reader.press("x"))
        await reader.press("enter")
        assert any(told in one.message for one in reader.app._notifications)


async def test_the_reader_writes_what_the_command_writes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    noted(("moe", "Ask her.", False))
    async with reading() as reader:
        await reader.press("x", "down", "down", "right", "enter")
    with pytest.raises(SystemExit):
        main(["export", str(SAMPLE), "--notes"])
    written_by_reader = (here / "harbour-bridge.md").read_text(encoding="utf-8")
    assert "· Proof: *exact*" in written_by_reader
    assert capsys.readouterr().out == written_by_reader


async def test_in_a_tiny_window_one_choice_is_seen_at_a_time_and_can_be_changed(here: Path) -> None:
    async with reading(size=TINY) as reader:
        assert "▸ ◂ markdown ▸" in await reader.press("x")
        text = await reader.press("right")
        assert "▸ Format   ◂ json ▸" in text
        assert "harbour-bridge.json" in text
        assert "only with markdown" in text
        assert "◂ one-page ▸" in await reader.press("left", "down", "right")
        assert "◂ json ▸" in await reader.click("n ▸")
