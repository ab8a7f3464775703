"""The reader: one app with a library or a briefing on its screen."""

from __future__ import annotations

import gc
import os
import sys
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.message import Message
from textual.worker import Worker, WorkerFailed, WorkerState, get_current_worker

from tui.app.commands import EVERYWHERE, bindings, commands_of, key_name
from tui.app.keys import use_keys
from tui.app.reading import read_briefing, stamp_of
from tui.app.theme_keeper import ThemeKeeper
from tui.app.typed_ahead import TypedAhead
from tui.load.characters import printable
from tui.settings.config import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.console import RenderableType
    from textual.binding import Binding
    from textual.command import Provider
    from textual.driver import Driver
    from textual.screen import Screen

    from tui.analysis.view import View
    from tui.app.reading import Stamp
    from tui.app.screens.agenda import AgendaScreen
    from tui.app.screens.briefing import BriefingScreen
    from tui.app.screens.library_columns import LibraryColumns
    from tui.app.screens.problems import ProblemsScreen
    from tui.app.widgets.prompt import Prompt
    from tui.library.folder import Library
    from tui.load.briefing import Loaded
    from tui.load.problem import Problem
    from tui.model.edtf import EDTF
    from tui.reader.reader import ReaderState
    from tui.settings.themes import ThemeFile


_SETTLED: Final = 2.0
"""Seconds after which what the library's screen is made of has been made."""

_MADE_BETWEEN: Final = 20_000
"""Objects between two looks of the garbage collector: a look at so many takes a millisecond."""


def _collect_again() -> None:
    """Turn the garbage collector on, which was off for the start; what that has made stays, and is not looked at."""
    gc.freeze()
    gc.set_threshold(_MADE_BETWEEN, *gc.get_threshold()[1:])
    gc.enable()


def _commands() -> type[Provider]:
    from tui.app.palette import CommandProvider

    return CommandProvider


def _places() -> type[Provider]:
    from tui.app.palette import GoToProvider

    return GoToProvider


