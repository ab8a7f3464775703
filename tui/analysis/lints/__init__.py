"""Lints: what is sound by the format and yet worth a second look. Each has a code by which a file can silence it."""

from collections.abc import Callable, Iterator
from typing import Final

from tui.analysis.lints import dates, private, support, words
from tui.analysis.lints.finding import Finding
from tui.load.characters import shortened
from tui.load.suggest import did_you_mean
from tui.model.briefing import Briefing

PROOF_CODES: Final = ("ambiguous", "elided", "not-quoted", "seal-broken", "unproven")
"""The codes of what proofs find that a file can silence as well."""


def _unknown_ignored(briefing: Briefing) -> Iterator[Finding]:
    """`unknown-ignore`: the file silences a code that there is not, so what it meant is told all the same."""
    possible = (*LINTS, *PROOF_CODES)
    for index, code in enumerate(briefing.check.ignore):
        if code not in possible:
            hint = did_you_mean(code, possible) or "name a warning or a note; errors are always told"
            message = f"`{shortened(code, _LONGEST)}` is no code that can be silenced"
            yield Finding("unknown-ignore", ("check", "ignore", index), message, hint)


_LONGEST: Final = 40
LINTS: Final[dict[str, Callable[[Briefing], Iterator[Finding]]]] = {
    "likelihood-and-confidence": words.likelihood_with_confidence,
    "likelihood-band": words.outside_band,
    "mixed-scripts": words.mixed_scripts,
    "no-evidence": support.without_evidence,
    "no-source": support.without_source,
    "no-yes": words.stance_without_yes,
    "off-record-repeated": private.repeated_off_record,
    "overdue-question": dates.overdue_questions,
    "planned-in-past": dates.planned_in_the_past,
    "published-after-as-of": dates.published_after_as_of,
    "said-after-published": dates.said_after_published,
    "uncorroborated": support.uncorroborated,
    "unknown-ignore": _unknown_ignored,
    "unused-actor": support.unused_actors,
}
"""Every lint by its code; the docstring of each says why."""


def findings(briefing: Briefing) -> list[Finding]:
    """What the lints find, without the codes that the briefing's `check: {ignore: […]}` names."""
    return [one for code, lint in LINTS.items() if code not in briefing.check.ignore for one in lint(briefing)]
