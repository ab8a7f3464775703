"""What `brief check` found, as a good compiler prints it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

import click

from tui.analysis.proof import DiffKind, DiffWord, ProofState
from tui.cli.checking import Checked, Seen
from tui.cli.excerpt import excerpt
from tui.cli.shown import shown_path
from tui.load.characters import printable
from tui.load.names import SHARED_NAME
from tui.load.problem import Problem, Severity
from tui.load.seal import LOCK_NAME

MOST: Final = 100
"""Problems that are printed one by one."""
_COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WEIGHT: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_NARROWEST: Final = 40
_LONGEST_RUN: Final = 12
_KEPT_OF_RUN: Final = 4


def report(checked: Checked, *, colour: bool, width: int) -> Iterator[str]:
    """The report, in pieces that end with a line end; `width` is that of the terminal, in cells.

    Quotes that cannot be proven are counted in the summary, not told one by one. Of more than MOST problems, the
    gravest are printed.
    """
    told = [one for one in checked.seen if one.finding.problem.code != "unproven"]
    printed = told
    if len(told) > MOST:
        by_weight = sorted(range(len(told)), key=lambda index: (_WEIGHT[told[index].finding.problem.severity], index))
        printed = [told[index] for index in sorted(by_weight[:MOST])]
    pen = _Pen(colour)
    for one in printed:
        yield from _problem(one, pen, width)
        yield "\n"
    if len(told) > len(printed):
        rest = Counter(one.finding.problem.severity for one in told)
        rest.subtract(one.finding.problem.severity for one in printed)
        yield f"… and {_counts(rest)} more\n\n"
    yield summary(checked) + "\n"


class _Pen:
    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, colour: str | None = None, *, bold: bool = False) -> str:
        return click.style(text, fg=colour, bold=bold) if self._colour and text else text


def _problem(one: Seen, pen: _Pen, width: int) -> Iterator[str]:
    problem, colour = one.finding.problem, _COLOURS[one.finding.problem.severity]
    where = f"{shown_path(problem.path)}:{problem.place.line}:{problem.place.column}:"
    label = pen(f"{problem.severity}[{problem.code}]", colour, bold=True)
    yield f"{pen(where, bold=True)} {label}: {printable(problem.message)}\n"
    gutter = f"{problem.place.line:>5} | "
    if one.line is not None:
        shown = excerpt(one.line, problem.place, max(_NARROWEST, width - len(gutter)))
        yield f"{pen(gutter, 'blue')}{shown.text}\n"
        yield f"{pen('      | ', 'blue')}{' ' * shown.offset}{pen('^' * shown.width, colour, bold=True)}\n"
    if one.finding.diff:
        yield f"  diff: {_diff(one.finding.diff, pen)}\n"
    elif problem.hint:
        yield f"  help: {printable(problem.hint)}\n"
    if problem.left_out and not problem.private:
        yield f"  left out: {printable(problem.left_out)}\n"


def _diff(words: Sequence[DiffWord], pen: _Pen) -> str:
    """One line: [−what the source has−] {+what the quote has instead+}; long runs of the same words are shortened."""
    parts = []
    for kind, group in groupby(words, key=lambda one: one.kind):
        run = [printable(one.text) for one in group]
        if kind is DiffKind.SAME and len(run) > _LONGEST_RUN:
            run = [*run[:_KEPT_OF_RUN], "…", *run[-_KEPT_OF_RUN:]]
        text = " ".join(run)
        if kind is DiffKind.DROPPED:
            text = pen(f"[−{text}−]", "red")
        elif kind is DiffKind.ADDED:
            text = pen(f"{{+{text}+}}", "green")
        parts.append(text)
    return " ".join(parts)


def summary(checked: Checked) -> str:
    """One line on the whole: problems, in how many files, and how the quotes stand."""
    problems = [one.finding.problem for one in checked.seen if one.finding.problem.code != "unproven"]
    counts = Counter(one.severity for one in problems)
    if not problems:
        text = f"no problems in {_number(checked.briefings, 'briefing')}"
    else:
        text = f"{_counts(counts)} in {_where(problems, checked.briefings)}"
    states = Counter(one.state for one in checked.quotes)
    if states:
        listed = ", ".join(f"{states[state]} {state}" for state in ProofState if states[state])
        text += f"; {_number(len(checked.quotes), 'quote')}: {listed}"
    return text[:1].upper() + text[1:]


def _where(problems: Iterable[Problem], briefings: int) -> str:
    paths = {one.path for one in problems}
    beside = [name for name in (SHARED_NAME, LOCK_NAME) if any(one.name == name for one in paths)]
    own = sum(one.name not in beside for one in paths)
    named = [*beside, f"{own} of {_number(briefings, 'briefing')}"] if own else beside
    return " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def _counts(counts: Counter[Severity]) -> str:
    return ", ".join(_number(counts[one], one.value) for one in Severity if counts[one])


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
