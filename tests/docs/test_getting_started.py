"""The path from a saved article to a sealed briefing leads there, word for word as its page tells it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import Block, Shell, blocks, is_printed, read

from tui.app.app import BriefApp

PAGE = "docs/getting-started.md"


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path, os.environ)


def follow(shell: Shell, page: str) -> Iterator[tuple[str, str, str]]:
    """Do what a page says; give each command that is typed, what the page says is printed, and what is."""
    file = shell.here
    for block in blocks(page):
        if block.language == "console":
            yield from ((command.typed, command.printed, printed) for command, printed in shell.run(block))
        elif block.language == "diff":
            edit(file, block)
        elif block.language in {"text", "yaml"}:
            file = shell.here / named(block)
            file.write_text(block.text, encoding="utf-8")


def named(block: Block) -> str:
    """The file that the sentence before a block names."""
    return next(one for one in re.findall(r"`([^`]+)`", block.before) if "/" in one)


def edit(file: Path, block: Block) -> None:
    """Put the new lines of a difference in the place of the old ones, which stand in the file once."""
    old, new = ("".join(f"{one}\n" for one in re.findall(rf"^\{sign}(.*)", block.text, re.MULTILINE)) for sign in "-+")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_whoever_follows_the_page_sees_what_it_says_and_has_a_sealed_briefing(shell: Shell) -> None:
    for typed, said, printed in follow(shell, read(PAGE)):
        assert is_printed(said, printed), f"`{typed}` prints\n{printed}"
    lock = (shell.here / "briefings" / "quotes.lock").read_text(encoding="utf-8")
    assert re.findall("quote: (.+)", lock) == ["if-mended", "nobody-pays", "open-mind"]
    assert "mended, there" not in lock
    assert (shell.here / "harbour-bridge.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(("size", "keys"), [((120, 40), ("4", "enter")), ((80, 24), ("4", "enter", "enter"))], ids=str)
async def test_the_keys_that_the_page_names_open_the_article_at_the_passage(
    shell: Shell, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    page = read(PAGE)
    assert "`4` goes to the quotes" in page
    assert "Enter opens the article" in page
    assert list(follow(shell, page.partition("## 4.")[0]))
    app = BriefApp(shell.here / "briefings", path=shell.here / "briefings" / "harbour-bridge.yaml")
    async with app.run_test(size=size) as pilot:
        for key in ("", *keys):
            await pilot.press(*filter(None, [key]))
            await app.workers.wait_for_complete()
            await pilot.pause()
        strips = app.screen._compositor.render_strips()
    screen = "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
    assert "Miriam Okafor" in screen
    assert re.search('^ ▶ .*"I have an', screen, re.MULTILINE)
