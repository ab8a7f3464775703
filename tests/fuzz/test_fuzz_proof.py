"""Whatever a quote and a text are: what is said to stand there stands there, letter for letter.

The letters and digits alone are compared here, in a few lines that know nothing of how a proof is found.
"""

import re
import unicodedata

from fuzzing import fuzzed
from hypothesis import strategies as st

from tui.analysis.proof import DiffKind, ProofState, SourceText, prove
from tui.analysis.proof.normalize import INVISIBLE, SPACES
from tui.analysis.proof.word_diff import word_diff

SENTENCES = (
    "Mara Ostlund, who runs the harbour, told the board on Monday: “We have had three offers. None was good enough.”",
    "“You needn't ask twice,” she added. “The port isn’t for sale — not this year, not next year — and that's that.”",
    "In 2025 the port shipped 1,204.5 tonnes of grain, 12-15 percent less than in 2019–2020, the U.S. buyer said.",
    "Roke (the deputy minister) called it ‘a well-meant, half-baked plan’; others were kinder… but not by much.",
    "« Nous ne vendrons pas », a dit le maire. Le port reste public, et l’accord de 10\u202f000 emplois tient.",
    "港口不会出售，市长说：“我们不卖。”他在2025年再次这样说。",
    "“The [port] is not … for sale,” he wrote. “It is ours; it stays ours.” “Ours,” she said, “is ours.”",
)
PIECES = [
    *(" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u00ad", "\u200b", "\u2028", "\u0301", "\u0323"),
    *("“", "”", '"', "‘", "’", "'", "«", "»", "(", ")", "[", "]", "…", "...", "[…]", "[...]", "—", "–", "-", ",", "."),
    *("not", "the port", "We", "ours", "for sale", "10", "U.S.", "n't", "港", "口", "é", "İ", "ﬁ", "e\u0301"),
]  # fmt: skip
UNSEEN = INVISIBLE + SPACES + " "
PASSED = {ProofState.EXACT, ProofState.NORMALIZED, ProofState.INTERRUPTED, ProofState.ELIDED}


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A text with up to four small things put in, cut out or doubled."""
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 12)))
        match draw(st.sampled_from(["put in", "cut", "double", "swap"])):
            case "put in":
                text = text[:at] + draw(st.sampled_from(PIECES)) + text[at:]
            case "cut":
                text = text[:at] + text[to:]
            case "double":
                text = text[:to] + text[at:to] + text[to:]
            case "swap":
                text = text[:at] + draw(st.sampled_from(PIECES)) + text[to:]
    return text


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, str]:
    """A stored text, and a quote of a stretch of it, each with small faults."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
    text = draw(st.sampled_from(["\n", "\n\n", " ", "\r\n"])).join(sentences)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, min(len(text), start + 160)))
    return draw(edited(text)), draw(edited(text[start:end]))


def letters(text: str) -> str:
    """The letters and digits of a text, each spelt in one way."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if one.isalnum())


def own_words(quote: str) -> str:
    """A quote without what its author put between brackets."""
    return re.sub(r"\[[^\[\]]*\]", "", quote)


@fuzzed(60, case=cases())
def test_what_is_proven_stands_in_the_text(case):
    text, quote = case
    found = prove(quote, SourceText(text))
    for start, end in found.parts:
        assert 0 <= start < end <= len(text)
    assert list(found.parts) == sorted(found.parts)
    assert all(before[1] <= after[0] for before, after in zip(found.parts, found.parts[1:], strict=False))
    if found.state not in PASSED:
        return
    taken = "".join(text[start:end] for start, end in found.parts)
    if found.state is ProofState.EXACT:
        # What is not seen at either end is no part of the words.
        assert text[found.start : found.end] == quote.strip(UNSEEN)
    if found.state is ProofState.ELIDED:
        assert_elided(quote, taken)
    else:
        assert letters(taken) == letters(quote)
    # A word is never cut, in scripts that part words.
    for index in (found.start, found.end):
        around = unicodedata.normalize("NFC", text[max(0, index - 1) : index + 1])
        assert not (len(around) == 2 and around.isascii() and around.isalpha())


def assert_elided(quote: str, taken: str) -> None:
    """All of the quote's own letters follow in what was taken, and no others but single ones that brackets changed."""
    if letters(taken) in {letters(quote), letters(own_words(quote))}:
        return
    rest = iter(letters(taken))
    assert all(one in rest for one in letters(own_words(quote)))
    assert len(letters(taken)) <= len(letters(quote))


@fuzzed(40, case=cases())
def test_the_same_question_has_the_same_answer_whatever_was_asked_before(case):
    text, quote = case
    source = SourceText(text)
    first = prove(quote, source)
    for _ in range(60):
        prove(text[:40], source)
    assert prove(quote, source) == first
    assert prove(quote, SourceText(text)) == first


@fuzzed(40, case=cases())
def test_a_diff_has_the_words_of_both(case):
    text, quote = case
    diff = word_diff(text, quote)
    for kind, whole in ((DiffKind.ADDED, text), (DiffKind.DROPPED, quote)):
        kept = " ".join(one.text for one in diff if one.kind is not kind)
        assert letters(kept) == letters(whole)
