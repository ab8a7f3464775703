"""An input whose keys stand in the line of keys."""

from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Input

_CHARACTERS: Final = {"at": "@", "backslash": "\\", "minus": "-", "plus": "+", "slash": "/", "underscore": "_"}
"""The characters of those keys to which Textual gives a name that Unicode does not have."""


class WordsInput(Input):
    """Words that are typed; the line of keys tells that Enter takes them, and no key that would be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Take", show=True)]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is typed."""
        return super().check_consume_key(key, character or _CHARACTERS.get(key))
