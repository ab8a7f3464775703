"""The whole page, in the order of a policy brief: the conclusion first, the sources last."""

from collections.abc import Callable
from typing import Final

from tui.analysis.view import View
from tui.export.formats import Profile
from tui.export.html.element import Element, Node, element, written
from tui.export.html.figures import figures
from tui.export.html.head import bottom_line, foot, head, masthead
from tui.export.html.inline import Notes
from tui.export.html.judgments import judgments
from tui.export.html.one_page import one_page
from tui.export.html.questions import questions
from tui.export.html.quotes import quotes
from tui.export.html.sources import notes_of
from tui.export.html.stakeholders import matrix, stakeholders
from tui.export.html.timeline import timeline

Section = Callable[[View, Notes], Element | None]

_SECTIONS: Final[dict[Profile, tuple[Section, ...]]] = {
    "full": (judgments, questions, timeline, stakeholders, quotes, figures),
    "timeline": (timeline,),
    "questions": (questions, matrix),
}


def export(view: View, *, profile: Profile = "full") -> str:
    """An already released View as an HTML file, which ends with one newline; sections without content are left out.

    Nothing in it depends on the day or the machine.
    """
    page: Node
    if profile == "one-page":
        page = one_page(view)
    else:
        notes = Notes(view)
        # The notes are numbered as the sections are made, so from top to bottom.
        made = [one for section in _SECTIONS[profile] for one in [section(view, notes)] if one is not None]
        page = [masthead(view), element("main", bottom_line(view), made, notes_of(view, notes)), foot(view)]
    document = element("html", head(view), element("body", page), lang="en")
    return f"<!DOCTYPE html>{written(document)}\n"
