"""A briefing whose every field is markup: shown as it is wherever the reader shows it, and never run."""

from pathlib import Path

import pytest
from briefing_stories import LATER, MIDDLE, NARROW, WIDE, Reader, reading, written
from reader import press, shown
from reader import reader as whole_library
from test_briefing_untrusted import HOSTILE, MARKUP

from tui.app.screens.briefing import BriefingScreen

SIZES = pytest.mark.parametrize(
    "size",
    [pytest.param(NARROW, marks=LATER), MIDDLE, pytest.param(WIDE, marks=LATER)],
    ids=lambda size: "{}x{}".format(*size),
)
SIGN = "[/b]"
"""So much of it is on the screen wherever there is little room."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "hostile.yaml"
    positions = "positions:\n  - {id: p0, actor: a, question: q, date: 2024-05-01, stance: oppose, known: 2024-05-01}\n"
    text = HOSTILE.replace("positions: [{id: p,", f"{positions}  - {{id: p, stance: support,").replace(
        f'quotes: [c], note: "{MARKUP}"}}]\nquotes', f'quotes: [c], note: "{MARKUP}"}}\nquotes'
    )
    path.write_text(text, encoding="utf-8")
    return path


async def shows_it(reader: Reader, *keys: str) -> str:
    text = await reader.press(*keys)
    assert SIGN in text, (keys, text)
    assert reader.app.is_running
    strips = reader.app.screen._compositor.render_strips()
    assert {strip.cell_length for strip in strips} == {reader.app.size.width}
    return text


@SIZES
async def test_markup_is_text_in_every_way_to_see_the_stakeholders(hostile: Path, size: tuple[int, int]) -> None:
    async with reading(hostile, size) as reader:
        assert reader.briefing.loaded.problems == ()
        await shows_it(reader, "3", "v")
        await shows_it(reader, "d")
        await shows_it(reader, "less_than_sign")
        await shows_it(reader, "d", "0", "enter", "backspace")
        await shows_it(reader, "v")
        await shows_it(reader, "v")
        await shows_it(reader, "l", "h", "v")


@SIZES
async def test_markup_is_text_in_every_list_beside_the_panes(hostile: Path, size: tuple[int, int]) -> None:
    async with reading(hostile, size) as reader:
        await shows_it(reader, "u", "G")
        await shows_it(reader, "l", "h")
        await reader.press("C", *"2024-01-01")
        await shows_it(reader, "enter", "j")
        await reader.press("3", "b")
        await shows_it(reader, "B")
        hostile.write_text(hostile.read_text(encoding="utf-8") + f'"{MARKUP}": 1\n', encoding="utf-8")
        reader.briefing.look()
        await reader.settle()
        await shows_it(reader, "exclamation_mark", "G")
        await shows_it(reader, "l")


@SIZES
async def test_markup_is_text_in_finding_focus_and_dialogs(hostile: Path, size: tuple[int, int]) -> None:
    async with reading(hostile, size) as reader:
        await shows_it(reader, "3", "f")
        await shows_it(reader, "f", "slash", "left_square_bracket", "slash", "b", "right_square_bracket")
        await shows_it(reader, "escape", "F")
        await shows_it(reader, "escape", "ctrl+p", *"click")
        await reader.press("escape")
        await shows_it(reader, "a")
        await reader.press(*"[/b]", "escape")
        await shows_it(reader, "l")
        await shows_it(reader, "x")
        await reader.press("escape")
        for form in ("y", "Y"):
            await reader.press(form)
        assert SIGN in reader.app.clipboard.replace("\\", "")
        assert isinstance(reader.app.screen, BriefingScreen)


@SIZES
async def test_markup_is_text_over_the_whole_library(hostile: Path, size: tuple[int, int]) -> None:
    async with whole_library(hostile.parent, size) as (app, pilot):
        for keys in (("a",), ("p",), ("slash", *"click"), ("question_mark",)):
            await press(pilot, *keys)
            if keys != ("question_mark",):
                assert SIGN in shown(app), keys
                await press(pilot, "enter" if keys[0] == "p" else "down")
            assert app.is_running
            while len(app.screen_stack) > 1:
                await press(pilot, "escape")
        assert SIGN in shown(app)


async def test_a_file_name_never_reaches_the_terminal_as_it_is(tmp_path: Path) -> None:
    name = "\x1b]0;x\x07\x9b31m\u202e[b][@click=app.quit].yaml"
    (tmp_path / name).write_text(HOSTILE.replace("id: hostile\n", ""), encoding="utf-8")
    (tmp_path / f"broken-{name}").write_text("format: brief/1\n  : [", encoding="utf-8")
    async with whole_library(tmp_path, MIDDLE) as (app, pilot):
        for keys in ((), ("j",), ("enter",), ("e",), ("exclamation_mark",), ("x",), ("escape",)):
            await press(pilot, *keys)
            assert app.is_running
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown(app))


@pytest.mark.parametrize("number", [12, 10_000])
async def test_a_long_briefing_draws_no_more_rows_than_a_short_one(tmp_path: Path, number: int) -> None:
    events = "".join(
        f"  - {{id: e{n}, date: 20{n % 24:02}-01-{n % 28 + 1:02}, title: Event {n}}}\n" for n in range(number)
    )
    async with reading(written(tmp_path, f"events:\n{events}")) as reader:
        for keys in (("2",), ("G",), ("g",), ("pagedown",), ("j",), ("k",)):
            await reader.press(*keys)
            assert reader.briefing.items.drawn_entries <= 5 * MIDDLE[1]
        await reader.press("slash", *"event 1", "enter")
        assert reader.briefing.items.drawn_entries <= 5 * MIDDLE[1]
