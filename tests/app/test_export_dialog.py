import json
from pathlib import Path

import pytest
import yaml
from briefing_stories import SAMPLE, Reader, reading, written

from tui.app.screens.export import ExportScreen
from tui.app.screens.export_file import target_of


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
        text = await reader.press("x", "up")
        assert "● yaml" in text
        assert "./harbour-bridge.yaml" in text
        assert "● markdown" in await reader.press("down")


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
        await reader.press("x", "enter", "enter")
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


async def test_the_briefing_itself_is_not_replaced_by_its_export_unasked(tmp_path: Path) -> None:
    path = written(tmp_path / "here", "")
    before = path.read_bytes()
    async with reading(path) as reader:
        await reader.press("x", "up", "enter")
        assert path.read_bytes() == before
    assert SAMPLE.exists()
