"""Whether a quote's words stand within quotation marks."""

import pytest

from tui.analysis.proof import SourceText, prove


@pytest.mark.parametrize(
    "text",
    [
        "“No sale,” she said.",
        '"No sale," she said.',
        "‘No sale,’ she said.",
        "'No sale,' she said.",
        "„No sale“, sagte sie.",
        "„No sale”, powiedziała.",
        "”No sale”, sade hon.",
        "« No sale », dit-elle.",
        "»No sale«, sagte sie.",
        "「No sale」と言った。",
        "“He said ‘no’ and No sale,” she said.",
        "‘The voters’ choice is No sale,’ she said.",
        "“It is late.\n\n“No sale,” she said.",
        '"It is late.\n\n"No sale," she said.',
        "“It is late and\nNo sale is near,” she said.",
        'It is 6\'2" tall. "No sale," she said.',
        "It’s the ’90s and don’t say ‘No sale’.",
    ],
)
def test_words_within_quotation_marks_of_any_style_are_quoted(text):
    assert prove("No sale", SourceText(text)).quoted


@pytest.mark.parametrize(
    "text",
    [
        "No sale, she said.",
        "“Late,” she said. No sale. “Later,” she said.",
        '"Late," she said. No sale. "Later," she said.',
        "It's the voters' choice. No sale. It's theirs.",
        "‘Late’ is the voters’ word. No sale.",
        "“Late,” she said.\nNo sale.\n“Later.”",
        "“Unclosed here.\nNo sale. “Later,” she said.",
        "“Late,” she said: No sale “later”",
    ],
)
def test_a_reporters_own_words_are_not_quoted(text):
    assert not prove("No sale", SourceText(text)).quoted


def test_a_span_that_leaves_the_quotation_is_not_quoted():
    source = SourceText("“No sale,” she said. “Not now.”")
    assert prove("“No sale,”", source).quoted
    assert not prove("No sale,” she said.", source).quoted
    assert not prove("No sale,” she said. “Not now.", source).quoted
