"""What changed since a date, in Markdown."""

import re

from conftest import SAMPLE
from golden import assert_golden
from hostile import gfm, inline_tokens, shape, texts, words
from hypothesis import given, settings
from hypothesis import strategies as st
from stuffed import stuffed

from tui.analysis.changes import released_changes
from tui.analysis.view import view
from tui.export import export
from tui.export.markdown.escape import one_line
from tui.export.markdown.since import Since
from tui.model.edtf import EDTF


def markdown(briefing, since, as_of=None):
    date = EDTF(since)
    changes, (_, release) = released_changes(view(briefing, date), view(briefing, EDTF(as_of) if as_of else None))
    return export(release.view, "markdown", since=Since(date, changes))


def test_the_sample_since_a_day_in_march_reads_as_its_golden_file(load_sample):
    text = markdown(load_sample().briefing, "2024-03-13")
    assert_golden(text, SAMPLE.parent / "export/golden/harbour-bridge-since-2024-03-13.md")


def test_it_stands_after_the_judgments(load_sample):
    headings = re.findall("^## (.*)$", markdown(load_sample().briefing, "2024-03-13"), re.MULTILINE)
    assert headings[1:4] == ["Judgments", "What changed since 13 Mar 2024", "Open questions"]


def test_where_nothing_changed_it_says_so(load_sample):
    text = markdown(load_sample().briefing, "2024-09-30")
    assert "## What changed since 30 Sep 2024\n\nNothing changed.\n" in text


@settings(max_examples=15)
@given(st.lists(texts, min_size=1, max_size=7))
def test_no_text_changes_the_shape_of_the_section_or_is_changed_by_it(hostile):
    def hostile_text(number: int) -> str:
        return f"{hostile[number % len(hostile)]}n{number}n{hostile[(number + 1) % len(hostile)]}"

    expected = gfm().parse(markdown(stuffed(lambda number: f"plain{number}text"), "1900"))
    found = gfm().parse(markdown(stuffed(hostile_text), "1900"))

    def put_back(shown: str) -> str:
        return re.sub(r"plain(\d+)text", lambda match: one_line(hostile_text(int(match[1]))), shown)

    assert [words(token).replace(".", "") for token in inline_tokens(found)] == [
        put_back(words(token)).replace(".", "") for token in inline_tokens(expected)
    ]
    assert shape(found) == shape(expected)
