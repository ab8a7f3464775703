"""The command palette: every command of where you are, and those that hold everywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.actions import parse
from textual.command import DiscoveryHit, Hit, Provider
from textual.content import Content

from tui.app.commands import EVERYWHERE, MOVE, commands_of, key_names

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator, Mapping

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

    def _run(self, command: Command) -> partial[Coroutine[object, object, bool]]:
        return partial(self.app.run_action, command.action, self.screen)

    def _line(self, command: Command) -> Content:
        keymap: Mapping[str, str] = self.app._keymap
        return Content.assemble(command.title, ("  " + " ".join(key_names(command, keymap)), "$text-muted"))
