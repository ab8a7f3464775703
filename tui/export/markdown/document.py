"""The whole document, in the order of a policy brief: the conclusion first, the sources last."""

from tui.analysis.view import View
from tui.export.markdown.figures import figures
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.questions import questions
from tui.export.markdown.quotes import quotes
from tui.export.markdown.since import Since, what_changed
from tui.export.markdown.sources import sources
from tui.export.markdown.stakeholders import stakeholders
from tui.export.markdown.timeline import timeline
from tui.export.markdown.top import bottom_line, judgments, title_block


def export(view: View, since: Since | None = None) -> str:
    """An already released View as Markdown, which ends with one newline; sections without content are left out.

    With `since` it says after the judgments what changed since then. Lines are not wrapped: each block's text is one
    line. Nothing in it depends on the day or the machine.
    """
    footnotes = Footnotes(view)
    blocks = [*title_block(view), *bottom_line(view)]
    # The footnotes are numbered as the sections are written, so from top to bottom.
    blocks += judgments(view, footnotes)
    if since is not None:
        blocks += what_changed(since)
    for section in (questions, timeline, stakeholders, quotes, figures, sources):
        blocks += section(view, footnotes)
    blocks += [one for one in [footnotes.definitions()] if one]
    if view.briefing.tlp:
        # TLP 2.0 asks for the marking at the foot of a document as well as at its head.
        blocks.append(f"**{view.briefing.tlp.label}**")
    return "\n\n".join(blocks) + "\n"
