import json
from pathlib import Path

import pytest
import yaml
from briefing_stories import NARROW, WIDE, Reader, reading, written

from tui.app.screens.export import ExportScreen
from tui.app.screens.export_file import target_of, with_format
from tui.export.formats import FORMATS


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
        await reader.press("x", *["down"] * steps, "enter")
    content = read((here / f"harbour-bridge{suffix}").read_text(encoding="utf-8"))
    assert content["id"] == "harbour-bridge"


async def test_up_goes_back_to_the_format_before_and_round(here: Path) -> None:
    async with reading() as reader:
        *_, last = FORMATS
        text = await reader.press("x", "up")
        assert f"● {last}" in text
        assert f"./harbour-bridge{FORMATS[last].suffix}" in text
        assert "● markdown" in await reader.press("down")


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
        await reader.press("x", "enter", "down", "enter")
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
        to_yaml = ["down"] * list(FORMATS).index("yaml")
        assert "./story-export.yaml" in await reader.press("x", *to_yaml)
        await reader.press("enter")
        assert "./story-export-2.yaml" in await reader.press("x", *to_yaml)
        assert "./story.json" in await reader.press("up", "enter", "x", "down")
    assert path.read_bytes() == before
    assert yaml.safe_load((here / "story-export.yaml").read_text(encoding="utf-8"))["id"] == "story"


async def test_an_export_to_json_can_be_made_again(here: Path) -> None:
    async with reading() as reader:
        await reader.press("x", "down", "enter")
        await reader.press("x", "down", "enter")
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
        assert "./p.yaml" in await reader.press("down")
        assert "./p.md" in await reader.press("up", "up")


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
