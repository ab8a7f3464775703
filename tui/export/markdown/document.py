"""The whole document, in the order of a policy brief: the conclusion first, the sources last."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tui.analysis.view import View
from tui.export.formats import Profile
from tui.export.markdown.figures import figures
from tui.export.markdown.footnotes import Footnotes
from tui.export.markdown.questions import questions
from tui.export.markdown.quotes import quotes
from tui.export.markdown.sources import sources
from tui.export.markdown.stakeholders import matrix_alone, stakeholders
from tui.export.markdown.timeline import timeline
from tui.export.markdown.top import bottom_line, judgments, title_block

if TYPE_CHECKING:
    from tui.export.markdown.since import Since

Section = Callable[[View, Footnotes], list[str]]

_SECTIONS: Final[dict[Profile, tuple[Section, ...]]] = {
    "full": (judgments, questions, timeline, stakeholders, quotes, figures, sources),
    "timeline": (timeline,),
    "questions": (questions, matrix_alone),
}


def export(
    view: View,
    *,
    profile: Profile = "full",
    with_front_matter: bool = False,
    since: "Since | None" = None,
    notes: str = "",
) -> str:
    """An already released View as Markdown, which ends with one newline; sections without content are left out.

    With `since` it says below the judgments what changed since then. `notes`, a section of Markdown, comes last. Lines
    are not wrapped: each block's text is one line. Nothing in it depends on the day or the machine.
    """
    # A plain brief, the most common, does not wait for the imports of the others.
    head = []
    if with_front_matter:
        from tui.export.markdown.front_matter import front_matter  # noqa: PLC0415

        head = [front_matter(view)]
    if profile == "one-page":
        from tui.export.markdown.one_page import one_page  # noqa: PLC0415

        blocks = one_page(view)
    else:
        blocks = _sections(view, profile, since)
    if notes:
        # Above the marking, which has to be at the foot.
        blocks.insert(len(blocks) - bool(view.briefing.tlp), notes.removesuffix("\n"))
    return "\n\n".join([*head, *blocks]) + "\n"


def _sections(view: View, profile: Profile, since: "Since | None") -> list[str]:
    footnotes = Footnotes(view)
    blocks = [*title_block(view), *bottom_line(view)]
    # The footnotes are numbered as the sections are written, so from top to bottom.
    for section in _SECTIONS[profile]:
        if since is not None and section is not judgments:
            blocks += _what_changed(since)
            since = None
        blocks += section(view, footnotes)
    blocks += [one for one in [footnotes.definitions()] if one]
    if view.briefing.tlp:
        # TLP 2.0 asks for the marking at the foot of a document as well as at its head.
        blocks.append(f"**{view.briefing.tlp.label}**")
    return blocks


def _what_changed(since: "Since") -> list[str]:
    from tui.export.markdown.since import what_changed  # noqa: PLC0415

    return what_changed(since)
