"""How a quote's proof is shown: a sign and a word, what was left out, and what stands in the text instead."""

from itertools import groupby
from typing import Final

from tui.analysis.check import QuoteProof
from tui.analysis.proof import DiffKind, DiffWord, ProofState
from tui.app.panes.detail import Block, Fact, Paragraph
from tui.app.panes.text import Line, Piece, Tone, line, one_line

SIGNS: Final = {
    ProofState.EXACT: "✓",
    ProofState.NORMALIZED: "≈",
    ProofState.INTERRUPTED: "⁞",
    ProofState.ELIDED: "…",
    ProofState.ALTERED: "✗",
    ProofState.AMBIGUOUS: "?",
    ProofState.SEALED: "▣",
    ProofState.UNPROVEN: "·",
}
_MEANINGS: Final = {
    ProofState.EXACT: "the words stand in the source, character for character",
    ProofState.NORMALIZED: "the words stand in the source, but for quotation marks, dashes or spaces",
    ProofState.INTERRUPTED: "the words stand in the source, around words of the reporter's",
    ProofState.ELIDED: "the words stand in the source, with others left out",
    ProofState.ALTERED: "these words do not stand in the source",
    ProofState.AMBIGUOUS: "the words stand in several places of the source",
    ProofState.SEALED: "proven where the source's text was, and unchanged since",
    ProofState.UNPROVEN: "no text of the source is here to prove it against",
}
_WARNED: Final = frozenset({ProofState.ALTERED, ProofState.AMBIGUOUS})
DOOR: Final = "text:"
"""What a door to a stored text begins with, before the id of a quote or of a source: no id has a colon."""


def state_words(one: QuoteProof) -> str:
    """The state with its sign: `✓ exact`."""
    return f"{SIGNS[one.proof.state]} {one.proof.state.value}"


def is_warned(one: QuoteProof) -> bool:
    """Whether the state is one that nobody should pass over."""
    return one.proof.state in _WARNED or one.seal_is_broken or not one.in_quotation_marks


def has_text(one: QuoteProof) -> bool:
    """Whether the source's text was there to prove the quote against."""
    return one.proof.state not in {ProofState.SEALED, ProofState.UNPROVEN}


def proof_blocks(one: QuoteProof) -> list[Block]:
    """The state with what it means, the door to the passage, what was left out, and a diff where it was altered."""
    state = one.proof.state
    tone: Tone = "warning" if state in _WARNED else "strong"
    found: list[Block] = [Fact("Proof", (Piece(state_words(one), tone), Piece(f" · {_MEANINGS[state]}", "muted")))]
    if one.seal_is_broken:
        found.append(Fact("", line("its seal is broken: the quote or its source was edited since", "warning")))
    if not one.in_quotation_marks:
        found.append(Fact("", line("! not within quotation marks there: perhaps the reporter's words", "warning")))
    if one.proof.count > 1:
        found.append(Fact("", line(f"it stands there in {one.proof.count:,} places", "muted")))
    left_out = [one_line(words) for words in one.proof.dropped if words.strip()]
    if left_out:
        found.append(Fact("Left out", line(" … ".join(left_out))))
    if has_text(one):
        where = "the passage in the stored text" if one.proof.start is not None else "the stored text"
        found.append(Fact("Read", line(where), door=f"{DOOR}{one.quote.id}"))
    if one.proof.nearest is not None:
        found += [Fact("Nearest", line("the passage most like it; − stands there, + is in the quote", "muted"))]
        found.append(Paragraph(diff_line(one.proof.nearest.diff), barred=True))
    return found


def diff_line(words: tuple[DiffWord, ...]) -> Line:
    """A word diff on one line: −what the source has−, +what the quote has instead+."""
    pieces: list[Piece] = []
    for kind, run in groupby(words, key=lambda word: word.kind):
        text = one_line(" ".join(word.text for word in run))
        if pieces:
            pieces.append(Piece(" "))
        if kind is DiffKind.DROPPED:
            pieces.append(Piece(f"[−{text}−]", "warning"))
        elif kind is DiffKind.ADDED:
            pieces.append(Piece(f"{{+{text}+}}", "accent"))
        else:
            pieces.append(Piece(text))
    return tuple(pieces)
