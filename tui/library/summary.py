"""What a list of briefings shows of each."""

from dataclasses import dataclass
from pathlib import Path

from tui.analysis.view import open_questions, view
from tui.load.briefing import Loaded
from tui.load.problem import Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """One briefing in a list; dates are EDTF as written, `problems` counts errors and warnings."""

    id: str
    path: Path
    title: str
    topics: tuple[str, ...]
    as_of: str
    open_questions: int
    next_date: str | None
    problems: int
    bottom_line: str


def summarize(loaded: Loaded) -> Summary:
    """The summary of a briefing; of a file of which nothing can be shown, its name and the count of its problems."""
    problems = sum(one.severity is not Severity.NOTE for one in loaded.problems)
    briefing = loaded.briefing
    if briefing is None:
        return Summary("", loaded.path, loaded.path.name, (), "", 0, None, problems, "")
    shown = view(briefing)
    following = shown.next_date()
    return Summary(
        briefing.id,
        loaded.path,
        briefing.title,
        briefing.topics,
        briefing.as_of.text,
        open_questions(briefing.questions),
        following.text if following else None,
        problems,
        briefing.bottom_line,
    )