class BriefApp(TypedAhead, inherit_bindings=False):
    """The reader of the library, or with a `path` of that one briefing.

    `library` is the library, or its folder, with which it need not have been imported yet. `item` is the id at which
    the briefing at `path` is opened; every briefing is shown as of `as_of`, its newest state where that is None.
    `settings` are the user's; what is wrong with them is told.
    """

    TITLE = "brief"
    BINDINGS = bindings(EVERYWHERE)
    COMMANDS: ClassVar[set[Callable[[], type[Provider]]]] = {_commands, _places}  # type: ignore[assignment]

    class BriefingRead(Message):
        """A file has been read; there is no View where nothing of it can be shown."""

        def __init__(self, loaded: Loaded, view: View | None, item: str | None, stamp: Stamp) -> None:
            super().__init__()
            self.stamp = stamp
            self.loaded = loaded
            self.view = view
            self.item = item

    class ThemesRead(Message):
        """The theme files have been read."""

        def __init__(self, files: tuple[ThemeFile, ...], problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.files = files
            self.problems = problems

    def __init__(
        self,
        library: Library | Path,
        *,
        path: Path | None = None,
        item: str | None = None,
        as_of: EDTF | None = None,
        settings: Settings | None = None,
    ) -> None:
        # Textual reads the stylesheets of screens that are pushed, not that of the one at the bottom.
        bottom = "library" if path is None else "opening"
        super().__init__(
            css_path=["app.tcss", f"screens/{bottom}.tcss"],
            # Without colours, what the terminal has of its own is all there is.
            ansi_color=True if os.environ.get("NO_COLOR") is not None else None,
        )
        # What stands in for the streams says -1 instead, with which no process can be started.
        for capture, stream in ((self._capture_stdout, sys.__stdout__), (self._capture_stderr, sys.__stderr__)):
            if stream is not None:
                capture.fileno = stream.fileno  # type: ignore[method-assign]
        self._collects = gc.isenabled()
        self.root = library if isinstance(library, Path) else library.root
        self.path = path
        self.item = item
        self.as_of = as_of
        self.settings = settings or Settings()
        use_keys(self, EVERYWHERE, self.settings.keys)
        self.themes = ThemeKeeper(self, self.settings.theme)
        self._reads_themes = False
        self.error: BaseException | None = None
        """The error that nobody expected and on account of which the reader ended."""
        self.report = ""
        """The sentence that says where its report is."""

    @cached_property
    def state(self) -> ReaderState:
        """What this reader has read, bookmarked and noted."""
        from tui.reader.reader import ReaderState

        return ReaderState()

    def get_driver_class(self) -> type[Driver]:
        """The driver that gives the terminal back however the reader ends."""
        from textual.drivers.linux_driver import LinuxDriver

        from tui.app.terminal import Terminal

        found = super().get_driver_class()
        return Terminal if found is LinuxDriver else found

    def _handle_exception(self, error: Exception) -> None:
        """Leave because of an error that nobody expected, with a report saved."""
        if self._exit and type(error).__module__.startswith("textual."):
            # Who leaves while a screen is being made leaves it half made.
            self._close_messages_no_wait()
            return
        if self.error is None:
            from tui.app.crash import saved

            self.error = error.error if isinstance(error, WorkerFailed) else error
            self.report = saved(self.error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual would print every variable on the way to the error, and what a briefing says with them.
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:  # noqa: ARG002 - the name is Textual's
        """Leave without a drawing of the error, for the same reason."""
        self._close_messages_no_wait()

    def get_default_screen(self) -> Screen[None]:
        """What everything else stands upon: the library, or the place where the one briefing is being read."""
        if self.path is None:
            from tui.app.screens.library import LibraryScreen

            screen: Screen[None] = LibraryScreen(self.root)
        else:
            from tui.app.screens.opening import OpeningScreen

            screen = OpeningScreen(self.root, self.path, is_dated=self.as_of is not None)
        self._use_keys(screen)
        return screen

    def _use_keys(self, screen: Screen[Any]) -> None:
        use_keys(screen, commands_of(screen), self.settings.keys)

    def on_mount(self) -> None:
        """Read what was asked for once the first frame stands."""
        self.screen_change_signal.subscribe(self, self._use_keys, immediate=True)
        if self.path is not None:
            self.call_after_refresh(self.open_briefing, self.path, self.item)
        self.call_after_refresh(self._use_themes)
        if not self._collects:
            # As soon as the first frame stands: what a briefing leaves behind as it is read would stay in memory.
            self.call_after_refresh(_collect_again)
            if self.path is None:
                self.set_timer(_SETTLED, gc.freeze)

    def get_key_display(self, binding: Binding) -> str:
        """A key as people call it."""
        return key_name(binding.key)

    def open_briefing(self, path: Path, item: str | None = None) -> None:
        """Read a briefing in a thread, and show it when it has been read."""
        self.run_worker(
            partial(self._read_briefing, path, item), thread=True, exclusive=True, group="open", exit_on_error=False
        )

    def _read_briefing(self, path: Path, item: str | None) -> None:
        worker = get_current_worker()
        # Before it is read: what is saved meanwhile is seen afterwards.
        stamp = stamp_of(self.root, path)
        loaded, view = read_briefing(self.root, path, self.as_of)
        if not worker.is_cancelled:
            self.post_message(self.BriefingRead(loaded, view, item, stamp))

    async def on_brief_app_briefing_read(self, message: BriefingRead) -> None:
        """Show a briefing, or what is wrong with its file."""
        if not self._reads_themes:
            # The briefing that was asked for came first. It stays, and no look of the collector's has to go through it.
            self.call_after_refresh(self._read_all_themes)
            if not self._collects:
                self.call_after_refresh(gc.freeze)
        if message.view is None:
            from tui.app.screens.problems import ProblemsScreen

            self.push_screen(ProblemsScreen(message.loaded.path, message.loaded.problems))
            return
        from tui.app.screens.briefing import BriefingScreen

        # What was typed while it was being read is for the briefing, once that is whole.
        await self.push_screen(BriefingScreen(message.loaded, message.view, self.root, message.item, message.stamp))
        await self.type_held_back()

    def _use_themes(self) -> None:
        # The first frame does not wait for YAML; the theme follows it at once, the others when they are read.
        self.themes.use_first()
        self._tell("A setting cannot be used", self.settings.problems)
        if self.path is None:
            self._read_all_themes()

    def _read_all_themes(self) -> None:
        self._reads_themes = True
        self.run_worker(self._read_themes, thread=True, group="themes", exit_on_error=False)

    def _read_themes(self) -> None:
        from tui.settings.themes import load_themes

        self.post_message(self.ThemesRead(*load_themes()))

    def on_brief_app_themes_read(self, message: ThemesRead) -> None:
        """Offer the themes, and say which files are wrong."""
        self._tell("A theme is not as it should be", (*message.problems, *self.themes.take(message.files)))

    def watch_theme(self, name: str) -> None:
        """Keep the theme that was chosen for the next time."""
        if self.is_running:
            self.themes.choose(name)

    def _tell(self, title: str, problems: Sequence[Problem]) -> None:
        for one in problems[:3]:
            where = f"{printable(one.path.name)}:{one.place.line}:{one.place.column}"
            self.notify(
                f"{where}: {printable(one.message)}\n{printable(one.hint)}",
                title=title,
                severity="warning",
                timeout=12,
                markup=False,
            )
        if len(problems) > 3:
            more = f"{len(problems) - 3} more: `brief themes` and `brief config --path` tell them all"
            self.notify(more, title=title, severity="warning", markup=False)

    def on_library_columns_opened(self, message: LibraryColumns.Opened) -> None:
        """Open the briefing that was chosen."""
        self.open_briefing(message.path, message.item)

    def on_agenda_screen_opened(self, message: AgendaScreen.Opened) -> None:
        """Open a briefing at what was chosen from the agenda."""
        self.open_briefing(message.path, message.item)

    async def on_problems_screen_read_again(self, message: ProblemsScreen.ReadAgain) -> None:
        """Read the file again that could not be shown."""
        from tui.app.screens.problems import ProblemsScreen

        if isinstance(self.screen, ProblemsScreen):
            await self.pop_screen()
        self.open_briefing(message.path, self.item if message.path == self.path else None)

    def on_briefing_screen_opened(self, message: BriefingScreen.Opened) -> None:
        """Find another briefing of the library by its id, and open it."""
        find = partial(self._find_briefing, message.briefing, message.item)
        self.run_worker(find, thread=True, exclusive=True, group="open", exit_on_error=False)

    def _find_briefing(self, briefing: str, item: str) -> None:
        from tui.app.reading import find_briefing

        path = find_briefing(self.root, briefing)
        if path is not None:
            self._read_briefing(path, item)
        else:
            words = f"No briefing of this library has the id {printable(briefing)}."
            self.call_from_thread(self.notify, words, severity="warning", markup=False)

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Type what was typed ahead of the answer."""
        message.stop()
        await self.type_held_back()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Leave where a thread met what nobody expected; whatever a file can do to it has been told by then.

        Where there is not enough memory for something, the reader stays with what it has.
        """
        if event.state is WorkerState.ERROR and isinstance(event.worker.error, MemoryError):
            self.notify("There is not enough memory for this.", severity="error", markup=False)
        elif event.state is WorkerState.ERROR and isinstance(event.worker.error, Exception):
            self._handle_exception(event.worker.error)

    async def action_back(self) -> None:
        """Go up a level; at the top, leave."""
        top = 1 if self.path is None else 2
        if len(self.screen_stack) > top:
            await self.pop_screen()
        else:
            self.exit()

    def action_help(self) -> None:
        """Show the keys of where you are."""
        from tui.app.screens.help import HelpScreen

        self.push_screen(HelpScreen(commands_of(self.screen), self.settings.keys))
