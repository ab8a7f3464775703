"""A file that is saved outside shows at once; one that is broken leaves the last good state up."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from textual.message import Message
from textual.worker import get_current_worker

from tui.app.panes.gathered import problems_pane
from tui.app.panes.notice import broken_since, notice
from tui.app.panes.order import PANES
from tui.app.reading import read_briefing, read_proofs, stamp_of
from tui.app.screens.briefing.find import Find
from tui.load.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tui.analysis.view import View
    from tui.app.panes.pane import Pane
    from tui.app.reading import Stamp
    from tui.library.proofs import Proven
    from tui.load.briefing import Loaded
    from tui.load.problem import Problem

EVERY: Final = 0.5
"""Seconds between two looks at the files."""

PROBLEMS: Final = "Problems"


class Live(Find):
    """A briefing that follows its file."""

    class Changed(Message):
        """The briefing's file, or one that it rests on, is another than it was; `loaded` is what it is now."""

        def __init__(self, loaded: Loaded) -> None:
            super().__init__()
            self.loaded = loaded

    class Proven(Message):
        """The quotes of `loaded` have been proven."""

        def __init__(self, loaded: Loaded, proven: Proven) -> None:
            super().__init__()
            self.loaded = loaded
            self.proven = proven

    def __init__(self, loaded: Loaded, view: View, root: Path, stamp: Stamp) -> None:
        super().__init__(loaded, view)
        self.root = root
        self.texts: Mapping[str, str] = {}
        self.problems: tuple[Problem, ...] = loaded.problems
        self._stamp = stamp
        self._is_looking = False

    def begin(self) -> None:
        """Show what is shown first; prove the quotes while it is read, and look at the files from now on."""
        super().begin()
        self._prove()
        self.look()
        self.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Look whether a file has changed, in a thread: a file system may be slow to answer."""
        if not self._is_looking:
            self._is_looking = True
            self.run_worker(self._look, thread=True, group="look", exit_on_error=False)

    def _look(self) -> None:
        try:
            self._compare()
        finally:
            self._is_looking = False

    def _compare(self) -> None:
        worker = get_current_worker()
        stamp = stamp_of(self.root, self.loaded.path, self.loaded.texts.values())
        before, self._stamp = self._stamp, stamp
        # Of the texts there is no stamp yet when a briefing has just been read.
        if stamp[: len(before)] == before or worker.is_cancelled:
            return
        loaded, _ = read_briefing(self.root, self.loaded.path, None)
        if not worker.is_cancelled:
            self.post_message(self.Changed(loaded))

    def on_live_changed(self, message: Changed) -> None:
        """Show what the file says now, the place kept; or what is wrong with it, with the last good state below."""
        self.problems = message.loaded.problems
        if message.loaded.briefing is None:
            self.show_notice(broken_since(message.loaded))
        else:
            self.take_in(message.loaded)
            self._prove()
        if self.pane.title == PROBLEMS:
            self.action_problems()

    def take_in(self, loaded: Loaded) -> None:
        """Show another state of the file."""
        self.loaded = loaded
        self.__dict__.pop("known_days", None)
        focus = self.view.focus
        if focus is not None and not any(one.id == focus for one in (*self.whole.actors, *self.whole.questions)):
            focus = None
        self.show_notice(notice(loaded))
        self.show_view(self.view_of(self.view.as_of, focus))

    def _prove(self) -> None:
        self.run_worker(partial(self._read_proofs, self.loaded), thread=True, group="prove", exit_on_error=False)

    def _read_proofs(self, loaded: Loaded) -> None:
        self.post_message(self.Proven(loaded, read_proofs(self.root, loaded)))

    def on_live_proven(self, message: Proven) -> None:
        """Show how the proofs of the quotes came out, the place kept."""
        if message.loaded is self.loaded:
            self.view = replace(self.view, proofs=message.proven.proofs)
            self.texts = message.proven.texts
            self.show_again()

    def pane_of(self, title: str) -> Pane:
        """The pane of this title, one that gathers included."""
        return self.gathered[title] if title in self.gathered else super().pane_of(title)

    @cached_property
    def gathered(self) -> dict[str, Pane]:
        """The lists beside the panes that have been opened, by title."""
        return {}

    def gather(self, pane: Pane) -> None:
        """Show a list beside the panes, and keep the way back."""
        if self.pane.title != pane.title:
            self.keep_way()
        self.gathered[pane.title] = pane
        self.forget(pane)
        self.show_pane(pane)
        self.use("list")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What makes sense now: a list beside the panes can be closed."""
        if action == "close_list":
            return self.pane not in PANES and self.column == "list" and not self.sought
        return super().check_action(action, parameters)

    def action_close_list(self) -> None:
        """Go back to where one was before the list was opened."""
        if self.trail:
            self.action_return()
        else:
            self.action_pane(1)

    def action_problems(self) -> None:
        """List what is wrong with the file."""
        self.gather(problems_pane(PROBLEMS, [one for one in self.problems if one.severity is not Severity.NOTE]))

    def on_notice_line_chosen(self) -> None:
        """List what is wrong, as the notice says."""
        self.action_problems()

    @property
    def selected_problem(self) -> Problem | None:
        """The problem that is selected in the list of problems."""
        selected = self.selected
        if self.pane.title != PROBLEMS or selected is None:
            return None
        listed = [one for one in self.problems if one.severity is not Severity.NOTE]
        return listed[int(selected.removeprefix("problem-"))]
