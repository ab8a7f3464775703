"""Lints on what an item rests on, and whether anything rests on it."""

from collections.abc import Iterator

from tui.analysis.known import Knowledge
from tui.analysis.lints.finding import Finding
from tui.analysis.naming import within
from tui.analysis.origins import independent_origins
from tui.model.admiralty import Credibility
from tui.model.briefing import Briefing
from tui.model.kinds import KINDS, Kind

# A question and a judgment are the author's own; a source and an actor are known from what names them.
_SOURCED: tuple[Kind, ...] = ("relations", "positions", "events", "figures")


def without_source(briefing: Briefing) -> Iterator[Finding]:
    """`no-source`: an item does not say where it comes from, so nobody can stand behind it."""
    knowledge = Knowledge(briefing)
    for kind in _SOURCED:
        for index, item in enumerate(getattr(briefing, kind)):
            if not knowledge.sources_of(item):
                yield Finding(
                    "no-source",
                    (kind, index),
                    f"`{item.id}` has no source",
                    "add `sources: [id]`",
                )


def unused_actors(briefing: Briefing) -> Iterator[Finding]:
    """`unused-actor`: nothing refers to an actor. Either an item is missing, or the actor is left over."""
    named = within(item for kind in KINDS if kind != "actors" for item in getattr(briefing, kind))
    for index, actor in enumerate(briefing.actors):
        if actor.id not in named:
            yield Finding(
                "unused-actor",
                ("actors", index),
                f"nothing refers to the actor `{actor.id}`",
                "say what they did, said or want, or remove the actor",
            )


def without_evidence(briefing: Briefing) -> Iterator[Finding]:
    """`no-evidence`: a judgment does not say what it rests on (ICD 203 asks for the basis of every judgment)."""
    for index, judgment in enumerate(briefing.judgments):
        if not judgment.evidence:
            yield Finding(
                "no-evidence",
                ("judgments", index),
                f"the judgment `{judgment.id}` has no evidence",
                "add `evidence: [ids of events, quotes, figures, …]`",
            )


def uncorroborated(briefing: Briefing) -> Iterator[Finding]:
    """`uncorroborated`: credibility `1` means confirmed by other sources, and all there are have one origin."""
    for index, quote in enumerate(briefing.quotes):
        if quote.credibility is Credibility.CONFIRMED and len(independent_origins(quote, briefing)) < 2:
            yield Finding(
                "uncorroborated",
                ("quotes", index, "credibility"),
                "credibility 1 means confirmed by other sources, and these have one origin",
                "add an independent source to `corroborated_by`, or rate it `2`",
            )
