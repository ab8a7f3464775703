"""What is let out and repeats words said off the record, in sentences that hold none of these words."""

from typing import TYPE_CHECKING

from tui.analysis.view import View
from tui.model.briefing import Briefing
from tui.model.kinds import NOUNS

if TYPE_CHECKING:
    from tui.analysis.lints.finding import Steps


def repeated(released: View, whole: Briefing) -> tuple[str, ...]:
    """Sentences on the texts of an already released View that repeat words said off the record in `whole`.

    They say so also where the briefing silences the lint, as what has been let out cannot be taken back.
    """
    if all(one.attribution != "off-record" for one in whole.quotes):
        return ()
    # Most briefings do not wait for the lints.
    from tui.analysis.lints.private import repeating  # noqa: PLC0415

    places = [one.steps for one in repeating(released.briefing, whole)]
    telling = {steps[:2] for steps in places if steps[2:] == ("id",)}
    return tuple(
        f"{_place(released.briefing, steps, name=steps[:2] not in telling)} repeats words said off the record"
        for steps in places
        if steps != ("bottom_line",) or released.bottom_line is not None
    )


def _place(briefing: Briefing, steps: "Steps", *, name: bool) -> str:
    """A place in a briefing as in "`title` of the event `talks`"; an item without its id where `name` is false."""
    kind, *rest = steps
    noun = NOUNS.get(str(kind))
    if noun is None:
        return f"`{kind}` of the briefing"
    index, *within = rest
    key = ".".join(str(step) for step in within if isinstance(step, str))
    if name:
        return f"`{key}` of the {noun} `{getattr(briefing, str(kind))[index].id}`"
    return f"`{key}` of {'an' if noun[0] in 'aeiou' else 'a'} {noun}"
