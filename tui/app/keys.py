"""The keys of the user's own, in the place of those of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import BindingsMap

from tui.app.commands import bindings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.dom import DOMNode

    from tui.app.commands import Command


def use_keys(node: DOMNode, commands: Iterable[Command], keys: Mapping[str, str]) -> None:
    """Bind these commands of an app or a screen to other keys: `keys` has them by a command's id, "" for none.

    Textual's own key map would take a key from every command that shares it, and leaves none without a key.
    """
    table = tuple(commands)
    if not any(one.id in keys for one in table):
        return
    ids = {one.id for one in table}
    kept: dict[str, list[object]] = {}
    for key, binding in node._bindings:
        if binding.id not in ids:
            kept.setdefault(key, []).append(binding)
    own = BindingsMap(bindings(one._replace(key=keys.get(one.id, one.key)) for one in table))
    node._bindings = BindingsMap.from_keys({**kept, **own.key_to_bindings})  # type: ignore[dict-item]
