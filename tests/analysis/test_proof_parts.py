"""Quotes in several parts: interrupted by a reporter, elided by their author, altered beyond both."""

import pytest

from tui.analysis.proof import DiffKind, ProofState, SourceText, prove
from tui.analysis.proof.word_diff import word_diff

SAID = (
    "“We will,” Ostlund told reporters in the harbour, “never sell the terminal.”\n"
    "“The tariff stays,” she said. “Who would take that? We decide.”\n"
    "He called it “a threat,” and said it should be “banned” by June. “Later,” he said.\n"
    "“It is late,” he said.\n“It is dark.”\n"
)


def proof(quote: str, text: str = SAID, **surroundings: str):
    return prove(quote, SourceText(text), **surroundings)


@pytest.mark.parametrize(
    ("quote", "dropped"),
    [
        ("We will never sell the terminal.", "Ostlund told reporters in the harbour,"),
        ("We will, never sell", "Ostlund told reporters in the harbour,"),
        ("tariff stays. Who would take that?", "she said."),
        ("The tariff stays, Who", "she said."),
    ],
)
def test_a_quote_over_a_reporters_words_is_interrupted_and_shows_them(quote, dropped):
    found = proof(quote)
    assert found.state is ProofState.INTERRUPTED
    assert found.dropped == (dropped,)
    assert len(found.parts) == 2
    assert found.quoted


@pytest.mark.parametrize(
    "quote",
    [
        "The tariff stays! Who would take that?",
        "The tariff stays. Who would take that.",
        "a threat banned",
        "banned Later",
        "It is late. It is dark.",
        "We will Ostlund never sell the terminal",
        "We never sell the terminal",
    ],
)
def test_fragments_other_paragraphs_and_other_punctuation_are_no_interruption(quote):
    assert proof(quote).state is ProofState.ALTERED


@pytest.mark.parametrize(
    "text",
    [
        "“We will sell,” said Ostlund. “Never,” said Roke.",
        "“We will sell,” she said. “Never,” he replied.",
        "“We will sell,” said Mara Ostlund. Ilan Roke answered: “Never.”",
        "“We will sell,” said Ostlund, and Roke replied, “Never.”",
    ],
)
def test_what_two_speakers_said_is_not_one_quotation(text):
    assert proof("We will sell. Never", text).state is ProofState.ALTERED


@pytest.mark.parametrize(
    "text",
    [
        "“We will sell,” said Ostlund. “Never,” she added.",
        "“We will sell,” Ms. Ostlund of the U.S. Chamber said Monday. “Never,” Ostlund told Reuters.",
        "“We will sell,” Ostlund said Thursday. “Never,” the director told Reuters.",
        "“We will sell,” Ostlund said, adding: “Never.”",
        "“We will sell,” she said. “Never.” Roke said nothing.",
    ],
)
def test_what_one_speaker_said_is(text):
    assert proof("We will sell. Never", text).state is ProofState.INTERRUPTED


def test_several_interruptions_each_have_their_entry():
    text = "‘No sale,’ she said, ‘no lease,’ she added, ‘and no swap.’"
    found = proof("No sale, no lease and no swap.", text)
    assert found.state is ProofState.INTERRUPTED
    assert found.dropped == ("she said,", "she added,")


RULING = (
    "The court held that the port should not be banned from trading grain, oil or coal. Ships may dock at night.\n"
    "Ships may dock at noon.\n"
)


