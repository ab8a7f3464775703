"""What a briefing says first."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from tui.analysis.view import View, open_questions
from tui.cli.panes.text import QUIET, STRONG, below, heading, one_line
from tui.export.wording import label
from tui.model.edtf import describe
from tui.model.judgment import Judgment


def overview(view: View) -> Iterator[RenderableType]:
    """The bottom line, the judgments, and how much there is of all else."""
    yield heading("Bottom line")
    yield Text(view.bottom_line) if view.bottom_line else Text(view.withheld, QUIET)
    if view.judgments:
        yield heading("Judgments")
        for one in view.judgments:
            yield from _judgment(one, view)
    following = view.next_date()
    asked = open_questions(view.questions)
    facts = [
        f"{asked} open question{'' if asked == 1 else 's'}",
        f"next date {describe(following)}" if following else "",
        *(_count(len(getattr(view, kind)), kind) for kind in ("events", "actors", "quotes", "figures", "sources")),
    ]
    yield Text.assemble("\n", (" · ".join(one for one in facts if one), QUIET))


def _judgment(judgment: Judgment, view: View) -> Iterator[RenderableType]:
    yield Text(one_line(judgment.text), STRONG)
    rated = [
        f"Likelihood: {judgment.likelihood.words}." if judgment.likelihood else "",
        f"Confidence in this judgment is {judgment.confidence}." if judgment.confidence else "",
        f"Made: {describe(judgment.made)}." if judgment.made else "",
    ]
    shown = " ".join(one for one in rated if one)
    if shown:
        yield from below(Text(shown))
    if judgment.evidence:
        rests = "; ".join(one_line(label(view, one)) for one in judgment.evidence)
        yield from below(Text(f"Rests on: {rests}", QUIET))


def _count(number: int, kind: str) -> str:
    return f"{number} {kind[:-1] if number == 1 else kind}" if number else ""
