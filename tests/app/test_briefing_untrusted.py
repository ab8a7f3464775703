"""What a stranger writes into a briefing is shown as it is, and does nothing."""

from pathlib import Path

import pytest
from briefing_stories import prose, reading

MARKUP = "[/b][@click=app.quit]x[/]"

HOSTILE = f"""\
format: brief/1
id: hostile
title: "{MARKUP}"
as_of: 2024-06-30
bottom_line: "{MARKUP}"
authors: ["{MARKUP}"]
topics: ["a/{MARKUP.replace("/", "")}"]
judgments: [{{id: j, text: "{MARKUP}", about: [q], evidence: [e], note: "{MARKUP}"}}]
sources:
  - {{id: s, title: "{MARKUP}", publisher: "{MARKUP}", url: "{MARKUP}", authors: ["{MARKUP}"], note: "{MARKUP}",
     published: 2024-06-01}}
actors:
  - {{id: a, name: "{MARKUP}", kind: person, role: "{MARKUP}", aliases: ["{MARKUP}"], note: "{MARKUP}"}}
  - {{id: b, name: "{MARKUP}", anonymous: true}}
relations: [{{from: a, to: b, type: owns, role: "{MARKUP}", note: "{MARKUP}", sources: [s]}}]
questions:
  - {{id: q, text: "{MARKUP}", criteria: "{MARKUP}", background: "{MARKUP}", decided_by: [a], note: "{MARKUP}",
     estimates: [{{date: 2024-06-01, by: a, likelihood: likely, quote: c, note: "{MARKUP}"}}]}}
  - {{id: r, text: "{MARKUP}", status: closed,
     resolution: {{date: 2024-06-02, outcome: "{MARKUP}", note: "{MARKUP}"}}}}
positions: [{{id: p, actor: a, question: q, date: 2024-06-01, summary: "{MARKUP}", quotes: [c], note: "{MARKUP}"}}]
quotes:
  - {{id: c, text: "{MARKUP}", speaker: a, source: s, context: "{MARKUP}", original: "{MARKUP}", prefix: "{MARKUP}",
     attribution: background, attributed_as: "{MARKUP}", note: "{MARKUP}"}}
events:
  - {{id: e, date: 2024-06-01, date_text: "{MARKUP}", title: "{MARKUP}", detail: "{MARKUP}", actors: [a], quotes: [c],
     sources: [s], note: "{MARKUP}", accounts: [{{by: a, says: "{MARKUP}", note: "{MARKUP}"}}]}}
figures: [{{id: f, name: "{MARKUP}", date: 2024-06-01, value: 1, unit: "{MARKUP}", note: "{MARKUP}", about: [a]}}]
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "hostile.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [(80, 40), (200, 60)], ids=str)
async def test_markup_in_every_field_is_text_in_every_pane(hostile: Path, size: tuple[int, int]) -> None:
    async with reading(hostile, size=size) as reader:
        assert reader.briefing.loaded.problems == ()
        for number in "1234567":
            assert MARKUP in prose(await reader.press("h", number, "G"))
            assert MARKUP in prose(await reader.press("l", "G"))
        await reader.press("x")
        assert reader.app.is_running


async def test_a_click_on_markup_runs_no_action(hostile: Path) -> None:
    async with reading(hostile, size=(200, 60)) as reader:
        for number in "234567":
            await reader.press(number)
            await reader.click(MARKUP)
            assert reader.app.is_running


async def test_an_item_named_in_markup_is_named_as_it_is(hostile: Path) -> None:
    async with reading(hostile, item=MARKUP) as reader:
        assert "[@click=app.quit]" in await reader.look()


@pytest.mark.parametrize("width", [80, 120])
async def test_wide_and_combining_characters_keep_the_columns(tmp_path: Path, width: int) -> None:
    path = tmp_path / "wide.yaml"
    title = "世界" * 40 + "e\u0301" * 30
    path.write_text(
        "format: brief/1\ntitle: " + title + "\nas_of: 2024-06-30\nbottom_line: " + title + "\n"
        "sources: [{id: s, title: " + title + "}]\n"
        "events: [{id: e, date: 2024-06-01, title: " + title + ", importance: 3}]\n",
        encoding="utf-8",
    )
    async with reading(path, size=(width, 24)) as reader:
        for number in "127":
            await reader.press(number)
            strips = reader.app.screen._compositor.render_strips()
            assert {strip.cell_length for strip in strips} == {width}


async def test_line_separators_in_a_title_do_not_break_its_row(tmp_path: Path) -> None:
    path = tmp_path / "separators.yaml"
    path.write_text(
        "format: brief/1\ntitle: A\nas_of: 2024-06-30\nbottom_line: B\nsources: [{id: s, title: S}]\n"
        'events: [{id: e, date: 2024-06-01, title: "one\\Ltwo\\Pthree\\nfour"}]\n',
        encoding="utf-8",
    )
    async with reading(path) as reader:
        text = await reader.press("2")
        assert "one two three four" in text.split("▏")[0] + text
        assert not {"\u2028", "\u2029"} & set(text)
