"""Lints: what is sound by the format and yet worth a second look. Each has a code by which a file can silence it."""

from collections.abc import Callable, Iterator
from typing import Final

from tui.analysis.lints import dates, private, support, words
from tui.analysis.lints.finding import Finding
from tui.model.briefing import Briefing

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
    "unused-actor": support.unused_actors,
}
"""Every lint by its code; the docstring of each says why."""


def findings(briefing: Briefing) -> list[Finding]:
    """What the lints find, without the codes that the briefing's `check: {ignore: […]}` names."""
    return [one for code, lint in LINTS.items() if code not in briefing.check.ignore for one in lint(briefing)]
