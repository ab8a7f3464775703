"""What a command says of what is wrong in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.failure import FOUND_WRONG, Failure
from tui.cli.shown import as_argument, shown_path
from tui.cli.streams import tell
from tui.load.problem import Severity

if TYPE_CHECKING:
    from tui.load.briefing import Loaded
    from tui.load.problem import Problem
    from tui.model.briefing import Briefing


def tell_problems(problems: tuple[Problem, ...]) -> None:
    """Say what is wrong in a line for each problem, with its hint."""
    for one in problems:
        where = f"{shown_path(one.path)}:{one.place.line}:{one.place.column}"
        tell(f"{where}: {one.severity}[{one.code}]: {one.message}", one.hint)


def usable(loaded: Loaded, done: str, name: str = "this briefing") -> Briefing:
    """The briefing; its problems are told, and Failure raised, where nothing of it can be `done` (shown, exported)."""
    if loaded.briefing is None:
        tell_problems(loaded.problems)
        raise Failure(f"nothing of {name} can be {done}")
    return loaded.briefing


def errors_of(loaded: Loaded) -> list[Problem]:
    """The errors in a briefing and in what its library shares."""
    shared = loaded.shared.problems if loaded.shared else ()
    return [one for one in (*loaded.problems, *shared) if one.severity is Severity.ERROR]


def counted(errors: int) -> str:
    """How many errors there are, in words."""
    return "1 error" if errors == 1 else f"{errors:,} errors"


def tell_wrong(loaded: Loaded, so: str = "") -> int:
    """Say that a briefing is partly wrong, if it is, and what of that; the exit code."""
    errors = errors_of(loaded)
    if not errors:
        return 0
    path = shown_path(loaded.path)
    hint = f"`brief check {as_argument(loaded.path)}` says what and where"
    tell(f"{path} is partly wrong ({counted(len(errors))}){so}", hint)
    return FOUND_WRONG
