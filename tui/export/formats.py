"""The formats there are, by name; the code of each is imported when it is first used."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.analysis.view import View
    from tui.export.markdown.since import Since


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: the suffix of its files and the module whose function `export` writes it.

    One that `tells_changes` has a place for what changed since a date.
    """

    suffix: str
    module: str
    tells_changes: bool = False

    def __call__(self, view: View, since: Since | None = None) -> str:
        """The text of an already released View, which ends with one newline."""
        write = import_module(self.module).export
        text: str = write(view, since) if since is not None and self.tells_changes else write(view)
        return text

    def left_out(self, view: View) -> tuple[str, ...]:
        """Sentences on what of a View the format has no place for: the module's `left_out`, if it has one."""
        told = getattr(import_module(self.module), "left_out", None)
        return told(view) if told is not None else ()


FORMATS: Final[Mapping[str, Exporter]] = MappingProxyType(
    {
        "markdown": Exporter(".md", "tui.export.markdown.document", tells_changes=True),
        "json": Exporter(".json", "tui.export.json"),
        "yaml": Exporter(".yaml", "tui.export.yaml"),
        "ics": Exporter(".ics", "tui.export.ics.document"),
    }
)


def export(view: View, name: str, since: Since | None = None) -> str:
    """The text of a View in the format of that name, with what changed since a date where the format tells it.

    Raises KeyError where there is no format by that name.
    The View has to be released already. The same View gives the same text on every machine and on every day.
    """
    return FORMATS[name](view, since)
