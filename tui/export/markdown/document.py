"""The whole document, in the order of a policy brief: the conclusion first, the sources last."""

from collections.abc import Callable
from typing import Final

from tui.analysis.view import View
from tui.export.formats import Profile
from tui.export.markdown.figures import figures
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.front_matter import front_matter
from tui.export.markdown.one_page import one_page
from tui.export.markdown.questions import questions
from tui.export.markdown.quotes import quotes
from tui.export.markdown.since import Since, what_changed
from tui.export.markdown.sources import sources
from tui.export.markdown.stakeholders import matrix_alone, stakeholders
from tui.export.markdown.timeline import timeline
from tui.export.markdown.top import bottom_line, judgments, title_block

Section = Callable[[View, Footnotes], list[str]]

_SECTIONS: Final[dict[Profile, tuple[Section, ...]]] = {
    "full": (judgments, questions, timeline, stakeholders, quotes, figures, sources),
    "timeline": (timeline,),
    "questions": (questions, matrix_alone),
}


def export(
    view: View, *, profile: Profile = "full", with_front_matter: bool = False, since: Since | None = None
) -> str:
    """An already released View as Markdown, which ends with one newline; sections without content are left out.

    With `since` it says after the judgments what changed since then. Lines are not wrapped: each block's text is one
    line. Nothing in it depends on the day or the machine.
    """
    head = [front_matter(view)] if with_front_matter else []
    blocks = one_page(view) if profile == "one-page" else _sections(view, profile, since)
    return "\n\n".join([*head, *blocks]) + "\n"


def _sections(view: View, profile: Profile, since: Since | None) -> list[str]:
    footnotes = Footnotes(view)
    blocks = [*title_block(view), *bottom_line(view)]
    # The footnotes are numbered as the sections are written, so from top to bottom.
    for section in _SECTIONS[profile]:
        blocks += section(view, footnotes)
        if section is judgments and since is not None:
            blocks += what_changed(since)
    blocks += [one for one in [footnotes.definitions()] if one]
    if view.briefing.tlp:
        # TLP 2.0 asks for the marking at the foot of a document as well as at its head.
        blocks.append(f"**{view.briefing.tlp.label}**")
    return blocks
