"""The command palette: every command of where you are, those that hold everywhere, and where one can go by name."""

from __future__ import annotations

from asyncio import sleep
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.actions import parse
from textual.command import CommandPalette, DiscoveryHit, Hit, Provider
from textual.content import Content

from tui.app.commands import EVERYWHERE, MOVE, commands_of, key_names

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Mapping

    from textual.app import App
    from textual.command import Hits

    from tui.app.commands import Command

_NOT_LISTED = frozenset({"palette", "interrupt"})


class CommandProvider(Provider):
    """Offers the commands that make sense now."""

    async def discover(self) -> Hits:
        """Every command, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(self._line(command), self._run(command), text=command.title, help=command.help)

    async def search(self, query: str) -> Hits:
        """The commands whose title or explanation matches what is typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.title), 0.8 * matcher.match(command.help))
            if score > 0:
                yield Hit(score, self._line(command), self._run(command), text=command.title, help=command.help)

    def _commands(self) -> Iterator[Command]:
        commands = (*commands_of(self.screen), *EVERYWHERE)
        for command in sorted(commands, key=lambda one: one.group == MOVE):
            namespace, name, parameters = parse(command.action)
            target = self.app if namespace == "app" else self.screen
            if command.id not in _NOT_LISTED and target.check_action(name, parameters):
                yield command

    @property
    def _keys(self) -> Mapping[str, str]:
        from tui.app.app import BriefApp

        return self.app.settings.keys if isinstance(self.app, BriefApp) else {}

    def _run(self, command: Command) -> partial[Coroutine[object, object, bool]]:
        return partial(self.app.run_action, command.action, self.screen)

    def _line(self, command: Command) -> Content:
        return Content.assemble(command.title, ("  " + " ".join(key_names(command, self._keys)), "$text-muted"))


class Destination(NamedTuple):
    """Somewhere to go by name: what it is called, what is said of it, and other names by which it is found."""

    name: str
    about: str
    go: Callable[[], object]
    also: tuple[str, ...] = ()


class DestinationProvider(Provider):
    """Offers places by name; with `always` false, only once something is typed."""

    always = True

    def destinations(self) -> list[Destination]:
        """Every place there is, in the order in which they are offered."""
        return []

    async def startup(self) -> None:
        """Gather the places once."""
        self._destinations = self.destinations()

    async def discover(self) -> Hits:
        """Every place, before anything is typed."""
        if self.always:
            for one in self._destinations[:_MOST]:
                yield DiscoveryHit(_content(one.name), one.go, one.name, _help(one.about))

    async def search(self, query: str) -> Hits:
        """The places whose name matches what is typed."""
        matcher = self.matcher(query)
        for number, one in enumerate(self._destinations):
            if number % _SLICE == 0:
                # A long briefing does not hold up what is being typed.
                await sleep(0)
            score = max(matcher.match(each) for each in (one.name, *one.also))
            if score > 0:
                # What is done comes before where to go.
                yield Hit(score * 0.7, _content(one.name), one.go, one.name, _help(one.about))


class GoToProvider(DestinationProvider):
    """Offers every actor, question, event and quote of the briefing that is open."""

    always = False

    def destinations(self) -> list[Destination]:
        """The items of the briefing, if there is one."""
        found: Callable[[], list[Destination]] | None = getattr(self.screen, "destinations", None)
        return found() if found else []


class FocusProvider(DestinationProvider):
    """Offers what a briefing can be focused on."""

    def destinations(self) -> list[Destination]:
        """The questions and actors of the briefing."""
        found: Callable[[], list[Destination]] | None = getattr(self.screen, "focus_destinations", None)
        return found() if found else []


def choose(app: App[object], provider: type[Provider], placeholder: str) -> None:
    """Have a person choose among what a provider offers."""
    app.push_screen(CommandPalette(providers=[provider], placeholder=placeholder))


def _help(about: str) -> str:
    """What is said of a place, so that Textual does not parse it."""
    content: object = _content(about)
    return content  # type: ignore[return-value]


def _content(name: str) -> Content:
    return Content(name.replace("\n", " "))


_MOST: Final = 500
"""Places that are listed before anything is typed."""

_SLICE: Final = 500
