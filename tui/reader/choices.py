"""Choices that are remembered: a theme, the sort of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.text import clean

if TYPE_CHECKING:
    from tui.reader.store import Store


class Choices:
    """Texts by name."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str) -> str | None:
        """What was chosen; None where nothing was. It is to be checked: the choice may no longer exist."""
        return next((value for (value,) in self._store.read("SELECT value FROM choice WHERE name = ?", (name,))), None)

    def put(self, name: str, value: str) -> None:
        """Remember a choice; it does not matter much if it cannot be."""
        self._store.write([("INSERT OR REPLACE INTO choice VALUES (?, ?)", (name, clean(value)))])

    def forget(self, name: str) -> None:
        """Choose nothing again."""
        self._store.write([("DELETE FROM choice WHERE name = ?", (name,))])
