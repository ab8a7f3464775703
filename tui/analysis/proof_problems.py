"""What is wrong with proofs, as Problems at the very words of each quote."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tui.analysis.check import ChangedText, QuoteProof
from tui.analysis.proof import DiffWord, Proof, ProofState
from tui.analysis.seal import TextChange
from tui.load.briefing import Loaded
from tui.load.characters import printable
from tui.load.problem import FILE_START, Place, Problem, Severity

_LONGEST: Final = 300
_MOST_NAMED: Final = 10
_BRACKETED: Final = re.compile(r"\[([^\]…]*\w[^\]…]*)\]")
_MARKS: Final = " \"'“”‘’„‚«»"

Spans = Mapping[str, Sequence[tuple[int, int]]]
"""Stretches of stored texts, in code points, by the source's id."""


class Finding(NamedTuple):
    """A Problem; where a quote was altered, with the word diff between the nearest passage and the quote."""

    problem: Problem
    diff: tuple[DiffWord, ...] = ()


def place_of(one: QuoteProof, loaded: Loaded) -> Place:
    """Where the words that were proven stand in the file."""
    key = "original" if one.quote.original else "text"
    return loaded.document.place(("quotes", one.index, key)) if loaded.document else FILE_START


def is_private(one: QuoteProof, loaded: Loaded) -> bool:
    """Whether nothing of the quote may be said: it is off the record, or shares its lines with one that is."""
    return one.quote.attribution == "off-record" or place_of(one, loaded).line in loaded.private_lines


def findings(proofs: Sequence[QuoteProof], loaded: Loaded) -> list[Finding]:
    """What is to be said of the proofs of a briefing's quotes, one finding for each thing.

    Warnings and notes whose code the briefing ignores are left out.
    """
    ignored = loaded.briefing.check.ignore if loaded.briefing else ()
    spans = _private_spans(proofs, loaded)
    found = [finding for one in proofs for finding in _of(one, loaded, spans)]
    return [one for one in found if one.problem.severity is Severity.ERROR or one.problem.code not in ignored]


def text_changed(changed: ChangedText, path: Path, place: Place) -> Problem:
    """The warning that a stored text was edited since quotes were sealed on it; `place` is where it is named."""
    how = "in its words" if changed.change is TextChange.WORDS else "in white space and punctuation only"
    touched = ", ".join(f"`{one}`" for one in changed.quotes[:_MOST_NAMED])
    more = len(changed.quotes) - _MOST_NAMED
    if more > 0:
        touched += f" and {more} more"
    message = f"the text of the source `{changed.source}` is not the one that was sealed: it differs {how}"
    hint = f"this touches {touched}" if touched else "no quote is touched; run `brief lock` to seal the new text"
    return Problem(path, place, Severity.WARNING, "text-changed", message, hint)


def _of(one: QuoteProof, loaded: Loaded, private: Spans) -> Iterator[Finding]:
    match one.proof.state:
        case ProofState.ALTERED:
            yield _altered(one, loaded, private)
        case ProofState.AMBIGUOUS:
            message = f"these words stand in {one.proof.count} places of the text of the source `{one.quote.source}`"
            hint = "add a `prefix` or `suffix`: what stands directly before or after them"
            yield Finding(_problem(one, loaded, Severity.WARNING, "ambiguous", message=message, hint=hint))
        case ProofState.ELIDED:
            hint = "" if _touches(one.proof, one.quote.source, private) else _edited(one)
            message = "the quote is edited: it leaves out words of its source, or puts others in"
            yield Finding(_problem(one, loaded, Severity.NOTE, "elided", message=message, hint=hint))
        case ProofState.UNPROVEN if one.seal_is_broken:
            message = "the quote or its source's record was edited since the quote was proven, so its seal is broken"
            hint = "run `brief lock` where the source's text is"
            yield Finding(_problem(one, loaded, Severity.WARNING, "seal-broken", message=message, hint=hint))
        case ProofState.UNPROVEN:
            message, hint = _unproven(one, loaded.texts)
            yield Finding(_problem(one, loaded, Severity.NOTE, "unproven", message=message, hint=hint))
    if not one.in_quotation_marks:
        message = "the source has these words, but not within quotation marks: they may be the reporter's own"
        hint = "make it a `summary` of a position, or a `detail` of an event"
        yield Finding(_problem(one, loaded, Severity.WARNING, "not-quoted", message=message, hint=hint))


def _altered(one: QuoteProof, loaded: Loaded, private: Spans) -> Finding:
    nearest = None if _touches(one.proof, one.quote.source, private) else one.proof.nearest
    message = f"these words do not stand in the text of the source `{one.quote.source}`"
    hint = (
        f"the nearest passage is “{_short(nearest.text.strip(_MARKS))}”"
        if nearest
        else "copy the words from the source again"
    )
    problem = _problem(one, loaded, Severity.ERROR, "altered", message=message, hint=hint)
    return Finding(problem, nearest.diff if nearest else ())


def _edited(one: QuoteProof) -> str:
    """What a quote leaves out of its source, and what its brackets put in."""
    dropped = " … ".join(_short(words) for words in one.proof.dropped if words.strip())
    added = " … ".join(_short(words) for words in _BRACKETED.findall(one.quote.original or one.quote.text))
    parts = [f"left out: “{dropped}”" if dropped else "", f"put in: “{added}”" if added else ""]
    return "; ".join(part for part in parts if part)


def _private_spans(proofs: Iterable[QuoteProof], loaded: Loaded) -> Spans:
    """Where in each source's text the words off the record stand, or what is most like them."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in proofs:
        span = _span(one.proof)
        if span is not None and is_private(one, loaded):
            spans.setdefault(one.quote.source, []).append(span)
    return spans


def _touches(proof: Proof, source: str, private: Spans) -> bool:
    span = _span(proof)
    return span is not None and any(start < span[1] and span[0] < end for start, end in private.get(source, ()))


def _span(proof: Proof) -> tuple[int, int] | None:
    if proof.nearest is not None:
        return proof.nearest.start, proof.nearest.end
    return (proof.start, proof.end) if proof.start is not None and proof.end is not None else None


def _unproven(one: QuoteProof, texts: Mapping[str, Path]) -> tuple[str, str]:
    source = one.quote.source
    if source in texts:
        return f"there is no text of the source `{source}` here to prove this quote against", ""
    message = f"the source `{source}` has no stored text to prove this quote against"
    return message, "store one, and give the source its path: `text: texts/article.txt`"


def _problem(
    one: QuoteProof, loaded: Loaded, severity: Severity, code: str, *, message: str, hint: str = ""
) -> Problem:
    private = is_private(one, loaded)
    return Problem(loaded.path, place_of(one, loaded), severity, code, message, hint, private=private)


def _short(words: str) -> str:
    plain = printable(" ".join(words.split()))
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
