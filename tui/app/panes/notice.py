"""What is said of a briefing of which parts are wrong."""

from tui.analysis.view import View
from tui.app.panes.detail import Block, Blocks, Gap, Paragraph
from tui.app.panes.text import Line, Piece, line, one_line
from tui.app.panes.words import count, when
from tui.load.briefing import Loaded
from tui.load.characters import printable
from tui.load.problem import FILE_START, Problem, Severity


def notice(loaded: Loaded) -> str:
    """One sentence on the errors and warnings of a file; "" where there are none."""
    found = _problems(loaded)
    if not found:
        return ""
    shown = "parts of it are not shown" if any(one.left_out for one in found) else "all of it is shown"
    return f"! {count(len(found), 'problem')}: {shown}. ! lists them."


def broken_since(loaded: Loaded) -> str:
    """One sentence on a file of which nothing can be shown any more, while its last good state still is."""
    first = next((one for one in loaded.problems if one.severity is Severity.ERROR), None)
    if first is None:
        return "! The file cannot be shown as it is now. Below is its last good state."
    # What is wrong with the whole file has no line.
    where = "" if first.place == FILE_START else f"line {first.place.line}, column {first.place.column}: "
    return f"! {where}{one_line(first.message)}. Below is the last good state; ! lists what is wrong."


def not_shown(loaded: Loaded) -> Blocks:
    """Every error and warning of a file with its line, what is wrong, and what is not shown on its account."""
    found = _problems(loaded)
    if not found:
        return ()
    blocks: list[Block] = [Gap(), Paragraph(line(count(len(found), "problem"), "heading"))]
    blocks += [Paragraph(_line(one)) for one in found]
    return tuple(blocks)


def not_known(view: View) -> Blocks:
    """What is said of an item that comes later than the date at which one stands."""
    if not view.withheld:
        return (Paragraph(line("There is nothing more to tell of this.", "muted")),)
    words = f"Not known on {when(view.date)}. A later date has it; the newest state is a key away."
    return (Paragraph(line(words, "muted")),)


def _problems(loaded: Loaded) -> list[Problem]:
    return [one for one in loaded.problems if one.severity is not Severity.NOTE]


def _line(problem: Problem) -> Line:
    left_out = f" · not shown: {one_line(problem.left_out)}" if problem.left_out else ""
    place = f"{printable(problem.path.name)}:{problem.place.line} "
    return (Piece(place, "muted"), Piece(one_line(problem.message)), Piece(left_out, "muted"))
