"""Judgments: what the author concludes."""

from typing import Literal

from tui.model.base import Item, Text
from tui.model.edtf import EDTF
from tui.model.likelihood import Likelihood
from tui.model.references import AnyRef, JudgmentRef

Confidence = Literal["high", "moderate", "low"]


class Judgment(Item):
    """A conclusion with its likelihood and, apart from that, the confidence in it (ICD 203)."""

    text: Text
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    about: tuple[AnyRef, ...] = ()
    evidence: tuple[AnyRef, ...] = ()
    made: EDTF | None = None
    revises: JudgmentRef | None = None
    """The judgment that this one replaces."""
