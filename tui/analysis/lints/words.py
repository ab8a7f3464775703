"""Lints on wording: likelihoods as ICD 203 has them, questions that can be answered yes, names in one script."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tui.analysis.lints.finding import Finding, Steps
from tui.model.briefing import Briefing, Shared
from tui.model.likelihood import Likelihood, Term

_TERMS: Final = {term.words: term for term in Term}
_TERM_PATTERN: Final = "|".join(sorted((re.escape(words) for words in _TERMS), key=len, reverse=True))
_TERM_AND_NUMBER: Final = re.compile(
    rf"(?<![\w-])({_TERM_PATTERN})\s*[\[(,:–—-]?\s*(?:about|around|some)?\s*"
    r"(\d{1,3}(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(\d{1,3}(?:\.\d+)?))?\s*(?:%|per ?cent)",
    re.IGNORECASE,
)
_LIKELIHOOD: Final = re.compile(
    rf"(?<![\w-])(?:{_TERM_PATTERN}|prob(?:able|ably)|improbable|remote|highly (?:un)?likely|chances? are)(?![\w-])",
    re.IGNORECASE,
)
_CONFIDENCE: Final = re.compile(r"(?<!\w)(?:high|moderate|low)[- ]confidence|with confidence|confident", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?;])\s+")
_NO_YES: Final = re.compile(
    r"\s*(?:(?:by|for|from|in|of|on|to|under|until|with|at|about)\s+)?"
    r"(?:who|whom|whose|what|which|when|where|why|how)(?:'s|’s)?\b",
    re.IGNORECASE,
)


def outside_band(briefing: Briefing) -> Iterator[Finding]:
    """`likelihood-band`: a term of ICD 203 beside a number outside its band. A reader would not know which is meant."""
    for steps, likelihood in _likelihoods(briefing):
        if likelihood.term is not None and not _fits(likelihood.term, likelihood.low, likelihood.high):
            yield _band(steps, likelihood.term)
    for index, judgment in enumerate(briefing.judgments):
        for match in _TERM_AND_NUMBER.finditer(judgment.text):
            term = _TERMS[match[1].lower()]
            if not _fits(term, Decimal(match[2]), Decimal(match[3] or match[2])):
                yield _band(("judgments", index, "text"), term)


def _likelihoods(briefing: Briefing) -> Iterator[tuple[Steps, Likelihood]]:
    for index, judgment in enumerate(briefing.judgments):
        if judgment.likelihood is not None:
            yield ("judgments", index, "likelihood"), judgment.likelihood
    for index, question in enumerate(briefing.questions):
        for number, estimate in enumerate(question.estimates):
            yield ("questions", index, "estimates", number, "likelihood"), estimate.likelihood


def _fits(term: Term, low: Decimal, high: Decimal) -> bool:
    lowest, highest = term.band
    return lowest <= low and high <= highest


def _band(steps: Steps, term: Term) -> Finding:
    low, high = term.band
    return Finding(
        "likelihood-band",
        steps,
        f"“{term.words}” stands for {low}–{high} %, and the number is outside of that",
        "change the term or the number",
    )


def likelihood_with_confidence(briefing: Briefing) -> Iterator[Finding]:
    """`likelihood-and-confidence`: both in one sentence, which ICD 203 forbids: readers take one for the other."""
    for index, judgment in enumerate(briefing.judgments):
        for sentence in _SENTENCE_END.split(judgment.text):
            if _LIKELIHOOD.search(sentence) and _CONFIDENCE.search(sentence):
                yield Finding(
                    "likelihood-and-confidence",
                    ("judgments", index, "text"),
                    "one sentence has both how likely it is and how confident you are",
                    "say the confidence in `confidence`, or in a sentence of its own",
                )
                break


def stance_without_yes(briefing: Briefing) -> Iterator[Finding]:
    """`no-yes`: a stance says whether an actor wants a yes, and this question cannot be answered yes."""
    open_ended = {question.id for question in briefing.questions if _NO_YES.match(question.text)}
    for index, position in enumerate(briefing.positions):
        takes_sides = position.stance not in {None, "no-comment", "unknown"}
        if takes_sides and position.question in open_ended:
            yield Finding(
                "no-yes",
                ("positions", index, "stance"),
                f"the question `{position.question}` has no yes to want",
                "say it in a `summary` instead, or word the question so that yes answers it",
            )


def mixed_scripts(briefing: Briefing | Shared) -> Iterator[Finding]:
    """`mixed-scripts`: one name in letters of two scripts. Letters that look alike can pass for another name."""
    for index, actor in enumerate(briefing.actors):
        for steps, name in (
            (("actors", index, "name"), actor.name),
            *((("actors", index, "aliases", number), alias) for number, alias in enumerate(actor.aliases)),
        ):
            found = scripts(name)
            if len(found) > 1:
                yield Finding(
                    "mixed-scripts",
                    steps,
                    f"the name is written in {' and '.join(sorted(found))} letters",
                    "keep to one script, and write the other form as an alias",
                )


def scripts(text: str) -> frozenset[str]:
    """The scripts of a text's letters, such as `Latin`; those of Chinese, Japanese and Korean count as one."""
    return frozenset(_script(character) for character in text if character.isalpha()) - {""}


def _script(letter: str) -> str:
    first = unicodedata.name(letter, "").partition(" ")[0]
    if first in _EAST_ASIAN:
        return "East Asian"
    return first.capitalize() if first in _SCRIPTS else ""


_EAST_ASIAN: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "KATAKANA-HIRAGANA"})
_SCRIPTS: Final = frozenset(
    {
        "ARABIC",
        "ARMENIAN",
        "BENGALI",
        "CHEROKEE",
        "COPTIC",
        "CYRILLIC",
        "DEVANAGARI",
        "ETHIOPIC",
        "GEORGIAN",
        "GREEK",
        "GUJARATI",
        "GURMUKHI",
        "HEBREW",
        "KANNADA",
        "KHMER",
        "LAO",
        "LATIN",
        "MALAYALAM",
        "MONGOLIAN",
        "MYANMAR",
        "ORIYA",
        "SINHALA",
        "TAMIL",
        "TELUGU",
        "THAANA",
        "THAI",
        "TIBETAN",
    }
)
