"""The proof of one quote against one stored text: which of the states holds, and where."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.proof.elision import elided
from tui.analysis.proof.interruption import interrupted
from tui.analysis.proof.nearest import nearest_passage
from tui.analysis.proof.normalize import DOUBLE_MARKS, INVISIBLE, SINGLE_MARKS, normalize
from tui.analysis.proof.quote_forms import punctuated_otherwise
from tui.analysis.proof.state import Proof, ProofState
from tui.analysis.proof.surroundings import Surroundings
from tui.analysis.proof.words import count_words, has_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.analysis.proof.joined import Joined
    from tui.analysis.proof.source_text import SourceText

SHORT = 6
"""Words under which a quote that stands in several places is ambiguous."""
_MOST_PLACES = 100_000
"""Places counted for one quote."""
_PREFERENCE = 1000
"""Places among which an exact and a quoted one is preferred to the first."""


def prove(quote: str, source: SourceText, *, prefix: str | None = None, suffix: str | None = None) -> Proof:
    """Prove that a quote's words stand in a text, as section 3 of the design has it. Never raises.

    White space around the quote is not part of it. `prefix` and `suffix` are text that stands directly before and
    after; they choose among several places. Where only one place is left, or none fits, they have no say: a quote
    that stands in one place needs nothing to tell it apart.

    The state is one of exact, normalized, interrupted, elided, ambiguous and altered.
    """
    quote = quote.strip()
    if not has_word(quote):
        return Proof(ProofState.ALTERED)
    texts = [source] if source.rejoined is None else [source, source.rejoined]
    for text in texts:
        if proof := _prove(quote, text, prefix, suffix):
            return proof
    if (words := _within_own_marks(quote)) and (proof := prove(words, source, prefix=prefix, suffix=suffix)).parts:
        return replace(proof, state=ProofState.NORMALIZED) if proof.state is ProofState.EXACT else proof
    return Proof(ProofState.ALTERED, nearest=nearest_passage(quote, source))


def _within_own_marks(quote: str) -> str:
    """Give the words of a quote that its author put within one pair of quotation marks, else an empty string."""
    inner = quote[1:-1]
    marks = DOUBLE_MARKS + SINGLE_MARKS
    is_wrapped = quote[0] in marks and quote[-1] in marks and not any(mark in inner for mark in DOUBLE_MARKS)
    return inner.strip() if is_wrapped and inner else ""


def _prove(quote: str, source: SourceText, prefix: str | None, suffix: str | None) -> Proof | None:
    text = normalize(quote, rejoin=source.rejoins).text.strip()
    wanted = _Wanted(quote, count_words(quote) < SHORT, Surroundings.of(prefix, suffix))
    spans = [(start, start + len(text)) for start in islice(source.places(text), _MOST_PLACES)]
    if spans:
        return _contiguous(wanted, source, spans)
    spans = sorted(
        (start, start + len(form.text))
        for form in punctuated_otherwise(text)
        for start in islice(source.places(form.text), _MOST_PLACES)
        if form.fits(source.text, start)
    )
    if spans:
        return _contiguous(wanted, source, spans)
    if found := interrupted(text, source):
        return _joined(wanted, source, ProofState.INTERRUPTED, found)
    if found := elided(quote, source):
        return _joined(wanted, source, ProofState.ELIDED, found)
    return None


class _Wanted(NamedTuple):
    quote: str
    short: bool
    surroundings: Surroundings

    def state(self, state: ProofState, places: Sequence[object]) -> ProofState:
        return ProofState.AMBIGUOUS if self.short and len(places) > 1 else state


def _contiguous(wanted: _Wanted, source: SourceText, spans: Sequence[tuple[int, int]]) -> Proof:
    spans = wanted.surroundings.choose(source.text, spans)
    candidates = [source.normalized.raw_span(*span) for span in islice(spans, _PREFERENCE)]
    quoted = [source.is_quoted(*span) for span in candidates]
    exact = [_is_exact(wanted.quote, source.raw, *span) for span in candidates]
    best = min(range(len(candidates)), key=lambda number: (not exact[number], not quoted[number], number))
    start, end = candidates[best]
    state = ProofState.EXACT if exact[best] else ProofState.NORMALIZED
    return Proof(wanted.state(state, spans), start, end, count=len(spans), quoted=any(quoted), parts=((start, end),))


def _is_exact(quote: str, raw: str, start: int, end: int) -> bool:
    """Compare with the raw text, also the invisible characters at the quote's ends, which no span holds."""
    visible = quote.lstrip(INVISIBLE)
    start -= len(quote) - len(visible)
    end += len(visible) - len(visible.rstrip(INVISIBLE))
    return start >= 0 and end - start == len(quote) and raw.startswith(quote, start)


def _joined(wanted: _Wanted, source: SourceText, state: ProofState, found: Iterable[Joined]) -> Proof:
    by_span = {(match.parts[0][0], match.parts[-1][1]): match for match in found}
    spans = wanted.surroundings.choose(source.text, list(by_span))
    matches = [by_span[span] for span in spans]
    quoted = [all(source.is_quoted(*source.normalized.raw_span(*part)) for part in match.parts) for match in matches]
    best = matches[quoted.index(True) if any(quoted) else 0]
    parts = tuple(source.normalized.raw_span(*part) for part in best.parts)
    return Proof(
        wanted.state(state, spans),
        parts[0][0],
        parts[-1][1],
        count=len(spans),
        quoted=any(quoted),
        dropped=best.dropped,
        parts=parts,
    )
