"""Where the palette leads in a briefing: the items to which one can go, and those on which one can focus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.app.palette import Destination
from tui.app.panes.mention import speakers
from tui.app.panes.text import one_line
from tui.app.panes.words import date_of, quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.view import View

    Go = Callable[[str], object]
    """What is done with the id of the item that is chosen."""


def focus_places(view: View, focus: Go) -> list[Destination]:
    """The questions and actors on which one can focus."""
    return [
        *(
            Destination(one_line(one.text), f"Focus on this question: {one.status}", partial(focus, one.id))
            for one in view.questions
        ),
        *(
            Destination(
                one_line(one.name),
                f"Focus on {one.role or one.kind or 'this actor'}",
                partial(focus, one.id),
                one.aliases,
            )
            for one in view.actors
        ),
    ]


def places(view: View, follow: Go) -> list[Destination]:
    """The actors, questions, events and quotes to which one can go by name."""
    found = [
        Destination(one_line(one.name), "Go to this stakeholder", partial(follow, one.id), one.aliases)
        for one in view.actors
    ]
    found += [Destination(one_line(one.text), "Go to this question", partial(follow, one.id)) for one in view.questions]
    found += [
        Destination(one_line(one.title), f"Go to this event: {date_of(one)}", partial(follow, one.id))
        for one in view.events
    ]
    found += [
        Destination(quoted(one_line(one.text)), f"Go to this quote: {speakers(view, one)}", partial(follow, one.id))
        for one in view.quotes
    ]
    return found
