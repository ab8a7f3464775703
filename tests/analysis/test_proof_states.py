"""Each state of a proof, on a news text with every kind of typography."""

import pytest

from tui.analysis.proof import ProofState, SourceText, prove

ARTICLE = """\
Harbour authority rules out sale of Port Verrin

PORT VERRIN — The Harbour Authority of Port Verrin will not sell its grain terminal, its director said on Tuesday.

“We will never sell the terminal,” Mara Ostlund told reporters, “and we won’t lease it.”

“The offer was $10.5 million. That’s 2,000 jobs,” she said. “Who would take that? Not the so-called investors.”

Deputy minister Ilan Roke called the bid ‘a threat to the voters’ trust’ and said foreign ownership should not be \
banned outright. The ministry [of Transport] … has until 2026–27 to decide, he added.

“The tariff stays,” Ostlund said. The tariff stays, the ministry confirmed.

“Nobody asked us about the terminal before the bid was made,” said Roke. “Nobody asked us about the terminal.”
"""


def proof(quote: str, text: str = ARTICLE, **surroundings: str):
    return prove(quote, SourceText(text), **surroundings)


@pytest.mark.parametrize(
    "quote",
    [
        "We will never sell the terminal",
        "and we won’t lease it.",
        "That’s 2,000 jobs",
        "should not be banned outright",
        "The ministry [of Transport] … has until 2026–27 to decide",
        "Tuesday.\n\n“We will never",
    ],
)
def test_words_that_stand_there_character_for_character_are_exact_where_they_stand(quote):
    found = proof(quote)
    assert found.state is ProofState.EXACT
    assert ARTICLE[found.start : found.end] == quote
    assert found.parts == ((found.start, found.end),)
    assert found.count == 1


@pytest.mark.parametrize(
    ("quote", "stands"),
    [
        ("and we won't lease it", "and we won’t lease it"),
        ("PORT VERRIN - The Harbour", "PORT VERRIN — The Harbour"),
        ("until 2026-27 to decide", "until 2026–27 to decide"),
        ("We will  never\nsell the\u00a0terminal", "We will never sell the terminal"),
        ("We will never sell the ter\u00adminal", "We will never sell the terminal"),
        ("We will never sell the terminal.", "We will never sell the terminal"),
        ('"We will never sell the terminal"', "“We will never sell the terminal,”"),
        ("'a threat to the voters' trust.'", "‘a threat to the voters’ trust’"),
    ],
)
def test_typography_and_the_final_comma_or_stop_are_normalized(quote, stands):
    found = proof(quote)
    assert found.state is ProofState.NORMALIZED
    assert ARTICLE[found.start : found.end] == stands


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("cafe\u0301 owners", "The caf\u00e9 owners"),
        ("caf\u00e9 owners", "The cafe\u0301 owners"),
        ("\u1eadp m\u1ecdi n\u01a1i", "a\u0302\u0323p m\u1ecdi n\u01a1i"),
        ("\ud55c\uad6d \uc815\ubd80", "\u1112\u1161\u11ab\u1100\u116e\u11a8 \uc815\ubd80"),
        ("the divestiture ends", "\ufeffthe divesti\u00ad\nture ends"),
        ("the divesti ture ends", "the divesti\u00ad\nture ends"),
        ("a deal - or none", "a deal -- or none"),
        ("wait… and see", "wait... and see"),
        ("wait... and see …", "wait… and see ..."),
        ("“a deal or none”", "a deal or none"),
        ("我们不会卖。", "我们不会卖"),
    ],
)
def test_composed_and_decomposed_letters_and_broken_lines_compare_equal(quote, text):
    found = proof(quote, text)
    assert found.state is ProofState.NORMALIZED
    assert found.end == len(text)


@pytest.mark.parametrize(
    "quote",
    [
        "we will never sell the terminal",
        "We will never ever sell the terminal",
        "We will sell the terminal",
        "We never will sell the terminal",
        "We will never sell a terminal",
        "Who would take that.",
        "e will never sell",
        "We will never sell the termina",
        "The offer was $10",
        "5 million",
        "000 jobs",
        "and we won",
        "called investors",
        "until 2026",
        "",
        "…",
        "?!",
    ],
)
def test_anything_else_is_altered(quote):
    found = proof(quote)
    assert found.state is ProofState.ALTERED
    assert (found.start, found.end, found.count, found.parts) == (None, None, 0, ())


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("legal", "It is illegal."),
        ("need", "You needn't go."),
        ("need", "You needn’t go."),
        ("t go", "You needn't go."),
        ("20", "in 2020"),
        ("1.5", "11.5"),
        ("10", "10,000"),
        ("10", "10\u202f000"),
        ("5 percent", "grew .5 percent"),
        ("3 percent", "grew −3 percent"),
        ("S. officials", "U.S. officials"),
        ("T", "AT&T"),
        ("China tensions", "ongoing U.S.-China tensions"),
        ("ongoing U.S.", "ongoing U.S.-China tensions"),
        ("war mood", "an (anti)-war mood"),
        ("D. in law", "a Ph.D. in law"),
        ("est pas à vendre", "Le port n’est pas à vendre"),
        ("que l", "Il sait que l’accord tient"),
        ("Angelo", "D’Angelo said"),
        ("צה", 'צה"ל הודיע'),
        ("legi", "un col·legi"),
        ("resume", "re\u0301sume\u0301"),
        ("fi", "the ﬁ ligature"),
        ("a deal.", "Is it a deal?"),
        ("a deal?", "a deal."),
        ("a deal!", "a deal"),
    ],
)
def test_a_word_or_number_cut_at_either_end_is_altered(quote, text):
    assert proof(quote, text).state is ProofState.ALTERED


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("and we", "a deal—and we go"),
        ("a deal", "a deal—and we go"),
        ("我们不会卖", "他说：“我们不会卖。”"),
        ("売らない", "私たちは売らないと言った"),
        ("a deal", "a deal.Then he left"),
        ("90s", "the '90s"),
        ("accord tient", "Il sait que l’accord tient"),
        ("anti", "a so-called “anti”-war mood"),
    ],
)
def test_dashes_and_scripts_without_spaces_part_words(quote, text):
    assert proof(quote, text).state is ProofState.EXACT


def test_a_short_quote_in_several_places_is_ambiguous_until_its_surroundings_settle_it():
    assert (proof("The tariff stays").state, proof("The tariff stays").count) == (ProofState.AMBIGUOUS, 2)
    first = proof("The tariff stays", suffix="Ostlund said")
    second = proof("The tariff stays", prefix="said", suffix=", the ministry")
    assert first.state is second.state is ProofState.EXACT
    assert first.count == second.count == 1
    assert first.start < second.start
    assert first.quoted
    assert not second.quoted


def test_surroundings_that_fit_nowhere_settle_nothing():
    assert proof("The tariff stays", prefix="never").state is ProofState.AMBIGUOUS
    assert proof("we won’t lease it", prefix="never").state is ProofState.EXACT


def test_a_longer_repeat_is_proven_at_its_first_place_with_a_count():
    found = proof("Nobody asked us about the terminal")
    assert (found.state, found.count) == (ProofState.EXACT, 2)
    assert found.start == ARTICLE.index("Nobody asked")


def test_a_quoted_place_is_preferred():
    text = "The harbour is not for sale this year.\n\n“The harbour is not for sale this year,” he said."
    found = proof("The harbour is not for sale this year", text)
    assert found.quoted
    assert found.start == text.rindex("The harbour")