@pytest.mark.parametrize(
    ("quote", "dropped"),
    [
        ("should … be banned", ("not",)),
        ("the port should … be banned from trading", ("not",)),
        ("the port should not … trading grain, oil", ("be banned from",)),
        ("the port should not ... trading grain, oil", ("be banned from",)),
        ("the port should not . . . trading grain, oil", ("be banned from",)),
        ("the port should not [...] trading grain, oil", ("be banned from",)),
        ("the port should not (…) trading grain, oil", ("be banned from",)),
        ("held that the [harbour] should not be banned", ("port",)),
        ("held that the port [really] should not be banned", ("",)),
        ("oil or coal. … may dock at night", ("Ships",)),
        ("… held that the port …", ()),
        ("[t]he court held that", ("T",)),
    ],
)
def test_an_elided_quote_shows_what_was_dropped(quote, dropped):
    found = proof(quote, RULING)
    assert found.state is ProofState.ELIDED
    assert found.dropped == dropped
    assert found.start == found.parts[0][0]
    assert found.end == found.parts[-1][1]


@pytest.mark.parametrize(
    "quote",
    [
        "port … not … banned",
        "the port … trading grain, oil or coal",
        "port … be",
        "should [now] be banned",
        "Ships may dock at … dock at noon",
        "trading grain, oil … the port should not",
        "the port should not … trading grain, tea",
        "held that the port should n … trading grain, oil",
        "[S]he court held that",
        "[…]",
        "should not be … be banned from trading",
    ],
)
def test_fragments_and_parts_out_of_order_or_paragraph_are_altered(quote):
    assert proof(quote, RULING).state is ProofState.ALTERED


def test_nothing_can_be_stitched_from_single_words():
    text = "I think the board will meet, but nobody should resign."
    assert proof("I … will … resign", text).state is ProofState.ALTERED


def test_marks_that_stand_in_the_text_are_words_like_others():
    text = "“We [the board] will … in the end agree to sell all of it,” the minutes say."
    assert proof("We [the board] will … in the end", text).state is ProofState.EXACT
    found = proof("We [the board] will … in the … to sell all of it", text)
    assert found.state is ProofState.ELIDED
    assert found.dropped == ("end agree",)


def test_every_part_of_an_elided_quote_must_be_quoted():
    text = (
        "“We will not sell,” he said, and the port stays public, he added. "
        "“We will not sell and the port stays public.”"
    )
    assert not proof("We will not sell … port stays public, he", text).quoted
    assert proof("We will not … the port stays public", text).quoted


def test_the_nearest_passage_is_shown_with_a_word_diff():
    found = proof("the port should now be banned from trading gain", RULING)
    assert found.nearest is not None
    assert found.nearest.text == "the port should not be banned from trading grain,"
    assert RULING[found.nearest.start : found.nearest.end] == found.nearest.text
    changed = [(word.kind, word.text) for word in found.nearest.diff if word.kind is not DiffKind.SAME]
    assert changed == [
        (DiffKind.DROPPED, "not"),
        (DiffKind.ADDED, "now"),
        (DiffKind.DROPPED, "grain,"),
        (DiffKind.ADDED, "gain"),
    ]


def test_the_nearest_passage_of_a_cut_word_is_where_it_was_cut():
    found = proof("THE COURT HELD THAT", RULING)
    assert found.nearest is not None
    assert found.nearest.text == "The court held that"
    cut = proof("10", "It grew by 10.5 percent.")
    assert cut.nearest is not None
    assert "10.5" in cut.nearest.text


def test_no_passage_is_near_where_no_word_is_shared():
    assert proof("Quite another matter", RULING).nearest is None


def test_a_diff_leaves_typography_out_and_keeps_case_and_punctuation_in():
    kinds = [(word.kind.value, word.text) for word in word_diff("“We won’t sell, ever,” he", "We won't sell; Ever")]
    assert kinds == [
        ("same", "“We"),
        ("same", "won’t"),
        ("dropped", "sell,"),
        ("added", "sell;"),
        ("dropped", "ever,”"),
        ("added", "Ever"),
        ("dropped", "he"),
    ]


def test_a_diff_shows_quotation_marks_inside_and_not_around_a_quote():
    assert [word.kind.value for word in word_diff("“The ‘big’ deal,” he", "The “big” deal")] == [
        "same",
        "dropped",
        "added",
        "same",
        "dropped",
    ]
