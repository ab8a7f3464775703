"""What holds for any text and any edit, and for text made to do harm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.proof import ProofState, SourceText, prove
from tui.analysis.proof.normalize import normalize
from tui.analysis.proof.word_diff import word_diff

CORPUS = (
    "Mara Ostlund, who runs the harbour, told the board on Monday: “We have had three offers. None was good enough.”",
    "“You needn't ask twice,” she added. “The port isn’t for sale — not this year, not next year — and that's that.”",
    "In 2025 the port shipped 1,204.5 tonnes of grain, 12-15 percent less than in 2019–2020, the U.S. buyer said.",
    "Roke (the deputy minister) called it ‘a well-meant, half-baked plan’; others were kinder… but not by much.",
    "« Nous ne vendrons pas », a dit le maire. Le port reste public, et l’accord de 10\u202f000 emplois tient.",
    "Dinero, dinero y más dinero: ¿quién paga? ¡Nadie!, dijo el señor Núñez; the rest is silence.",
)
TEXT = "\n\n".join(CORPUS)
SOURCE = SourceText(TEXT)
PASSES = {ProofState.EXACT, ProofState.NORMALIZED, ProofState.AMBIGUOUS}
WORDS = st.sampled_from(["port", "the", "not", "“We", "sell,”", "it.", "won’t", "…", "-", "a", "10.5", "\n", "“"])
QUICK = settings(max_examples=60)


def stands(quote: str, text: str = TEXT) -> bool:
    return normalize(quote).text.strip(".,'\" ") in normalize(text).text


@st.composite
def spans(draw, at_least: int = 1):
    words = draw(st.sampled_from(CORPUS)).replace("\u202f", "_").split()
    words = [word.replace("_", "\u202f") for word in words]
    start = draw(st.integers(0, len(words) - at_least))
    return words[start : draw(st.integers(start + at_least, len(words)))]


@QUICK
@given(spans())
def test_any_span_of_whole_words_proves_where_it_stands(words):
    quote = " ".join(words)
    found = prove(quote, SOURCE)
    if any(character.isalnum() for character in quote):
        assert found.state in {ProofState.EXACT, ProofState.AMBIGUOUS}
        assert TEXT[found.start : found.end] == quote


@QUICK
@given(spans(), st.sampled_from(["\u00ad", "\u200b", "\ufeff"]), st.sampled_from([" ", "\n", "\r\n  ", "\u00a0"]))
def test_typography_never_hides_a_span(words, invisible, space):
    quote = space.join(word[:1] + invisible + word[1:] for word in words if word.isalnum() or len(words) < 3)
    plain = " ".join(word for word in words if word.isalnum() or len(words) < 3)
    if stands(plain) and prove(plain, SOURCE).state in PASSES:
        assert prove(quote, SOURCE).state in PASSES


@QUICK
@given(spans(at_least=4), st.data())
def test_an_inner_word_changed_dropped_doubled_or_moved_is_caught_unless_that_stands_too(words, data):
    inner = data.draw(st.integers(1, len(words) - 2))
    other = data.draw(st.integers(1, len(words) - 2))
    edits = [
        [*words[:inner], "zebra", *words[inner + 1 :]],
        [*words[:inner], *words[inner + 1 :]],
        [*words[:inner], words[inner], *words[inner:]],
        [*words[:inner], "not", *words[inner:]],
    ]
    moved = [*words[:inner], *words[inner + 1 :]]
    moved.insert(other, words[inner])
    for edited in [*edits, moved]:
        quote = " ".join(edited)
        found = prove(quote, SOURCE)
        if not stands(quote) and "…" not in quote:
            assert found.state is ProofState.ALTERED, quote
            assert found.nearest is not None


@QUICK
@given(spans(), st.sampled_from(["start", "end"]))
def test_a_word_cut_at_either_end_is_caught(words, side):
    edge = words[0] if side == "start" else words[-1]
    if not (edge.isascii() and edge.isalpha() and len(edge) > 2 and len(words) > 3):
        return
    quote = " ".join(words)
    cut = quote[1:] if side == "start" else quote[:-1]
    if f" {cut}" not in TEXT and f"{cut} " not in TEXT:
        assert prove(cut, SOURCE).state is ProofState.ALTERED


@QUICK
@given(st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=12).map(" ".join))
def test_what_passes_as_one_piece_stands_in_the_text(text, quote):
    found = prove(quote, SourceText(text))
    if found.state in {ProofState.EXACT, ProofState.NORMALIZED}:
        assert stands(quote, text)
        assert normalize(text[found.start : found.end]).text.strip(".,'\" ") == normalize(quote).text.strip(".,'\" ")


@QUICK
@given(
    st.text(st.characters(codec=None, exclude_categories=()), max_size=80),
    st.text(st.characters(exclude_categories=()), max_size=20),
)
def test_any_text_and_any_quote_give_a_proof_within_the_text(text, quote):
    source = SourceText(text)
    for wanted in (quote, text, text[3:20], f"{text[:9]} … {text[30:40]}"):
        found = prove(wanted, source, prefix=text[:2], suffix=quote)
        for start, end in found.parts:
            assert 0 <= start < end <= len(text)
    assert isinstance(word_diff(text, quote), tuple)


@QUICK
@given(st.text(alphabet="ae\u0301\u0316\u1100\u1161\u11a8 \n\u00ad\u200b-–'’\u212b\u0958", max_size=40))
def test_every_position_maps_back_into_the_raw_text_in_order(raw):
    normalized = normalize(raw)
    ends = [normalized.raw_span(index, index + 1) for index in range(len(normalized.text))]
    assert all(0 <= start < end <= len(raw) for start, end in ends)
    assert ends == sorted(ends)
    for start, end in ends:
        assert normalize(raw[start:end]).text in normalized.text


@pytest.mark.parametrize(
    "text",
    [
        "a " * 10_000,
        "“" * 20_000,
        "' 'x " * 20_000,
        "x" * 100_000,
        "中" * 20_000,
        "[" * 50_000,
        ". " * 50_000,
        "a" + "\u0301\u0316" * 10_000,
        "\n" * 100_000,
        "“a,” b, " * 3_000,
        "\ud800" * 50_000,
        "a\u200b" * 10_000,
    ],
)
def test_a_text_made_to_do_harm_still_gives_an_answer(text):
    source = SourceText(text)
    for quote in (
        "a a a a a b",
        "a a a … b b b",
        "a a a … " * 50,
        "x" * 500,
        "[" * 500 + "a" + "]" * 500,
        text[:5000] + "q",
    ):
        assert prove(quote, source, prefix="q").state in set(ProofState)
