import csv
import io
import json
import re
import shlex
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLE, SHIPPED
from hostile import texts
from hypothesis import given, settings
from hypothesis import strategies as st
from proven import proven

from tui.analysis.release import released
from tui.analysis.view import view
from tui.export import FORMATS, export
from tui.export.formats import PROFILES
from tui.export.markdown import blocks, escape
from tui.load.briefing import load_file
from tui.load.shared import load_shared

pytestmark = pytest.mark.external

# GitHub shows mathematics and emoji too.
READER = "gfm+footnotes+tex_math_dollars+emoji"


def pandoc(markdown: str, to: str) -> str:
    return subprocess.run(
        ["pandoc", "-f", READER, "-t", to, "--wrap=none"], input=markdown, capture_output=True, check=True, text=True
    ).stdout


def plain(node: Any) -> str:
    """The text of a pandoc element."""
    if isinstance(node, list):
        return "".join(map(plain, node))
    if not isinstance(node, dict):
        return ""
    match node["t"]:
        case "Str":
            return node["c"]
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Para" | "Plain":
            return f"{plain(node['c'])} "
        case "Header":
            return f"{plain(node['c'][2])} "
        case "Note":
            return ""
        case _:
            return plain(node.get("c", []))


def one_space(text: str) -> str:
    # pandoc composes characters.
    return re.sub(r"[\s\u00a0]+", " ", unicodedata.normalize("NFC", text)).strip()


@pytest.mark.parametrize(
    "path", [SAMPLE / "harbour-bridge.yaml", SHIPPED / "tiktok-divestiture.yaml"], ids=lambda p: p.stem
)
def test_the_words_of_every_quote_are_whole_in_a_block_quotation(path: Path):
    briefing = load_file(path, path.parent, load_shared(path.parent)).briefing
    shown = released(view(briefing)).view
    document = json.loads(pandoc(export(shown, "markdown"), "json"))
    found = [one_space(plain(block["c"])) for block in document["blocks"] if block["t"] == "BlockQuote"]
    expected = [text for quote in shown.quotes for text in (quote.text, quote.original) if text]
    assert found == list(map(one_space, expected))


@settings(max_examples=10)
@given(st.lists(texts, min_size=20, max_size=60))
def test_a_text_comes_back_from_every_place(many):
    places = [place for text in many for place in _places(text)]
    document = json.loads(pandoc("\n\n".join(markdown for markdown, _ in places), "json"))
    found = [one_space(plain(block["c"])) for block in document["blocks"]]
    assert found == [one_space(expected) for _, expected in places]


def _places(text: str) -> list[tuple[str, str]]:
    one, shown = escape.one_line(text), escape.inline(text)
    return [
        (blocks.heading(2, text), one),
        (shown, one),
        (f"— {escape.strong(text)} ({escape.emphasis(text)})", f"— {one} ({one})"),
        (blocks.quotation([shown]), one),
        (escape.link(text, "https://a.example/"), one),
    ]


def test_a_reader_of_the_plain_text_finds_every_title(load_sample):
    briefing = load_sample().briefing
    text = one_space(pandoc(export(released(view(briefing)).view, "markdown"), "plain"))
    for title in (*(event.title for event in briefing.events), *(question.text for question in briefing.questions)):
        assert one_space(title) in text


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_word_document_and_a_pdf_are_made_without_a_warning_as_the_readme_says(tmp_path, suffix, profile):
    text = FORMATS["markdown"](proven(), profile=profile)
    path = tmp_path / f"harbour-bridge.{suffix}"
    for command in _commands(suffix):
        arguments = [word.replace(f"harbour-bridge.{suffix}", str(path)) for word in command]
        arguments.insert(1, "--fail-if-warnings")
        done = subprocess.run(arguments, input=text, capture_output=True, check=False, text=True)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert path.read_bytes().startswith({"docx": b"PK", "pdf": b"%PDF"}[suffix])


def _commands(suffix: str) -> list[list[str]]:
    """The commands by which the README has pandoc make such a file."""
    readme = (SAMPLE.parent.parent / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    found = [line.partition(" | ")[2] for line in readme.splitlines() if "| pandoc" in line]
    commands = [shlex.split(line) for line in found if line.endswith(f".{suffix}")]
    assert commands
    return commands


def test_front_matter_is_read_as_that(load_sample):
    text = FORMATS["markdown"](released(view(load_sample().briefing)).view, with_front_matter=True)
    read = subprocess.run(
        ["pandoc", "-f", "gfm+footnotes+yaml_metadata_block", "-t", "json", "--fail-if-warnings"],
        input=text,
        capture_output=True,
        check=True,
        text=True,
    )
    assert json.loads(read.stdout)["meta"]["id"]["c"][0]["c"] == "harbour-bridge"


def test_pandoc_reads_the_tables_as_well():
    for name, content in FORMATS["csv"].files(proven()).items():
        read = subprocess.run(
            ["pandoc", "-f", "csv", "-t", "json"],
            input=content.decode("utf-8-sig"),
            capture_output=True,
            check=True,
            text=True,
        )
        (table,) = json.loads(read.stdout)["blocks"]
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert [plain(cell).strip() for cell in table["c"][3][1][0][1]] == rows[0], name
        assert len(table["c"][4][0][3]) == len(rows) - 1
